import { expect, test } from 'vitest';
import { type Digest, differingNouns, digestText, emptyDigest, markOf, wireDigestOf, withMark } from '../../src/domain/digest.ts';
import { idOf } from '../support/world.ts';

const digestOf = (rows: readonly (readonly [string, number])[]): Digest =>
  rows.reduce((digest, [id, version]) => withMark(digest, markOf('visit', id, version), 1), emptyDigest);

test('the order in which rows came does not matter', () => {
  const rows = [1, 2, 3, 4].map((number) => [idOf(number), number] as const);
  expect(digestOf(rows)).toEqual(digestOf(rows.toReversed()));
});

test('a row that goes leaves what was there before it came', () => {
  const before = digestOf([[idOf(1), 1]]);
  const mark = markOf('visit', idOf(2), 7);
  expect(withMark(withMark(before, mark, 1), mark, -1)).toEqual(before);
});

test('another version, another id and another noun are seen, and two rows that change places too', () => {
  const one = wireDigestOf(digestOf([[idOf(1), 1]]));
  expect(wireDigestOf(digestOf([[idOf(1), 2]]))).not.toEqual(one);
  expect(wireDigestOf(digestOf([[idOf(2), 1]]))).not.toEqual(one);
  expect(wireDigestOf(withMark(emptyDigest, markOf('policy', idOf(1), 1), 1))).not.toEqual(one);
  const [straight, crossed] = [
    [1, 2],
    [2, 1],
  ].map(([first = 0, second = 0]) =>
    digestOf([
      [idOf(1), first],
      [idOf(2), second],
    ]),
  );
  expect(straight).not.toEqual(crossed);
});

test('a hundred thousand rows have as many marks', () => {
  const marks = new Set<string>();
  for (let number = 0; number < 100_000; number += 1) {
    const { high, low } = markOf('attendance', idOf(number), 1);
    marks.add(`${high}:${low}`);
  }
  expect(marks.size).toBe(100_000);
});

test('the marks are a promise between releases: they are stored on tablets and at the office', () => {
  expect(wireDigestOf(digestOf([[idOf(1), 1]]))).toEqual({ count: 1, mark: 'ae1ca607c0fa176e' });
  expect(digestText({ visit: { count: 1, mark: '00' }, area: { count: 2, mark: '11' }, policy: { count: 0, mark: '' } })).toBe(
    'area:2:11;visit:1:00',
  );
});

test('the nouns that differ are named, those that one side has nothing of among them', () => {
  const some = wireDigestOf(digestOf([[idOf(1), 1]]));
  expect(differingNouns({ visit: some, policy: some }, { policy: some, roster: some })).toEqual(['visit', 'roster']);
  expect(differingNouns({}, { visit: { count: 0, mark: '0'.repeat(16) } })).toEqual([]);
});
