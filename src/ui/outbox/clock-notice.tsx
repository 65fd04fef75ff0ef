/** That the tablet's clock is off, and that nothing is lost by it. */
import { readSetting } from '../../data/settings.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { showCount } from '../kit/figures.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { clockDoubtOf } from './clock-doubt.ts';
import { type SyncWords, syncWords } from './sync-words.ts';

export function ClockNotice() {
  const words = useWords(syncWords);
  const { db } = useApp();
  const state = useLive(() => readSetting(db, 'clock'), [db]).value;
  const doubt = clockDoubtOf(state, Date.now());
  if (!doubt) return null;
  const said =
    doubt.kind === 'slow' || doubt.kind === 'fast'
      ? `${words.clock[doubt.kind](showSpan(doubt.byMs, words))} ${words.clock.body}`
      : words.clock[doubt.kind];
  return (
    <Banner tone="info" title={words.clock.title}>
      {said}
    </Banner>
  );
}

function showSpan(spanMs: number, words: SyncWords): string {
  const minutes = Math.round(spanMs / 60_000);
  if (minutes < 120) return words.minutes(showCount(minutes));
  return minutes < 48 * 60 ? words.hours(showCount(Math.round(minutes / 60))) : words.days(showCount(Math.round(minutes / 1440)));
}
