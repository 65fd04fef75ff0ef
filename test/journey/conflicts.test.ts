// Two tablets and a verifier: what was written differently is seen by all, decided by a fact, and decided the same everywhere.

import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import { conflictsOf, openConflicts } from '../../src/data/conflicts.ts';
import type { FieldDatabase } from '../../src/data/database.ts';
import { attentionOf, markSeen, outboxCounts, settledOf } from '../../src/data/outbox.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow } from '../../src/data/rows.ts';
import { attendanceIdOf, isPresent, knownVoidsOf } from '../../src/domain/attendance.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import { databaseForTest } from '../support/database.ts';
import { foundOffice, officeOf, registerDevice } from '../support/office.ts';
import { ownFacts } from '../support/own-facts.ts';
import { tabletOf } from '../support/tablet.ts';
import {
  cooperativeId,
  idOf,
  kukar,
  meetingBody,
  meetingId,
  membersOf,
  officerOne,
  officerTwo,
  openingOf,
  today,
  verifier,
} from '../support/world.ts';

let server: Database;
beforeEach(async () => {
  server = (await databaseForTest()).db;
  await foundOffice(server);
});

interface Tablet {
  db: FieldDatabase;
  sync(): Promise<unknown>;
}

async function signedIn(officer: SessionOfficer, number: number): Promise<Tablet> {
  const deviceId = idOf(number);
  const db = await tabletOf(officer, { deviceId });
  await registerDevice(server, { deviceId, officer });
  const office = officeOf(server, deviceId, officer);
  return { db, sync: () => exchangeAll(db, office, { appVersion: 'test', now: () => today }) };
}

async function record({ db }: Tablet, ...acts: Act[]): Promise<string> {
  const result = await recordActs(db, acts, { now: today });
  if (result.kind !== 'recorded') throw new Error(JSON.stringify(result));
  return result.facts[0]?.id ?? '';
}
const changeOf = (to: string): Act => ({
  type: 'cooperativeChanged',
  id: cooperativeId,
  area: kukar,
  body: { changes: { address: { from: null, to } } },
});
const decideOf = (others: string[], from: string, to: string): Act => ({
  type: 'cooperativeConflictResolved',
  id: cooperativeId,
  area: kukar,
  body: { decisions: { address: { others, from, to } } },
});
const cooperativeAt = async ({ db }: Tablet) => (await readRow(db, 'cooperative', cooperativeId))?.data;

async function threeTablets() {
  const first = await signedIn(officerOne, 1);
  const second = await signedIn(officerTwo, 2);
  const office = await signedIn(verifier, 3);
  const all = [first, second, office];
  for (const tablet of all) await tablet.sync();
  return { first, second, office, all };
}

async function disputedAddress() {
  const world = await threeTablets();
  await record(world.first, changeOf('Jalan Satu'));
  const other = await record(world.second, changeOf('Jalan Dua'));
  for (const tablet of world.all) await tablet.sync();
  return { ...world, other };
}

test('the verifier decides, and all tablets show it; the officer whose value waited is not called for any more', async () => {
  const { second, office, all, other } = await disputedAddress();
  expect(await openConflicts(office.db)).toEqual([{ cooperativeId, area: kukar, count: 1 }]);
  expect(await outboxCounts(second.db)).toMatchObject({ conflict: 1 });
  await record(office, decideOf([other], 'Jalan Satu', 'Jalan Dua'));
  for (const tablet of [office, ...all]) await tablet.sync();
  for (const tablet of all) {
    expect(await cooperativeAt(tablet)).toMatchObject({ address: 'Jalan Dua', conflicts: [], resolutions: [{ officerId: verifier.id }] });
    expect(await openConflicts(tablet.db)).toEqual([]);
  }
  expect(await outboxCounts(second.db)).toMatchObject({ conflict: 0, refused: 0 });
  expect(await settledOf(second.db)).toMatchObject([{ id: other, verdict: { kind: 'conflict' } }]);
});

test('an officer decides not what others recorded, but may give way', async () => {
  const { first, second, other } = await disputedAddress();
  const taken = await recordActs(second.db, [decideOf([other], 'Jalan Satu', 'Jalan Dua')], { now: today });
  expect(taken).toMatchObject({ kind: 'refused', rule: 'conflictNotYours' });
  await record(second, decideOf([other], 'Jalan Satu', 'Jalan Satu'));
  await second.sync();
  await first.sync();
  expect(await cooperativeAt(first)).toMatchObject({ address: 'Jalan Satu', conflicts: [] });
  expect(await attentionOf(second.db)).toEqual([]);
});

test('two decisions that knew nothing of each other are a conflict, shown to whoever came second', async () => {
  const { second, office, other } = await disputedAddress();
  const chief = await signedIn({ ...verifier, id: idOf(0xa7), name: 'Kepala Bidang', role: 'head' }, 4);
  await chief.sync();
  await record(office, decideOf([other], 'Jalan Satu', 'Jalan Dua'));
  const late = await record(chief, decideOf([other], 'Jalan Satu', 'Jalan Tiga'));
  await office.sync();
  await chief.sync();
  await second.sync();
  expect(await cooperativeAt(second)).toMatchObject({ address: 'Jalan Dua', conflicts: [{ other: 'Jalan Tiga', otherFactId: late }] });
  expect(await attentionOf(chief.db)).toMatchObject([{ id: late, state: 'conflict' }]);
  await record(chief, decideOf([late], 'Jalan Dua', 'Jalan Dua'));
  await chief.sync();
  expect(await attentionOf(chief.db)).toEqual([]);
  expect((await cooperativeAt(chief))?.resolutions?.map(({ value }) => value)).toEqual(['Jalan Dua', 'Jalan Tiga', 'Jalan Dua']);
});

test('what an officer has seen stays whole on the tablet and no longer calls for them', async () => {
  const { second, other } = await disputedAddress();
  const [held] = await attentionOf(second.db);
  await markSeen(second.db, held?.deviceSeq ?? 0);
  await second.sync();
  expect(await attentionOf(second.db)).toEqual([]);
  expect(await settledOf(second.db)).toMatchObject([{ id: other, fact: { body: { changes: { address: { to: 'Jalan Dua' } } } } }]);
  expect(await openConflicts(second.db)).toHaveLength(1);
});

const attendanceId = attendanceIdOf(meetingId, '0001');
const attendanceAt = async ({ db }: Tablet) => (await readRow(db, 'attendance', attendanceId))?.data;
const markOf = async (tablet: Tablet): Promise<Act> => ({
  type: 'attendanceMarked',
  id: attendanceId,
  area: kukar,
  body: {
    meetingId,
    memberKey: '0001',
    name: 'Anggota 1',
    role: 'voter',
    mode: 'inPerson',
    arrivedAt: today,
    ...knownVoidsOf(await attendanceAt(tablet)),
  },
});

test('marked at one door and voided at another: all tablets see it, one decides, and all agree', async () => {
  const { first, second, office, all } = await threeTablets();
  await record(
    first,
    { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody },
    { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId, members: membersOf(20) } },
    { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(20) },
  );
  for (const tablet of all) await tablet.sync();
  const marked = await record(first, await markOf(first));
  const other = await record(second, await markOf(second));
  await second.sync();
  const body = { meetingId, markIds: [marked], reason: 'Salah orang' };
  const voided = await record(first, { type: 'attendanceVoided', id: attendanceId, area: kukar, body });
  for (const tablet of [first, ...all]) await tablet.sync();
  for (const tablet of all) {
    expect((await conflictsOf(tablet.db, cooperativeId))?.attendance).toMatchObject([{ dispute: { markIds: [other], against: [voided] } }]);
    expect(isPresent((await attendanceAt(tablet)) ?? expect.fail())).toBe(true);
  }
  expect(await attentionOf(first.db)).toMatchObject([{ id: voided, state: 'conflict', verdict: { rule: 'markedAndVoided' } }]);
  await record(office, {
    type: 'attendanceConflictResolved',
    id: attendanceId,
    area: kukar,
    body: { meetingId, present: false, markIds: [other], against: [voided], note: 'Ditanyakan ke ketua' },
  });
  for (const tablet of [office, ...all]) await tablet.sync();
  for (const tablet of all) {
    expect(isPresent((await attendanceAt(tablet)) ?? expect.fail())).toBe(false);
    expect(await openConflicts(tablet.db)).toEqual([]);
  }
  expect(await attentionOf(first.db)).toEqual([]);
  const again = await record(second, await markOf(second));
  await second.sync();
  expect((await ownFacts(second.db)).find(({ id }) => id === again)?.state).toBe('applied');
});

test('two RATs for one book year are shown to the office side by side, and to the officer who came second (I2)', async () => {
  const { first, second, office, all } = await threeTablets();
  const plan = (id: string): Act => ({ type: 'ratMeetingRecorded', id, area: kukar, body: meetingBody });
  await record(first, plan(meetingId));
  await record(second, plan(idOf(0xd9)));
  for (const tablet of all) await tablet.sync();
  expect((await conflictsOf(office.db, cooperativeId))?.duplicates).toMatchObject([{ bookYear: 2025, meetings: [{}, {}] }]);
  expect(await attentionOf(second.db)).toMatchObject([{ verdict: { rule: 'I2' } }]);
});
