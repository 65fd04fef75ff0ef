// Takes a register file that has been read into the register: matched, compared, recorded as facts, all of it or nothing.
import type { Kysely } from 'kysely';
import type { Area } from '../../src/domain/area.ts';
import { type Day, dayOf } from '../../src/domain/day.ts';
import { provinceOf } from '../../src/domain/noun.ts';
import type { RegisterColumnUse } from '../../src/domain/register-columns.ts';
import { nameKeyOf } from '../../src/domain/register-name.ts';
import type { RegisterRow } from '../../src/domain/register-row.ts';
import type { Author } from './accept.ts';
import { areasOfProvince } from './area-data.ts';
import { ensureRegency } from './bootstrap.ts';
import { tellPlanner } from './planner.ts';
import { readEdits, readHeldCooperatives, readHeldFigures, readHeldRats } from './register-held.ts';
import { matchRows } from './register-match.ts';
import { editableRows, figuresIdFor, planRow, type RowPlan } from './register-plan.ts';
import { otherRegencyOf, placesOf } from './register-villages.ts';
import {
  heldRejection,
  heldWarning,
  type PlaceInFile,
  placesInFile,
  type ReportedIssue,
  refuseImport,
  type StoreRefusal,
} from './register-words.ts';
import { again } from './retry.ts';
import type { Schema } from './schema.ts';
import { lockServerDevice, recordSurely, systemAuthor } from './server-device.ts';

/** A file that `readRegisterFile` has read. */
export interface RegisterReading {
  rows: readonly RegisterRow[];
  issues: readonly ReportedIssue[];
  mapping: Readonly<Record<string, RegisterColumnUse>>;
  read: number;
  heading: { line: number };
}

export interface RegisterImportOptions {
  /** Code of the regency that the file is the register of, such as `64.02`. */
  regency: string;
  /** The day that the register shows. */
  asOf: Day;
  now: number;
  /** Work everything out and write nothing. */
  dryRun?: boolean;
  /** Who hands the file in; the office itself when nobody is named. */
  author?: Author;
  onProgress?: (progress: { done: number; total: number }) => void;
}

export interface ImportReport {
  regency: { code: string; name: string };
  asOf: Day;
  dryRun: boolean;
  /** imported + updated + unchanged + rejected */
  read: number;
  imported: number;
  updated: number;
  unchanged: number;
  /** Not rejected, with at least one warning. */
  warned: number;
  rejected: number;
  /** As the rows say that were not rejected. */
  active: number;
  inactive: number;
  ratHeld: number;
  /** Rows about a book year whose RAT an officer has recorded; that record stands. */
  ratByOfficer: number;
  /** In the order of the file. */
  issues: ReportedIssue[];
}

export type RegisterImport = { kind: 'imported'; report: ImportReport } | StoreRefusal;

const factsPerBatch = 1_500;

export async function importRegister(
  db: Kysely<Schema>,
  reading: RegisterReading,
  options: RegisterImportOptions,
): Promise<RegisterImport> {
  const { regency, asOf, now } = options;
  if (asOf > dayOf(now)) return refuseImport('asOfInFuture', asOf);
  const areas = await areasFor(db, regency, reading.rows);
  if (!areas) return refuseImport('unknownRegency', regency);
  const report = await again(() => db.transaction().execute((trx) => importInto(trx, reading, options, areas)));
  return { kind: 'imported', report };
}

interface Areas {
  area: Area;
  /** All of the province, where a row names its regency. */
  regencies: readonly Area[];
}

/** The list of all areas takes a quarter of a second to read, so it is asked only for what is not on record. */
async function areasFor(db: Kysely<Schema>, regency: string, rows: readonly RegisterRow[]): Promise<Areas | undefined> {
  const held = await db.selectFrom('record').select('data').where('area', '=', regency).where('noun', '=', 'area').executeTakeFirst();
  if (held && rows.every(({ regencyName }) => regencyName === undefined)) return { area: held.data as Area, regencies: [] };
  const regencies = (await areasOfProvince(provinceOf(regency)))?.filter(({ level }) => level === 'regency') ?? [];
  const area = regencies.find(({ code }) => code === regency);
  return area && { area, regencies };
}

async function importInto(
  trx: Kysely<Schema>,
  reading: RegisterReading,
  { regency, asOf, dryRun = false, ...options }: RegisterImportOptions,
  { area, regencies }: Areas,
): Promise<ImportReport> {
  if (!dryRun) await lockRegency(trx, regency);
  const placeOf = placesInFile(reading.mapping);
  const [rows, strangers] = sorted(reading.rows, placeOf, area, regencies);
  const cooperatives = await readHeldCooperatives(trx, regency);
  const matches = matchRows(rows, cooperatives, placeOf);
  const matched = rows.flatMap((row) => {
    const match = matches.get(row);
    return match ? [[row, match] as const] : [];
  });
  const figuresIds = matched.flatMap(([row, match]) => figuresIdFor(row, match, asOf) ?? []);
  const figures = await readHeldFigures(trx, regency, figuresIds);
  const heldIds = matched.flatMap(([, match]) => (match.kind === 'held' ? match.cooperative.id : []));
  const rats = await readHeldRats(trx, regency, heldIds);
  const isEdited = await readEdits(trx, regency, editableRows(matches.values(), figures));
  const ground = { regency, asOf, placeOf, villageOf: placesOf(area), figures, rats, isEdited };
  const said = issuesByLine(reading.issues);
  const plans = matched.map(([row, match]) => planRow(row, match, said.get(row.line) ?? [], ground));
  const acts = plans.flatMap((plan) => plan.acts);
  if (!dryRun && acts.length > 0) {
    const author = options.author ?? (await systemAuthor(trx, regency));
    for (let done = 0; done < acts.length; done += factsPerBatch) {
      if (acts.length > factsPerBatch && done <= factsPerBatch) await tellPlanner(trx);
      const batch = acts.slice(done, done + factsPerBatch);
      await recordSurely(trx, batch, author);
      options.onProgress?.({ done: done + batch.length, total: acts.length });
    }
  }
  const head = { regency: { code: area.code, name: area.name }, asOf, dryRun };
  return { ...head, ...countsOf(reading, plans, [...strangers, ...districtDoubt(reading, area)]) };
}

/** Nothing of the regency changes between reading it and writing: its tablets wait, and so does another import. */
async function lockRegency(trx: Kysely<Schema>, regency: string): Promise<void> {
  await lockServerDevice(trx);
  await ensureRegency(trx, regency);
  await trx.selectFrom('area').select('code').where('code', '=', regency).forUpdate().execute();
}

/** Rows of this regency, and the rejections of those that name another one. */
function sorted(
  rows: readonly RegisterRow[],
  placeOf: PlaceInFile,
  area: Area,
  regencies: readonly Area[],
): [own: RegisterRow[], strangers: ReportedIssue[]] {
  const own: RegisterRow[] = [];
  const strangers: ReportedIssue[] = [];
  for (const row of rows) {
    const other = row.regencyName && otherRegencyOf(row.regencyName, area, regencies);
    if (other) strangers.push(heldRejection('otherRegency', placeOf(row.line, 'regencyName', row.regencyName), other));
    else own.push(row);
  }
  return [own, strangers];
}

/** A file handed in for the wrong regency shows by its districts. */
function districtDoubt(reading: RegisterReading, area: Area): ReportedIssue[] {
  const known = new Set(area.districts.map(({ name }) => nameKeyOf(name)));
  const named = reading.rows.flatMap(({ districtName }) => districtName ?? []);
  const unknown = named.filter((name) => !known.has(nameKeyOf(name)));
  return unknown.length * 2 > named.length ? [heldWarning('otherDistricts', { line: reading.heading.line }, area.name)] : [];
}

function countsOf(reading: RegisterReading, plans: readonly RowPlan[], more: readonly ReportedIssue[]) {
  const issues = [...reading.issues, ...more, ...plans.flatMap((plan) => plan.issues)].sort((one, other) => one.line - other.line);
  const warnedLines = new Set(issues.filter(({ severity }) => severity === 'warning').map(({ line }) => line));
  const accepted = plans.filter(({ outcome }) => outcome !== 'rejected');
  const count = (holds: (plan: RowPlan) => boolean) => accepted.filter(holds).length;
  return {
    read: reading.read,
    imported: count(({ outcome }) => outcome === 'imported'),
    updated: count(({ outcome }) => outcome === 'updated'),
    unchanged: count(({ outcome }) => outcome === 'unchanged'),
    warned: count(({ row }) => warnedLines.has(row.line)),
    rejected: reading.read - accepted.length,
    active: count(({ row }) => row.activity === 'active'),
    inactive: count(({ row }) => row.activity === 'inactive'),
    ratHeld: count(({ row }) => row.ratHeld),
    ratByOfficer: count(({ isRatByOfficer }) => isRatByOfficer),
    issues,
  };
}

function issuesByLine(issues: readonly ReportedIssue[]): Map<number, ReportedIssue[]> {
  const lines = new Map<number, ReportedIssue[]>();
  for (const issue of issues) lines.set(issue.line, [...(lines.get(issue.line) ?? []), issue]);
  return lines;
}
