// A line of a register while it is being read: its cells by field, and the reports about those that could not be read.
import type { Day } from './day.ts';
import { type CellReading, type RegisterCell, readTextCell } from './register-cell.ts';
import type { RegisterColumns, RegisterField } from './register-columns.ts';
import { readDateCell } from './register-date.ts';
import { type RegisterIssue, type RegisterWarning, registerWarning } from './register-issue.ts';
import { readCountCell, readNumberCell } from './register-number.ts';

export interface OpenLine {
  cells: readonly RegisterCell[];
  columns: RegisterColumns;
  line: number;
  issues: RegisterIssue[];
}

/** Characters that a text may have, as in the cooperative's own fields. */
export const longest = {
  name: 200,
  legalEntityNumber: 120,
  address: 300,
  districtName: 120,
  regencyName: 120,
  sector: 120,
  group: 60,
  nikKoperasi: 40,
} as const;
const beforeAnyCooperative = '1945-01-01';

export const has = (open: OpenLine, field: RegisterField): boolean => open.columns.indexOf[field] !== undefined;

/** A field without a column, or beyond the end of a short line, is an empty cell. */
export function cellOf(open: OpenLine, field: RegisterField): RegisterCell {
  const index = open.columns.indexOf[field];
  return index === undefined ? '' : (open.cells[index] ?? '');
}

export function placeOf(open: OpenLine, field: RegisterField) {
  const index = open.columns.indexOf[field];
  const column = index === undefined ? undefined : open.columns.headings[index];
  return { line: open.line, field, column, value: String(cellOf(open, field)).trim() };
}

export function warn(open: OpenLine, code: RegisterWarning, field: RegisterField, detail?: string): void {
  open.issues.push(registerWarning(code, placeOf(open, field), detail));
}

/** The value of a reading; what could not be read is reported and leaves the field empty. */
export function accept<Value>(open: OpenLine, field: RegisterField, reading: CellReading<Value, RegisterWarning>): Value | undefined {
  if (reading.kind === 'value') return reading.value;
  if (reading.kind === 'unreadable') warn(open, reading.reason, field);
  return undefined;
}

export const textOf = (open: OpenLine, field: keyof typeof longest): string | undefined =>
  accept(open, field, readTextCell(cellOf(open, field), longest[field]));

export const amountOf = (open: OpenLine, field: RegisterField): number | undefined =>
  wholeOf(open, field, readNumberCell(cellOf(open, field)));

export const countOf = (open: OpenLine, field: RegisterField): number | undefined =>
  wholeOf(open, field, readCountCell(cellOf(open, field)));

/** A day from 1945 to the day that the register shows. */
export function dayOf(open: OpenLine, field: RegisterField, asOf: Day): Day | undefined {
  const day = accept(open, field, readDateCell(cellOf(open, field)));
  if (day === undefined || (day >= beforeAnyCooperative && day <= asOf)) return day;
  if (day > asOf) warn(open, 'dateInFuture', field, asOf);
  else warn(open, 'dateTooOld', field);
  return undefined;
}

function wholeOf(open: OpenLine, field: RegisterField, reading: ReturnType<typeof readCountCell>): number | undefined {
  if (reading.kind === 'value' && reading.rounded) warn(open, 'rounded', field, String(reading.value));
  return accept(open, field, reading);
}
