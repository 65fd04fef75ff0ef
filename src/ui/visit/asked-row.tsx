/** One question with three states on one line: yes, no, not asked. */
import { useId } from 'preact/hooks';
import { Icon } from '../kit/icon.tsx';

export interface AskedRowProps {
  label: string;
  /** Undefined: not asked. */
  value: boolean | undefined;
  onValue: (value: boolean | undefined) => void;
  /** What the three states are called here: yes, no, not asked. */
  states: readonly [yes: string, no: string, unasked: string];
}

export function AskedRow({ label, value, onValue, states }: AskedRowProps) {
  const name = useId();
  const [yes, no, unasked] = states;
  const choices = [
    [true, yes],
    [false, no],
    [undefined, unasked],
  ] as const;
  return (
    <fieldset class="asked" aria-label={label}>
      <span class="asked-label" aria-hidden="true">
        {label}
      </span>
      <div class="choices segments">
        {choices.map(([answer, text]) => (
          <label class={answer === undefined ? 'choice unasked' : 'choice'} key={text}>
            <input class="choice-mark" type="radio" name={name} checked={value === answer} onChange={() => onValue(answer)} />
            {answer !== undefined && <Icon name={answer ? 'check' : 'cross'} size={18} />}
            {answer === undefined ? (
              <span class="choice-text">
                <span class="long">{text}</span>
                <span class="short" aria-hidden="true">
                  –
                </span>
              </span>
            ) : (
              <span class="choice-text">{text}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
