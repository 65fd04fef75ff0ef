// The note beside an emptied database may be broken or written by anybody: what cannot be true of a tablet is not believed.
import { expect, test } from 'vitest';
import { unsentNoteSchema } from '../../src/data/loss.ts';

const facts = (...numbers: [from: number, to: number][]) => [
  { type: 'visitRecorded', firstAt: 1, lastAt: 2, numbers: numbers.map(([from, to]) => ({ from, to })) },
];
const isBelieved = (note: object) => unsentNoteSchema.safeParse({ deviceId: 'd', lastSeq: 9, facts: [], ...note }).success;

test('of a tablet that has recorded nothing, something, or a great deal', () => {
  expect(isBelieved({ lastSeq: 0 })).toBe(true);
  expect(isBelieved({ facts: facts([1, 1], [4, 9]) })).toBe(true);
  expect(isBelieved({ lastSeq: 200_000_000 })).toBe(true);
});

test.each([
  ['a last number behind which none is left', { lastSeq: Number.MAX_SAFE_INTEGER }],
  ['a number below nought', { lastSeq: -1 }],
  ['a stretch that runs backwards', { facts: facts([5, -9_007_199_254_740_991]) }],
  ['a stretch with its ends exchanged', { facts: facts([5, 4]) }],
  ['a stretch that begins before the first number', { facts: facts([0, 4]) }],
  ['words instead of numbers', { lastSeq: '9' }],
])('not %s', (_name, note) => expect(isBelieved(note)).toBe(false));
