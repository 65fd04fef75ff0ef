/** Part A: whether the cooperative is where the register says it is. */
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { AskedRow } from './asked-row.tsx';
import { type PartProps, setIn } from './visit-form-state.ts';
import { visitWords } from './visit-words.ts';

const questions = ['officeFound', 'signboard', 'addressRight', 'officersReachable'] as const;

export function ExistencePart({ form }: PartProps) {
  const words = useWords(visitWords);
  const { yes, no } = useWords();
  const { existence } = form.draft;
  const set = setIn(form, 'existence');
  const { address, villageName, districtName } = form.opening.cooperative?.data ?? {};
  const registered = [address, villageName, districtName].filter(Boolean).join(', ');
  return (
    <div class="stack">
      {registered && <p class="small muted">{words.registerAddress(registered)}</p>}
      <div class="asked-list">
        {questions.map((question) => (
          <AskedRow
            key={question}
            label={words[question]}
            value={existence[question]}
            onValue={set(question)}
            states={[yes, no, words.notAsked]}
          />
        ))}
      </div>
      {existence.addressRight === false && (
        <TextField
          label={words.addressFound}
          corrected
          maxLength={300}
          value={existence.addressFound ?? ''}
          onValue={set('addressFound')}
        />
      )}
    </div>
  );
}
