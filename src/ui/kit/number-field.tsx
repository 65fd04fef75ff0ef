/** Fields for figures: counts, and money in whole Rupiah with its dots; blank is never taken for zero. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { Field, type FieldLooks, useTypedText } from './field.tsx';
import { showRoughRupiah } from './figures.ts';
import { rupiahText, typeRupiah } from './rupiah-typing.ts';

export interface NumberFieldProps extends FieldLooks {
  value: number | undefined;
  onValue: (value: number | undefined) => void;
  /** Written behind the figure: 'orang', 'bulan'. */
  unit?: string;
  min?: number;
  max?: number;
}

/** A whole number of at least `min` (0). What lies outside is not passed on until it is mended; say so with `error` if more is needed. */
export function NumberField({ value, onValue, unit, min = 0, max = 999_999_999, ...looks }: NumberFieldProps) {
  return <GroupedField {...looks} value={value} onValue={onValue} suffix={unit} accept={(typed) => typed >= min && typed <= max} />;
}

export interface RupiahFieldProps extends FieldLooks {
  value: number | undefined;
  onValue: (value: number | undefined) => void;
  /** Lets a loss be written, with a key for the sign: numeric keypads have none. */
  allowNegative?: boolean;
}

export function RupiahField(props: RupiahFieldProps) {
  const words = useWords();
  const rough = props.value !== undefined && Math.abs(props.value) >= 1_000_000 ? words.about(showRoughRupiah(props.value)) : undefined;
  const hint = rough && (
    <>
      {props.hint}
      {props.hint && <br />}
      {rough}
    </>
  );
  return <GroupedField {...props} hint={hint || props.hint} prefix="Rp" />;
}

interface GroupedFieldProps extends FieldLooks {
  value: number | undefined;
  onValue: (value: number | undefined) => void;
  prefix?: string;
  suffix?: string | undefined;
  allowNegative?: boolean;
  accept?: (typed: number) => boolean;
}

function GroupedField({ value, onValue, prefix, suffix, allowNegative = false, accept, ...looks }: GroupedFieldProps) {
  const words = useWords();
  const typed = useTypedText(rupiahText(value));
  const [tooLong, setTooLong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | undefined>(undefined);

  // Setting the value throws the caret to the end; it goes back beside its digit before the next paint.
  useLayoutEffect(() => {
    if (caret.current !== undefined) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });

  const take = (text: string, at: number, direction?: 'backward' | 'forward') => {
    const next = typeRupiah(direction ? { text, caret: at, before: typed.text, direction } : { text, caret: at }, allowNegative);
    caret.current = next.caret;
    if (input.current) input.current.value = next.text;
    typed.type(next.text);
    setTooLong(next.tooLong);
    if (next.value === undefined || !accept || accept(next.value)) onValue(next.value);
  };

  return (
    <Field {...looks} error={tooLong ? words.rupiahTooLong : looks.error}>
      {(ties) => (
        <div class="box figure">
          {prefix && <span class="affix">{prefix}</span>}
          <input
            {...ties}
            {...typed.ties}
            ref={input}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={typed.text}
            disabled={looks.disabled}
            readOnly={looks.readOnly}
            onInput={(event) => {
              const field = event.currentTarget;
              const erased = event instanceof InputEvent ? /^deleteContent(Backward|Forward)$/.exec(event.inputType)?.[1] : undefined;
              take(
                field.value,
                field.selectionStart ?? field.value.length,
                erased === 'Forward' ? 'forward' : erased ? 'backward' : undefined,
              );
            }}
          />
          {suffix && <span class="affix">{suffix}</span>}
          {allowNegative && (
            <button
              type="button"
              class="button quiet icon-only"
              aria-label={words.negative}
              aria-pressed={typed.text.startsWith('-')}
              disabled={looks.disabled || looks.readOnly}
              onClick={() => {
                const text = typed.text.startsWith('-') ? typed.text.slice(1) : `-${typed.text}`;
                take(text, text.length);
                input.current?.focus();
              }}
            >
              ±
            </button>
          )}
        </div>
      )}
    </Field>
  );
}
