import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chooseLanguage, language } from '../../../src/ui/words/language.ts';

type Words = { readonly [key: string]: unknown };

const folder = new URL('../../../src/ui/words/', import.meta.url);
const roomsOf = (tongue: string) => readdirSync(new URL(`${tongue}/`, folder)).sort();
const wordsOf = async (tongue: string, room: string): Promise<Words> => import(new URL(`${tongue}/${room}`, folder).href);

/** Every phrase under its path; a phrase that takes figures is asked for with samples. */
function phrasesOf(words: Words, path: string[] = []): [path: string, phrase: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = [...path, key];
    if (typeof value === 'string') return [[here.join('.'), value]];
    if (typeof value === 'function') return [[here.join('.'), String(value(...sampleFor(value)))]];
    if (typeof value === 'object' && value !== null) return phrasesOf({ ...value }, here);
    throw new TypeError(`${here.join('.')} is neither words nor a group of them`);
  });
}

const sampleFor = (phrase: { length: number }) => Array.from({ length: phrase.length }, (_, place) => place + 2);

describe('words on screen', () => {
  test('every room speaks both languages', () => {
    expect(roomsOf('en')).toEqual(roomsOf('id'));
  });

  test.each(roomsOf('id'))('%s says the same things in both languages, and says something', async (room) => {
    const indonesian = phrasesOf(await wordsOf('id', room));
    const english = phrasesOf(await wordsOf('en', room));
    expect(english.map(([path]) => path).sort()).toEqual(indonesian.map(([path]) => path).sort());
    for (const [path, phrase] of [...indonesian, ...english]) {
      expect(phrase.trim(), path).not.toBe('');
      expect(phrase, path).not.toMatch(/undefined|NaN|\[object|^[a-z]+[A-Z][a-zA-Z]*$/);
    }
    const key = (path: string) => path.split('.').at(-1);
    const echoes = indonesian.filter(([path, phrase], place) => phrase === key(path) && english[place]?.[1] === key(path));
    expect(echoes).toEqual([]);
  });

  test('the chosen language stands until another is chosen', () => {
    chooseLanguage('en');
    expect(language.value).toBe('en');
    chooseLanguage('id');
    expect(language.value).toBe('id');
  });
});
