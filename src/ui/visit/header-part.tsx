/** The head of the form: why, when, under which letter, with whom, where. */

import { dayOf } from '../../domain/day.ts';
import { visitPurposes } from '../../domain/visit.ts';
import { Button } from '../kit/button.tsx';
import { Select } from '../kit/choice-list.tsx';
import { DateField, TimeField } from '../kit/date-field.tsx';
import { TextArea, TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { MarkedField } from './marked-field.tsx';
import { PositionField } from './position-field.tsx';
import { RowList } from './row-list.tsx';
import { clockOf } from './visit-draft.ts';
import type { PartProps } from './visit-form-state.ts';
import { visitWords } from './visit-words.ts';

export function HeaderPart({ form }: PartProps) {
  const words = useWords(visitWords);
  const { draft, set, errorOf, opening } = form;
  const today = dayOf(Date.now() + opening.clockOffsetMs);
  return (
    <div class="stack">
      <p class="small muted">{words.needed}</p>
      <div class="pair">
        <MarkedField name="purpose">
          <Select
            label={words.purpose}
            choices={visitPurposes.map((value) => ({ value, label: words.purposes[value] }))}
            value={draft.purpose}
            onValue={(value) => set('purpose', value)}
            error={errorOf('purpose')}
          />
        </MarkedField>
        <MarkedField name="visitedOn">
          <DateField
            label={words.visitedOn}
            value={draft.visitedOn}
            max={today}
            onValue={(value) => set('visitedOn', value)}
            error={errorOf('visitedOn')}
          />
        </MarkedField>
        <TimeField label={words.startTime} value={draft.startTime} onValue={(value) => set('startTime', value)} />
        <MarkedField name="endTime">
          <div class="beside">
            <TimeField label={words.endTime} value={draft.endTime} onValue={(value) => set('endTime', value)} error={errorOf('endTime')} />
            {draft.visitedOn === today && !draft.amendment && (
              <Button icon="clock" onClick={() => set('endTime', clockOf(Date.now() + opening.clockOffsetMs))}>
                {words.endNow}
              </Button>
            )}
          </div>
        </MarkedField>
      </div>
      <div class="pair brief">
        <MarkedField name="assignmentLetterNumber">
          <TextField
            label={words.assignmentLetterNumber}
            maxLength={120}
            value={draft.assignmentLetterNumber ?? ''}
            onValue={(value) => set('assignmentLetterNumber', value)}
            error={errorOf('assignmentLetterNumber')}
          />
        </MarkedField>
        <TextArea
          label={words.companions}
          rows={2}
          maxLength={300}
          hint={words.companionsHint}
          value={draft.companions ?? ''}
          onValue={(value) => set('companions', value)}
        />
      </div>
      <RowList
        label={words.personsMet}
        rows={draft.personsMet}
        onRows={(change) => set('personsMet', change)}
        nameOf={words.personMet}
        addLabel={words.addPerson}
        most={20}
      >
        {(person, setPerson) => (
          <div class="pair">
            <MarkedField name={`personsMet.${person.key}.name`}>
              <TextField
                label={words.personName}
                maxLength={200}
                value={person.name ?? ''}
                onValue={(name) => setPerson({ name })}
                error={errorOf(`personsMet.${person.key}.name`)}
              />
            </MarkedField>
            <TextField
              label={words.personPosition}
              maxLength={100}
              value={person.position ?? ''}
              onValue={(position) => setPerson({ position })}
            />
            <TextField
              label={words.personPhone}
              keypad="tel"
              maxLength={30}
              value={person.phone ?? ''}
              onValue={(phone) => setPerson({ phone })}
            />
          </div>
        )}
      </RowList>
      <PositionField value={draft.position} onValue={(value) => set('position', value)} />
    </div>
  );
}
