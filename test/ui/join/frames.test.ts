// A meeting cut into codes, and put together again from what a camera caught of them.
import { describe, expect, test } from 'vitest';
import { fromBase45, toBase45 } from '../../../src/ui/join/base45.ts';
import { contentOfFrames, framesOf, type Gathering, gather, isWhole } from '../../../src/ui/join/frames.ts';
import { membersOf } from '../../support/world.ts';

const content = { members: membersOf(500) };
const made = async (of: unknown = content) => (await framesOf(of)) ?? [];
const gathered = (texts: readonly string[], held?: Gathering) => texts.reduce<Gathering | undefined>(gather, held);

describe('Base45', () => {
  test('is that of RFC 9285', () => {
    expect(toBase45(new TextEncoder().encode('AB'))).toBe('BB8');
    expect(toBase45(new TextEncoder().encode('Hello!!'))).toBe('%69 VD92EX0');
    expect(new TextDecoder().decode(fromBase45('QED8WEX0'))).toBe('ietf!');
  });

  test.each([['A'], ['GGW'], [':::'], ['a12'], ['BB8A']])('%s comes to no bytes', (text) => {
    expect(fromBase45(text)).toBeUndefined();
  });
});

describe('frames', () => {
  test('of five hundred members fit into some seconds of showing', async () => {
    const frames = await made();
    expect(frames.length).toBeGreaterThan(1);
    expect(frames.length).toBeLessThan(30);
    expect(frames.every((frame) => frame.length < 760 && /^[0-9A-Z $%*+\-./:]+$/.test(frame))).toBe(true);
  });

  test('come to the same content in any order, each seen twice and some of them late', async () => {
    const frames = await made();
    const caught = gathered([...frames.slice(3), ...frames.slice(5), ...frames.slice(0, 4)].toReversed());
    expect(caught && isWhole(caught)).toBe(true);
    expect(caught && (await contentOfFrames(caught))).toEqual(content);
  });

  test('of another showing begin anew, and other codes change nothing', async () => {
    const [first, other] = [await made(), await made({ members: membersOf(400) })];
    const some = gathered(first.slice(0, 2));
    expect(gather(some, 'PT1:0001:aaaaaa')).toBe(some);
    expect(gather(some, 'https://contoh.id')).toBe(some);
    expect(gather(some, first[0] ?? '')).toBe(some);
    expect(gather(some, other[0] ?? '')?.parts.size).toBe(1);
  });

  test('that do not come to what they say they are come to nothing', async () => {
    const frames = await made();
    const [, mark = ''] = /^PT2\/(\w+)\//.exec(frames[0] ?? '') ?? [];
    const forged = gathered([`PT2/${mark}/1/1/BB8`]);
    expect(forged && (await contentOfFrames(forged))).toBeUndefined();
  });

  test('of a content that unpacks without end are given up', async () => {
    const bomb = 'x'.repeat(5_000_000);
    expect(await framesOf(bomb)).toHaveLength((await framesOf(bomb))?.length ?? 0);
    const caught = gathered((await framesOf(bomb)) ?? []);
    expect(caught && (await contentOfFrames(caught))).toBeUndefined();
  });

  test.each([
    ['PT2/3F09A1B2C4D5/0/2/BB8'],
    ['PT2/3F09A1B2C4D5/3/2/BB8'],
    ['PT2/3F09A1B2C4D5/1/9999/BB8'],
    [`PT2/3F09A1B2C4D5/1/1/${'A'.repeat(5000)}`],
  ])('a frame that cannot be is none: %s', (text) => {
    expect(gather(undefined, text)).toBeUndefined();
  });
});
