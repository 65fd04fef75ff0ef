/** The board and supervisors that the meeting elected, each with a term. */
import { newId } from '../../data/id.ts';
import { boardRoles } from '../../domain/board-term.ts';
import { addDays, addMonths } from '../../domain/day.ts';
import { Button } from '../kit/button.tsx';
import { Select } from '../kit/choice-list.tsx';
import { DateField } from '../kit/date-field.tsx';
import { showCount } from '../kit/figures.ts';
import { EmptyState } from '../kit/page-state.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import type { TermTyped } from './minutes-draft.ts';
import { type MinutesForm, problemAt } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { placeIdOf } from './minutes-places.ts';
import { isTermTooLong } from './minutes-questions.ts';
import { minutesWords } from './minutes-words.ts';

export function ElectionPart({ form }: { form: MinutesForm }) {
  const words = useWords(minutesWords);
  const { draft, content, sources, change } = form;
  const { elected } = draft;
  const mostYears = sources.policy?.parameters.boardTermMaxYears ?? 5;
  const term = { fromOn: content.heldOn, toOn: addDays(addMonths(content.heldOn, mostYears * 12), -1) };
  const board = sources.cooperative.board ?? [];
  const add = (terms: readonly Omit<TermTyped, 'key'>[]) =>
    change({ elected: [...elected, ...terms.map((one) => ({ ...one, ...term, key: newId() }))] });
  const set = (key: string, part: Partial<TermTyped>) =>
    change({ elected: elected.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const nextRole = boardRoles.find((role) => !elected.some((one) => one.role === role)) ?? 'supervisor';
  return (
    <Place id={placeIdOf('elected')}>
      <div class="stack">
        {elected.length === 0 && (
          <EmptyState icon="user" title={words.electionEmpty}>
            {words.electionEmptyBody}
          </EmptyState>
        )}
        {elected.map((one, place) => (
          <TermCard
            key={one.key}
            form={form}
            place={place}
            term={one}
            mostYears={mostYears}
            onChange={(part) => set(one.key, part)}
            onRemove={() => change({ elected: elected.filter(({ key }) => key !== one.key) })}
          />
        ))}
        <div class="actions">
          <Button icon="plus" onClick={() => add([{ role: nextRole, personName: '' }])}>
            {words.addTerm}
          </Button>
          {elected.length === 0 && board.length > 0 && (
            <Button icon="undo" onClick={() => add(board.map(({ personName, role, phone }) => ({ personName, role, phone })))}>
              {words.sameBoard}
            </Button>
          )}
        </div>
        {elected.length > 0 && <p class="small muted">{words.replacesSeats}</p>}
      </div>
    </Place>
  );
}

interface TermCardProps {
  form: MinutesForm;
  place: number;
  term: TermTyped;
  mostYears: number;
  onChange: (part: Partial<TermTyped>) => void;
  onRemove: () => void;
}

function TermCard({ form, place, term, mostYears, onChange, onRemove }: TermCardProps) {
  const words = useWords(minutesWords);
  const number = showCount(place + 1);
  const backwards = problemAt(form, `elected.${place}`) !== undefined;
  const tooLong = isTermTooLong(term.fromOn ?? form.content.heldOn, term.toOn, mostYears);
  return (
    <section class="card stack" id={placeIdOf(`elected.${place}`)} aria-label={words.termNumber(number)}>
      <div class="row apart">
        <h3>{words.termNumber(number)}</h3>
        <Button look="quiet" icon="cross" label={words.removeTerm(number)} onClick={onRemove} />
      </div>
      <div class="pair">
        <TextField
          label={words.personName}
          maxLength={200}
          value={term.personName ?? ''}
          onValue={(personName) => onChange({ personName })}
        />
        <Select
          label={words.role}
          blank=""
          value={term.role ?? 'chair'}
          choices={boardRoles.map((role) => ({ value: role, label: words.boardRoles[role] }))}
          onValue={(role) => onChange({ role })}
        />
        <DateField label={words.fromOn} optional value={term.fromOn} onValue={(fromOn) => onChange({ fromOn })} />
        <DateField
          label={words.toOn}
          optional
          value={term.toOn}
          onValue={(toOn) => onChange({ toOn })}
          {...(backwards ? { error: words.termBackwards } : tooLong ? { error: words.termTooLong(String(mostYears)) } : {})}
        />
        <TextField
          label={words.phone}
          optional
          keypad="tel"
          maxLength={30}
          value={term.phone ?? ''}
          onValue={(phone) => onChange({ phone: phone || undefined })}
        />
      </div>
    </section>
  );
}
