/** Part F: letters handed over, and who signs for both sides. */
import { SignaturePad } from '../kit/signature-pad.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { MarkedField } from './marked-field.tsx';
import { RowList } from './row-list.tsx';
import type { PartProps } from './visit-form-state.ts';
import { visitWords } from './visit-words.ts';

export function ClosingPart({ form }: PartProps) {
  const words = useWords(visitWords);
  const { draft, set, errorOf } = form;
  return (
    <div class="stack">
      <RowList
        label={words.letters}
        rows={draft.lettersHandedOver}
        onRows={(change) => set('lettersHandedOver', change)}
        nameOf={words.letter}
        addLabel={words.addLetter}
        most={10}
      >
        {(letter, setLetter) => (
          <div class="pair">
            <MarkedField name={`lettersHandedOver.${letter.key}.subject`}>
              <TextField
                label={words.letterSubject}
                corrected
                maxLength={200}
                value={letter.subject ?? ''}
                onValue={(subject) => setLetter({ subject })}
                error={errorOf(`lettersHandedOver.${letter.key}.subject`)}
              />
            </MarkedField>
            <TextField label={words.letterNumber} maxLength={120} value={letter.number ?? ''} onValue={(number) => setLetter({ number })} />
            <TextField
              label={words.letterReceivedBy}
              maxLength={200}
              value={letter.receivedBy ?? ''}
              onValue={(receivedBy) => setLetter({ receivedBy })}
            />
          </div>
        )}
      </RowList>
      <div class="pair">
        <MarkedField name="counterpartName">
          <TextField
            label={words.counterpartName}
            maxLength={200}
            value={draft.counterpartName ?? ''}
            onValue={(value) => set('counterpartName', value)}
            error={errorOf('counterpartName')}
          />
        </MarkedField>
        <TextField
          label={words.counterpartPosition}
          maxLength={100}
          value={draft.counterpartPosition ?? ''}
          onValue={(value) => set('counterpartPosition', value)}
        />
      </div>
      <p class="small muted">{words.signatureHint}</p>
      <Signature form={form} field="counterpartSignature" name={draft.counterpartName?.trim() || words.counterpart} />
      <Signature form={form} field="officerSignature" name={form.officerName} />
    </div>
  );
}

function Signature({ form, field, name }: PartProps & { field: 'counterpartSignature' | 'officerSignature'; name: string }) {
  const error = form.errorOf(field);
  return (
    <MarkedField name={field}>
      <SignaturePad name={name} strokes={form.draft[field] ?? []} onStrokes={(strokes) => form.set(field, strokes)} />
      {error && <p class="field-error">{error}</p>}
    </MarkedField>
  );
}
