import { expect, test } from 'vitest';
import { clockDoubtOf } from '../../../src/ui/outbox/clock-doubt.ts';
import { today } from '../../support/world.ts';

const minute = 60_000;
const checked = (offsetMs: number, ago: number) => ({ offsetMs, confidence: 'good' as const, checkedAt: today - ago });

test('a clock within two minutes of the office is not worth a word', () => {
  expect(clockDoubtOf(checked(90_000, minute), today)).toBeUndefined();
  expect(clockDoubtOf(undefined, today)).toBeUndefined();
});

test('a clock that is off is said to be slow or fast', () => {
  expect(clockDoubtOf(checked(12 * minute, minute), today)).toEqual({ kind: 'slow', byMs: 12 * minute });
  expect(clockDoubtOf(checked(-12 * minute, minute), today)).toEqual({ kind: 'fast', byMs: 12 * minute });
});

test('a clock that went back since the last contact is said to have done so', () => {
  expect(clockDoubtOf(checked(0, -3 * 60 * minute), today)).toEqual({ kind: 'backwards' });
});

test('after weeks without the office the clock is doubtful', () => {
  expect(clockDoubtOf(checked(0, 30 * 24 * 60 * minute), today)).toEqual({ kind: 'doubtful' });
});
