// Whole numbers as offices type them into registers: Rupiah, heads and years.
import { type CellReading, found, nothing, type RegisterCell, saysNothing, tidyText, unreadable } from './register-cell.ts';

export type NumberProblem = 'notANumber' | 'ambiguous' | 'tooLarge';

/** `rounded` tells that the cell had a fraction, which whole Rupiah and heads do not have. */
export type NumberReading =
  | { kind: 'value'; value: number; rounded: boolean }
  | Exclude<CellReading<number, NumberProblem>, { kind: 'value' }>;

const currency = /^(?:rp|idr)\.?\s*/i;
const unit = /\s*(?:orang|org|jiwa)\.?$/i;
// The old way to close an amount against additions: `5.000,-`, also `5.000,=`.
const closing = /\s*[.,](?:[-–—]+|=)$/;
const grouped = /^[1-9]\d{0,2}(?:([.,'])\d{3})(?:\1\d{3})*$/;
const spaced = /^\d{1,3}(?: \d{3})+(?=[.,]|$)/;
const decimal = /^(\d{1,3}(?:\.\d{3})+|\d+),(\d+)$|^(\d{1,3}(?:,\d{3})+|\d+)\.(\d+)$/;

/**
 * The whole number in a cell.
 *
 * One mark followed by exactly three digits parts thousands, dot or comma alike: `3.350` is 3350. A fraction is accepted
 * where nothing else can be meant: beside grouped thousands (`1.234,50`), after four or more digits without a group
 * (`1234.5`), or when it is zero (`350,00`); it is then rounded, halves away from zero. What is left is ambiguous and not
 * guessed at: `12.5` may be 12.500 with two digits lost, or twelve and a half millions; `1234.567` and `1.234,567` may be
 * 1.234.567 with a mark lost or mistaken.
 */
export function readNumberCell(cell: RegisterCell): NumberReading {
  if (typeof cell === 'number') return Number.isFinite(cell) ? roundedNumber(cell) : unreadable('notANumber');
  const text = tidyText(cell).replace(/[−–—]/g, '-');
  const { negative, figure } = withoutSign(text);
  if (saysNothing(text) || (/^-*$/.test(figure) && text.includes('-'))) return nothing;
  const amount = readFigure(figure);
  if (amount.kind !== 'value' || !negative || amount.value === 0) return amount;
  return { ...amount, value: -amount.value };
}

/** A number that cannot be negative: members, employees, managers. */
export function readCountCell(cell: RegisterCell): NumberReading | { kind: 'unreadable'; reason: 'negative' } {
  const count = readNumberCell(cell);
  return count.kind === 'value' && count.value < 0 ? unreadable('negative') : count;
}

/** A calendar year such as `2025`; never grouped. */
export function readYearCell(cell: RegisterCell): CellReading<number, 'notAYear'> {
  const text = tidyText(cell);
  if (saysNothing(text)) return nothing;
  return /^(?:19[4-9]|20\d|21\d)\d$/.test(text) ? found(Number(text)) : unreadable('notAYear');
}

function roundedNumber(amount: number): NumberReading {
  const whole = Math.sign(amount) * Math.round(Math.abs(amount)) || 0;
  if (!Number.isSafeInteger(whole)) return unreadable('tooLarge');
  // A spreadsheet's sums carry dust in the seventh decimal, which is not a fraction that anybody wrote.
  return { kind: 'value', value: whole, rounded: Math.abs(amount - whole) > 1e-6 };
}

/** `(5)`, `-5` and `5-` are negative, with the currency inside or outside; two signs at once are left for the figure to fail on. */
function withoutSign(text: string): { negative: boolean; figure: string } {
  const bare = text.replace(closing, '').replace(unit, '').replace(currency, '');
  const inside = /^\((.*)\)$/.exec(bare)?.[1] ?? /^-(.*)$/.exec(bare)?.[1] ?? /^(.*\d)-$/.exec(bare)?.[1];
  return { negative: inside !== undefined, figure: (inside ?? bare).trim().replace(currency, '').replace(closing, '') };
}

function readFigure(figure: string): NumberReading {
  const digits = figure.replace(spaced, (thousands) => thousands.replaceAll(' ', ''));
  if (/^\d+$/.test(digits)) return wholeNumber(digits, '');
  if (grouped.test(digits)) return wholeNumber(digits, '');
  const parts = decimal.exec(digits);
  const whole = parts?.[1] ?? parts?.[3];
  const fraction = parts?.[2] ?? parts?.[4];
  if (whole === undefined || fraction === undefined) return unreadable('notANumber');
  const certain = (whole.length >= 4 && fraction.length !== 3) || /^0{1,2}$/.test(fraction);
  return certain ? wholeNumber(whole, fraction) : unreadable('ambiguous');
}

function wholeNumber(digits: string, fraction: string): NumberReading {
  const whole = Number(digits.replace(/\D/g, '')) + (/^[5-9]/.test(fraction) ? 1 : 0);
  if (!Number.isSafeInteger(whole)) return unreadable('tooLarge');
  return { kind: 'value', value: whole, rounded: /[1-9]/.test(fraction) };
}
