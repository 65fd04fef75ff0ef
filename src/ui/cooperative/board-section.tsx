/** Who leads a cooperative, and whose term has ended. */
import type { BoardTerm } from '../../domain/board-term.ts';
import type { Day } from '../../domain/day.ts';
import { fieldValue } from '../field-words.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Section } from '../kit/card.tsx';
import { showDay } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { seatsOf } from './board-terms.ts';
import { type CooperativeWords, cooperativeWords } from './cooperative-words.ts';

export interface BoardSectionProps {
  board: readonly BoardTerm[];
  asOf: Day;
  mostYears: number | undefined;
}

export function BoardSection({ board, asOf, mostYears }: BoardSectionProps) {
  const words = useWords(cooperativeWords);
  const seats = seatsOf(board, asOf, mostYears);
  return (
    <Section title={words.board}>
      {seats.length === 0 ? (
        <p class="muted">{words.boardNone}</p>
      ) : (
        <List rows={seats} keyOf={({ role, personName, fromOn }) => `${role} ${personName} ${fromOn}`} label={words.board}>
          {(seat) => (
            <Item
              title={seat.personName}
              detail={[fieldValue('role', seat.role), termWords(seat, words), seat.phone].filter(Boolean).join(' · ')}
              side={seat.state !== 'running' && <StatusBadge tone="bad">{words[seat.state]}</StatusBadge>}
            />
          )}
        </List>
      )}
    </Section>
  );
}

function termWords({ fromOn, toOn }: BoardTerm, words: CooperativeWords): string {
  if (fromOn && toOn) return words.term(showDay(fromOn), showDay(toOn));
  if (fromOn) return words.termFrom(showDay(fromOn));
  return toOn ? words.termTo(showDay(toOn)) : words.termNone;
}
