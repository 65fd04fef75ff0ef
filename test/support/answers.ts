// Answers of an office that tests write by hand: what a test does not speak of is empty.
import { wireVersion } from '../../src/domain/wire.ts';
import type { ExchangeResponse2 } from '../../src/domain/wire-version-2.ts';
import { officerOne, today } from './world.ts';

export const answerOf = (over: Partial<ExchangeResponse2> = {}): ExchangeResponse2 => ({
  wire: wireVersion,
  now: today,
  deviceSeq: 0,
  verdicts: [],
  pages: [],
  buckets: [],
  agreed: [],
  digests: [],
  left: [],
  resets: 0,
  officer: officerOne,
  ...over,
});
