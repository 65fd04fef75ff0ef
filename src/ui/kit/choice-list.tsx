/** Choosing one or several of a few: big rows, or a segmented bar for two to four short choices. */
import { useId } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { Field, FieldGroup, type FieldLooks } from './field.tsx';
import { Icon } from './icon.tsx';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
  disabled?: boolean;
}

export interface ChoiceListProps<Value extends string> extends FieldLooks {
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onValue: (value: Value) => void;
  /** Side by side instead of one under the other. */
  segments?: boolean;
}

export function ChoiceList<Value extends string>({ choices, value, onValue, segments, ...looks }: ChoiceListProps<Value>) {
  const name = useId();
  return (
    <FieldGroup {...looks} disabled={looks.disabled || looks.readOnly}>
      <div class={segments ? 'choices segments' : 'choices'}>
        {choices.map((choice) => (
          <label class="choice" key={choice.value}>
            <input
              class="choice-mark"
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onValue(choice.value)}
            />
            {segments && <Icon name="check" size={18} />}
            <ChoiceText choice={choice} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckListProps<Value extends string> extends FieldLooks {
  choices: readonly Choice<Value>[];
  value: readonly Value[];
  onValue: (value: Value[]) => void;
}

export function CheckList<Value extends string>({ choices, value, onValue, ...looks }: CheckListProps<Value>) {
  return (
    <FieldGroup {...looks} disabled={looks.disabled || looks.readOnly}>
      <div class="choices">
        {choices.map((choice) => (
          <label class="choice" key={choice.value}>
            <input
              class="choice-mark"
              type="checkbox"
              checked={value.includes(choice.value)}
              disabled={choice.disabled}
              onChange={(event) =>
                onValue(event.currentTarget.checked ? [...value, choice.value] : value.filter((chosen) => chosen !== choice.value))
              }
            />
            <ChoiceText choice={choice} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckFieldProps {
  label: string;
  hint?: string;
  value: boolean;
  onValue: (value: boolean) => void;
  disabled?: boolean;
}

export function CheckField({ label, hint, value, onValue, disabled }: CheckFieldProps) {
  return (
    <div class="choices">
      <label class="choice">
        <input
          class="choice-mark"
          type="checkbox"
          checked={value}
          disabled={disabled}
          onChange={(event) => onValue(event.currentTarget.checked)}
        />
        <ChoiceText choice={hint ? { label, hint } : { label }} />
      </label>
    </div>
  );
}

function ChoiceText({ choice }: { choice: { label: string; hint?: string } }) {
  return (
    <span class="choice-text">
      {choice.label}
      {choice.hint && <small>{choice.hint}</small>}
    </span>
  );
}

export interface SelectProps<Value extends string> extends FieldLooks {
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onValue: (value: Value | undefined) => void;
  /** Shown for no choice; '' hides that entry. */
  blank?: string;
}

export function Select<Value extends string>({ choices, value, onValue, blank, ...looks }: SelectProps<Value>) {
  const words = useWords();
  return (
    <Field {...looks}>
      {(ties) => (
        <div class="box">
          <select
            {...ties}
            value={value ?? ''}
            disabled={looks.disabled || looks.readOnly}
            onChange={(event) => onValue(choices.find((choice) => choice.value === event.currentTarget.value)?.value)}
          >
            {blank !== '' && <option value="">{blank ?? words.choose}</option>}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.disabled}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon name="down" size={20} class="select-mark" />
        </div>
      )}
    </Field>
  );
}
