/** Who wrote a value, when by the office's clock, and how far that time can be trusted. */
import { type Clock, officeTimeOf } from '../../domain/fact.ts';
import { showCount, showMoment } from '../kit/figures.ts';
import type { ConflictWords } from './conflict-words.ts';

/** A clock that was sure is not noted beside a value. */
const sure: Clock = { offsetMs: 0, confidence: 'good' };

export interface Written {
  at: number;
  clock?: Clock | undefined;
}

/** `30 Juni 2026 14.05 WITA (jam tablet cocok)`. */
export function momentWords({ at, clock = sure }: Written, words: ConflictWords): string {
  return `${showMoment(officeTimeOf({ at, clock }))} (${clockWords(clock, words)})`;
}

function clockWords({ offsetMs, confidence }: Clock, words: ConflictWords): string {
  if (confidence !== 'good') return words.clock[confidence];
  return offsetMs === 0 ? words.clock.sure : words.clock.corrected(spanWords(Math.abs(offsetMs), words));
}

function spanWords(spanMs: number, words: ConflictWords): string {
  const minutes = Math.round(spanMs / 60_000);
  if (minutes < 120) return words.minutes(showCount(minutes));
  return minutes < 48 * 60 ? words.hours(showCount(Math.round(minutes / 60))) : words.days(showCount(Math.round(minutes / 1440)));
}
