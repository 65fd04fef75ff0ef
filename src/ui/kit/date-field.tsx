/** Fields for a day and for a time of day: the tablet's own pickers, with the day written out below. */
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Field, type FieldLooks } from './field.tsx';
import { showWeekday } from './figures.ts';

export interface DateFieldProps extends FieldLooks {
  /** ISO date, '2026-06-30'. */
  value: string | undefined;
  onValue: (value: string | undefined) => void;
  min?: string;
  max?: string;
}

export function DateField({ value, onValue, min, max, ...looks }: DateFieldProps) {
  const words = useWords();
  const written = value ? <strong class="figure">{showWeekday(value)}</strong> : undefined;
  return (
    <Field
      {...looks}
      hint={
        written || looks.hint ? (
          <>
            {written}
            {written && looks.hint && ' · '}
            {looks.hint}
          </>
        ) : undefined
      }
    >
      {(ties) => (
        <div class="box">
          <input
            {...ties}
            type="date"
            value={value ?? ''}
            min={min}
            max={max}
            disabled={looks.disabled}
            readOnly={looks.readOnly}
            onInput={(event) => {
              const picked = event.currentTarget.value;
              // While a day is half typed the browser reports nothing; only a field that is truly empty clears the date.
              if (picked || !event.currentTarget.validity.badInput) onValue(picked || undefined);
            }}
          />
          {value && looks.optional && !looks.disabled && !looks.readOnly && (
            <Button look="quiet" icon="cross" label={`${words.clear}: ${looks.label}`} onClick={() => onValue(undefined)} />
          )}
        </div>
      )}
    </Field>
  );
}

export interface TimeFieldProps extends FieldLooks {
  /** 'HH:MM'. */
  value: string | undefined;
  onValue: (value: string | undefined) => void;
}

export function TimeField({ value, onValue, ...looks }: TimeFieldProps) {
  return (
    <Field {...looks}>
      {(ties) => (
        <div class="box">
          <input
            {...ties}
            type="time"
            value={value ?? ''}
            disabled={looks.disabled}
            readOnly={looks.readOnly}
            onInput={(event) => {
              const picked = event.currentTarget.value;
              if (picked || !event.currentTarget.validity.badInput) onValue(picked || undefined);
            }}
          />
        </div>
      )}
    </Field>
  );
}
