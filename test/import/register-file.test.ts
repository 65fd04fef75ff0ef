// A whole register file, from its bytes to clean rows or a clear refusal.
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { type RegisterFileReading, type RegisterReadOptions, readRegisterFile } from '../../server/import/register-file.ts';
import { registerLimits } from '../../src/domain/register-limits.ts';
import { importing as importingEn } from '../../src/ui/words/en/office-import.ts';
import { importing as importingId } from '../../src/ui/words/id/office-import.ts';

type Read = Extract<RegisterFileReading, { kind: 'read' }>;
const asOf = '2026-04-30';
const fixture = (name: string) => new URL(`../fixtures/${name}`, import.meta.url).pathname;
const reading = (text: string | Uint8Array, options: Partial<RegisterReadOptions> = {}) =>
  readRegisterFile(Buffer.from(text), { asOf, ...options });

async function read(source: string | Uint8Array, options: Partial<RegisterReadOptions> = {}): Promise<Read> {
  const result = await reading(source, options);
  if (result.kind === 'refused') throw new Error(`${result.code}: ${result.message.en}`);
  return result;
}

const refusalOf = async (source: string | Uint8Array) => {
  const result = await reading(source);
  return result.kind === 'refused' ? result.code : 'read';
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a real register', () => {
  test('of 150 cooperatives gives 102 active, 48 inactive and 64 RAT held, with nothing to report', async () => {
    const result = (await readRegisterFile(fixture('register-buleleng-150.csv'), { asOf })) as Read;
    expect(result.counts).toEqual({ read: 150, accepted: 150, warned: 0, rejected: 0, active: 102, inactive: 48, ratHeld: 64 });
    expect(result).toMatchObject({ issues: [], unknownColumns: [], encoding: 'utf-8', format: 'csv', heading: { line: 1 } });
    expect(new Set(result.rows.map(({ group }) => group))).toEqual(new Set(['KUD', 'KSU', 'KSP']));
    expect(result.rows[101]).toMatchObject({ line: 103, ownCapital: -285_266_619, members: { total: 1429 }, bookYear: 2023 });
    // A cooperative that was not counted this year still tells when it last met.
    expect(result.rows.filter(({ bookYear }) => bookYear !== undefined)).toHaveLength(103);
  });

  test('with its faults imports what can be read and names the line of every other', async () => {
    const result = (await readRegisterFile(fixture('register-sample.csv'), { asOf })) as Read;
    expect(result.counts).toEqual({ read: 11, accepted: 8, warned: 3, rejected: 3, active: 5, inactive: 2, ratHeld: 4 });
    expect(result.issues.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
      [4, 'nobh', '93/BH/PAD/KWK 22/III/1996', 'legalEntityNumberShared'],
      [8, 'tglbh', '31/02/2011', 'noSuchDay'],
      [8, 'Anggt', '12.5', 'ambiguous'],
      [8, 'modalsendiri', '5 juta', 'notANumber'],
      [8, 'asset', '1.004.146,50', 'rounded'],
      [8, 'tglrat', '00/01/1900', 'ratWithoutDate'],
      [9, 'nobh', '-', 'legalEntityNumberMissing'],
      [9, 'aktif', '1', 'activityContradiction'],
      [9, 'tglrat', '01/08/2027', 'dateInFuture'],
      [10, 'nmkop', '-', 'nameMissing'],
      [11, 'nobh', '93 / bh / pad / kwk.22 / iii / 1996', 'duplicateLegalEntityNumber'],
      [13, 'nmkop', '', 'nameMissing'],
    ]);
    expect(result.rows.find(({ line }) => line === 7)).toMatchObject({ name: 'Langkah Baru', group: 'KSU', members: { total: undefined } });
  });
});

describe('another office', () => {
  const heading =
    'nmkop,nobh,ang_laki,ang_wanita,kary_laki,kary_wanita,mngr_laki,mngr_wanita,tglbh,alamat,kelurahan,kecamatan,jenis,kelompok,bentuk,sektor,nik,modal_sendiri,modal_luar,asset,vol_usaha,shu,tglrat,tahun_laporan,status';
  const row =
    '"KSU. Maju, Jaya",518/BH/643/DISKOP,1200,800,3,2,1,0,2004-02-25,"Jl. Mawar No. 1, RT 2",Desa Melati,Utara,Konsumen,KSU,Primer Kabupaten/Kota,Perdagangan,6402010010001,2286364874,872677158,3159042032,1898307250,-11845222,2026-02-06,2025,Aktif';

  test('parts by commas, writes ISO dates and splits men and women', async () => {
    const { rows, issues, counts, unknownColumns } = await read(`${heading}\r\n${row}\r\n`);
    expect({ issues, unknownColumns }).toEqual({ issues: [], unknownColumns: [] });
    expect(counts).toMatchObject({ read: 1, active: 1, ratHeld: 1 });
    expect(rows[0]).toMatchObject({
      name: 'Maju, Jaya',
      members: { male: 1200, female: 800, total: 2000 },
      employees: { total: 5 },
      managers: { male: 1, female: 0 },
      address: 'Jl. Mawar No. 1, RT 2',
      legalEntityOn: '2004-02-25',
      ratOn: '2026-02-06',
      bookYear: 2025,
      reportYear: 2025,
      shu: -11_845_222,
      type: 'consumer',
      form: 'primary',
    });
  });

  test('forgets the quotes around a comma: that row is rejected and the others go on', async () => {
    const { counts, issues } = await read(`${heading}\n${row.replaceAll('"', '')}\n${row}\n`);
    expect(counts).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
    expect(issues).toMatchObject([{ line: 2, code: 'tooManyCells' }]);
  });

  test.each([';', ',', '\t', '|'])('parts by "%s" under two lines of title', async (mark) => {
    const lines = [
      ['DAFTAR KOPERASI, per 30 April 2026'],
      [],
      ['No', 'Nama Koperasi', 'Nomor Badan Hukum', 'Aset (Rp)'],
      ['1', 'KSU. Maju', '1/BH', '3.350'],
    ];
    const result = await read(lines.map((cells) => cells.join(mark)).join('\n'));
    expect(result).toMatchObject({ heading: { line: 3 }, rows: [{ line: 4, name: 'Maju', assets: 3350 }] });
  });

  test('numbers its columns below the heading, repeats the heading on every page and prepares empty lines', async () => {
    const text = 'No;Nama;nobh\n(1);(2);(3)\n1;KSU. A;1/BH\n\n2;;\nNo;Nama;nobh\n3;KSU. B;2/BH\n;;\n';
    const { counts, rows } = await read(text);
    expect(counts).toMatchObject({ read: 2, rejected: 0 });
    expect(rows.map(({ line }) => line)).toEqual([3, 7]);
  });

  test('breaks lines inside quotes: the numbers of the lines stay true', async () => {
    const { rows, issues } = await read('nama;nobh;alamat\nKSU. A;1/BH;"Jalan Satu\nNomor 2\r\nDesa"\nKSU. B;2/BH;-\n-;3/BH;-\n');
    expect(rows).toMatchObject([{ line: 2, address: 'Jalan Satu Nomor 2 Desa' }, { line: 5 }]);
    expect(issues).toMatchObject([{ line: 6, code: 'nameMissing' }]);
  });

  test('leaves a quote open: no line behind it is swallowed', async () => {
    const { counts, rows } = await read('nama;nobh;alamat\n"KSU. A;1/BH;-\nKSU. B;2/BH;"Jalan Satu"\nKSU. C;3/BH;-\n');
    expect(counts).toMatchObject({ read: 3, accepted: 3 });
    expect(rows.map(({ address }) => address)).toEqual([undefined, 'Jalan Satu', undefined]);
  });

  test('cuts its lines short: the row is imported with a warning', async () => {
    const { rows, issues } = await read('nama;nobh;shu;alamat\nKSU. A;1/BH;5\n');
    expect({ rows, issues }).toMatchObject({ rows: [{ shu: 5 }], issues: [{ line: 2, code: 'tooFewCells' }] });
    expect(await read('nama;nobh;shu;Catatan;;\nKSU. A;1/BH;5\n')).toMatchObject({ issues: [] });
  });

  test.each([
    ['windows-1252', Buffer.from('nama;nobh\nKSU. Caf\u00e9 Mandiri;1/BH\n', 'latin1')],
    ['utf-8', Buffer.from('\ufeffnama;nobh\nKSU. Caf\u00e9 Mandiri;1/BH\n')],
    ['utf-16le', Buffer.from('\ufeffnama\tnobh\nKSU. Caf\u00e9 Mandiri\t1/BH\n', 'utf16le')],
  ])('writes %s, which is said', async (encoding, bytes) => {
    expect(await read(bytes)).toMatchObject({ encoding, rows: [{ name: 'Café Mandiri' }] });
  });

  test('writes in millions: the column is left out and that is said once', async () => {
    const { rows, issues } = await read('nama;nobh;Aset (Rp juta)\nKSU. A;1/BH;1.234\nKSU. B;2/BH;5\n');
    expect(rows.map(({ assets }) => assets)).toEqual([undefined, undefined]);
    expect(issues).toMatchObject([{ line: 1, column: 'Aset (Rp juta)', code: 'scaledColumn' }]);
  });

  test('has two columns for one field: the second is left out and that is said once, with the first', async () => {
    const { rows, issues, unknownColumns } = await read('nama;nobh;Aset;Total Aset\nKSU. A;1/BH;1.234;99\n');
    expect(rows.map(({ assets }) => assets)).toEqual([1234]);
    expect(issues).toMatchObject([{ line: 1, column: 'Total Aset', code: 'doubledColumn' }]);
    expect(issues[0]?.message.en).toContain('"Aset"');
    expect(unknownColumns).toEqual(['Total Aset']);
  });

  test('has words of its own, which a mapping by hand makes known', async () => {
    const text = 'Badan Usaha;Dokumen\nKSU. A;1/BH\n';
    const refused = await reading(text);
    expect(refused).toMatchObject({ kind: 'refused', code: 'headingNotFound', headings: ['Badan Usaha', 'Dokumen'] });
    const { rows } = await read(text, { mapping: { 'Badan Usaha': 'name', Dokumen: 'legalEntityNumber' } });
    expect(rows).toMatchObject([{ name: 'A', legalEntityKey: '1/BH' }]);
    expect(await reading('nobh;shu\n1/BH;5\n')).toMatchObject({ code: 'nameColumnMissing', headings: ['nobh', 'shu'] });
  });

  test('is not given a mapping that names what is not there', async () => {
    expect(await reading('nama;nobh\nA;1/BH', { mapping: { Dokumen: 'sector' } })).toMatchObject({ code: 'mappingUnknownColumn' });
    const mapping = JSON.parse('{ "nama": "nmae" }');
    const refused = await reading('nama;nobh\nA;1/BH', { mapping });
    expect(refused).toMatchObject({ kind: 'refused', code: 'mappingUnknownField', message: { en: expect.stringContaining('nmae') } });
  });
});

describe('two rows of one cooperative', () => {
  test('are both reported by their number, and the second is not merged into the first', async () => {
    const { rows, issues } = await read(
      'nama;nobh;shu\nKSU. A;93/BH/KWK 22;1\nKSU. B;94/BH;2\nKSU. A Baru;93/bh/kwk.22;3\nKSU. C;93/BH/KWK22;4\n',
    );
    expect(rows).toMatchObject([{ name: 'A', shu: 1 }, { name: 'B' }]);
    expect(issues.map(({ line, code, severity }) => [line, code, severity])).toEqual([
      [2, 'legalEntityNumberShared', 'warning'],
      [2, 'legalEntityNumberShared', 'warning'],
      [4, 'duplicateLegalEntityNumber', 'rejected'],
      [5, 'duplicateLegalEntityNumber', 'rejected'],
    ]);
    expect(issues[2]?.message.id).toContain('baris 2');
  });

  test('without numbers are told by kind, name and village', async () => {
    const { counts, issues } = await read(
      'nama;nobh;desa\nKSU. A;-;Desa X\nKSU. A;-;Desa Y\nKSU  a;;X\nKSU. B;Dalam proses;X\nKSU. C;Dalam proses;X\n',
    );
    expect(counts).toMatchObject({ read: 5, accepted: 4, rejected: 1 });
    expect(issues.filter(({ severity }) => severity === 'rejected')).toMatchObject([{ line: 4, code: 'duplicateName' }]);
  });
});

describe('a workbook', () => {
  const heading = [
    'No',
    'Nama Koperasi',
    'Nomor Badan Hukum',
    'Tanggal Badan Hukum',
    'Jumlah Anggota',
    'Modal Sendiri (Rp)',
    'Aktif',
    'Tidak Aktif',
    'RAT',
    'Tanggal RAT',
  ];

  test('gives real dates and numbers, counted days and text alike', async () => {
    const workbook = await writeWorkbook([
      ['DAFTAR KOPERASI'],
      [],
      heading,
      [
        1,
        'KSU. Maju',
        '1/BH',
        { value: new Date('1996-03-25'), type: Date, format: 'dd/mm/yyyy' },
        3350,
        2_286_364_874,
        1,
        '-',
        1,
        { value: new Date('2026-02-06'), type: Date, format: 'dd/mm/yyyy' },
      ],
      [2, 'KSP. Jaya', '2/BH', 35_149, '1.292', ' (11.845.222) ', null, 1, '-', { value: 0, type: Number, format: '0' }],
      [],
      [3, 'KUD. Ganda', '3/BH', '25/03/1996', 12, 123.456, true, false, true, '00/01/1900'],
    ]).toBuffer();
    const result = await read(workbook);
    expect(result).toMatchObject({ format: 'xlsx', heading: { line: 3 }, counts: { read: 3, active: 2, inactive: 1, ratHeld: 2 } });
    expect(result.rows).toMatchObject([
      {
        line: 4,
        legalEntityOn: '1996-03-25',
        members: { total: 3350 },
        ownCapital: 2_286_364_874,
        activity: 'active',
        ratOn: '2026-02-06',
      },
      { line: 5, legalEntityOn: '1996-03-25', members: { total: 1292 }, ownCapital: -11_845_222, activity: 'inactive', ratOn: undefined },
      { line: 7, legalEntityOn: '1996-03-25', ownCapital: 123, activity: 'active', ratHeld: true, bookYear: 2025 },
    ]);
    expect(result.issues.map(({ line, code }) => [line, code])).toEqual([
      [7, 'rounded'],
      [7, 'ratWithoutDate'],
    ]);
  });

  test('with a cover gives its first register, and says which other sheet holds one', async () => {
    const sheets = [
      { sheet: 'Sampul', data: [['Dinas Koperasi']] },
      {
        sheet: 'Utara',
        data: [
          ['Nama', 'nobh'],
          ['KSU. A', '1/BH'],
        ],
      },
      {
        sheet: 'Selatan',
        data: [
          ['Nama', 'nobh'],
          ['KSU. B', '2/BH'],
        ],
      },
    ];
    const workbook = await writeWorkbook(sheets).toBuffer();
    const first = await read(workbook);
    expect(first).toMatchObject({ sheet: 'Utara', rows: [{ name: 'A' }], issues: [{ code: 'otherSheet', value: 'Selatan' }] });
    expect(await read(workbook, { sheet: 'Selatan' })).toMatchObject({ rows: [{ name: 'B' }], issues: [] });
    expect(await reading(workbook, { sheet: 'Barat' })).toMatchObject({ code: 'sheetNotFound' });
    expect(await reading(workbook, { sheet: 'Sampul' })).toMatchObject({ code: 'headingNotFound' });
  });

  test('that was cut short or holds no table is refused', async () => {
    const workbook = await writeWorkbook([heading, [1, 'KSU. A', '1/BH']]).toBuffer();
    expect(await refusalOf(workbook.subarray(0, 2000))).toBe('damaged');
    expect(await refusalOf(Buffer.concat([workbook.subarray(0, 900), Buffer.alloc(200), workbook.subarray(1100)]))).toBe('damaged');
    expect(await refusalOf(await writeWorkbook([heading]).toBuffer())).toBe('noRows');
    expect(await refusalOf(await writeWorkbook([[]]).toBuffer())).toBe('empty');
  });
});

describe('a file that is no register', () => {
  test.each([
    ['empty', ''],
    ['empty', '\ufeff \r\n\r\n'],
    ['empty', ';;;\n;;;\n'],
    ['noRows', 'nmkop;nobh;shu\n'],
    ['noRows', 'nmkop;nobh;shu\n;;\n\n'],
    ['headingNotFound', 'Yang terhormat,\nbersama ini kami sampaikan\n'],
    ['pdf', '%PDF-1.7\n%âãÏÓ'],
    ['html', '\ufeff<!DOCTYPE html><html><body><table><tr><td>nmkop</td></tr></table>'],
    ['html', '\n<table border=1><tr><td>nmkop</td></tr></table>'],
    ['xml', '<?xml version="1.0"?><Workbook/>'],
    ['json', '[{"nmkop":"KSU. A"}]'],
    ['json', '{ "rows": [] }'],
    ['richText', '{\\rtf1\\ansi nmkop}'],
    ['oldOffice', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['image', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['image', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['archive', Buffer.from('1f8b0800000000', 'hex')],
    ['binary', Buffer.from('6e6d6b6f70003b00', 'hex')],
    ['damaged', Buffer.from('PK\u0003\u0004nonsense')],
  ])('is refused as %s', async (code, content) => {
    const result = await reading(content);
    expect(result).toMatchObject({ kind: 'refused', code });
    if (result.kind === 'refused') expect(result.message.id).toContain('Tidak ada yang diimpor');
  });

  test('is refused when it is not there or is a folder', async () => {
    expect(await readRegisterFile(join(folder, 'tidak-ada.csv'), { asOf })).toMatchObject({ code: 'notFound' });
    expect(await readRegisterFile(folder, { asOf })).toMatchObject({ code: 'notAFile' });
  });

  test('of a gigabyte is refused from its size, without being read', async () => {
    const path = join(folder, 'besar.csv');
    await using file = await open(path, 'w');
    await file.truncate(1024 ** 3);
    const began = performance.now();
    expect(await readRegisterFile(path, { asOf })).toMatchObject({ kind: 'refused', code: 'tooLarge' });
    expect(performance.now() - began).toBeLessThan(500);
  });

  test('is refused above the size that the screen and the door name', async () => {
    const size = `${registerLimits.fileBytes / 1024 ** 2} MB`;
    const refused = await readRegisterFile(Buffer.alloc(registerLimits.fileBytes + 1, 'a'), { asOf });
    expect(refused).toMatchObject({ code: 'tooLarge', message: { id: expect.stringContaining(size), en: expect.stringContaining(size) } });
    for (const words of [importingId, importingEn])
      expect([words.fileHint, words.tooLarge.title].join()).toMatch(new RegExp(`${size}.*${size}`));
  });

  test('may be read from its path like any other', async () => {
    const path = join(folder, 'kecil.csv');
    await writeFile(path, await readFile(fixture('register-sample.csv')));
    expect(await readRegisterFile(path, { asOf })).toMatchObject({ kind: 'read', read: 11 });
  });
});

describe('a long file', () => {
  const line = (index: number) =>
    `${index};KSU. Nomor ${index};Desa Melati;Utara;${index}/BH/XXVII.3/I/2008;25/03/1996;1;-;3.350;1;06/02/2026;7;1;2.286.364.874;872.677.158;1.898.307.250;34.612.032;3.159.042.032`;
  const heading =
    'idkop;nmkop;kelurahan;kecamatan;nobh;tglbh;aktif;tdkaktif;Anggt;rat;tglrat;Krywn;Mngr;modalsendiri;modalluar;volusaha;shu;asset';
  const fileOf = (rows: number) => [heading, ...Array.from({ length: rows }, (_, index) => line(index + 1))].join('\n');

  test('of 10,000 rows is read in seconds and tells how far it is', async () => {
    const progress: number[] = [];
    const began = performance.now();
    const { counts } = await read(fileOf(10_000), { onProgress: ({ done, total }) => progress.push(done / total) });
    // It takes well under a second alone; the tests share their machine.
    expect(performance.now() - began).toBeLessThan(5000);
    expect(counts).toMatchObject({ read: 10_000, accepted: 10_000, ratHeld: 10_000 });
    expect(progress).toHaveLength(20);
    expect(progress.at(-1)).toBe(1);
    expect([...progress].sort((one, other) => one - other)).toEqual(progress);
  });

  test('of more than 200,000 rows is refused', async () => {
    const text = `nama;nobh\n${Array.from({ length: 200_001 }, (_, index) => `A${index};${index}/B`).join('\n')}`;
    expect(await refusalOf(text)).toBe('tooManyRows');
  });
});
