/** On a visit's page: what became of each action that was agreed there. */
import { agreedActionsOf } from '../../domain/agreed-action.ts';
import type { Visit } from '../../domain/visit.ts';
import { Section } from '../kit/card.tsx';
import { showDay } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { followUpWords } from './follow-up-words.ts';

export function ResultsSection({ visit, nameOf }: { visit: Visit; nameOf: (officerId: string) => string }) {
  const words = useWords(followUpWords);
  const finished = agreedActionsOf(visit).flatMap(({ text, done }) => (done ? [{ text, done }] : []));
  if (finished.length === 0) return null;
  return (
    <Section title={words.doneTitle}>
      <List rows={finished} keyOf={({ done }) => done.factId} label={words.doneTitle}>
        {({ text, done }) => (
          <Item
            title={text}
            detail={
              <>
                {done.result}
                <br />
                {words.doneBy(showDay(done.doneOn), nameOf(done.officerId))}
              </>
            }
          />
        )}
      </List>
    </Section>
  );
}
