/** Whether the tablet holds the same as the office, in words, as the last exchange found it. */
import { samenessOf } from '../../data/proof.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { showCount, showMoment } from '../kit/figures.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { syncWords } from './sync-words.ts';

/** `unsent`: own facts are no part of what was compared, so that nobody may read here that they have arrived. */
export function SamenessNotice({ unsent }: { unsent: number | undefined }) {
  const words = useWords(syncWords);
  const { db } = useApp();
  const sameness = useLive(() => samenessOf(db), [db]).value;
  if (!sameness || sameness.kind === 'unknown') return null;
  if (sameness.kind === 'same') {
    if (unsent === undefined) return null;
    return (
      <Banner tone={unsent > 0 ? 'info' : 'good'} title={unsent > 0 ? words.sameness.sameBut(showCount(unsent)) : words.sameness.same}>
        {words.sameness.checkedAt(showMoment(sameness.checkedAt))}
      </Banner>
    );
  }
  if (sameness.kind === 'declined') {
    return (
      <Banner tone="warn" title={words.sameness.declined(showCount(sameness.rows))}>
        {words.sameness.declinedBody}
      </Banner>
    );
  }
  const what = [...new Set(sameness.buckets.map(({ noun }) => words.nouns[noun]))].join(', ');
  return (
    <Banner tone="warn" title={words.sameness.different(what)}>
      {sameness.isMending ? words.sameness.mending : words.sameness.notMended}
    </Banner>
  );
}
