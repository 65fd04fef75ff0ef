/** Before signing in on an emptied tablet: what is safe, and what the office had not got. */
import { countOf } from '../../data/loss.ts';
import { Banner } from '../kit/banner.tsx';
import { showCount } from '../kit/figures.ts';
import { knownOfficers } from '../known-officers.ts';
import { useWords } from '../words/words.ts';
import { lossWords } from './loss-words.ts';
import { LostFacts } from './lost-facts.tsx';
import { noteOf } from './read-note.ts';

export function EmptiedNotice({ officerId }: { officerId: string }) {
  const words = useWords(lossWords);
  const note = noteOf(officerId);
  const facts = note?.facts ?? [];
  const count = facts.reduce((sum, noted) => sum + countOf(noted), 0);
  // Each officer's work lies apart: where several use the tablet, that of the others is still here.
  const officers = knownOfficers();
  const whose = officers.length > 1 ? officers.find((known) => known.officerId === officerId)?.name : undefined;
  return (
    <Banner tone="bad" urgent title={whose === undefined ? words.emptied : words.emptiedOf(whose)}>
      <p>{words.emptiedSafe}</p>
      <p>{!note ? words.unknown : count === 0 ? words.nothingUnsent : words.unsent(showCount(count))}</p>
      {count > 0 && <LostFacts facts={facts} />}
    </Banner>
  );
}
