// The cells of a register; cases live in test/fixtures/register-*.txt.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readActivityCell, readFlagCell, readTextCell, tidyText } from '../../src/domain/register-cell.ts';
import { readDateCell } from '../../src/domain/register-date.ts';
import { readFormCell, readTypeCell } from '../../src/domain/register-kind.ts';
import { readCountCell, readNumberCell, readYearCell } from '../../src/domain/register-number.ts';
import { casesOf } from '../support/cases.ts';

const padded = (text: string) => `\u00a0 ${text} \t`;
const nothing = { kind: 'nothing' };

describe('text in a cell', () => {
  test('loses its padding, line ends and invisible characters', () => {
    expect(tidyText(' KSU.\u00a0Karya  Mandiri\r\n Jaya\u200b ')).toBe('KSU. Karya Mandiri Jaya');
  });

  test('of a dash or an empty cell says nothing, and too long a text is left unread', () => {
    expect(readTextCell(' - ', 10)).toEqual(nothing);
    expect(readTextCell('', 10)).toEqual(nothing);
    expect(readTextCell('Jalan Baru', 10)).toEqual({ kind: 'value', value: 'Jalan Baru' });
    expect(readTextCell('Jalan Baru 1', 10)).toEqual({ kind: 'unreadable', reason: 'tooLong' });
  });
});

describe('a number in a cell', () => {
  test.each(casesOf('register-number-valid.txt', ['text', 'value', 'note']))('"$text" is $value', ({ text, value, note }) => {
    const expected = value === 'nothing' ? nothing : { kind: 'value', value: Number(value), rounded: note === 'rounded' };
    expect(readNumberCell(text)).toEqual(expected);
    expect(readNumberCell(padded(text))).toEqual(expected);
  });

  test.each(casesOf('register-number-invalid.txt', ['text', 'reason']))('"$text" is left unread: $reason', ({ text, reason }) => {
    expect(readNumberCell(text)).toEqual({ kind: 'unreadable', reason });
  });

  test('that a spreadsheet holds as a number is never taken for grouped digits', () => {
    expect(readNumberCell(123.456)).toEqual({ kind: 'value', value: 123, rounded: true });
    expect(readNumberCell(-1234.5)).toEqual({ kind: 'value', value: -1235, rounded: true });
    expect(readNumberCell(1_635_031_378.0000002)).toEqual({ kind: 'value', value: 1_635_031_378, rounded: false });
    expect(readNumberCell(-0.2)).toEqual({ kind: 'value', value: 0, rounded: true });
    expect(readNumberCell(1e17)).toEqual({ kind: 'unreadable', reason: 'tooLarge' });
  });

  test('with its error code is left unread', () => {
    expect(readNumberCell('#REF!')).toEqual({ kind: 'unreadable', reason: 'notANumber' });
    expect(readNumberCell('########')).toEqual({ kind: 'unreadable', reason: 'notANumber' });
  });

  test('survives being grouped by dots, by commas, by spaces or not at all', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('.', ',', ' ', ''), (amount, mark) => {
        const digits = Math.abs(amount)
          .toString()
          .replace(/\B(?=(\d{3})+$)/g, mark);
        expect(readNumberCell(amount < 0 ? `(${digits})` : digits)).toEqual({ kind: 'value', value: amount || 0, rounded: false });
      }),
    );
  });

  test('is a safe integer whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-()Rp '.split('')) }), (text) => {
        const reading = readNumberCell(text);
        if (reading.kind === 'value') expect(Number.isSafeInteger(reading.value) && !Object.is(reading.value, -0)).toBe(true);
      }),
    );
  });

  test('of people is never negative', () => {
    expect(readCountCell('(5)')).toEqual({ kind: 'unreadable', reason: 'negative' });
    expect(readCountCell('1.292')).toEqual({ kind: 'value', value: 1292, rounded: false });
  });

  test('of a year has four digits of our time', () => {
    expect(readYearCell(' 2025 ')).toEqual({ kind: 'value', value: 2025 });
    expect(readYearCell(2025)).toEqual({ kind: 'value', value: 2025 });
    expect(readYearCell('-')).toEqual(nothing);
    for (const text of ['2.025', '25', '1920', '2025/2026', '20250'])
      expect(readYearCell(text)).toEqual({ kind: 'unreadable', reason: 'notAYear' });
  });
});

describe('a date in a cell', () => {
  test.each(casesOf('register-date-valid.txt', ['text', 'day']))('"$text" is $day', ({ text, day }) => {
    const expected = day === 'nothing' ? nothing : { kind: 'value', value: day };
    expect(readDateCell(text)).toEqual(expected);
    expect(readDateCell(padded(text))).toEqual(expected);
  });

  test.each(casesOf('register-date-invalid.txt', ['text', 'reason']))('"$text" is left unread: $reason', ({ text, reason }) => {
    expect(readDateCell(text)).toEqual({ kind: 'unreadable', reason });
  });

  test("as a spreadsheet's count of days knows that 1900 was no leap year", () => {
    expect(readDateCell(0)).toEqual(nothing);
    expect(readDateCell(1)).toEqual(nothing);
    expect(readDateCell(59)).toEqual({ kind: 'value', value: '1900-02-28' });
    expect(readDateCell(61)).toEqual({ kind: 'value', value: '1900-03-01' });
    expect(readDateCell(35_149)).toEqual({ kind: 'value', value: '1996-03-25' });
    expect(readDateCell(35_149.75)).toEqual({ kind: 'value', value: '1996-03-25' });
    expect(readDateCell(-3)).toEqual({ kind: 'unreadable', reason: 'notADate' });
    expect(readDateCell(Number.NaN)).toEqual({ kind: 'unreadable', reason: 'notADate' });
  });

  test('reads back every day that can be written', () => {
    const days = fc.date({ min: new Date('1945-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = day.split('-').map(Number);
        expect(readDateCell(`${dayOfMonth}/${month}/${year}`)).toEqual({ kind: 'value', value: day });
        expect(readDateCell(Math.floor(date.getTime() / 86_400_000) + 25_569)).toEqual({ kind: 'value', value: day });
      }),
    );
  });
});

describe('a word in a cell', () => {
  const flags: Record<string, unknown> = { yes: { kind: 'value', value: true }, no: { kind: 'value', value: false }, nothing };

  test.each(casesOf('register-flag.txt', ['text', 'value']))('"$text" as a flag is $value', ({ text, value }) => {
    expect(readFlagCell(padded(text))).toEqual(flags[value] ?? { kind: 'unreadable', reason: value });
  });

  test.each(casesOf('register-activity.txt', ['text', 'value']))('"$text" as an activity is $value', ({ text, value }) => {
    const expected = value === 'notAnActivity' ? { kind: 'unreadable', reason: value } : { kind: 'value', value };
    expect(readActivityCell(padded(text))).toEqual(value === 'nothing' ? nothing : expected);
  });

  test('names one of the five types of cooperative', () => {
    expect(readTypeCell('Konsumen')).toEqual({ kind: 'value', value: 'consumer' });
    expect(readTypeCell('Koperasi Simpan Pinjam')).toEqual({ kind: 'value', value: 'savingsLoan' });
    expect(readTypeCell('JASA')).toEqual({ kind: 'value', value: 'service' });
    expect(readTypeCell('-')).toEqual(nothing);
    expect(readTypeCell('Serba Usaha')).toEqual({ kind: 'unreadable', reason: 'unknownType' });
  });

  test('names the form and, where it is written, the reach of the membership', () => {
    expect(readFormCell('Primer Kabupaten/Kota')).toEqual({ kind: 'value', value: { form: 'primary', membershipScope: 'regency' } });
    expect(readFormCell('Sekunder Provinsi')).toEqual({ kind: 'value', value: { form: 'secondary', membershipScope: 'province' } });
    expect(readFormCell('Primer')).toEqual({ kind: 'value', value: { form: 'primary', membershipScope: undefined } });
    expect(readFormCell('Tersier')).toEqual({ kind: 'unreadable', reason: 'unknownForm' });
  });
});
