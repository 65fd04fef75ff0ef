// From a tap in a village to a row at the office: the real code of both sides, with the real database.

import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import type { FieldDatabase } from '../../src/data/database.ts';
import { samenessOf } from '../../src/data/proof.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow, readUnder } from '../../src/data/rows.ts';
import { attendanceIdOf, isPresent, presenceOf } from '../../src/domain/attendance.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import type { Office } from '../../src/sync/send.ts';
import { databaseForTest } from '../support/database.ts';
import { foundOffice, officeOf, registerDevice } from '../support/office.ts';
import { ownFacts } from '../support/own-facts.ts';
import { tabletOf } from '../support/tablet.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  meetingBody,
  meetingId,
  membersOf,
  officerOne,
  officerTwo,
  openingOf,
  stranger,
  today,
  verifier,
} from '../support/world.ts';

let server: Database;
beforeEach(async () => {
  server = (await databaseForTest()).db;
  await foundOffice(server);
});

/** `atOffice` differs from `officer` where a tablet believes what the office knows better. */
async function signedIn(officer: SessionOfficer, number: number, atOffice = officer) {
  const deviceId = idOf(number);
  const db = await tabletOf(officer, { deviceId });
  await registerDevice(server, { deviceId, officer: atOffice });
  const office = officeOf(server, deviceId, atOffice);
  return { db, sync: () => exchangeAll(db, office, { appVersion: 'test', now: () => today }) };
}

const record = async (db: FieldDatabase, ...acts: Act[]) =>
  expect(await recordActs(db, acts, { now: today })).toMatchObject({ kind: 'recorded' });
const meeting: Act = { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody };
const roster: Act = { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId, members: membersOf(20) } };
const opening: Act = { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(20) };
const markOf = (memberKey: string): Act => ({
  type: 'attendanceMarked',
  id: attendanceIdOf(meetingId, memberKey),
  area: kukar,
  body: { meetingId, memberKey, name: `Anggota ${memberKey}`, role: 'voter', mode: 'inPerson', arrivedAt: today },
});
const votersAt = async (db: FieldDatabase) =>
  presenceOf((await readUnder(db, 'attendance', meetingId, kukar)).map((row) => row.data)).voters;

test('a mark made offline stands at the office after the exchange', async () => {
  const tablet = await signedIn(officerOne, 1);
  expect(await tablet.sync()).toMatchObject({ kind: 'done', sent: 0 });
  await record(tablet.db, meeting, roster, opening, markOf('0001'));
  expect(await tablet.sync()).toMatchObject({ kind: 'done', sent: 4 });
  const row = await server.selectFrom('record').selectAll().where('id', '=', attendanceIdOf(meetingId, '0001')).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ area: kukar, noun: 'attendance', root: meetingId, version: 1 });
  expect((await ownFacts(tablet.db)).map((held) => [held.state, held.folding])).toEqual(Array(4).fill(['applied', 0]));
});

test('two tablets take attendance at one meeting and the union is right', async () => {
  const [first, second] = [await signedIn(officerOne, 1), await signedIn(officerTwo, 2)];
  await first.sync();
  await record(first.db, meeting, roster, opening);
  await first.sync();
  await second.sync();
  await record(first.db, ...['0001', '0002', '0003'].map(markOf));
  await record(second.db, ...['0003', '0004'].map(markOf));
  await first.sync();
  await second.sync();
  await first.sync();
  expect(await votersAt(first.db)).toBe(4);
  expect(await votersAt(second.db)).toBe(4);
  const twice = await readRow(first.db, 'attendance', attendanceIdOf(meetingId, '0003'));
  expect(twice?.data.marks).toHaveLength(2);
});

test('a void takes back the mark it names, not the one made meanwhile at another door', async () => {
  const [first, second] = [await signedIn(officerOne, 1), await signedIn(officerTwo, 2)];
  await first.sync();
  await record(first.db, meeting, roster, opening);
  await first.sync();
  await second.sync();
  await record(first.db, markOf('0001'));
  const marked = (await readRow(first.db, 'attendance', attendanceIdOf(meetingId, '0001')))?.data.marks[0]?.factId ?? '';
  await record(second.db, markOf('0001'));
  await second.sync();
  await record(first.db, {
    type: 'attendanceVoided',
    id: attendanceIdOf(meetingId, '0001'),
    area: kukar,
    body: { meetingId, markIds: [marked], reason: 'Salah orang' },
  });
  await first.sync();
  const row = await readRow(first.db, 'attendance', attendanceIdOf(meetingId, '0001'));
  expect(row && isPresent(row.data)).toBe(true);
});

test('two officers change one field: both values survive and both tablets see them', async () => {
  const [first, second] = [await signedIn(officerOne, 1), await signedIn(officerTwo, 2)];
  await first.sync();
  await second.sync();
  const change = (to: string): Act => ({
    type: 'cooperativeChanged',
    id: cooperativeId,
    area: kukar,
    body: { changes: { address: { from: null, to } } },
  });
  await record(first.db, change('Jalan Satu'));
  await record(second.db, change('Jalan Dua'));
  await first.sync();
  await second.sync();
  await first.sync();
  for (const { db } of [first, second]) {
    const row = await readRow(db, 'cooperative', cooperativeId);
    expect(row?.data.address).toBe('Jalan Satu');
    expect(row?.data.conflicts).toMatchObject([{ field: 'address', shown: 'Jalan Satu', other: 'Jalan Dua', otherBy: officerTwo.id }]);
  }
  expect((await second.db.outbox.toArray())[0]?.state).toBe('conflict');
});

test('two officers change different fields: both stand, nothing is in conflict', async () => {
  const [first, second] = [await signedIn(officerOne, 1), await signedIn(officerTwo, 2)];
  await first.sync();
  await second.sync();
  await record(first.db, {
    type: 'cooperativeChanged',
    id: cooperativeId,
    area: kukar,
    body: { changes: { address: { from: null, to: 'Jalan Satu' } } },
  });
  await record(second.db, {
    type: 'cooperativeChanged',
    id: cooperativeId,
    area: kukar,
    body: { changes: { sector: { from: null, to: 'Perkebunan' } } },
  });
  await first.sync();
  await second.sync();
  const row = await readRow(second.db, 'cooperative', cooperativeId);
  expect(row?.data).toMatchObject({ address: 'Jalan Satu', sector: 'Perkebunan' });
  expect(row?.data.conflicts).toBeUndefined();
});

test("a stranger is sent nothing of another's area and can write nothing there", async () => {
  const [owner, other] = [await signedIn(officerOne, 1), await signedIn(stranger, 3)];
  await owner.sync();
  await other.sync();
  expect(await readRow(owner.db, 'cooperative', cooperativeId)).toBeDefined();
  expect(await readRow(other.db, 'cooperative', cooperativeId)).toBeUndefined();
  const forged = await signedIn({ ...stranger, areas: [kukar] }, 4, stranger);
  await record(forged.db, { type: 'cooperativeRecorded', id: idOf(0xc9), area: kukar, body: { ...cooperativeBody, name: 'Lain' } });
  await forged.sync();
  expect(await forged.db.outbox.toArray()).toMatchObject([{ state: 'refused', verdict: { rule: 'area' } }]);
  expect(await server.selectFrom('record').select('id').where('id', '=', idOf(0xc9)).execute()).toEqual([]);
  expect(await readRow(forged.db, 'cooperative', idOf(0xc9))).toBeUndefined();
});

test('the office cannot return a RAT that has not been held', async () => {
  const [field, office] = [await signedIn(officerOne, 1), await signedIn(verifier, 5)];
  await field.sync();
  await record(field.db, meeting);
  await field.sync();
  await office.sync();
  const returned: Act = { type: 'ratReturned', id: meetingId, area: kukar, body: { reason: 'Neraca belum ada' } };
  expect(await recordActs(office.db, [returned], { now: today })).toMatchObject({ kind: 'refused', rule: 'notWaiting' });
});

test('a row that got lost on the way is found by the proof and pulled again in the same round, alone', async () => {
  const [first, second] = [await signedIn(officerOne, 1), await signedIn(officerTwo, 2)];
  await first.sync();
  await record(first.db, meeting, roster, opening, markOf('0001'), markOf('0002'));
  await first.sync();
  const asked: unknown[] = [];
  const office = officeOf(server, idOf(2), officerTwo);
  const losing: Office = {
    ...office,
    exchange: async (request, token) => {
      asked.push(...(request.pulls ?? []));
      const sent = await office.exchange(request, token);
      if (sent.kind !== 'answered') return sent;
      const pages = sent.answer.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.noun !== 'attendance') }));
      return { ...sent, answer: { ...sent.answer, pages } };
    },
  };
  expect(await exchangeAll(second.db, losing, { appVersion: 'test', now: () => today })).toMatchObject({ kind: 'done' });
  expect(asked).toEqual([{ area: kukar, noun: 'attendance', after: '' }]);
  expect(await votersAt(second.db)).toBe(2);
  expect((await samenessOf(second.db)).kind).toBe('same');
});
