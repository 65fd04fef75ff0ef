import { expect, test } from 'vitest';
import { hashOf } from '../../../src/data/hash.ts';
import type { Attendance } from '../../../src/domain/attendance.ts';
import { hashedTextOf, type Minutes } from '../../../src/domain/minutes.ts';
import type { RatMeeting } from '../../../src/domain/rat-meeting.ts';
import { historyOf } from '../../../src/ui/office/verification-events.ts';
import { flagsOf, forbidsVerifying, type RecordedRat } from '../../../src/ui/office/verification-flags.ts';
import { daysBetween, nextWaiting, oldestFirst } from '../../../src/ui/office/verification-queue.ts';
import { neededSigned, sealableContent } from '../../support/minutes.ts';
import { cooperativeId, idOf, kukar, meetingBody, meetingId, openingOf, today } from '../../support/world.ts';

const by = { recordedBy: 'officer', recordedAt: today };
const held: RatMeeting = {
  ...meetingBody,
  ...by,
  opening: { ...openingOf(100), officerId: 'officer' },
  holding: {
    heldOn: '2026-06-20',
    endedAt: today,
    present: 60,
    registeredVoters: 100,
    quorumReached: true,
    minutesHash: 'a'.repeat(64),
    officerId: 'officer',
  },
};
const minutes: Minutes = {
  ...sealableContent,
  ...by,
  signatures: neededSigned,
  contentHash: hashOf(hashedTextOf(sealableContent)),
  sealedAt: today,
};
const marked = (member: number, marks = 1): Attendance => ({
  meetingId,
  memberKey: String(member),
  name: `Anggota ${member}`,
  role: 'voter',
  mode: 'inPerson',
  arrivedAt: today,
  marks: Array.from({ length: marks }, (_, count) => ({
    factId: `${member}-${count}`,
    officerId: 'officer',
    deviceId: 'device',
    at: today,
  })),
  voids: [],
});
const rat: RecordedRat = {
  meetingId,
  meeting: held,
  meetings: [rowOf(meetingId, held)],
  cooperative: { bookYearEndMonth: 12 },
  minutes,
  attendance: Array.from({ length: 60 }, (_, member) => marked(member)),
};
const kindsOf = (changed: Partial<RecordedRat>) => flagsOf({ ...rat, ...changed }).map(({ kind }) => kind);

function rowOf(id: string, data: RatMeeting) {
  return { noun: 'ratMeeting' as const, id, root: cooperativeId, area: kukar, version: 1, data };
}

test('a RAT in order raises no flag', () => {
  expect(flagsOf(rat)).toEqual([]);
});

test('two RATs of one book year are flagged, and once the other is verified this one cannot be', () => {
  const other = rowOf(idOf(7), held);
  expect(flagsOf({ ...rat, meetings: [...rat.meetings, other] })).toEqual([
    { kind: 'rival', bookYear: 2025, meetingId: idOf(7), verified: false },
  ]);
  const verified = rowOf(idOf(7), { ...held, verified: { officerId: 'verifier', at: today } });
  const flags = flagsOf({ ...rat, meetings: [...rat.meetings, verified] });
  expect(flags.some(forbidsVerifying)).toBe(true);
  const adjourned = rowOf(idOf(7), { ...held, adjournment: { adjournedAt: today, present: 3, reason: 'Sepi', officerId: 'officer' } });
  expect(kindsOf({ meetings: [...rat.meetings, adjourned] })).toEqual([]);
});

test('members marked twice, another number of voters than in the minutes, and open conflicts are flagged', () => {
  const attendance = [...rat.attendance.slice(1), marked(0, 2), marked(60)];
  expect(flagsOf({ ...rat, attendance })).toEqual([
    { kind: 'presenceDiffers', minutes: 60, list: 61 },
    { kind: 'markedTwice', count: 1 },
  ]);
  const voided = { factId: 'void', officerId: 'officer', deviceId: 'other device', at: today, markId: 'earlier', reason: 'Salah orang' };
  const disputed = [...rat.attendance.slice(1), { ...marked(0), voids: [voided] }];
  expect(flagsOf({ ...rat, attendance: disputed })).toEqual([{ kind: 'disputedMarks', count: 1 }]);
  const conflict = { field: 'address', shown: 'a', other: 'b', otherBy: 'officer', otherFactId: 'f', at: today };
  expect(flagsOf({ ...rat, cooperative: { bookYearEndMonth: 12, conflicts: [conflict] } })).toEqual([{ kind: 'openConflict', count: 1 }]);
});

test('minutes under another quorum rule, plan or first call than the meeting are flagged', () => {
  const resealed = (changed: Partial<Minutes>) => {
    const content = { ...sealableContent, ...changed };
    return { minutes: { ...minutes, ...content, contentHash: hashOf(hashedTextOf(content)) } };
  };
  expect(kindsOf(resealed({ quorumRule: { num: 1, den: 1000, strict: true } }))).toEqual(['otherQuorumRule']);
  expect(kindsOf(resealed({ bookYears: [2024, 2025] }))).toEqual(['otherPlan']);
  expect(kindsOf(resealed({ callNumber: 2, firstCallNotReached: true }))).toEqual(['otherPlan', 'noFirstCall']);
});

test('minutes that are not what was signed are flagged; an amendment is not a broken seal', () => {
  expect(kindsOf({ minutes: { ...minutes, place: 'Tempat lain' } })).toEqual(['sealBroken']);
  const amended = {
    ...minutes,
    place: 'Tempat lain',
    amendments: [
      {
        factId: 'f',
        officerId: 'officer',
        at: today,
        reason: 'Salah tulis',
        changes: { place: { from: minutes.place, to: 'Tempat lain' } },
      },
    ],
  };
  expect(kindsOf({ minutes: amended })).toEqual([]);
});

test('a RAT held without minutes on the device, after its deadline, or below its quorum says so', () => {
  expect(kindsOf({ minutes: undefined })).toEqual(['withoutMinutes']);
  const late = { ...held, holding: { ...held.holding, heldOn: '2026-07-01', quorumReached: false } } as RatMeeting;
  expect(flagsOf({ ...rat, meeting: late })).toEqual([{ kind: 'noQuorum' }, { kind: 'late', bookYear: 2025, deadline: '2026-06-30' }]);
});

test('what came back after a return is told apart: amended, or only submitted again', () => {
  const returned = { officerId: 'verifier', at: today + 10, reason: 'Angka SHU kosong' };
  const back = { ...held, returned, returns: [returned], resubmitted: { officerId: 'officer', at: today + 30 } };
  const amendment = { factId: 'f', officerId: 'officer', at: today + 20, reason: 'Melengkapi SHU', changes: {} };
  expect(flagsOf({ ...rat, meeting: back })).toEqual([{ kind: 'resubmitted' }]);
  expect(flagsOf({ ...rat, meeting: back, minutes: { ...minutes, amendments: [amendment] } })).toEqual([
    { kind: 'amendedAfterReturn', count: 1 },
  ]);
});

test('the history tells every return and answer in their order', () => {
  const first = { officerId: 'verifier', at: today + 10, reason: 'Angka SHU kosong' };
  const second = { officerId: 'verifier', at: today + 40, reason: 'Masih kosong' };
  const answer = { officerId: 'officer', at: today + 30, note: 'Sudah diisi' };
  const meeting = { ...held, returned: second, returns: [first, second], resubmitted: answer, resubmissions: [answer] };
  expect(historyOf(meeting, minutes).map(({ kind, said }) => [kind, said])).toEqual([
    ['recorded', undefined],
    ['opened', undefined],
    ['sealed', undefined],
    ['returned', 'Angka SHU kosong'],
    ['resubmitted', 'Sudah diisi'],
    ['returned', 'Masih kosong'],
  ]);
});

test('the queue begins with who waits longest, and goes on behind the one just decided', () => {
  const queue = oldestFirst([
    { meetingId: 'c', waitingSince: '2026-07-03' },
    { meetingId: 'a', waitingSince: '2026-07-01' },
    { meetingId: 'b', waitingSince: '2026-07-01' },
  ]);
  expect(queue.map(({ meetingId: id }) => id)).toEqual(['a', 'b', 'c']);
  expect(nextWaiting(queue, { meetingId: 'b', waitingSince: '2026-07-01' })?.meetingId).toBe('c');
  expect(nextWaiting(queue, { meetingId: 'c', waitingSince: '2026-07-03' })?.meetingId).toBe('a');
  expect(nextWaiting([], { meetingId: 'c', waitingSince: '2026-07-03' })).toBeUndefined();
});

test('age is counted in whole days', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  expect(daysBetween('2026-07-06', '2026-07-06')).toBe(0);
});
