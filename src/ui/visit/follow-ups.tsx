/** What was agreed at the visit before, to be asked about first. */
import type { Day } from '../../domain/day.ts';
import type { Visit } from '../../domain/visit.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Section } from '../kit/card.tsx';
import { showDay } from '../kit/figures.ts';
import { Item } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { visitWords } from './visit-words.ts';

export function FollowUps({ previous, today }: { previous: Visit | undefined; today: Day }) {
  const words = useWords(visitWords);
  if (!previous?.actions?.length) return null;
  return (
    <Section title={words.followUps(showDay(previous.visitedOn))}>
      <ul class="rows">
        {previous.actions.map(({ text, person, dueOn }) => {
          const late = dueOn !== undefined && dueOn < today;
          return (
            <li key={`${text} ${dueOn}`}>
              <Item
                title={text}
                detail={[person && words.by(person), dueOn && words.due(showDay(dueOn))].filter(Boolean).join(', ') || undefined}
                side={late ? <StatusBadge tone="warn">{words.overdue}</StatusBadge> : undefined}
              />
            </li>
          );
        })}
      </ul>
      <p class="small muted">{words.followUpsHint}</p>
    </Section>
  );
}
