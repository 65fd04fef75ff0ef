/** The standing agenda: what was dealt with, with notes where there is something to say. */
import { useState } from 'preact/hooks';
import { type AgendaKey, agendaKeys } from '../../domain/minutes.ts';
import { Button } from '../kit/button.tsx';
import { CheckField } from '../kit/choice-list.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import type { MinutesForm } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

export function AgendaPart({ form }: { form: MinutesForm }) {
  const words = useWords(minutesWords);
  const { draft, change } = form;
  const set = (key: AgendaKey, part: { done?: boolean; notes?: string }) =>
    change({ agenda: { ...draft.agenda, [key]: { ...draft.agenda[key], ...part } } });
  const all = Object.fromEntries(agendaKeys.map((key) => [key, { ...draft.agenda[key], done: true }])) as typeof draft.agenda;
  return (
    <Place id={placeIdOf('agenda')}>
      <div class="row apart">
        <p class="muted">{words.agendaHint}</p>
        {agendaKeys.some((key) => !draft.agenda[key].done) && (
          <Button look="quiet" icon="check" onClick={() => change({ agenda: all })}>
            {words.agendaAll}
          </Button>
        )}
      </div>
      <ol class="minutes-agenda">
        {agendaKeys.map((key, place) => (
          <li key={key}>
            <AgendaItem
              number={place + 1}
              name={words.agenda[key]}
              done={draft.agenda[key].done}
              notes={draft.agenda[key].notes}
              onDone={(done) => set(key, { done })}
              onNotes={(notes) => set(key, { notes })}
            />
          </li>
        ))}
      </ol>
    </Place>
  );
}

interface AgendaItemProps {
  number: number;
  name: string;
  done: boolean;
  notes: string | undefined;
  onDone: (done: boolean) => void;
  onNotes: (notes: string) => void;
}

function AgendaItem({ number, name, done, notes, onDone, onNotes }: AgendaItemProps) {
  const words = useWords(minutesWords);
  const [writing, setWriting] = useState(false);
  return (
    <div class="minutes-agenda-item">
      <CheckField label={`${number}. ${name}`} value={done} onValue={onDone} />
      {writing || notes ? (
        <TextArea label={words.agendaNotes} rows={2} maxLength={8000} value={notes ?? ''} onValue={onNotes} />
      ) : (
        <Button look="quiet" icon="pen" label={words.addNotes(name)} onClick={() => setWriting(true)} />
      )}
    </div>
  );
}
