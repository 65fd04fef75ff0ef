// One row of an office's register, read cell by cell: imported whole, imported with fields left empty, or rejected.
import * as z from 'zod/mini';
import { activityStatuses, cooperativeForms, cooperativeTypes, membershipScopes } from './cooperative.ts';
import { calendarYearOf, type Day, daySchema, lastEndedBookYear } from './day.ts';
import { holdsNationalId, maskNationalIds } from './national-id.ts';
import { type RegisterCell, readActivityCell, readFlagCell, tidyText } from './register-cell.ts';
import type { RegisterColumns, RegisterField } from './register-columns.ts';
import { type RegisterIssue, registerRejection, registerWarning } from './register-issue.ts';
import { readFormCell, readTypeCell } from './register-kind.ts';
import { accept, amountOf, cellOf, countOf, dayOf, has, longest, type OpenLine, placeOf, textOf, warn } from './register-line.ts';
import {
  groupCodeOf,
  normaliseLegalEntityNumber,
  readVillageCell,
  registerKeyOf,
  splitCooperativeName,
  withoutDistrictWord,
} from './register-name.ts';
import { readYearCell } from './register-number.ts';

const text = z.optional(z.string());
const figure = z.optional(z.int());
const headsSchema = z.object({ male: figure, female: figure, total: figure });

export const registerRowSchema = z.object({
  line: z.int(),
  /** By which an earlier import of the same cooperative is found: its legal-entity number, or else kind, name and village. */
  registerKey: z.string(),
  name: z.string(),
  group: text,
  originalName: z.string(),
  legalEntityNumber: text,
  legalEntityKey: text,
  legalEntityOn: z.optional(daySchema),
  address: text,
  villageName: text,
  villageKind: z.optional(z.enum(['desa', 'kelurahan'])),
  districtName: text,
  regencyName: text,
  activity: z.optional(z.enum(activityStatuses)),
  members: headsSchema,
  employees: headsSchema,
  managers: headsSchema,
  ownCapital: figure,
  externalCapital: figure,
  participationCapital: figure,
  businessVolume: figure,
  shu: figure,
  assets: figure,
  /** What the office counted: its column `rat`, or without one a RAT in the year of the report. */
  ratHeld: z.boolean(),
  /** The last RAT that the row tells of, in whatever year it was held. */
  ratOn: z.optional(daySchema),
  /** Book year of that RAT. Set without `ratOn` when the RAT is marked as held and its date is unknown. */
  bookYear: z.optional(z.int()),
  /** The year that the figures are stated for, where the file has a column for it. */
  reportYear: z.optional(z.int()),
  nikKoperasi: text,
  type: z.optional(z.enum(cooperativeTypes)),
  form: z.optional(z.enum(cooperativeForms)),
  membershipScope: z.optional(z.enum(membershipScopes)),
  sector: text,
});
export type RegisterRow = z.infer<typeof registerRowSchema>;
export type RegisterHeads = z.infer<typeof headsSchema>;

export type RowReading = { kind: 'row'; row: RegisterRow; issues: RegisterIssue[] } | { kind: 'rejected'; issues: RegisterIssue[] };

const totalLine = /^(?:(?:sub|grand) ?)?(?:jumlah|total)(?: (?:koperasi|seluruh(?:nya)?|keseluruhan|anggota|kec.*|kab.*))?[:\d ]*$/i;

/** `asOf` is the day that the register shows; its line in the file only goes into the reports. */
export function readRegisterRow(
  cells: readonly RegisterCell[],
  columns: RegisterColumns,
  { line, asOf }: { line: number; asOf: Day },
): RowReading {
  const open: OpenLine = { cells, columns, line, issues: [] };
  maskCells(open);
  const reject = (code: Parameters<typeof registerRejection>[0], field?: RegisterField): RowReading => ({
    kind: 'rejected',
    issues: [registerRejection(code, field ? placeOf(open, field) : { line })],
  });
  if (cells.slice(columns.headings.length).some((cell) => tidyText(cell) !== '')) return reject('tooManyCells');
  const named = splitCooperativeName(cellOf(open, 'name'));
  if (!named) return reject('nameMissing', 'name');
  if (named.originalName.length > longest.name) return reject('nameTooLong', 'name');
  const legalEntity = legalEntityOf(open);
  if (totalLine.test(named.originalName) && !legalEntity.legalEntityKey) return reject('totalLine', 'name');
  if (legalEntity.legalEntityNumber === undefined) warn(open, 'legalEntityNumberMissing', 'legalEntityNumber');

  const village = accept(open, 'villageName', readVillageCell(cellOf(open, 'villageName')));
  const form = accept(open, 'form', readFormCell(cellOf(open, 'form')));
  const district = textOf(open, 'districtName');
  const identity = { ...named, ...legalEntity, group: groupOf(open) ?? named.group, villageName: village?.name };
  const row: RegisterRow = {
    line,
    registerKey: registerKeyOf(identity),
    ...identity,
    legalEntityOn: dayOf(open, 'legalEntityOn', asOf),
    address: textOf(open, 'address'),
    villageKind: village?.kind,
    districtName: district && withoutDistrictWord(district),
    regencyName: textOf(open, 'regencyName'),
    activity: activityOf(open),
    members: headsOf(open, 'members'),
    employees: headsOf(open, 'employees'),
    managers: headsOf(open, 'managers'),
    ownCapital: amountOf(open, 'ownCapital'),
    externalCapital: amountOf(open, 'externalCapital'),
    participationCapital: amountOf(open, 'participationCapital'),
    businessVolume: amountOf(open, 'businessVolume'),
    shu: amountOf(open, 'shu'),
    assets: amountOf(open, 'assets'),
    ...ratOf(open, asOf),
    nikKoperasi: nikOf(open),
    type: accept(open, 'type', readTypeCell(cellOf(open, 'type'))),
    form: form?.form,
    membershipScope: form?.membershipScope,
    sector: textOf(open, 'sector'),
  };
  return { kind: 'row', row, issues: open.issues };
}

function legalEntityOf(open: OpenLine): { legalEntityNumber: string | undefined; legalEntityKey: string | undefined } {
  const legalEntityNumber = textOf(open, 'legalEntityNumber');
  const key = legalEntityNumber === undefined ? '' : normaliseLegalEntityNumber(legalEntityNumber);
  // `Dalam proses` stands in many rows at once and names none of them.
  const isNumber = /[1-9]/.test(key);
  if (legalEntityNumber !== undefined && !isNumber) warn(open, 'legalEntityNumberUnusual', 'legalEntityNumber');
  return { legalEntityNumber, legalEntityKey: isNumber ? key : undefined };
}

function groupOf(open: OpenLine): string | undefined {
  const written = textOf(open, 'group');
  return written && (groupCodeOf(written) ?? written);
}

function activityOf(open: OpenLine): RegisterRow['activity'] {
  const active = accept(open, 'active', readFlagCell(cellOf(open, 'active')));
  const inactive = accept(open, 'inactive', readFlagCell(cellOf(open, 'inactive')));
  const stated = accept(open, 'activity', readActivityCell(cellOf(open, 'activity')));
  const claims = new Set<RegisterRow['activity']>(stated ? [stated] : []);
  if (active) claims.add('active');
  if (inactive) claims.add('inactive');
  // With only one of the two columns, its no is the other's yes.
  if (active === false && !has(open, 'inactive') && !stated) claims.add('inactive');
  if (inactive === false && !has(open, 'active') && !stated) claims.add('active');
  if (claims.size === 1) return [...claims][0];
  const field = (['active', 'inactive', 'activity'] as const).find((candidate) => has(open, candidate));
  const unread = open.issues.some((issue) => issue.code === 'notAFlag' || issue.code === 'notAnActivity');
  if (claims.size === 2) warn(open, 'activityContradiction', field ?? 'activity');
  else if (field && !unread) warn(open, 'activityUnknown', field);
  return undefined;
}

/** Invariant I4: men and women make up the total. Where they do not, the total is what the office adds up, and stands. */
function headsOf(open: OpenLine, stem: 'members' | 'employees' | 'managers'): RegisterHeads {
  const male = countOf(open, `${stem}Male`);
  const female = countOf(open, `${stem}Female`);
  const total = countOf(open, `${stem}Total`);
  if (male === undefined || female === undefined) return { male, female, total };
  if (total !== undefined && male + female !== total) {
    warn(open, 'headsDoNotAddUp', `${stem}Total`, `${male} + ${female}, ${total}`);
    return { male: undefined, female: undefined, total };
  }
  return { male, female, total: male + female };
}

/** A RAT is held for the book year that ended before it; books of a register's cooperatives close in December. */
function ratOf(open: OpenLine, asOf: Day): Pick<RegisterRow, 'ratHeld' | 'ratOn' | 'bookYear' | 'reportYear'> {
  const flag = accept(open, 'ratHeld', readFlagCell(cellOf(open, 'ratHeld')));
  const ratOn = dayOf(open, 'ratOn', asOf);
  const reportYear = accept(open, 'reportYear', readYearCell(cellOf(open, 'reportYear')));
  if (ratOn !== undefined) {
    const counted = reportYear ?? calendarYearOf(asOf);
    const inReport = calendarYearOf(ratOn) === counted || calendarYearOf(ratOn) === counted + 1;
    return { ratHeld: has(open, 'ratHeld') ? flag === true : inReport, ratOn, bookYear: lastEndedBookYear(ratOn, 12), reportYear };
  }
  if (flag !== true) return { ratHeld: false, ratOn, bookYear: undefined, reportYear };
  const bookYear = calendarYearOf(asOf) - 1;
  warn(open, 'ratWithoutDate', has(open, 'ratOn') ? 'ratOn' : 'ratHeld', String(bookYear));
  return { ratHeld: true, ratOn, bookYear, reportYear };
}

/** Before anything is read: what is stored, kept as the original text or shown in a report comes from these cells. */
function maskCells(open: OpenLine): void {
  const { cells, columns, line } = open;
  open.cells = cells.map((cell, index) => {
    const text = tidyText(cell);
    // A bare one in place of the NIK Koperasi has a warning of its own.
    if (!holdsNationalId(text) || (index === columns.indexOf.nikKoperasi && isSixteenDigits(text))) return cell;
    const value = maskNationalIds(text);
    // Without a field: that the original text is kept beside it would not be so.
    open.issues.push(registerWarning('nationalIdMasked', { line, column: columns.headings[index], value }));
    return /^[* .-]*$/.test(value) ? '' : value;
  });
}

const isSixteenDigits = (text: string): boolean => /^\d{16}$/.test(text.replace(/[\s.'-]/g, ''));

/** Opaque text of the Ministry's system. A national ID in its place is not even shown back. */
function nikOf(open: OpenLine): string | undefined {
  const nikKoperasi = textOf(open, 'nikKoperasi');
  if (nikKoperasi === undefined) return undefined;
  const digits = nikKoperasi.replace(/[\s.'-]/g, '');
  if (isSixteenDigits(nikKoperasi)) {
    const { value, ...place } = placeOf(open, 'nikKoperasi');
    open.issues.push(registerWarning('nikOfPerson', { ...place, value: '*'.repeat(value.length) }));
    return undefined;
  }
  if (!/^\d{13}$/.test(digits)) warn(open, 'nikUnusual', 'nikKoperasi');
  return /^\d{13}$/.test(digits) ? digits : nikKoperasi;
}
