// Rupiah as written, read and spelled; cases live in test/fixtures/money-*.txt.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { blankableRupiahSchema, formatRupiah, inWords, parseRupiah, rupiahSchema } from '../../src/domain/money.ts';
import { casesOf } from '../support/cases.ts';

const amounts = fc.maxSafeInteger().map((amount) => amount || 0);

describe('an amount of money', () => {
  test('is a whole number of Rupiah that survives arithmetic', () => {
    expect(z.safeParse(rupiahSchema, -1_234_567).success).toBe(true);
    expect(z.safeParse(rupiahSchema, 0.5).success).toBe(false);
    expect(z.safeParse(rupiahSchema, 2 ** 53).success).toBe(false);
    expect(z.safeParse(rupiahSchema, '5000').success).toBe(false);
  });

  test('left blank stays blank and never becomes zero', () => {
    expect(z.parse(blankableRupiahSchema, undefined)).toBeUndefined();
    expect(z.parse(blankableRupiahSchema, null)).toBeNull();
    expect(z.parse(blankableRupiahSchema, 0)).toBe(0);
    expect(formatRupiah(undefined)).toBe('-');
    expect(formatRupiah(null)).toBe('-');
    expect(formatRupiah(0)).toBe('Rp 0');
  });

  test('is shown with dots between the thousands', () => {
    expect(formatRupiah(1_234_567)).toBe('Rp 1.234.567');
    expect(formatRupiah(-1_234_567)).toBe('-Rp 1.234.567');
    expect(formatRupiah(999)).toBe('Rp 999');
    expect(formatRupiah(1000)).toBe('Rp 1.000');
  });

  test('read back from its shown form is the same amount', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseRupiah(formatRupiah(amount))).toEqual({ kind: 'amount', amount });
      }),
    );
  });

  test('is never guessed at: any text is an amount, a blank or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-()Rp '.split('')) }), (text) => {
        const parsed = parseRupiah(text);
        if (parsed.kind === 'amount') expect(Number.isSafeInteger(parsed.amount)).toBe(true);
      }),
    );
  });
});

describe('text read as an amount', () => {
  test.each(casesOf('money-valid.txt', ['text', 'amount']))('"$text" is $amount', ({ text, amount }) => {
    expect(parseRupiah(text)).toEqual(amount === 'blank' ? { kind: 'blank' } : { kind: 'amount', amount: Number(amount) });
  });

  test.each(casesOf('money-invalid.txt', ['text', 'reason']))('"$text" is refused: $reason', ({ text, reason }) => {
    expect(parseRupiah(text)).toEqual({ kind: 'invalid', reason });
  });
});

describe('an amount in words', () => {
  test.each(casesOf('money-words.txt', ['amount', 'words']))('$amount is $words', ({ amount, words }) => {
    expect(inWords(Number(amount))).toBe(words);
  });

  test('is different for different amounts', () => {
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        expect(inWords(one) === inWords(other)).toBe(one === other);
      }),
    );
  });

  test('is refused for a fraction', () => {
    expect(() => inWords(1.5)).toThrow(RangeError);
  });
});
