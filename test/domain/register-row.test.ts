// One row of a register: what is imported, what is imported with a warning, what is rejected.
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { RegisterCell } from '../../src/domain/register-cell.ts';
import { recogniseColumns } from '../../src/domain/register-columns.ts';
import { registerIssueSchema } from '../../src/domain/register-issue.ts';
import { type RegisterRow, readRegisterRow, registerRowSchema } from '../../src/domain/register-row.ts';

const asOf = '2026-04-30';
const whole = { 'Nama Koperasi': 'KSU. Sumber Rejeki', nobh: '08/BH/KDK 22. 1/XII/2000' };

function readingOf(cells: Record<string, RegisterCell>) {
  return readRegisterRow(Object.values(cells), recogniseColumns(Object.keys(cells)), { line: 7, asOf });
}

/** The row, and the codes of its warnings. */
function rowOf(cells: Record<string, RegisterCell>): { row: RegisterRow; codes: string[] } {
  const reading = readingOf({ ...whole, ...cells });
  if (reading.kind !== 'row') throw new Error(JSON.stringify(reading.issues));
  expect(z.parse(z.array(registerIssueSchema), reading.issues)).toEqual(reading.issues);
  z.parse(registerRowSchema, reading.row);
  return { row: reading.row, codes: reading.issues.map((issue) => issue.code) };
}

describe('a row of a register', () => {
  test('that is written cleanly has nothing to report', () => {
    const { row, codes } = rowOf({
      kelurahan: ' Kel.Melati ',
      kecamatan: 'Kec. Utara',
      tglbh: '04/12/2000',
      aktif: ' 1 ',
      tdkaktif: ' - ',
      ang_laki: '1.200',
      ang_wanita: '2.150',
      modalsendiri: ' 2.286.364.874 ',
      shu: '(11.845.222)',
      asset: '-',
      jenis: 'Konsumen',
      bentuk: 'Primer Kabupaten/Kota',
      nik: '6402010010001',
    });
    expect(codes).toEqual([]);
    expect(row).toMatchObject({
      line: 7,
      registerKey: 'number:08/BH/KDK221/XII/2000',
      name: 'Sumber Rejeki',
      group: 'KSU',
      originalName: 'KSU. Sumber Rejeki',
      legalEntityNumber: '08/BH/KDK 22. 1/XII/2000',
      legalEntityOn: '2000-12-04',
      villageName: 'Melati',
      villageKind: 'kelurahan',
      districtName: 'Utara',
      activity: 'active',
      members: { male: 1200, female: 2150, total: 3350 },
      ownCapital: 2_286_364_874,
      shu: -11_845_222,
      assets: undefined,
      type: 'consumer',
      form: 'primary',
      membershipScope: 'regency',
      nikKoperasi: '6402010010001',
      ratHeld: false,
    });
  });

  test('with a cell that cannot be read leaves the field empty and keeps what was written', () => {
    const reading = readingOf({ ...whole, 'Modal Sendiri (Rp)': ' 12.5 ' });
    expect(reading).toMatchObject({
      kind: 'row',
      row: { ownCapital: undefined },
      issues: [{ line: 7, column: 'Modal Sendiri (Rp)', field: 'ownCapital', value: '12.5', severity: 'warning', code: 'ambiguous' }],
    });
  });

  test('with decimals is rounded and says to what', () => {
    const reading = readingOf({ ...whole, shu: '1.234,50' });
    expect(reading).toMatchObject({ row: { shu: 1235 }, issues: [{ code: 'rounded', value: '1.234,50' }] });
    expect(reading.issues[0]?.message.en).toContain('1235');
  });

  test('without a name is rejected', () => {
    for (const name of ['', ' - ', 'KSU.'])
      expect(readingOf({ 'Nama Koperasi': name, nobh: '1/BH' })).toMatchObject({
        kind: 'rejected',
        issues: [{ line: 7, column: 'Nama Koperasi', severity: 'rejected', code: 'nameMissing' }],
      });
  });

  test('with a name beyond reason is rejected', () => {
    expect(readingOf({ nama: 'A'.repeat(201), nobh: '1/BH' })).toMatchObject({ kind: 'rejected', issues: [{ code: 'nameTooLong' }] });
  });

  test('that adds up the others is rejected, unless a cooperative is called so', () => {
    expect(readingOf({ nama: 'JUMLAH', nobh: '', Anggota: '5.222' })).toMatchObject({ kind: 'rejected', issues: [{ code: 'totalLine' }] });
    expect(readingOf({ nama: 'KSU. Total Sejahtera', nobh: '' })).toMatchObject({ kind: 'row', row: { name: 'Total Sejahtera' } });
    expect(readingOf({ nama: 'Total', nobh: '12/BH' })).toMatchObject({ kind: 'row' });
  });

  test('that is longer than its heading is rejected, because its cells are shifted', () => {
    const columns = recogniseColumns(['nama', 'nobh']);
    const where = { line: 3, asOf };
    expect(readRegisterRow(['Maju', ' Jaya', '12/BH'], columns, where)).toMatchObject({
      kind: 'rejected',
      issues: [{ code: 'tooManyCells' }],
    });
    expect(readRegisterRow(['Maju', '12/BH', ' ', ''], columns, where)).toMatchObject({ kind: 'row' });
  });
});

describe('the legal-entity number of a row', () => {
  test('may be missing: the row is then known by kind, name and village', () => {
    const { row, codes } = rowOf({ nobh: ' - ', desa: 'Desa Melati' });
    expect(codes).toEqual(['legalEntityNumberMissing']);
    expect(row).toMatchObject({ legalEntityNumber: undefined, legalEntityKey: undefined, registerKey: 'name:ksu/sumberrejeki/melati' });
  });

  test('without a digit is kept as text and names nobody', () => {
    const { row, codes } = rowOf({ nobh: 'Dalam proses' });
    expect(codes).toEqual(['legalEntityNumberUnusual']);
    expect(row).toMatchObject({ legalEntityNumber: 'Dalam proses', legalEntityKey: undefined });
  });
});

describe('the dates of a row', () => {
  test('outside 1945 and the day of the register are not believed', () => {
    expect(rowOf({ tglbh: '01/05/2026' })).toMatchObject({ row: { legalEntityOn: undefined }, codes: ['dateInFuture'] });
    expect(rowOf({ tglbh: '30/04/2026' })).toMatchObject({ row: { legalEntityOn: '2026-04-30' }, codes: [] });
    expect(rowOf({ tglbh: '25/03/1896' })).toMatchObject({ row: { legalEntityOn: undefined }, codes: ['dateTooOld'] });
    expect(rowOf({ tglbh: '31/02/2011' })).toMatchObject({ row: { legalEntityOn: undefined }, codes: ['noSuchDay'] });
    expect(rowOf({ tglbh: '00/01/1900' })).toMatchObject({ row: { legalEntityOn: undefined }, codes: [] });
  });
});

describe('the activity of a row', () => {
  test.each([
    ['1', '-', 'active', []],
    ['-', '1', 'inactive', []],
    ['1', '', 'active', []],
    ['1', '1', undefined, ['activityContradiction']],
    ['-', '-', undefined, ['activityUnknown']],
    ['', '', undefined, ['activityUnknown']],
    ['?', '-', undefined, ['notAFlag']],
  ])('marked aktif "%s" and tidak aktif "%s" is %s', (aktif, tdkaktif, activity, codes) => {
    expect(rowOf({ aktif, tdkaktif })).toMatchObject({ row: { activity }, codes });
  });

  test('can be said in one column, whose no is an answer', () => {
    expect(rowOf({ aktif: '-' }).row.activity).toBe('inactive');
    expect(rowOf({ aktif: '1' }).row.activity).toBe('active');
    expect(rowOf({ status: 'Tidak Aktif' }).row.activity).toBe('inactive');
    expect(rowOf({ status: 'Bubar' })).toMatchObject({ row: { activity: undefined }, codes: ['notAnActivity'] });
  });

  test('is left open when the columns disagree, and unreported when no column speaks of it', () => {
    expect(rowOf({ aktif: '1', status: 'Tidak Aktif' })).toMatchObject({ row: { activity: undefined }, codes: ['activityContradiction'] });
    expect(rowOf({})).toMatchObject({ row: { activity: undefined }, codes: [] });
  });
});

describe('the heads of a row', () => {
  test('are men and women who make up the total', () => {
    expect(rowOf({ ang_laki: '10', ang_wanita: '15' }).row.members).toEqual({ male: 10, female: 15, total: 25 });
    expect(rowOf({ ang_laki: '10', ang_wanita: '15', Anggota: '25' }).codes).toEqual([]);
    expect(rowOf({ ang_laki: '10', ang_wanita: '-' }).row.members).toEqual({ male: 10, female: undefined, total: undefined });
    expect(rowOf({ kary_laki: '2', kary_wanita: '1', mngr_laki: '1', mngr_wanita: '0' }).row).toMatchObject({
      employees: { total: 3 },
      managers: { male: 1, female: 0, total: 1 },
    });
  });

  test('that do not add up keep the total and lose the split', () => {
    expect(rowOf({ ang_laki: '10', ang_wanita: '15', Anggota: '26' })).toMatchObject({
      row: { members: { male: undefined, female: undefined, total: 26 } },
      codes: ['headsDoNotAddUp'],
    });
  });

  test('are never negative', () => {
    expect(rowOf({ Anggota: '(5)' })).toMatchObject({ row: { members: { total: undefined } }, codes: ['negative'] });
  });
});

describe('the RAT of a row', () => {
  test('is of the book year before its date, whether or not the office counts it for this year', () => {
    expect(rowOf({ rat: '1', tglrat: '06/02/2026' })).toMatchObject({
      row: { ratHeld: true, ratOn: '2026-02-06', bookYear: 2025 },
      codes: [],
    });
    expect(rowOf({ rat: '-', tglrat: '28/2/2021' })).toMatchObject({
      row: { ratHeld: false, ratOn: '2021-02-28', bookYear: 2020 },
      codes: [],
    });
    expect(rowOf({ rat: '1', tglrat: '31/12/2025' }).row.bookYear).toBe(2024);
  });

  test('marked as held without a usable date is of the year before the register', () => {
    const expected = { ratHeld: true, ratOn: undefined, bookYear: 2025 };
    expect(rowOf({ rat: '1', tglrat: '00/01/1900' })).toMatchObject({ row: expected, codes: ['ratWithoutDate'] });
    expect(rowOf({ rat: '1', tglrat: '31/02/2026' })).toMatchObject({ row: expected, codes: ['noSuchDay', 'ratWithoutDate'] });
    expect(rowOf({ rat: '1', tglrat: '06/02/2027' })).toMatchObject({ row: expected, codes: ['dateInFuture', 'ratWithoutDate'] });
    expect(rowOf({ rat: '1' })).toMatchObject({ row: expected, codes: ['ratWithoutDate'] });
  });

  test('not marked and without a date is none', () => {
    expect(rowOf({ rat: '-', tglrat: '00/01/1900' })).toMatchObject({
      row: { ratHeld: false, ratOn: undefined, bookYear: undefined },
      codes: [],
    });
  });

  test('in a file without the mark counts as held in the year of the report', () => {
    expect(rowOf({ tglrat: '2026-02-06' }).row).toMatchObject({ ratHeld: true, bookYear: 2025 });
    expect(rowOf({ tglrat: '2025-02-06' }).row).toMatchObject({ ratHeld: false, bookYear: 2024 });
    expect(rowOf({ tglrat: '2025-02-06', tahun_laporan: '2024' }).row).toMatchObject({ ratHeld: true, bookYear: 2024, reportYear: 2024 });
    expect(rowOf({ tglrat: '2025-02-06', tahun_laporan: '2025' }).row).toMatchObject({ ratHeld: true, bookYear: 2024, reportYear: 2025 });
  });
});

describe('the NIK Koperasi of a row', () => {
  test('is opaque text, thirteen digits as a rule', () => {
    expect(rowOf({ nik: '6402010010001' })).toMatchObject({ row: { nikKoperasi: '6402010010001' }, codes: [] });
    expect(rowOf({ nik: 6402010010001 })).toMatchObject({ row: { nikKoperasi: '6402010010001' }, codes: [] });
    expect(rowOf({ nik: '64.0201' })).toMatchObject({ row: { nikKoperasi: '64.0201' }, codes: ['nikUnusual'] });
  });

  test("is never a person's national ID, which is not even shown back", () => {
    const reading = readingOf({ ...whole, nik: '6402010101700001' });
    expect(reading).toMatchObject({ row: { nikKoperasi: undefined }, issues: [{ code: 'nikOfPerson', value: '*'.repeat(16) }] });
    expect(JSON.stringify(reading)).not.toContain('6402010101700001');
  });
});

describe("a person's national ID in any other cell", () => {
  test('is replaced by stars before it is stored, kept as original text or shown', () => {
    const reading = readingOf({
      ...whole,
      'Nama Koperasi': 'KSU. Sumber Rejeki (640201 010170 0001)',
      alamat: 'Jl. Poros 3, NIK 6402010101700001',
      sektor: '6402\u200b010101700001',
      asset: '6402010101700001',
      nik: 'NIK: 6402010101700001',
      'Catatan lain': '6402010101700001',
    });
    expect(reading).toMatchObject({
      kind: 'row',
      row: {
        name: `Sumber Rejeki (${'*'.repeat(18)})`,
        address: `Jl. Poros 3, NIK ${'*'.repeat(16)}`,
        sector: undefined,
        assets: undefined,
      },
    });
    expect(reading.issues.map(({ code, column }) => `${code} ${column}`)).toEqual(
      expect.arrayContaining([
        'nationalIdMasked Nama Koperasi',
        'nationalIdMasked alamat',
        'nationalIdMasked asset',
        'nationalIdMasked nik',
      ]),
    );
    expect(JSON.stringify(reading).replace(/\D/g, '')).not.toContain('640201010170');
  });

  test('in place of a legal-entity number is none, and in a rejected line it is not shown either', () => {
    expect(rowOf({ nobh: '6402010101700001' })).toMatchObject({
      row: { legalEntityNumber: undefined },
      codes: ['nationalIdMasked', 'legalEntityNumberMissing'],
    });
    const rejected = readingOf({ ...whole, 'Nama Koperasi': 6402010101700001 });
    expect(rejected.kind).toBe('rejected');
    expect(JSON.stringify(rejected)).not.toContain('6402010101700001');
  });
});
