// An office's register file, read up to clean rows in memory: nothing is stored here.
import { readFile, stat } from 'node:fs/promises';
import type { Day } from '../../src/domain/day.ts';
import { type RegisterColumns, type RegisterColumnUse, type RegisterMapping, registerFields } from '../../src/domain/register-columns.ts';
import { type RegisterIssue, registerRejection, registerWarning } from '../../src/domain/register-issue.ts';
import { registerLimits } from '../../src/domain/register-limits.ts';
import { type RegisterRow, readRegisterRow } from '../../src/domain/register-row.ts';
import { fileKindOf, type TextEncoding } from './file-kind.ts';
import { type RegisterRefusal, refuseRegister } from './register-refusal.ts';
import { findHeading, type Heading, isEmptyLine, likelyHeading, type TableLine } from './register-table.ts';
import { readWorkbookTables } from './sheet-table.ts';
import { readTextTable } from './text-table.ts';

export interface RegisterReadOptions {
  /** The day that the register shows; dates after it are not believed. */
  asOf: Day;
  mapping?: RegisterMapping;
  /** Of a workbook; otherwise the first sheet with a heading. */
  sheet?: string;
  onProgress?: (progress: { done: number; total: number }) => void;
}

export interface RegisterCounts {
  /** accepted + rejected */
  read: number;
  accepted: number;
  /** Accepted with at least one warning. */
  warned: number;
  rejected: number;
  active: number;
  inactive: number;
  ratHeld: number;
}

export type RegisterFileReading =
  | {
      kind: 'read';
      rows: RegisterRow[];
      /** In the order of the file. */
      issues: RegisterIssue[];
      mapping: Record<string, RegisterColumnUse>;
      unknownColumns: string[];
      read: number;
      counts: RegisterCounts;
      heading: { line: number; cells: string[] };
      format: 'csv' | 'xlsx';
      encoding?: TextEncoding;
      sheet?: string;
    }
  | RegisterRefusal;

/** Reads a file from its path, or its bytes as they were sent. */
export async function readRegisterFile(source: string | Uint8Array, options: RegisterReadOptions): Promise<RegisterFileReading> {
  const wrongField = Object.values(options.mapping ?? {}).find((use) => use !== 'ignored' && !registerFields.includes(use));
  if (wrongField !== undefined) return refuseRegister('mappingUnknownField', wrongField);
  const content = typeof source === 'string' ? await bytesOf(source) : { kind: 'bytes' as const, bytes: source };
  if (content.kind === 'refused') return content;
  const { bytes } = content;
  if (bytes.length > registerLimits.fileBytes) return refuseRegister('tooLarge');
  const kind = fileKindOf(bytes);
  if (kind === 'zip') return readWorkbook(bytes, options);
  return kind === 'text' ? readText(bytes, options) : refuseRegister(kind);
}

/** The size is asked for first: a file that is too large is not read at all. */
async function bytesOf(path: string): Promise<{ kind: 'bytes'; bytes: Uint8Array } | RegisterRefusal> {
  try {
    // Asked before opening: to open a pipe is to wait for somebody to write into it.
    const about = await stat(path);
    if (!about.isFile()) return refuseRegister('notAFile');
    if (about.size > registerLimits.fileBytes) return refuseRegister('tooLarge');
    return { kind: 'bytes', bytes: await readFile(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuseRegister('notFound');
    return refuseRegister('unreadable');
  }
}

async function readText(bytes: Uint8Array, options: RegisterReadOptions): Promise<RegisterFileReading> {
  const { lines, encoding } = readTextTable(bytes, options.mapping ?? {}, registerLimits.rows + 100);
  const heading = findHeading(lines, options.mapping ?? {});
  const reading = heading ? await readRows(heading, options, 'csv') : withoutHeading(lines);
  return reading.kind === 'read' ? { ...reading, encoding } : reading;
}

async function readWorkbook(bytes: Uint8Array, options: RegisterReadOptions): Promise<RegisterFileReading> {
  const workbook = await readWorkbookTables(bytes);
  if (workbook.kind === 'refused') return refuseRegister(workbook.code);
  const sheets = workbook.sheets.filter(({ name }) => options.sheet === undefined || name === options.sheet);
  if (sheets.length === 0) return refuseRegister('sheetNotFound', options.sheet);
  const headed = sheets.flatMap(({ name, lines }) => {
    const heading = findHeading(lines, options.mapping ?? {});
    return heading ? [{ name, heading }] : [];
  });
  const [first, ...others] = headed;
  if (!first) return withoutHeading(sheets.find(({ lines }) => !lines.every(isEmptyLine))?.lines ?? []);
  const reading = await readRows(first.heading, options, 'xlsx');
  if (reading.kind === 'refused') return reading;
  const left = others.map(({ name }) => registerWarning('otherSheet', { line: first.heading.line, value: name }, name));
  return { ...reading, sheet: first.name, issues: [...left, ...reading.issues] };
}

function withoutHeading(lines: readonly TableLine[]): RegisterRefusal {
  const { headings, known } = likelyHeading(lines);
  if (headings.length === 0) return refuseRegister('empty');
  return refuseRegister(known >= 2 ? 'nameColumnMissing' : 'headingNotFound', undefined, headings);
}

async function readRows(heading: Heading, options: RegisterReadOptions, format: 'csv' | 'xlsx'): Promise<RegisterFileReading> {
  const { columns, cells, line, rows: lines } = heading;
  const [unmatched] = columns.unmatched;
  if (unmatched !== undefined) return refuseRegister('mappingUnknownColumn', unmatched, cells);
  if (lines.length === 0) return refuseRegister('noRows');
  if (lines.length > registerLimits.rows) return refuseRegister('tooManyRows');
  const accepted = new Map<string, RegisterRow>();
  const issues = columns.scaledColumns.map((column) => registerWarning('scaledColumn', { line, column, value: column }));
  issues.push(
    ...columns.doubledColumns.map(({ heading: column, first }) => registerWarning('doubledColumn', { line, column, value: column }, first)),
  );
  for (const [index, row] of lines.entries()) {
    if (index % 500 === 0 && index > 0) {
      options.onProgress?.({ done: index, total: lines.length });
      // A long file is read beside a running server, which gets its turn in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    issues.push(...readLine(row, columns, format, options.asOf, accepted));
  }
  options.onProgress?.({ done: lines.length, total: lines.length });
  issues.sort((one, other) => one.line - other.line);
  const rows = [...accepted.values()];
  const counts = countsOf(rows, issues, lines.length);
  const { mapping, unknownColumns } = columns;
  return { kind: 'read', rows, issues, mapping, unknownColumns, read: lines.length, counts, heading: { line, cells }, format };
}

/** Adds an acceptable row to the accepted ones and tells what is to be reported about the line. */
function readLine(
  { line, cells }: TableLine,
  columns: RegisterColumns,
  format: 'csv' | 'xlsx',
  asOf: Day,
  accepted: Map<string, RegisterRow>,
): RegisterIssue[] {
  const reading = readRegisterRow(cells, columns, { line, asOf });
  if (reading.kind === 'rejected') return reading.issues;
  const { row, issues } = reading;
  const first = accepted.get(row.registerKey);
  if (first) return duplicateOf(first, row, columns);
  accepted.set(row.registerKey, row);
  // A sheet has no short lines: its cells have addresses.
  const lastColumn = Math.max(...Object.values(columns.indexOf));
  if (format === 'csv' && cells.length <= lastColumn) issues.push(registerWarning('tooFewCells', { line }));
  return issues;
}

function duplicateOf(first: RegisterRow, second: RegisterRow, columns: RegisterColumns): RegisterIssue[] {
  const byNumber = second.legalEntityKey !== undefined;
  const field = byNumber ? 'legalEntityNumber' : 'name';
  const column = columns.headings[columns.indexOf[field] ?? -1];
  const place = (row: RegisterRow) => ({
    line: row.line,
    column,
    field,
    value: (byNumber ? row.legalEntityNumber : row.originalName) ?? '',
  });
  return [
    registerWarning(byNumber ? 'legalEntityNumberShared' : 'nameShared', place(first), String(second.line)),
    registerRejection(byNumber ? 'duplicateLegalEntityNumber' : 'duplicateName', place(second), String(first.line)),
  ];
}

function countsOf(rows: readonly RegisterRow[], issues: readonly RegisterIssue[], read: number): RegisterCounts {
  const warnedLines = new Set(issues.filter(({ severity }) => severity === 'warning').map(({ line }) => line));
  const count = (holds: (row: RegisterRow) => boolean) => rows.reduce((sum, row) => sum + (holds(row) ? 1 : 0), 0);
  return {
    read,
    accepted: rows.length,
    warned: count((row) => warnedLines.has(row.line)),
    rejected: read - rows.length,
    active: count((row) => row.activity === 'active'),
    inactive: count((row) => row.activity === 'inactive'),
    ratHeld: count((row) => row.ratHeld),
  };
}
