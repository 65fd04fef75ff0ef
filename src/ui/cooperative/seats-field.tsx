/** The board and supervisors of a cooperative, one card a person. */
import { boardRoles } from '../../domain/board-term.ts';
import { fieldName, fieldValue } from '../field-words.ts';
import { Button } from '../kit/button.tsx';
import { Card, Section } from '../kit/card.tsx';
import { Select } from '../kit/choice-list.tsx';
import { DateField } from '../kit/date-field.tsx';
import { showCount } from '../kit/figures.ts';
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import type { SeatTyped } from './profile-draft.ts';
import { profileFormWords } from './profile-form-words.ts';

export interface SeatsFieldProps {
  seats: readonly SeatTyped[];
  onSeats: (seats: SeatTyped[]) => void;
  errorOf: (key: string) => string | undefined;
}

export function SeatsField({ seats, onSeats, errorOf }: SeatsFieldProps) {
  const words = useWords(profileFormWords);
  const change = (key: string, changed: Partial<SeatTyped>) =>
    onSeats(seats.map((seat) => (seat.key === key ? { ...seat, ...changed } : seat)));
  return (
    <Section title={words.board}>
      <div class="stack">
        {seats.map((seat, place) => {
          const title = words.seat(showCount(place + 1));
          const error = errorOf(seat.key);
          return (
            <Card
              key={seat.key}
              title={title}
              side={
                <Button
                  look="quiet"
                  icon="cross"
                  label={words.removeSeat(seat.personName || title)}
                  onClick={() => onSeats(seats.filter(({ key }) => key !== seat.key))}
                />
              }
            >
              <div class="pair">
                <TextField
                  label={fieldName('personName')}
                  value={seat.personName ?? ''}
                  onValue={(personName) => change(seat.key, { personName })}
                  maxLength={200}
                  {...(error ? { error } : {})}
                />
                <Select
                  label={fieldName('role')}
                  blank=""
                  value={seat.role}
                  onValue={(role) => change(seat.key, { role })}
                  choices={boardRoles.map((value) => ({ value, label: fieldValue('role', value) }))}
                />
                <DateField label={fieldName('fromOn')} optional value={seat.fromOn} onValue={(fromOn) => change(seat.key, { fromOn })} />
                <DateField label={fieldName('toOn')} optional value={seat.toOn} onValue={(toOn) => change(seat.key, { toOn })} />
                <TextField
                  label={fieldName('phone')}
                  keypad="tel"
                  optional
                  value={seat.phone ?? ''}
                  onValue={(phone) => change(seat.key, { phone })}
                  maxLength={30}
                />
              </div>
            </Card>
          );
        })}
        <p>
          <Button icon="plus" onClick={() => onSeats([...seats, { key: `new-${Date.now()}`, role: 'chair' }])}>
            {words.addSeat}
          </Button>
        </p>
      </div>
    </Section>
  );
}
