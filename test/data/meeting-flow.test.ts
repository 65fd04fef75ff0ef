// One RAT on one tablet: planned, listed, opened, marked and taken back, adjourned, and the same roll call read live.
import { expect, test } from 'vitest';
import { type AttendanceList, watchAttendance } from '../../src/data/attendance.ts';
import type { FieldDatabase } from '../../src/data/database.ts';
import { receiveExchange } from '../../src/data/receive.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow, readUnder } from '../../src/data/rows.ts';
import { readSetting } from '../../src/data/settings.ts';
import { attendanceIdOf, isMarkedTwice, isPresent, presenceOf, standingMarksOf } from '../../src/domain/attendance.ts';
import { meetingQuorumOf, meetingRuleOf } from '../../src/domain/meeting-quorum.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { meetingStateOf } from '../../src/domain/rat-meeting.ts';
import { readPastedRoster } from '../../src/domain/roster-paste.ts';
import { rosterActs, strikeActs, withKeys } from '../../src/ui/meeting/roster-draft.ts';
import { answerOf } from '../support/answers.ts';
import { tabletOf } from '../support/tablet.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  meetingBody,
  meetingId,
  officerOne,
  officerTwo,
  openingOf,
  today,
} from '../support/world.ts';

const now = { now: today };
const subject = { meetingId, cooperativeId, area: kukar };
const record = async (db: FieldDatabase, acts: readonly Act[]) => {
  const result = await recordActs(db, acts, now);
  expect(result).toMatchObject({ kind: 'recorded' });
  return result.kind === 'recorded' ? result.facts : [];
};
const markOf = (memberKey: string): Act => ({
  type: 'attendanceMarked',
  id: attendanceIdOf(meetingId, memberKey),
  area: kukar,
  body: { meetingId, memberKey, memberNumber: memberKey, name: `Anggota ${memberKey}`, role: 'voter', mode: 'inPerson', arrivedAt: today },
});

async function planned(): Promise<FieldDatabase> {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  await record(db, [{ type: 'cooperativeRecorded', id: cooperativeId, area: kukar, body: cooperativeBody }]);
  await record(db, [{ type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody }]);
  return db;
}

/** Ten members out of a pasted list, one of them taken off again. */
async function opened(): Promise<FieldDatabase> {
  const db = await planned();
  const text = Array.from({ length: 11 }, (_, index) => `${index + 1}\tA-${100 + index}\tAnggota ${index}\t${index % 2 ? 'L' : 'P'}`).join(
    '\n',
  );
  const members = readPastedRoster(text, []).lines.flatMap(({ outcome }) => (outcome.kind === 'member' ? [outcome.member] : []));
  await record(
    db,
    rosterActs(
      withKeys(members, () => idOf(1)),
      'pasted',
      subject,
    ),
  );
  await record(db, strikeActs(['A-110'], 'Sudah keluar', subject));
  await record(db, [{ type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(10) }]);
  return db;
}

const quorumOn = async (db: FieldDatabase) => {
  const meetings = await readUnder(db, 'ratMeeting', cooperativeId, kukar);
  const meeting = meetings.find(({ id }) => id === meetingId);
  if (!meeting) throw new Error('the meeting is gone');
  const attendance = await readUnder(db, 'attendance', meetingId, kukar);
  const { voters } = presenceOf(attendance.map((row) => row.data));
  const rule = meetingRuleOf(meeting.data, meetings, undefined, defaultPolicy);
  return meetingQuorumOf(meeting.data.callNumber, rule, meeting.data.opening?.registeredVoters ?? 0, voters).kind;
};

test('the roster remembers where it came from, and is frozen with the opening', async () => {
  const db = await opened();
  const roster = await readRow(db, 'roster', meetingId);
  expect(roster?.data).toMatchObject({ source: 'pasted', members: { length: 10 } });
  expect(await recordActs(db, strikeActs(['A-100'], '', subject), now)).toMatchObject({ kind: 'refused', rule: 'rosterFrozen' });
  const late = rosterActs([{ memberKey: 'A-999', name: 'Terlambat' }], 'typed', subject);
  expect(await recordActs(db, late, now)).toMatchObject({ kind: 'refused', rule: 'rosterFrozen' });
});

test('a mark before the meeting is open, or of nobody on the roster, is refused', async () => {
  const db = await planned();
  await record(db, rosterActs([{ memberKey: 'A-100', name: 'Anggota' }], 'typed', subject));
  expect(await recordActs(db, [markOf('A-100')], now)).toMatchObject({ kind: 'refused', rule: 'notOpened' });
  await record(db, [{ type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(1) }]);
  expect(await recordActs(db, [markOf('A-777')], now)).toMatchObject({ kind: 'refused', rule: 'notOnRoster' });
});

test('the quorum is reached by the sixth of ten, lost again by a void, and never by guests', async () => {
  const db = await opened();
  for (const key of ['A-100', 'A-101', 'A-102', 'A-103', 'A-104']) await record(db, [markOf(key)]);
  const guestKey = idOf(0x99);
  await record(db, [
    {
      type: 'attendanceMarked',
      id: attendanceIdOf(meetingId, guestKey),
      area: kukar,
      body: { meetingId, memberKey: guestKey, name: 'Tamu', role: 'guest', mode: 'inPerson', arrivedAt: today, institution: 'Dinas' },
    },
  ]);
  expect(await quorumOn(db)).toBe('notReached');
  const [fact] = await record(db, [markOf('A-105')]);
  expect(await quorumOn(db)).toBe('reached');
  await record(db, [
    {
      type: 'attendanceVoided',
      id: attendanceIdOf(meetingId, 'A-105'),
      area: kukar,
      body: { meetingId, markIds: [fact?.id ?? ''], reason: 'Salah ketuk' },
    },
  ]);
  expect(await quorumOn(db)).toBe('notReached');
  const row = await readRow(db, 'attendance', attendanceIdOf(meetingId, 'A-105'));
  expect(row?.data.voids).toMatchObject([{ reason: 'Salah ketuk', markId: fact?.id }]);
  expect(row && isPresent(row.data)).toBe(false);
});

test('an adjourned meeting takes no more marks, and its second call is judged by a fifth', async () => {
  const db = await opened();
  await record(db, [markOf('A-100'), markOf('A-101')]);
  const body = { adjournedAt: today, present: 2, reason: 'Kuorum tidak tercapai' };
  await record(db, [{ type: 'ratMeetingAdjourned', id: meetingId, area: kukar, body }]);
  expect(await recordActs(db, [markOf('A-102')], now)).toMatchObject({ kind: 'refused', rule: 'meetingAdjourned' });
  const secondId = idOf(0xd2);
  const second = await recordActs(
    db,
    [{ type: 'ratMeetingRecorded', id: secondId, area: kukar, body: { ...meetingBody, callNumber: 2, previousCallId: meetingId } }],
    now,
  );
  // No rival: what was adjourned does not count for its book year.
  expect(second).toMatchObject({ kind: 'recorded', outcome: 'applied' });
  const meetings = await readUnder(db, 'ratMeeting', cooperativeId, kukar);
  const plan = meetings.find(({ id }) => id === secondId);
  expect(plan && meetingStateOf(plan.data)).toBe('planned');
  expect(plan && meetingRuleOf(plan.data, meetings, undefined, defaultPolicy).judgedBy.call).toBe(2);
});

test('the roll call sees own marks at once, and those of another tablet when they arrive', async () => {
  const db = await opened();
  const seen: AttendanceList[] = [];
  const watch = watchAttendance(
    db,
    { id: meetingId, area: kukar },
    (list) => seen.push(list),
    (error) => {
      throw error;
    },
  );
  await expect.poll(() => seen.length).toBe(1);
  expect(seen[0]?.size).toBe(0);

  for (const result of await Promise.all(['A-100', 'A-101'].map((key) => recordActs(db, [markOf(key)], now)))) {
    if (result.kind === 'recorded') watch.keep(result);
  }
  expect([...(seen.at(-1)?.keys() ?? [])].sort()).toEqual(['A-100', 'A-101']);

  const mine = seen.at(-1)?.get('A-100');
  if (!mine) throw new Error('the mark is gone');
  const theirs = { factId: idOf(0x55), officerId: officerTwo.id, deviceId: idOf(2), at: today };
  const rows = [
    {
      noun: 'attendance' as const,
      id: attendanceIdOf(meetingId, 'A-100'),
      root: meetingId,
      area: kukar,
      seq: 8,
      version: 2,
      data: { ...mine, marks: [theirs] },
    },
    {
      noun: 'attendance' as const,
      id: attendanceIdOf(meetingId, 'A-109'),
      root: meetingId,
      area: kukar,
      seq: 9,
      version: 1,
      data: { ...mine, memberKey: 'A-109', marks: [{ ...theirs, factId: idOf(0x56) }] },
    },
  ];
  const officer = (await readSetting(db, 'session'))?.officer ?? officerOne;
  const page = { area: kukar, cursor: 9, more: false, rows };
  await receiveExchange(db, answerOf({ officer, pages: [page] }), today, today);
  await expect.poll(() => seen.at(-1)?.size).toBe(3);
  const both = seen.at(-1)?.get('A-100');
  // The other tablet's mark comes beneath, the own one stays on top: one present, flagged.
  expect(both && standingMarksOf(both)).toHaveLength(2);
  expect(both && isMarkedTwice(both)).toBe(true);
  watch.stop();
});
