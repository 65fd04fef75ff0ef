/** Whether the tablet's clock is worth a word to the officer. */
import type { ClockState } from '../../data/settings.ts';
import { clockAt } from '../../data/settings.ts';

export type ClockDoubt = { kind: 'slow' | 'fast'; byMs: number } | { kind: 'doubtful' } | { kind: 'backwards' };

/** Below this nobody's records look strange. */
const worthSayingMs = 2 * 60_000;

export function clockDoubtOf(state: ClockState | undefined, now: number): ClockDoubt | undefined {
  if (!state) return undefined;
  if (now < state.checkedAt - worthSayingMs) return { kind: 'backwards' };
  const { offsetMs, confidence } = clockAt(state, now);
  if (Math.abs(offsetMs) >= worthSayingMs) return { kind: offsetMs > 0 ? 'slow' : 'fast', byMs: Math.abs(offsetMs) };
  return confidence === 'good' ? undefined : { kind: 'doubtful' };
}
