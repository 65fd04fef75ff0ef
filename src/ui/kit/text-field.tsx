/** Fields for words: one line, several lines, and search. */
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Field, type FieldLooks, useTypedText } from './field.tsx';
import { Icon } from './icon.tsx';

export interface TextFieldProps extends FieldLooks {
  value: string;
  /** Called at every keystroke: drafts are saved as typed. */
  onValue: (value: string) => void;
  onLeave?: () => void;
  secret?: boolean;
  keypad?: 'tel' | 'email' | 'url' | 'numeric';
  autoComplete?: string;
  /** Off for names and numbers, which a keyboard only corrects into mistakes. */
  corrected?: boolean;
  maxLength?: number;
  name?: string;
}

export function TextField({
  value,
  onValue,
  onLeave,
  secret,
  keypad,
  autoComplete = 'off',
  corrected,
  maxLength,
  name,
  ...looks
}: TextFieldProps) {
  const typed = useTypedText(value, onLeave);
  return (
    <Field {...looks}>
      {(ties) => (
        <div class="box">
          <input
            {...ties}
            {...typed.ties}
            {...(secret ? { type: 'password' as const } : { type: 'text' as const, inputMode: keypad })}
            name={name}
            value={typed.text}
            disabled={looks.disabled}
            readOnly={looks.readOnly}
            autoComplete={autoComplete}
            autoCapitalize={corrected ? 'sentences' : 'off'}
            spellcheck={Boolean(corrected)}
            maxLength={maxLength}
            onInput={(event) => {
              typed.type(event.currentTarget.value);
              onValue(event.currentTarget.value);
            }}
          />
        </div>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldLooks {
  value: string;
  onValue: (value: string) => void;
  onLeave?: () => void;
  rows?: number;
  maxLength?: number;
}

export function TextArea({ value, onValue, onLeave, rows = 4, maxLength, ...looks }: TextAreaProps) {
  const typed = useTypedText(value, onLeave);
  return (
    <Field {...looks}>
      {(ties) => (
        <div class="box">
          <textarea
            {...ties}
            {...typed.ties}
            rows={rows}
            value={typed.text}
            disabled={looks.disabled}
            readOnly={looks.readOnly}
            maxLength={maxLength}
            onInput={(event) => {
              typed.type(event.currentTarget.value);
              onValue(event.currentTarget.value);
            }}
          />
        </div>
      )}
    </Field>
  );
}

export interface SearchFieldProps {
  value: string;
  onValue: (value: string) => void;
  /** Names what is searched; also shown inside the empty field. */
  label: string;
  /** How much was found, said to screen readers as it changes. */
  found?: string;
}

export function SearchField({ value, onValue, label, found }: SearchFieldProps) {
  const words = useWords();
  return (
    <search class="stack tight">
      <div class="box">
        <Icon name="search" class="box-icon" />
        <input
          type="text"
          inputMode="search"
          enterKeyHint="search"
          aria-label={label}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onValue('');
          }}
        />
        {value === '' && (
          <span class="box-hint" aria-hidden="true">
            {label}
          </span>
        )}
        {value !== '' && <Button look="quiet" icon="cross" label={words.clearSearch} onClick={() => onValue('')} />}
      </div>
      {found !== undefined && <output class="small muted">{found}</output>}
    </search>
  );
}
