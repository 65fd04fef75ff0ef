// What a row of a register says of the cooperative itself: a new one, or the fields in which it differs from the one on record.
import { sameValue } from '../../src/domain/canonical.ts';
import type { Changes } from '../../src/domain/change.ts';
import type { Cooperative, CooperativeBody } from '../../src/domain/cooperative.ts';
import type { Day } from '../../src/domain/day.ts';
import { saysNothing } from '../../src/domain/register-cell.ts';
import type { RegisterField } from '../../src/domain/register-columns.ts';
import { nameKeyOf, normaliseLegalEntityNumber } from '../../src/domain/register-name.ts';
import type { RegisterRow } from '../../src/domain/register-row.ts';
import type { EditedByOfficer, HeldCooperative } from './register-held.ts';
import type { Place } from './register-villages.ts';
import { heldWarning, type PlaceInFile, type ReportedIssue } from './register-words.ts';

type Field = Exclude<keyof CooperativeBody, 'regencyCode'>;
type Said = { [F in Field]?: CooperativeBody[F] | null };

export interface RowInFile {
  row: RegisterRow;
  place: Place;
  /** Cells of this row that were not read, by field, as they were written. */
  unread: Record<string, string>;
  asOf: Day;
  placeOf: PlaceInFile;
}

/** What most registers leave out is what most cooperatives are: primary, of one regency, closing their books in December. */
export function newCooperativeOf(file: RowInFile, regency: string): CooperativeBody {
  const said = Object.fromEntries(Object.entries(saidOf(file)).filter(([, value]) => value !== null && value !== undefined));
  return {
    regencyCode: regency,
    name: file.row.name,
    form: 'primary',
    membershipScope: 'regency',
    bookYearEndMonth: 12,
    legalStatus: 'active',
    ...said,
    ...(Object.keys(file.unread).length > 0 ? { unread: file.unread } : {}),
  };
}

/** Only fields that the file has a value for, and none that an officer has set to something else. */
export function cooperativeChangesOf(
  file: RowInFile,
  { id, data }: HeldCooperative,
  isEdited: EditedByOfficer,
): { changes: Changes | undefined; issues: ReportedIssue[] } {
  const { row, placeOf } = file;
  const changes: Changes = {};
  const issues: ReportedIssue[] = [];
  for (const [field, to] of Object.entries(saidOf(file)) as [Field, unknown][]) {
    const from = data[field];
    if (to === undefined || isSame(field, from, to, file, data)) continue;
    const column = columnOf[field] ?? 'name';
    const warn = (code: Parameters<typeof heldWarning>[0], detail: string) => {
      if (!issues.some((issue) => issue.code === code && issue.field === column)) {
        issues.push(heldWarning(code, placeOf(row.line, column, wordsOf(to)), detail));
      }
    };
    if (partsOf(field).some((part) => isEdited(id, data, part))) warn('officerEdited', wordsOf(data[partsOf(field)[0] ?? field]));
    else if (field === 'activity' && data.activity && data.activity.asOf > file.asOf) warn('activityNewer', data.activity.asOf);
    else {
      if (field === 'name' && nameKeyOf(data.name) !== nameKeyOf(row.name)) warn('renamed', data.name);
      changes[field] = { from: from ?? null, to: to ?? null };
    }
  }
  const unread = unreadAfter(data, file);
  if (!sameValue(data.unread, unread) && !isEdited(id, data, 'unread')) changes.unread = { from: data.unread ?? null, to: unread };
  return { changes: Object.keys(changes).length > 0 ? changes : undefined, issues };
}

const columnOf: Partial<Record<Field, RegisterField>> = {
  name: 'name',
  group: 'group',
  legalEntityNumber: 'legalEntityNumber',
  legalEntityOn: 'legalEntityOn',
  address: 'address',
  villageName: 'villageName',
  villageCode: 'villageName',
  districtName: 'districtName',
  districtCode: 'districtName',
  activity: 'active',
  nikKoperasi: 'nikKoperasi',
  type: 'type',
  form: 'form',
  membershipScope: 'form',
  sector: 'sector',
};

/** A name and its code say one thing: who has set either has set both. */
function partsOf(field: Field): Field[] {
  if (field === 'villageCode' || field === 'villageName') return ['villageName', 'villageCode'];
  if (field === 'districtCode' || field === 'districtName') return ['districtName', 'districtCode'];
  return [field];
}

function saidOf({ row, place, asOf }: RowInFile): Said {
  return {
    name: row.name,
    group: row.group,
    legalEntityNumber: row.legalEntityNumber,
    legalEntityOn: row.legalEntityOn,
    address: row.address,
    ...place,
    activity: row.activity && { status: row.activity, asOf, source: 'register' },
    nikKoperasi: row.nikKoperasi,
    type: row.type,
    form: row.form,
    membershipScope: row.membershipScope,
    sector: row.sector,
  };
}

/** Spellings of one number or one village are one value, and a status that has not changed keeps the day it was first seen. */
function isSame(field: Field, held: unknown, said: unknown, { place }: RowInFile, data: Cooperative): boolean {
  if (sameValue(held, said)) return true;
  if (held === undefined || held === null) return false;
  if (field === 'legalEntityNumber') return normaliseLegalEntityNumber(String(held)) === normaliseLegalEntityNumber(String(said));
  if (field === 'villageName' || field === 'districtName') return nameKeyOf(String(held)) === nameKeyOf(String(said));
  if (field === 'villageCode') return said === null && nameKeyOf(data.villageName ?? '') === nameKeyOf(place.villageName ?? '');
  if (field === 'districtCode') return said === null && nameKeyOf(data.districtName ?? '') === nameKeyOf(place.districtName ?? '');
  return field === 'activity' && data.activity?.status === (said as Cooperative['activity'])?.status;
}

function unreadAfter(data: Cooperative, { row, unread }: RowInFile): Record<string, string> | null {
  const kept = Object.entries(data.unread ?? {}).filter(([field]) => !hasValue(row, field));
  const after = { ...Object.fromEntries(kept), ...unread };
  return Object.keys(after).length > 0 ? after : null;
}

const headsField = /^(members|employees|managers)(Male|Female|Total)$/;

/** Whether the file now has a value where an earlier one had only something that could not be read. */
function hasValue(row: RegisterRow, field: string): boolean {
  const [, stem, part] = headsField.exec(field) ?? [];
  if (stem && part) return row[stem as 'members'][part.toLowerCase() as 'total'] !== undefined;
  if (field === 'active' || field === 'inactive') return row.activity !== undefined;
  return (row as Record<string, unknown>)[field] !== undefined;
}

const longestUnread = 300;
/** After these the field was left empty and what was written there is worth keeping; a person's national ID never is. */
const unreadCodes = new Set([
  ...['notANumber', 'ambiguous', 'tooLarge', 'negative', 'notADate', 'noSuchDay', 'dateInFuture', 'dateTooOld', 'notAYear'],
  ...['notAFlag', 'notAnActivity', 'unknownType', 'unknownForm', 'notAVillage', 'tooLong', 'ratWithoutDate'],
]);

export function unreadOf(issues: readonly ReportedIssue[]): Record<string, string> {
  const unread = issues.filter(({ code, field, value }) => field && unreadCodes.has(code) && !saysNothing(value) && !isEmptyDate(value));
  return Object.fromEntries(unread.map(({ field, value }) => [field, value.slice(0, longestUnread)]));
}

/** A spreadsheet's empty date. */
const isEmptyDate = (value: string): boolean => /^0?0[/.-]0?[01][/.-](?:1900|0000)$/.test(value);

function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return '-';
  return typeof value === 'object' ? String((value as { status?: unknown }).status ?? JSON.stringify(value)) : String(value);
}
