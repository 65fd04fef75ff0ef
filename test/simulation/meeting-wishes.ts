// What officers wish around a meeting: its roster, the roll at its doors, the sealing, and the office's word on it.

import { readTaken } from '../../src/data/files.ts';
import { hashOf } from '../../src/data/hash.ts';
import { newId } from '../../src/data/id.ts';
import type { Act } from '../../src/data/record.ts';
import { readAll, readRow, readUnder } from '../../src/data/rows.ts';
import { attendanceIdOf, disputeOf, isPresent, knownVoidsOf, standingMarksOf } from '../../src/domain/attendance.ts';
import { hashedTextOf, type MinutesContent } from '../../src/domain/minutes.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
import { neededSigned, sealableContent } from '../support/minutes.ts';
import { photoOf } from '../support/photo.ts';
import { cooperativeId, meetingBody, meetingId, membersOf, openingOf } from '../support/world.ts';
import { members, plannedMeetingId } from './beginning.ts';
import { alone, type Place, type Weighted, type Wishing } from './wish.ts';

/** One mark of five comes from an app that does not name the voids its officer has seen. */
const mark: Wishing = async ({ db, random, area, now }) => {
  const { memberKey } = random.pick(members);
  const id = attendanceIdOf(meetingId, memberKey);
  const held = (await readRow(db, 'attendance', id))?.data;
  const known = random.chance(0.8) ? knownVoidsOf(held) : {};
  const said = { name: `Anggota ${memberKey}`, role: 'voter' as const, mode: 'inPerson' as const, arrivedAt: now };
  return alone({ type: 'attendanceMarked', id, area, body: { meetingId, memberKey, ...said, ...known } });
};

const takeBack: Wishing = async ({ db, random, area }) => {
  const present = (await readUnder(db, 'attendance', meetingId, area)).filter(({ data }) => isPresent(data));
  if (present.length === 0) return undefined;
  const row = random.pick(present);
  const markIds = standingMarksOf(row.data).map((mark) => mark.factId);
  return alone({ type: 'attendanceVoided', id: row.id, area, body: { meetingId, markIds, reason: 'Salah tanda' } });
};

const decideAttendance: Wishing = async ({ db, random, area }) => {
  const disputed = (await readUnder(db, 'attendance', meetingId, area)).filter((row) => disputeOf(row.data));
  if (disputed.length === 0) return undefined;
  const row = random.pick(disputed);
  const { markIds, against } = disputeOf(row.data) ?? { markIds: [], against: [] };
  const body = { meetingId, present: random.chance(0.5), markIds, against, note: 'Sudah ditanya' };
  return alone({ type: 'attendanceConflictResolved', id: row.id, area, body });
};

const enrol: Wishing = async ({ random, area }) => {
  const from = random.whole(6);
  const enrolled = membersOf(8).slice(from, from + 1 + random.whole(2));
  return alone({ type: 'rosterRecorded', id: plannedMeetingId, area, body: { cooperativeId, members: enrolled } });
};

const strike: Wishing = async ({ db, random, area }) => {
  const roster = (await readRow(db, 'roster', plannedMeetingId))?.data;
  if (!roster || roster.members.length === 0) return undefined;
  const memberKeys = [random.pick(roster.members).memberKey];
  return alone({ type: 'rosterMembersStruck', id: plannedMeetingId, area, body: { memberKeys } });
};

/** With as many voters as the roster has here: two who open it apart may freeze different numbers. */
const open: Wishing = async ({ db, area, now }) => {
  const roster = (await readRow(db, 'roster', plannedMeetingId))?.data;
  const opening = openingOf(roster?.members.length ?? 0, now);
  return alone({ type: 'ratMeetingOpened', id: plannedMeetingId, area, body: opening });
};

const adjourn: Wishing = async ({ area, now }) =>
  alone({
    type: 'ratMeetingAdjourned',
    id: plannedMeetingId,
    area,
    body: { adjournedAt: now, present: 1, reason: 'Kuorum tidak tercapai' },
  });

const cancel: Wishing = async ({ area, now }) =>
  alone({ type: 'ratMeetingCancelled', id: plannedMeetingId, area, body: { cancelledAt: now, reason: 'Panen belum selesai' } });

const plan: Wishing = async ({ random, area, now }) =>
  alone({ type: 'ratMeetingRecorded', id: newId(now), area, body: { ...meetingBody, bookYears: [random.pick([2023, 2025])] } });

/** What belongs to a sealing, in one transaction: the minutes, the meeting held, its figures ratified. */
const seal: Wishing = async ({ db, area }) => {
  const meeting = (await readRow(db, 'ratMeeting', meetingId, cooperativeId))?.data;
  const roll = await readUnder(db, 'attendance', meetingId, area);
  const voters = roll.filter(({ data }) => isPresent(data)).length;
  if (!meeting?.opening) return undefined;
  const { registeredVoters } = meeting.opening;
  const {
    identity: _identity,
    registeredMale: _male,
    registeredFemale: _female,
    shuAllocation: _shu,
    elected: _elected,
    ...usual
  } = sealableContent;
  const content: MinutesContent = {
    ...usual,
    meetingId,
    cooperativeId,
    registeredVoters,
    presence: { voters, male: 0, female: 0, inPerson: voters, online: 0, delegate: 0, others: 0 },
    decisions: [{ agendaKey: 'ratification', text: 'Laporan disahkan.', method: 'consensus', adopted: true }],
    ratified: [{ bookYear: 2025, figures: { assets: 900_000 } }],
  };
  const minutesHash = hashOf(hashedTextOf(content));
  const { heldOn, endedAt, quorumReached } = content;
  const held = { heldOn, endedAt, present: voters, registeredVoters, quorumReached, minutesHash };
  const ratified = { cooperativeId, bookYear: 2025, source: 'rat' as const, meetingId, assets: 900_000 };
  const acts: Act[] = [
    { type: 'minutesSigned', id: meetingId, area, body: { content, signatures: neededSigned, contentHash: minutesHash } },
    { type: 'ratMeetingHeld', id: meetingId, area, body: held },
    { type: 'figuresRecorded', id: figuresIdOf(cooperativeId, 2025, 'rat'), area, body: ratified },
  ];
  return { acts };
};

const onHeld = async ({ db }: Place) => (await readAll(db, 'ratMeeting')).find(({ id }) => id === meetingId);

const verify: Wishing = async (place) => {
  const meeting = await onHeld(place);
  return meeting && alone({ type: 'ratVerified', id: meeting.id, area: meeting.area, body: { cooperativeId } });
};

const giveBack: Wishing = async (place) => {
  const meeting = await onHeld(place);
  return meeting && alone({ type: 'ratReturned', id: meeting.id, area: meeting.area, body: { reason: 'Aset tidak cocok' } });
};

const answerReturn: Wishing = async (place) => {
  const meeting = await onHeld(place);
  return meeting && alone({ type: 'ratResubmitted', id: meeting.id, area: meeting.area, body: { note: 'Sudah diperbaiki' } });
};

const sheet: Wishing = async ({ random, area, now, photos }) => {
  if (!photos) return undefined;
  const taken = { bytes: photoOf(200 + random.whole(400), random.whole(1e6)).buffer, takenAt: now };
  const read = readTaken(taken);
  if (read.kind === 'refused') return undefined;
  const { reference } = read;
  return { acts: [{ type: 'ratSheetsAdded', id: meetingId, area, body: { files: [reference] } }], files: [{ ...taken, reference }] };
};

export const meetingWishes: Weighted[] = [
  [14, mark],
  [5, takeBack],
  [7, decideAttendance],
  [3, enrol],
  [2, strike],
  [3, open],
  [1, adjourn],
  [2, cancel],
  [3, plan],
  [3, seal],
  [4, sheet],
  [3, verify, 'office'],
  [4, giveBack, 'office'],
  [3, answerReturn],
];
