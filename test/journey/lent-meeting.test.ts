// Two tablets at one RAT without signal: the second takes the meeting over from the first one's screen, and the office joins what both marked.
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import type { FieldDatabase } from '../../src/data/database.ts';
import { isLent, lendRows } from '../../src/data/lend.ts';
import { samenessOf } from '../../src/data/proof.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow, readUnder } from '../../src/data/rows.ts';
import { attendanceIdOf, presenceOf } from '../../src/domain/attendance.ts';
import { passOf, readPass } from '../../src/domain/meeting-pass.ts';
import { meetingStateOf } from '../../src/domain/rat-meeting.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import { contentOfFrames, framesOf, gather } from '../../src/ui/join/frames.ts';
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
  stranger,
  today,
} from '../support/world.ts';

let server: Database;
let first: Awaited<ReturnType<typeof signedIn>>;
let second: Awaited<ReturnType<typeof signedIn>>;
beforeEach(async () => {
  server = (await databaseForTest()).db;
  await foundOffice(server);
  [first, second] = [await signedIn(officerOne, 1), await signedIn(officerTwo, 2)];
  await first.sync();
  await second.sync();
  await record(
    first.db,
    { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody },
    { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId, members: membersOf(20) } },
    { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(20) },
  );
});

async function signedIn(officer: SessionOfficer, number: number) {
  const deviceId = idOf(number);
  const db = await tabletOf(officer, { deviceId });
  await registerDevice(server, { deviceId, officer });
  const office = officeOf(server, deviceId, officer);
  return { db, sync: () => exchangeAll(db, office, { appVersion: 'test', now: () => today }) };
}

const record = async (db: FieldDatabase, ...acts: Act[]) =>
  expect(await recordActs(db, acts, { now: today })).toMatchObject({ kind: 'recorded' });
const markOf = (memberKey: string): Act => ({
  type: 'attendanceMarked',
  id: attendanceIdOf(meetingId, memberKey),
  area: kukar,
  body: { meetingId, memberKey, name: `Anggota ${memberKey}`, role: 'voter', mode: 'inPerson', arrivedAt: today },
});
const votersAt = async (db: FieldDatabase) =>
  presenceOf((await readUnder(db, 'attendance', meetingId, kukar)).map((row) => row.data)).voters;

/** By codes, as one camera sees them on the other screen. */
async function show(from: FieldDatabase, to: FieldDatabase) {
  const meeting = await readRow(from, 'ratMeeting', meetingId, cooperativeId);
  const roster = await readRow(from, 'roster', meetingId, meetingId);
  if (!meeting || !roster) throw new Error('nothing to show');
  const frames = (await framesOf(passOf(meeting, roster))) ?? [];
  const caught = frames.reduce<Parameters<typeof gather>[0]>(gather, undefined);
  const pass = caught && readPass(await contentOfFrames(caught));
  if (!pass) throw new Error('nothing was read');
  return lendRows(to, [pass.meeting, pass.roster], today);
}

test('marks of both tablets come together, whichever reaches the office first', async () => {
  expect(await show(first.db, second.db)).toEqual({ kind: 'lent', taken: 2, known: 0 });
  await record(first.db, ...['0001', '0002', '0003'].map(markOf));
  await record(second.db, ...['0003', '0004'].map(markOf));
  expect(await votersAt(second.db)).toBe(2);
  // The second one comes home first: its marks wait at the office for the meeting, and stay on its screen.
  await second.sync();
  expect((await ownFacts(second.db)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  expect(await votersAt(second.db)).toBe(2);
  await first.sync();
  await second.sync();
  await first.sync();
  for (const { db } of [first, second]) {
    expect(await votersAt(db)).toBe(4);
    expect(await samenessOf(db)).toMatchObject({ kind: 'same' });
  }
  expect((await ownFacts(second.db)).map(({ state }) => state)).toEqual(['applied', 'applied']);
});

test('what was lent is never sent, counts in no proof, and goes when the office has its own', async () => {
  await show(first.db, second.db);
  expect(await isLent(second.db, 'ratMeeting', meetingId)).toBe(true);
  await second.sync();
  expect(await samenessOf(second.db)).toMatchObject({ kind: 'same' });
  expect(await server.selectFrom('record').select('id').where('id', '=', meetingId).execute()).toEqual([]);
  await first.sync();
  await second.sync();
  expect(await isLent(second.db, 'ratMeeting', meetingId)).toBe(false);
  expect(await isLent(second.db, 'roster', meetingId)).toBe(false);
  expect((await readRow(second.db, 'roster', meetingId, meetingId))?.data.members).toHaveLength(20);
});

test('an own act on the lent meeting stays over it through an exchange that brings nothing of it', async () => {
  await show(first.db, second.db);
  await record(second.db, {
    type: 'ratMeetingAdjourned',
    id: meetingId,
    area: kukar,
    body: { adjournedAt: today, present: 2, reason: 'Kuorum tidak tercapai' },
  });
  await second.sync();
  const row = await readRow(second.db, 'ratMeeting', meetingId, cooperativeId);
  expect(row && meetingStateOf(row.data)).toBe('adjourned');
  expect(row?.data.opening?.registeredVoters).toBe(20);
});

test('a later showing takes the place of an earlier one, under what was done meanwhile', async () => {
  await show(first.db, second.db);
  await record(second.db, markOf('0001'));
  await record(first.db, {
    type: 'ratMeetingChanged',
    id: meetingId,
    area: kukar,
    body: { changes: { place: { from: 'Balai Desa', to: 'Balai Pertemuan' } } },
  });
  expect(await show(first.db, second.db)).toEqual({ kind: 'lent', taken: 2, known: 0 });
  expect((await readRow(second.db, 'ratMeeting', meetingId, cooperativeId))?.data.place).toBe('Balai Pertemuan');
  expect(await votersAt(second.db)).toBe(1);
});

test('what both tablets had from the office is lent as far as the first one has gone on', async () => {
  await first.sync();
  await second.sync();
  expect(await show(first.db, second.db)).toEqual({ kind: 'lent', taken: 0, known: 2 });
  await record(first.db, {
    type: 'ratMeetingChanged',
    id: meetingId,
    area: kukar,
    body: { changes: { place: { from: 'Balai Desa', to: 'Balai Pertemuan' } } },
  });
  expect(await show(first.db, second.db)).toEqual({ kind: 'lent', taken: 1, known: 1 });
  const place = async () => (await readRow(second.db, 'ratMeeting', meetingId, cooperativeId))?.data.place;
  expect(await place()).toBe('Balai Pertemuan');
  await second.sync();
  expect(await samenessOf(second.db)).toMatchObject({ kind: 'same' });
  await first.sync();
  await second.sync();
  expect(await place()).toBe('Balai Pertemuan');
  expect(await isLent(second.db, 'ratMeeting', meetingId)).toBe(false);
});

test('what this officer has changed and not sent is not covered by what another tablet shows', async () => {
  await first.sync();
  await second.sync();
  const placed = (to: string): Act => ({
    type: 'ratMeetingChanged',
    id: meetingId,
    area: kukar,
    body: { changes: { place: { from: 'Balai Desa', to } } },
  });
  await record(second.db, placed('Gedung Serbaguna'));
  await record(first.db, placed('Balai Pertemuan'));
  expect(await show(first.db, second.db)).toEqual({ kind: 'lent', taken: 0, known: 2 });
  expect((await readRow(second.db, 'ratMeeting', meetingId, cooperativeId))?.data.place).toBe('Gedung Serbaguna');
});

test('an adjournment that reaches the office before the opening waits for it', async () => {
  await show(first.db, second.db);
  await record(second.db, {
    type: 'ratMeetingAdjourned',
    id: meetingId,
    area: kukar,
    body: { adjournedAt: today, present: 0, reason: 'Kuorum tidak tercapai' },
  });
  await second.sync();
  await first.sync();
  await second.sync();
  expect((await ownFacts(second.db)).map(({ state }) => state)).toEqual(['applied']);
  expect((await ownFacts(first.db)).filter(({ state }) => state !== 'applied')).toEqual([]);
});

test('a tablet of another area takes nothing', async () => {
  const other = await signedIn(stranger, 3);
  await other.sync();
  expect(await show(first.db, other.db)).toEqual({ kind: 'otherArea' });
  expect(await readRow(other.db, 'ratMeeting', meetingId, cooperativeId)).toBeUndefined();
});
