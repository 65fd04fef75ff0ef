// An .xlsx workbook as tables, one a sheet; numbers stay numbers, and dates become ISO text.
import readWorkbook from 'read-excel-file/node';
import type { RegisterCell } from '../../src/domain/register-cell.ts';
import { registerLimits } from '../../src/domain/register-limits.ts';
import type { RegisterRefusalCode } from './register-refusal.ts';
import type { TableLine } from './register-table.ts';
import { unpackZip } from './zip-archive.ts';

export interface SheetTable {
  name: string;
  lines: TableLine[];
}

export type WorkbookReading = { kind: 'read'; sheets: SheetTable[] } | { kind: 'refused'; code: RegisterRefusalCode };

const filledCell = /<(?:\w+:)?c\b[^>]*?\sr="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^/])?>/g;

export async function readWorkbookTables(bytes: Uint8Array): Promise<WorkbookReading> {
  const zip = unpackZip(bytes, registerLimits.sheetBytes, (name) => name.startsWith('xl/') && name.endsWith('.xml'));
  if (zip.kind === 'damaged') return { kind: 'refused', code: 'damaged' };
  if (zip.kind === 'tooLarge') return { kind: 'refused', code: 'tooManyRows' };
  const { files } = zip;
  if (!files.has('xl/workbook.xml')) return { kind: 'refused', code: isOffice([...files.keys()]) ? 'otherOffice' : 'archive' };
  for (const [name, content] of files) {
    if (name.startsWith('xl/worksheets/') && isTooWide(content)) return { kind: 'refused', code: 'tooManyRows' };
  }
  try {
    const sheets = await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { kind: 'read', sheets: sheets.map(({ sheet, data }) => ({ name: sheet, lines: data.map(lineOf) })) };
  } catch {
    // The library has many ways to say that a workbook is not one; the office can do the same about each.
    return { kind: 'refused', code: 'damaged' };
  }
}

/** The reader fills the rectangle up to the last cell: one cell in the far corner would take gigabytes. */
function isTooWide(sheet: Buffer): boolean {
  let columns = 0;
  let rows = 0;
  for (const [, letters = '', row] of sheet.toString('latin1').matchAll(filledCell)) {
    columns = Math.max(
      columns,
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
    rows = Math.max(rows, Number(row));
  }
  return rows > registerLimits.rows + 100 || rows * columns > registerLimits.rows * 60;
}

const isOffice = (names: readonly string[]): boolean => names.some((name) => /^(?:word|ppt|xl)\/|^content\.xml$/.test(name));

function lineOf(cells: readonly unknown[], index: number): TableLine {
  return { line: index + 1, cells: cells.map(cellOf) };
}

function cellOf(cell: unknown): RegisterCell {
  if (typeof cell === 'string' || typeof cell === 'number') return cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? String(cell) : '';
}
