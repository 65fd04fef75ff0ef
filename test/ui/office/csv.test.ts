import { expect, test } from 'vitest';
import { csvCell, csvOf } from '../../../src/ui/office/csv.ts';

test('a file begins with the mark of UTF-8 and parts its cells by semicolons, its lines as Windows does', () => {
  expect(csvOf(['Nama', 'Aset'], [['Tirta Makmur', 1_250_000]])).toBe('\uFEFFNama;Aset\r\nTirta Makmur;1250000\r\n');
});

test('numbers are plain, a loss keeps its sign, a blank is not a zero', () => {
  expect([1_234_567, -11_845_222, 0, undefined].map(csvCell)).toEqual(['1234567', '-11845222', '0', '']);
});

test.each([
  ['=1+2', "'=1+2"],
  ['+62', '+62'],
  ['+cmd', "'+cmd"],
  ['-', "'-"],
  ['-11.845.222', '-11.845.222'],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+2', "'  =1+2"],
  ['\t=1+2', `'\t=1+2`],
  ['\u00a0=1+2', `'\u00a0=1+2`],
  ['＝1+2', "'＝1+2"],
  ['=HYPERLINK("x";"y")', `"'=HYPERLINK(""x"";""y"")"`],
  ['Karya-Baru', 'Karya-Baru'],
  ['12/BH/XVIII/2010', '12/BH/XVIII/2010'],
])('%j is written as %j', (text, written) => {
  expect(csvCell(text)).toBe(written);
});

test('what would break a line is quoted', () => {
  expect(csvCell('Jl. Poros; RT 4')).toBe('"Jl. Poros; RT 4"');
  expect(csvCell('Koperasi "Maju"')).toBe('"Koperasi ""Maju"""');
  expect(csvCell(' di tepi ')).toBe('" di tepi "');
  expect(csvCell('dua\nbaris')).toBe('"dua\nbaris"');
});
