/** The agenda of this meeting: put in order, each item timed when the chair opens it, with notes where there is something to say. */
import { useState } from 'preact/hooks';
import { type AgendaKey, agendaKeys } from '../../domain/minutes.ts';
import { Button } from '../kit/button.tsx';
import { CheckField } from '../kit/choice-list.tsx';
import { TimeField } from '../kit/date-field.tsx';
import { ReorderList } from '../kit/reorder-list.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { begunAt } from './agenda-times.ts';
import { clockOf } from './meeting-hours.ts';
import type { AgendaTyped } from './minutes-draft.ts';
import type { MinutesForm } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

export function AgendaPart({ form }: { form: MinutesForm }) {
  const words = useWords(minutesWords);
  const { draft, change } = form;
  const { agenda, agendaOrder } = draft;
  const [ordering, setOrdering] = useState(false);
  const set = (key: AgendaKey, part: Partial<AgendaTyped[AgendaKey]>) =>
    change({ agenda: { ...agenda, [key]: { ...agenda[key], ...part } } });
  const all = Object.fromEntries(agendaKeys.map((key) => [key, { ...agenda[key], done: true }])) as AgendaTyped;
  return (
    <Place id={placeIdOf('agenda')}>
      <p class="muted">{ordering ? words.agendaReorderHint : words.agendaHint}</p>
      <div class="actions">
        <Button look="quiet" icon={ordering ? 'check' : 'more'} pressed={ordering} onClick={() => setOrdering(!ordering)}>
          {ordering ? words.agendaReordered : words.agendaReorder}
        </Button>
        {!ordering && agendaKeys.some((key) => !agenda[key].done) && (
          <Button look="quiet" icon="check" onClick={() => change({ agenda: all })}>
            {words.agendaAll}
          </Button>
        )}
      </div>
      {ordering ? (
        <ReorderList
          rows={agendaOrder}
          keyOf={(key) => key}
          nameOf={(key) => words.agenda[key]}
          onRows={(order) => change({ agendaOrder: order })}
          label={words.parts.agenda}
          words={words.reorder}
        />
      ) : (
        <ol class="minutes-agenda">
          {agendaOrder.map((key, place) => (
            <li key={key}>
              <AgendaItem
                number={place + 1}
                name={words.agenda[key]}
                item={agenda[key]}
                onChange={(part) => set(key, part)}
                onBegin={() => change({ agenda: begunAt(agenda, key, clockOf(Date.now())) })}
              />
            </li>
          ))}
        </ol>
      )}
    </Place>
  );
}

interface AgendaItemProps {
  number: number;
  name: string;
  item: AgendaTyped[AgendaKey];
  onChange: (part: Partial<AgendaTyped[AgendaKey]>) => void;
  onBegin: () => void;
}

function AgendaItem({ number, name, item: { done, notes, startTime }, onChange, onBegin }: AgendaItemProps) {
  const words = useWords(minutesWords);
  const [writing, setWriting] = useState(false);
  const isWritten = writing || notes !== undefined;
  return (
    <div class="minutes-agenda-item">
      <CheckField label={`${number}. ${name}`} value={done} onValue={(now) => onChange({ done: now })} />
      <div class="minutes-agenda-acts">
        {startTime === undefined ? (
          <Button look="quiet" icon="clock" label={words.agendaStartOf(name)} onClick={onBegin}>
            {words.agendaStart}
          </Button>
        ) : (
          <TimeField label={words.agendaStartTime(name)} hidesLabel value={startTime} onValue={(time) => onChange({ startTime: time })} />
        )}
        {!isWritten && <Button look="quiet" icon="pen" label={words.addNotes(name)} onClick={() => setWriting(true)} />}
      </div>
      {isWritten && (
        <TextArea label={words.agendaNotes} rows={2} maxLength={8000} value={notes ?? ''} onValue={(text) => onChange({ notes: text })} />
      )}
    </div>
  );
}
