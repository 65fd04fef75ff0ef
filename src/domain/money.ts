// Whole Rupiah as the office writes, reads and spells them.
import * as z from 'zod/mini';

/** Whole Rupiah; a safe integer, negative for a loss. */
export const rupiahSchema = z.int();
export type Rupiah = z.infer<typeof rupiahSchema>;

/** A field that may have been left empty. Empty is not zero: nobody said that there was nothing. */
export const blankableRupiahSchema = z.nullish(rupiahSchema);
export type BlankableRupiah = z.infer<typeof blankableRupiahSchema>;

/** `Rp 1.234.567`, `-Rp 1.234.567`; a blank is shown as `-`, never as `Rp 0`. */
export function formatRupiah(amount: BlankableRupiah): string {
  if (amount === undefined || amount === null) return '-';
  const digits = Math.abs(amount)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}Rp ${digits}`;
}

export type ParsedRupiah =
  | { kind: 'amount'; amount: Rupiah }
  | { kind: 'blank' }
  | { kind: 'invalid'; reason: 'notANumber' | 'fraction' | 'tooLarge' };

const nothing = /^(rp\.?(?=.))?[-\u2212]?$/i;
const currency = /^([-\u2212(]?)rp\.?/i;
const minus = /^[-\u2212]/;
const parentheses = /^\((.*)\)$/;
// Thousands are grouped by dots or not at all: `3.35` is not 335, and a comma is the decimal mark.
const wholeFigure = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+|-))?$/;

/** Reads what officers type and what registers contain: `Rp 1.234.567,-`, `(11.845.222)`, `-5000`; `-` alone is a blank. */
export function parseRupiah(text: string): ParsedRupiah {
  const compact = text.replace(/\s/g, '');
  if (nothing.test(compact)) return { kind: 'blank' };
  const bare = compact.replace(currency, '$1');
  const figure = bare.replace(minus, '').replace(parentheses, '$1');
  const negative = figure !== bare;
  const [, whole, decimals] = wholeFigure.exec(figure) ?? [];
  if (whole === undefined || (minus.test(bare) && parentheses.test(bare.replace(minus, ''))))
    return { kind: 'invalid', reason: 'notANumber' };
  if (decimals && !/^(0+|-)$/.test(decimals)) return { kind: 'invalid', reason: 'fraction' };
  const amount = Number(whole.replaceAll('.', ''));
  if (!Number.isSafeInteger(amount)) return { kind: 'invalid', reason: 'tooLarge' };
  return { kind: 'amount', amount: negative && amount !== 0 ? -amount : amount };
}

const units = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'];
const scales = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'];

/** Terbilang: `1250` is `seribu dua ratus lima puluh`. The unit (rupiah, orang) is the caller's word. */
export function inWords(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number that can be spelled: ${amount}`);
  if (amount === 0) return 'nol';
  if (amount < 0) return `minus ${inWords(-amount)}`;
  const words: string[] = [];
  for (let rest = amount, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale += 1) {
    const group = rest % 1000;
    if (group > 0) words.unshift(scale === 1 && group === 1 ? 'seribu' : spaced(belowThousand(group), scales[scale]));
  }
  return words.join(' ');
}

function belowThousand(count: number): string {
  if (count < 12) return units[count] ?? '';
  if (count < 20) return `${units[count - 10]} belas`;
  if (count < 100) return spaced(`${units[Math.floor(count / 10)]} puluh`, belowThousand(count % 10));
  const hundreds = Math.floor(count / 100);
  return spaced(hundreds === 1 ? 'seratus' : `${units[hundreds]} ratus`, belowThousand(count % 100));
}

function spaced(first: string, second: string | undefined): string {
  return second ? `${first} ${second}` : first;
}
