import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rupiahText, typeRupiah } from '../../../src/ui/kit/rupiah-typing.ts';
import { casesOf } from '../../support/cases.ts';

const cases = casesOf('rupiah-typing.txt', ['case', 'field', 'before', 'erased', 'typed', 'becomes', 'value']);

describe('a Rupiah field', () => {
  test.each(cases)('$case', ({ field, before, erased, typed, becomes, value }) => {
    const stroke = { text: typed.replace('^', ''), caret: typed.indexOf('^') };
    const direction = erased === 'forward' ? ('forward' as const) : ('backward' as const);
    const shown = typeRupiah(erased ? { ...stroke, before, direction } : stroke, field === 'loss');
    expect(`${shown.text.slice(0, shown.caret)}^${shown.text.slice(shown.caret)}`).toBe(becomes);
    expect(shown.tooLong).toBe(value === 'tooLong');
    if (value !== 'tooLong') expect(shown.value).toBe(value === 'blank' ? undefined : Number(value));
  });

  test('shows any amount so that reading it again gives the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (amount) => {
        const text = rupiahText(amount);
        expect(typeRupiah({ text, caret: text.length }, true)).toEqual({ text, caret: text.length, value: amount, tooLong: false });
      }),
    );
  });

  test('keeps as many digits before the caret as were typed there', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{0,13}$/), fc.nat({ max: 14 }), (digits, place) => {
        const caret = Math.min(place, digits.length);
        const shown = typeRupiah({ text: digits, caret });
        expect(shown.text.slice(0, shown.caret).replaceAll('.', '')).toBe(digits.slice(0, caret));
      }),
    );
  });

  test('a blank is shown as nothing, zero as zero', () => {
    expect(rupiahText(undefined)).toBe('');
    expect(rupiahText(0)).toBe('0');
  });
});
