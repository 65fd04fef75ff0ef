/** What stands in a Rupiah field after each keystroke: grouped with dots, blank told from zero, the caret beside the digit it was beside. */

export interface RupiahText {
  text: string;
  /** Index of the caret in `text`. */
  caret: number;
  /** Whole Rupiah; undefined when the field is blank. */
  value: number | undefined;
  tooLong: boolean;
}

export interface RupiahStroke {
  text: string;
  caret: number;
  /** The text before the stroke, to notice that only a dot was erased. */
  before?: string;
  direction?: 'backward' | 'forward';
}

// 15 digits are always a safe integer.
const longest = 15;

export const groupDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/** The text of an amount at rest: '' for none, '0' for zero, '-1.500' for a loss. */
export const rupiahText = (value: number | undefined): string =>
  value === undefined ? '' : `${value < 0 ? '-' : ''}${groupDigits(String(Math.abs(value)))}`;

export function typeRupiah(stroke: RupiahStroke, allowNegative = false): RupiahText {
  const { text, caret } = onlyDotErased(stroke) ? eraseDigitBesideDot(stroke) : stroke;
  const negative = allowNegative && /^\s*(Rp\.?\s*)?[-−(]/i.test(text);
  // A pasted amount may end in cents; they are no part of whole Rupiah.
  const whole = text.replace(/,\d{0,2}\)?\s*$/, '');
  const digits = whole.replace(/\D/g, '');
  const digitsBefore = text
    .slice(0, caret)
    .replace(/,\d{0,2}\)?\s*$/, '')
    .replace(/\D/g, '').length;
  const leadingZeros = digits.length - digits.replace(/^0+(?=\d)/, '').length;
  const tooLong = digits.length - leadingZeros > longest;
  const kept = digits.slice(leadingZeros, leadingZeros + longest);
  const sign = negative ? '-' : '';
  const grouped = groupDigits(kept);
  const amount = kept === '' ? undefined : Number(kept);
  return {
    text: sign + grouped,
    caret: sign.length + indexAfterDigits(grouped, Math.max(0, Math.min(digitsBefore - leadingZeros, kept.length))),
    value: amount === undefined || amount === 0 ? amount : negative ? -amount : amount,
    tooLong,
  };
}

function onlyDotErased({ text, before }: RupiahStroke): boolean {
  return (
    before !== undefined &&
    before.length === text.length + 1 &&
    before.replace(/\D/g, '') === text.replace(/\D/g, '') &&
    before.startsWith('-') === text.startsWith('-')
  );
}

// Erasing a dot alone would change nothing, and the key would seem dead: the digit beside it goes instead.
function eraseDigitBesideDot({ text, caret, direction }: RupiahStroke): { text: string; caret: number } {
  return direction === 'forward'
    ? { text: text.slice(0, caret) + text.slice(caret + 1), caret }
    : { text: text.slice(0, Math.max(0, caret - 1)) + text.slice(caret), caret: Math.max(0, caret - 1) };
}

function indexAfterDigits(grouped: string, digits: number): number {
  let index = 0;
  for (let seen = 0; seen < digits; index++) if (grouped[index] !== '.') seen++;
  return index;
}
