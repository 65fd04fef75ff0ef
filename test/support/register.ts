// Register files for tests: written as an office writes them, read and taken into an office's database.
import { readFileSync } from 'node:fs';
import { type RegisterReadOptions, readRegisterFile } from '../../server/import/register-file.ts';
import type { Database } from '../../server/store/database.ts';
import { type ImportReport, importRegister, type RegisterImportOptions } from '../../server/store/register-import.ts';
import type { Noun } from '../../src/domain/noun.ts';
import type { RegisterRow } from '../../src/domain/register-row.ts';
import type { DataOf } from '../../src/domain/world.ts';

export const buleleng = '51.08';
export const registerDay = '2026-04-30';
/** 6 July 2026. */
export const importDay = Date.UTC(2026, 6, 6, 2);
export const realRegister = new URL('../fixtures/register-buleleng-150.csv', import.meta.url).pathname;
export const faultyRegister = new URL('../fixtures/register-sample.csv', import.meta.url).pathname;

const heading = readFileSync(faultyRegister, 'utf8').split('\n')[0];

export interface WrittenRow {
  nmkop: string;
  kelurahan?: string;
  kecamatan?: string;
  nobh?: string;
  tglbh?: string;
  aktif?: string;
  tdkaktif?: string;
  Anggt?: string;
  rat?: string;
  tglrat?: string;
  modalsendiri?: string;
  shu?: string;
  asset?: string;
}

/** A file with the columns of the real one; what a row leaves out is written as `-`. */
export function registerText(rows: readonly WrittenRow[]): string {
  const columns = (heading ?? '').replace('\uFEFF', '').split(';');
  const lines = rows.map((row, index) => {
    const cells: Record<string, unknown> = { aktif: '1', idkop: index + 1, ...row };
    return columns.map((column) => cells[column] ?? '-').join(';');
  });
  return [heading, ...lines].join('\n');
}

export type ImportOptions = Partial<RegisterImportOptions> & {
  mapping?: NonNullable<RegisterReadOptions['mapping']>;
  /** What becomes of a row between reading and storing. */
  breaking?: (row: RegisterRow, index: number) => RegisterRow;
};

/** `source` is a path, or the text of a file. */
export async function importFile(db: Database, source: string, { breaking, ...options }: ImportOptions = {}): Promise<ImportReport> {
  const asOf = options.asOf ?? registerDay;
  const file = source.includes('\n') ? Buffer.from(source) : source;
  const reading = await readRegisterFile(file, { asOf, ...(options.mapping ? { mapping: options.mapping } : {}) });
  if (reading.kind === 'refused') throw new Error(reading.message.en);
  const rows = breaking ? reading.rows.map(breaking) : reading.rows;
  const result = await importRegister(db, { ...reading, rows }, { regency: buleleng, now: importDay, ...options, asOf });
  if (result.kind === 'refused') throw new Error(result.message.en);
  return result.report;
}

export const importRows = (db: Database, rows: readonly WrittenRow[], options: ImportOptions = {}) =>
  importFile(db, `${registerText(rows)}\n`, options);

export async function rowsOf<N extends Noun>(
  db: Database,
  noun: N,
  area = buleleng,
): Promise<{ id: string; root: string; data: DataOf[N] }[]> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'root', 'data'])
    .where('area', '=', area)
    .where('noun', '=', noun)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, data: row.data as unknown as DataOf[N] }));
}

export const countsOf = ({ read, imported, updated, unchanged, warned, rejected }: ImportReport) => ({
  read,
  imported,
  updated,
  unchanged,
  warned,
  rejected,
});
