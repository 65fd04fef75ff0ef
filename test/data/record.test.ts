// The officer's act on the tablet: whole or not at all, numbered without gaps, chained.
import { expect, test } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { saveDraft } from '../../src/data/drafts.ts';
import { factHashOf } from '../../src/data/hash.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow, readUnder } from '../../src/data/rows.ts';
import { attendanceIdOf, isPresent } from '../../src/domain/attendance.ts';
import { chainStart } from '../../src/domain/fact.ts';
import { tabletOf } from '../support/tablet.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  mahulu,
  meetingBody,
  meetingId,
  membersOf,
  officerOne,
  openingOf,
  today,
} from '../support/world.ts';

const at = (now = today) => ({ now });
const cooperative: Act = { type: 'cooperativeRecorded', id: cooperativeId, area: kukar, body: cooperativeBody };
const meeting: Act = { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody };
const roster: Act = { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId, members: membersOf(10) } };
const opening: Act = { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(10) };
const markOf = (memberKey: string): Act => ({
  type: 'attendanceMarked',
  id: attendanceIdOf(meetingId, memberKey),
  area: kukar,
  body: { meetingId, memberKey, name: 'Anggota', role: 'voter', mode: 'inPerson', arrivedAt: today },
});

async function tabletWithMeeting(): Promise<FieldDatabase> {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  for (const act of [cooperative, meeting, roster, opening]) expect(await recordActs(db, [act], at())).toMatchObject({ kind: 'recorded' });
  return db;
}

test('an act stands in the rows and in the outbox at once', async () => {
  const db = await tabletWithMeeting();
  expect(await recordActs(db, [markOf('0003')], at())).toMatchObject({ kind: 'recorded', outcome: 'applied' });
  const row = await readRow(db, 'attendance', attendanceIdOf(meetingId, '0003'));
  expect(row && isPresent(row.data)).toBe(true);
  expect(await db.outbox.count()).toBe(5);
});

test('the facts of a device are numbered without gaps and each carries the hash of the one before', async () => {
  const db = await tabletWithMeeting();
  const facts = (await db.outbox.orderBy('deviceSeq').toArray()).map((held) => held.fact);
  expect(facts.map((fact) => fact.deviceSeq)).toEqual([1, 2, 3, 4]);
  expect(facts[0]?.previousHash).toBe(chainStart);
  for (const [index, fact] of facts.slice(1).entries()) expect(fact.previousHash).toBe(factHashOf(facts[index] ?? {}));
});

test('of acts that belong together none is kept when one is refused', async () => {
  const db = await tabletWithMeeting();
  await saveDraft(db, { key: 'meeting:x', kind: 'meeting', cooperativeId, content: { typed: 'much' } });
  const result = await recordActs(db, [markOf('0001'), markOf('9999')], { doneDraft: 'meeting:x', ...at() });
  expect(result).toMatchObject({ kind: 'refused', rule: 'notOnRoster' });
  expect(await readRow(db, 'attendance', attendanceIdOf(meetingId, '0001'))).toBeUndefined();
  expect(await db.outbox.count()).toBe(4);
  expect(await db.draft.get('meeting:x')).toBeDefined();
});

test('a meeting of an unknown cooperative waits instead of being refused', async () => {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  expect(await recordActs(db, [meeting], at())).toEqual({ kind: 'waiting', for: { noun: 'cooperative', id: cooperativeId } });
});

test("a stranger's area is refused on the tablet already", async () => {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  const elsewhere: Act = { ...cooperative, area: mahulu, body: { ...cooperativeBody, regencyCode: mahulu } };
  expect(await recordActs(db, [elsewhere], at())).toMatchObject({ kind: 'refused', rule: 'area' });
});

test('what an officer may not do is refused by their role', async () => {
  const db = await tabletWithMeeting();
  const verified: Act = { type: 'ratVerified', id: meetingId, area: kukar, body: { cooperativeId } };
  expect(await recordActs(db, [verified], at())).toMatchObject({ kind: 'refused', rule: 'role' });
});

test('the meetings of a cooperative are found under it', async () => {
  const db = await tabletWithMeeting();
  expect((await readUnder(db, 'ratMeeting', cooperativeId, kukar)).map((row) => row.id)).toEqual([meetingId]);
});

test.each([
  ['1970', 3_600_000],
  ['the day before its last contact', today - 86_400_000],
])('nobody is turned away when the clock has gone back to %s', async (_when, now) => {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  expect(await recordActs(db, [cooperative], at())).toMatchObject({ kind: 'recorded' });
  const body = { cooperativeId, purpose: 'monitoring' as const, visitedOn: '2026-07-08' };
  const visit: Act = { type: 'visitRecorded', id: idOf(0xb1), area: kukar, body };
  expect(await recordActs(db, [visit], at(now))).toMatchObject({
    kind: 'recorded',
    facts: [{ at: now, clock: { confidence: 'stale' } }],
  });
});
