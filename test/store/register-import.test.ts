// A register file from clean rows to facts in the log, on the real database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import { newId } from '../../server/store/id.ts';
import { importRegister } from '../../server/store/register-import.ts';
import { readBody } from '../../src/domain/fact-types.ts';
import { ratRecordOf } from '../../src/domain/rat-record.ts';
import { recapOf } from '../../src/domain/recap.ts';
import type { RegisterRow } from '../../src/domain/register-row.ts';
import { type OfficeAtStart, officeAtStart } from '../support/office-at-start.ts';
import { actAs } from '../support/officer-acts.ts';
import {
  buleleng,
  countsOf,
  faultyRegister,
  importDay,
  importFile,
  importRows,
  realRegister,
  registerDay,
  rowsOf,
  type WrittenRow,
} from '../support/register.ts';
import { policy } from '../support/world.ts';

let start: OfficeAtStart;
beforeAll(async () => {
  start = await officeAtStart('64', buleleng);
});
afterAll(() => start.drop());

const office = () => start.begin();

const factsOf = (db: Database, type?: string) =>
  db
    .selectFrom('fact')
    .select(['type', 'content', 'kind', 'officer_id'])
    .where('area', '=', buleleng)
    .where('type', type ? '=' : '<>', type ?? 'areaRecorded')
    .orderBy('device_seq')
    .execute();

const codesOf = (report: { issues: { line: number; field?: string | undefined; code: string }[] }) =>
  report.issues.map(({ line, field, code }) => [line, field, code]);

const johor: WrittenRow = {
  nmkop: 'KSU. Johor',
  kelurahan: 'Desa Panji',
  kecamatan: 'Sukasada',
  nobh: '21/BH/PAD/KWK 22/II/1997',
  tglbh: '04/02/1997',
  Anggt: '168',
  rat: '1',
  tglrat: '28/02/2026',
  modalsendiri: '91.593.884',
};

async function timed<T>(work: () => Promise<T>) {
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const [clockMs, cpuMs] = [Math.round(performance.now() - startedAt), Math.round((user + system) / 1000)];
  return { result, clockMs, cpuMs, words: `${clockMs} ms on the clock, ${cpuMs} ms of computing` };
}

describe('the real register', () => {
  test('gives 150 cooperatives, 102 active, 48 inactive and 64 RAT held', async () => {
    const db = await office();
    const report = await importFile(db, realRegister);
    expect(report).toMatchObject({ read: 150, imported: 150, updated: 0, unchanged: 0, warned: 0, rejected: 0, issues: [] });
    expect(report).toMatchObject({ active: 102, inactive: 48, ratHeld: 64, regency: { code: buleleng, name: 'Kabupaten Buleleng' } });
    expect(await rowsOf(db, 'cooperative')).toHaveLength(150);
    expect((await rowsOf(db, 'ratMeeting')).filter(({ data }) => data.bookYears[0] === 2025)).toHaveLength(64);
  });

  test('counts the same RATs in the office’s recap of that day', async () => {
    const db = await office();
    await importFile(db, realRegister);
    const meetings = await rowsOf(db, 'ratMeeting');
    const rows = (await rowsOf(db, 'cooperative')).map(({ id, data }) => ({
      regencyCode: buleleng,
      cooperative: data,
      rats: meetings.filter(({ root }) => root === id).flatMap((meeting) => ratRecordOf(meeting.id, meeting.data) ?? []),
      waivers: [],
    }));
    expect(recapOf(rows, { asOf: registerDay, policy }).total).toMatchObject({ cooperatives: 150, ratHeld: 64 });
  });

  test('finds the codes of villages that the list of areas has under that name', async () => {
    const db = await office();
    await importFile(db, realRegister);
    const cooperatives = (await rowsOf(db, 'cooperative')).map(({ data }) => data);
    expect(cooperatives.filter(({ districtCode }) => districtCode)).toHaveLength(150);
    expect(cooperatives.filter(({ villageCode }) => villageCode)).toHaveLength(137);
    expect(cooperatives.find(({ name }) => name === 'Banyu Amertha')).toMatchObject({
      villageName: 'Kayuputih',
      villageCode: '51.08.04.2003',
    });
    expect(cooperatives.filter(({ villageName }) => villageName === 'Bhaktiseraga')).toHaveLength(3);
  });

  test('imported again changes nothing and writes no fact', async () => {
    const db = await office();
    await importFile(db, realRegister);
    const before = await factsOf(db);
    const again = await importFile(db, realRegister);
    expect(again).toMatchObject({
      read: 150,
      imported: 0,
      updated: 0,
      unchanged: 150,
      rejected: 0,
      active: 102,
      inactive: 48,
      ratHeld: 64,
    });
    const months = await importFile(db, realRegister, { asOf: '2026-07-01' });
    expect(countsOf(months)).toMatchObject({ imported: 0, updated: 0, unchanged: 150 });
    expect(await factsOf(db)).toHaveLength(before.length);
  });

  test('enters the log as facts that every tablet can read', async () => {
    const db = await office();
    await importFile(db, realRegister);
    const facts = await factsOf(db);
    expect(facts.map(({ content }) => readBody(content)).filter((read) => read.kind === 'unreadable')).toEqual([]);
    expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set(['applied']));
  });

  test('looked at first tells the same and writes nothing', async () => {
    const db = await office();
    const karangasem = '51.07';
    const look = await importFile(db, realRegister, { regency: karangasem, dryRun: true });
    expect(countsOf(look)).toEqual({ read: 150, imported: 150, updated: 0, unchanged: 0, warned: 0, rejected: 0 });
    expect(await db.selectFrom('area').selectAll().where('code', '=', karangasem).execute()).toEqual([]);
    expect({ ...look, dryRun: false }).toEqual(await importFile(db, realRegister, { regency: karangasem }));
  });
});

describe('a register with faults', () => {
  test('is imported as far as it can be read, and the counts add up', async () => {
    const db = await office();
    const report = await importFile(db, faultyRegister);
    expect(countsOf(report)).toEqual({ read: 11, imported: 8, updated: 0, unchanged: 0, warned: 3, rejected: 3 });
    expect(report).toMatchObject({ active: 5, inactive: 2, ratHeld: 4 });
    // Its districts are made up, so it may be the file of another regency.
    expect(codesOf(report)[0]).toEqual([1, undefined, 'otherDistricts']);
    expect(countsOf(await importFile(db, faultyRegister))).toMatchObject({ imported: 0, updated: 0, unchanged: 8, rejected: 3 });
  });

  test('keeps the original text of cells that could not be read, until a file has a value there', async () => {
    const db = await office();
    await importFile(db, faultyRegister);
    const [simpan] = (await rowsOf(db, 'cooperative')).filter(({ data }) => data.name === 'Simpan Rapi');
    expect(simpan?.data).toMatchObject({
      group: 'KSP',
      unread: { legalEntityOn: '31/02/2011', membersTotal: '12.5', ownCapital: '5 juta' },
    });
    expect(simpan?.data.legalEntityOn).toBeUndefined();
    await importRows(db, [{ nmkop: 'KSP. Simpan Rapi', nobh: '19/BH/XXVII.3/XI/2011', tglbh: '28/02/2011', modalsendiri: '5.000.000' }]);
    const [after] = (await rowsOf(db, 'cooperative')).filter(({ data }) => data.name === 'Simpan Rapi');
    expect(after?.data).toMatchObject({ legalEntityOn: '2011-02-28' });
    expect(after?.data.unread).toEqual({ membersTotal: '12.5' });
  });

  test('does not merge two rows with one legal-entity number', async () => {
    const db = await office();
    const report = await importRows(db, [johor, { ...johor, nmkop: 'KSU. Lain', nobh: '21/bh/pad/kwk.22/ii/1997' }]);
    expect(countsOf(report)).toMatchObject({ imported: 1, warned: 1, rejected: 1 });
    expect((await rowsOf(db, 'cooperative')).map(({ data }) => data.name)).toEqual(['Johor']);
  });

  test('is not imported by half when one of its rows cannot be stored', async () => {
    const db = await office();
    const rows = Array.from({ length: 900 }, (_, index) => ({ ...johor, nmkop: `KSU. Ke ${index}`, nobh: `${index + 1}/BH/2001` }));
    const broken = (row: RegisterRow, index: number) => (index === 899 ? { ...row, name: 'Tak\0tersimpan' } : row);
    await expect(importRows(db, rows, { breaking: broken })).rejects.toThrow();
    expect(await rowsOf(db, 'cooperative')).toEqual([]);
    expect(await factsOf(db)).toEqual([]);
  });
});

describe('a newer register', () => {
  test('updates by legal-entity number however it is spelled, field by field, and the log tells what was before', async () => {
    const db = await office();
    await importRows(db, [johor]);
    const newer = {
      ...johor,
      nobh: '21 / bh / pad / kwk.22 / ii / 1997',
      Anggt: '170',
      tglrat: '28/02/2026',
      modalsendiri: '-',
      aktif: '-',
      tdkaktif: '1',
    };
    const report = await importRows(db, [newer], { asOf: '2026-07-01' });
    expect(countsOf(report)).toMatchObject({ imported: 0, updated: 1, warned: 0 });
    const facts = await factsOf(db);
    expect(facts.slice(-2).map(({ type, content }) => [type, content.body])).toEqual([
      [
        'cooperativeChanged',
        {
          changes: {
            activity: {
              from: { status: 'active', asOf: registerDay, source: 'register' },
              to: { status: 'inactive', asOf: '2026-07-01', source: 'register' },
            },
          },
        },
      ],
      ['figuresChanged', { changes: { membersTotal: { from: 168, to: 170 } } }],
    ]);
    const [figures] = await rowsOf(db, 'yearlyFigures');
    expect(figures?.data).toMatchObject({ bookYear: 2025, source: 'register', membersTotal: 170, ownCapital: 91_593_884 });
  });

  test('keeps what an officer has changed since, and says so', async () => {
    const db = await office();
    await importRows(db, [{ ...johor, kelurahan: 'Desa Panji' }]);
    const [cooperative] = await rowsOf(db, 'cooperative');
    const officer = await actAs(db, 'officer', buleleng);
    await officer('cooperativeChanged', cooperative?.id ?? '', { changes: { name: { from: 'Johor', to: 'Johor Jaya' } } });
    await officer('figuresChanged', `${cooperative?.id}:2025:register`, { changes: { membersTotal: { from: 168, to: 171 } } });
    const report = await importRows(db, [{ ...johor, Anggt: '169', modalsendiri: '92.000.000' }]);
    expect(countsOf(report)).toMatchObject({ updated: 1, warned: 1, rejected: 0 });
    expect(codesOf(report)).toEqual([
      [2, 'name', 'officerEdited'],
      [2, 'membersTotal', 'officerEdited'],
    ]);
    expect(report.issues[0]).toMatchObject({ column: 'nmkop', value: 'Johor', message: { id: expect.stringContaining('Johor Jaya') } });
    expect((await rowsOf(db, 'cooperative'))[0]?.data.name).toBe('Johor Jaya');
    expect((await rowsOf(db, 'yearlyFigures'))[0]?.data).toMatchObject({ membersTotal: 171, ownCapital: 92_000_000 });
    expect(await importRows(db, [{ ...johor, Anggt: '169', modalsendiri: '92.000.000' }])).toMatchObject({ unchanged: 1, warned: 1 });
  });

  test('does change what an earlier import changed, whoever handed that in', async () => {
    const db = await office();
    const author = { id: newId(), role: 'head' as const, areas: [buleleng] };
    for (const [modalsendiri, nmkop] of [
      ['1.000', 'KSU. Satu'],
      ['2.000', 'KSU. Dua'],
      ['3.000', 'KSU. Tiga'],
    ] as const) {
      await importRows(db, [{ ...johor, modalsendiri, nmkop }], { author });
    }
    expect((await rowsOf(db, 'yearlyFigures'))[0]?.data.ownCapital).toBe(3000);
    expect((await rowsOf(db, 'cooperative'))[0]?.data).toMatchObject({ name: 'Tiga', edited: { name: { officerId: author.id } } });
  });

  test('warns when a known number comes with another name', async () => {
    const db = await office();
    await importRows(db, [johor]);
    expect(codesOf(await importRows(db, [{ ...johor, nmkop: 'KSU. Banjar Baru' }]))).toEqual([[2, 'name', 'renamed']]);
    expect(codesOf(await importRows(db, [{ ...johor, nmkop: 'KSU. BANJAR BARU' }]))).toEqual([]);
  });

  test('that is older than the one on record leaves the activity as it is', async () => {
    const db = await office();
    await importRows(db, [johor], { asOf: '2026-04-30' });
    const report = await importRows(db, [{ ...johor, aktif: '-', tdkaktif: '1', tglrat: '-', rat: '-' }], { asOf: '2025-12-31' });
    expect(codesOf(report)).toEqual([[2, 'active', 'activityNewer']]);
    expect((await rowsOf(db, 'cooperative'))[0]?.data.activity).toMatchObject({ status: 'active' });
  });

  test('states figures for the year it names, so that the years stand beside each other', async () => {
    const db = await office();
    const file = (year: number, members: number) => `Nama Koperasi,No BH,Anggota,Tahun Laporan\nKSU. Johor,21/BH/1997,${members},${year}\n`;
    await importFile(db, file(2024, 100));
    await importFile(db, file(2025, 110));
    const figures = (await rowsOf(db, 'yearlyFigures')).map(({ data }) => [data.bookYear, data.membersTotal]).sort();
    expect(figures).toEqual([
      [2024, 100],
      [2025, 110],
    ]);
  });

  test('with a new total and no split lets the old split go, since men and women must add up', async () => {
    const db = await office();
    await importFile(db, 'nmkop,nobh,ang_laki,ang_wanita,tahun_laporan\nKSU. Johor,21/BH/1997,60,40,2025\n');
    const report = await importFile(db, 'nmkop,nobh,Anggota,tahun_laporan\nKSU. Johor,21/BH/1997,110,2025\n');
    expect(countsOf(report)).toMatchObject({ updated: 1 });
    const [figures] = await rowsOf(db, 'yearlyFigures');
    expect(figures?.data).toMatchObject({ membersTotal: 110 });
    expect([figures?.data.membersMale, figures?.data.membersFemale]).toEqual([undefined, undefined]);
  });
});

describe('a cooperative is found again', () => {
  const nameless: WrittenRow = { nmkop: 'KSU. Johor', kelurahan: 'Panji', kecamatan: 'Sukasada' };

  test('by kind, name and village where the file has no number', async () => {
    const db = await office();
    await importRows(db, [nameless, { ...nameless, kelurahan: 'Ambengan' }]);
    const report = await importRows(db, [{ ...nameless, nmkop: 'Koperasi Serba Usaha JOHOR', Anggt: '12' }]);
    expect(countsOf(report)).toMatchObject({ imported: 0, updated: 1 });
    expect(await rowsOf(db, 'cooperative')).toHaveLength(2);
  });

  test('when it has got its number since', async () => {
    const db = await office();
    await importRows(db, [nameless]);
    const report = await importRows(db, [{ ...nameless, nobh: '5/BH/2026' }]);
    expect(codesOf(report)).toEqual([[2, 'legalEntityNumber', 'numberNowKnown']]);
    expect((await rowsOf(db, 'cooperative')).map(({ data }) => data.legalEntityNumber)).toEqual(['5/BH/2026']);
  });

  test('and not taken for another one with the same name and another number', async () => {
    const db = await office();
    await importRows(db, [{ ...nameless, nobh: '5/BH/2006' }]);
    const report = await importRows(db, [{ ...nameless, nobh: '6/BH/2006' }]);
    expect(codesOf(report)).toEqual([[2, 'legalEntityNumber', 'sameName']]);
    expect(await rowsOf(db, 'cooperative')).toHaveLength(2);
    const unclear = await importRows(db, [nameless]);
    expect(unclear).toMatchObject({ rejected: 1, issues: [{ code: 'legalEntityNumberMissing' }, { code: 'severalMatches' }] });
  });

  test('beside a namesake without a number in the same file, each its own', async () => {
    const db = await office();
    const both = [{ ...nameless, nobh: '5/BH/2006' }, nameless];
    expect(await importRows(db, both)).toMatchObject({ imported: 2 });
    expect(await importRows(db, both)).toMatchObject({ unchanged: 2 });
  });

  test('only within its regency: a row that names another one is rejected', async () => {
    const db = await office();
    const file =
      'nmkop,nobh,kabupaten\nKSU. Satu,1/BH/2001,Kab. Buleleng\nKSU. Dua,2/BH/2001,Kota Denpasar\nKSU. Tiga,3/BH/2001,BULELENG\n';
    const report = await importFile(db, file);
    expect(countsOf(report)).toMatchObject({ read: 3, imported: 2, rejected: 1 });
    expect(report.issues).toMatchObject([
      { line: 3, column: 'kabupaten', value: 'Kota Denpasar', code: 'otherRegency', severity: 'rejected' },
    ]);
  });
});

describe('the RAT of a register', () => {
  test('is that of the book year before its day, held, with the register as its source', async () => {
    const db = await office();
    await importRows(db, [johor, { ...johor, nmkop: 'KSU. Lama', nobh: '9/BH/1999', rat: '-', tglrat: '28/2/2021' }]);
    expect((await rowsOf(db, 'ratMeeting')).map(({ data }) => [data.bookYears, data.heldOn, data.source]).sort()).toEqual([
      [[2020], '2021-02-28', 'register'],
      [[2025], '2026-02-28', 'register'],
    ]);
  });

  test('without a date stands on the last day on which it was known and in time', async () => {
    const db = await office();
    const undated = { ...johor, tglrat: '00/01/1900' };
    const report = await importRows(db, [undated], { asOf: '2026-04-30' });
    expect(report).toMatchObject({ ratHeld: 1, warned: 1, issues: [{ code: 'ratWithoutDate' }] });
    await importRows(db, [{ ...undated, nmkop: 'KSU. Dua', nobh: '2/BH/2002' }], { asOf: '2025-12-31' });
    expect((await rowsOf(db, 'ratMeeting')).map(({ data }) => [data.bookYears[0], data.heldOn]).sort()).toEqual([
      [2024, '2025-06-30'],
      [2025, '2026-04-30'],
    ]);
    expect(countsOf(await importRows(db, [undated], { asOf: '2026-06-01' }))).toMatchObject({ unchanged: 1 });
  });

  test('never overwrites one that an officer has recorded', async () => {
    const db = await office();
    await importRows(db, [{ ...johor, rat: '-', tglrat: '-' }]);
    const [cooperative] = await rowsOf(db, 'cooperative');
    const officer = await actAs(db, 'officer', buleleng);
    const meeting = { cooperativeId: cooperative?.id ?? '', bookYears: [2025], plannedOn: '2026-03-01', callNumber: 1 } as const;
    await officer('ratMeetingRecorded', newId(), {
      ...meeting,
      bookYears: [2025],
      source: 'officer',
      kind: 'rat',
      mode: 'inPerson',
      system: 'direct',
    });
    const report = await importRows(db, [johor]);
    expect(report).toMatchObject({
      ratHeld: 1,
      ratByOfficer: 1,
      unchanged: 1,
      warned: 1,
      issues: [{ code: 'ratByOfficer', field: 'ratOn' }],
    });
    expect((await rowsOf(db, 'ratMeeting')).map(({ data }) => data.source)).toEqual(['officer']);
  });

  test('keeps its day when a newer file gives another for the same book year, and takes a later book year as another RAT', async () => {
    const db = await office();
    await importRows(db, [{ ...johor, tglrat: '28/02/2025' }]);
    const report = await importRows(db, [{ ...johor, tglrat: '01/03/2025' }]);
    expect(report.issues).toMatchObject([{ code: 'ratDateDiffers', value: '2025-03-01' }]);
    await importRows(db, [johor]);
    expect((await rowsOf(db, 'ratMeeting')).map(({ data }) => data.heldOn).sort()).toEqual(['2025-02-28', '2026-02-28']);
  });

  test('answers for the book year of a cooperative that closes its books in June', async () => {
    const db = await office();
    await importRows(db, [{ ...johor, rat: '-', tglrat: '-' }]);
    const [cooperative] = await rowsOf(db, 'cooperative');
    const officer = await actAs(db, 'officer', buleleng);
    await officer('cooperativeChanged', cooperative?.id ?? '', { changes: { bookYearEndMonth: { from: 12, to: 6 } } });
    await importRows(db, [{ ...johor, tglrat: '15/09/2025' }]);
    expect((await rowsOf(db, 'ratMeeting')).map(({ data }) => data.bookYears)).toEqual([[2025]]);
  });
});

describe('the door', () => {
  const empty = { rows: [], issues: [], mapping: {}, read: 0, heading: { line: 1 } };

  test('is closed to a regency that does not exist, and to a day that has not come', async () => {
    const db = await office();
    const unknown = await importRegister(db, empty, { regency: '51.99', asOf: registerDay, now: importDay });
    expect(unknown).toMatchObject({ kind: 'refused', code: 'unknownRegency' });
    const early = await importRegister(db, empty, { regency: buleleng, asOf: '2026-07-08', now: importDay });
    expect(early).toMatchObject({ kind: 'refused', code: 'asOfInFuture' });
  });

  test('lets one of two that come with the same file do the work', async () => {
    const db = await office();
    const both = await Promise.all([importFile(db, realRegister), importFile(db, realRegister)]);
    expect(both.map(({ imported }) => imported).sort()).toEqual([0, 150]);
    expect(await rowsOf(db, 'cooperative')).toHaveLength(150);
  });

  test('takes 10,000 cooperatives with figures and RATs in under 20 seconds, telling how far it is', async () => {
    const db = await office();
    const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...johor, nmkop: `KSU. Ke ${index}`, nobh: `${index + 1}/BH/2001` }));
    const told: number[] = [];
    const first = await timed(() => importRows(db, rows, { onProgress: ({ done }) => told.push(done) }));
    const second = await timed(() => importRows(db, rows));
    process.stdout.write(`10,000 cooperatives: ${first.words}; again: ${second.words}\n`);
    expect([first.result.imported, second.result.unchanged]).toEqual([10_000, 10_000]);
    expect(told).toHaveLength(20);
    // Other suites share the machine, so the clock only tells what is far off.
    expect(first.cpuMs).toBeLessThan(15_000);
    expect(first.clockMs).toBeLessThan(60_000);
  }, 120_000);
});
