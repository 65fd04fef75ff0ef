/** A table as a file for a spreadsheet, as offices here open them: UTF-8 with BOM, semicolons, plain numbers, no live formulas. */

export type CsvCell = string | number | undefined;

/** Excel takes the bytes for UTF-8 only behind this mark. */
const byteOrderMark = '\uFEFF';
const quotable = /[;"\r\n]|^\s|\s$/;
// What a spreadsheet would run when it opens the file (OWASP, CSV injection).
const formula = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const numeric = /^[+-]?\d[\d.,]*$/;

export const csvOf = (headings: readonly string[], rows: Iterable<readonly CsvCell[]>): string =>
  `${byteOrderMark}${[headings, ...rows].map((cells) => `${cells.map(csvCell).join(';')}\r\n`).join('')}`;

/** Text that would be run as a formula gets an apostrophe before it; a number stays a number, a blank stays blank. */
export function csvCell(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) && !numeric.test(cell) ? `'${cell}` : cell;
  return quotable.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
