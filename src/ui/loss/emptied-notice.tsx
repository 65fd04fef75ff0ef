/** Before signing in on an emptied tablet: what is safe, and what the office had not got. */
import { countOf } from '../../data/loss.ts';
import { Banner } from '../kit/banner.tsx';
import { showCount } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { lossWords } from './loss-words.ts';
import { LostFacts } from './lost-facts.tsx';
import { noteOf } from './read-note.ts';

export function EmptiedNotice({ officerId }: { officerId: string }) {
  const words = useWords(lossWords);
  const note = noteOf(officerId);
  const facts = note?.facts ?? [];
  const count = facts.reduce((sum, noted) => sum + countOf(noted), 0);
  return (
    <Banner tone="bad" urgent title={words.emptied}>
      <p>{words.emptiedSafe}</p>
      <p>{!note ? words.unknown : count === 0 ? words.nothingUnsent : words.unsent(showCount(count))}</p>
      {count > 0 && <LostFacts facts={facts} />}
    </Banner>
  );
}
