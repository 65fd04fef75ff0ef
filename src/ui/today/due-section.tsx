/** The cooperatives of the officer's areas whose RAT is due now. */
import { useMemo } from 'preact/hooks';
import type { Register } from '../../data/register.ts';
import { cooperativePlace, cooperativeTitle } from '../cooperative-title.ts';
import { addressOf } from '../cooperatives/cooperative-filter.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { dueOf } from './agenda.ts';
import { todayWords } from './today-words.ts';

const shownAtMost = 5;

export function DueSection({ register, day }: { register: Register; day: string }) {
  const words = useWords(todayWords);
  const due = useMemo(() => dueOf(register, day, shownAtMost), [register, day]);
  if (due.count === 0) return null;
  const count = showCount(due.count);
  return (
    <Section title={words.due} side={words.dueCount(count)}>
      <List rows={due.first} keyOf={({ entry }) => entry.id} label={words.due}>
        {({ entry, overdue, missed }) => (
          <Item
            href={`/koperasi/${entry.id}`}
            title={cooperativeTitle(entry.cooperative)}
            detail={cooperativePlace(entry.cooperative)}
            side={
              <>
                {missed > 0 && <StatusBadge tone="bad">{words.missed(showCount(missed))}</StatusBadge>}
                {overdue && <StatusBadge tone="warn">{words.overdue}</StatusBadge>}
              </>
            }
          />
        )}
      </List>
      {due.count > due.first.length && (
        <p>
          <LinkButton href={addressOf({ query: '', rat: 'due', legal: 'active' })}>{words.dueAll(count)}</LinkButton>
        </p>
      )}
    </Section>
  );
}
