// A RAT of the demo province that an officer attended: planned, called over, put into minutes, signed and held.
import { attendanceIdOf, type Mark } from '../../src/domain/attendance.ts';
import { addDays, calendarYearOf, startOf } from '../../src/domain/day.ts';
import { hashedTextOf, type MinutesContent } from '../../src/domain/minutes.ts';
import { tableRules } from '../../src/domain/quorum.ts';
import type { RosterMember } from '../../src/domain/roster.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
import { hashOf } from '../store/server-hash.ts';
import { type DemoAct, type DemoOfficer, hourMs, minuteMs } from './act.ts';
import type { Chance } from './chance.ts';
import { type DemoCooperative, placeOf } from './cooperative.ts';
import { contentFor, signaturesFor } from './minutes.ts';
import { membersFor } from './person.ts';
import type { HeldRat } from './rat-history.ts';

export interface AttendedRat {
  cooperative: DemoCooperative;
  rat: HeldRat;
  meetingId: string;
  /** A first call a week before to which too few came. */
  firstCallId?: string;
  officer: DemoOfficer;
  policyId: string;
}

export const rosterSizeOf = ({ size }: DemoCooperative): number => Math.min(120, Math.max(20, size));

/** Everything up to the sealed minutes, in the order in which it happened. */
export function actsOfRat(attended: AttendedRat, chance: Chance): DemoAct[] {
  const members = membersFor(rosterSizeOf(attended.cooperative), attended.cooperative.shareOfWomen, chance);
  return [
    ...(attended.firstCallId ? actsOfFirstCall(attended, attended.firstCallId, members, chance) : []),
    ...actsOfHeld(attended, members, chance),
  ];
}

function actsOfFirstCall(attended: AttendedRat, meetingId: string, members: readonly RosterMember[], chance: Chance): DemoAct[] {
  const heldOn = addDays(attended.rat.heldOn, -7);
  const came = members.filter(() => chance.happens(0.3)).slice(0, Math.floor(members.length / 2));
  const call = { ...attended, meetingId, heldOn, callNumber: 1 as const };
  const adjournedAt = startOf(heldOn) + 11 * hourMs;
  const reason = 'Sampai pukul sebelas anggota yang hadir belum memenuhi kuorum; rapat kedua minggu depan';
  return [
    ...preparation(call, members),
    opening(call, members.length),
    ...came.map((member, index) => marked(call, markOf(meetingId, member, heldOn, index))),
    byOfficer(call, { type: 'ratMeetingAdjourned', id: meetingId, body: { adjournedAt, present: came.length, reason }, at: adjournedAt }),
  ];
}

function actsOfHeld(attended: AttendedRat, members: readonly RosterMember[], chance: Chance): DemoAct[] {
  const { cooperative, rat, meetingId } = attended;
  const { heldOn } = rat;
  const call = { ...attended, heldOn, callNumber: attended.firstCallId ? (2 as const) : (1 as const) };
  const share = 0.6 + 0.3 * chance.next();
  const least = Math.floor(members.length / 2) + 1;
  const chosen = members.filter(() => chance.happens(share));
  const present = chosen.length >= least ? chosen : members.slice(0, least);
  const marks = [...present.map((member, index) => markOf(meetingId, member, heldOn, index)), guestOf(attended, chance)];
  const content = contentFor({ ...call, members, marks, cooperative }, chance);
  const signatures = signaturesFor(content, marks, attended.officer.name, chance);
  const contentHash = hashOf(hashedTextOf(content));
  const sealedAt = content.endedAt + 20 * minuteMs;
  return [
    ...preparation(call, members),
    opening(call, members.length),
    ...marks.map((mark) => marked(call, mark)),
    byOfficer(call, { type: 'minutesSigned', id: meetingId, body: { content, signatures, contentHash }, at: sealedAt }),
    byOfficer(call, {
      type: 'ratMeetingHeld',
      id: meetingId,
      body: {
        heldOn,
        endedAt: content.endedAt,
        present: content.presence.voters,
        registeredVoters: members.length,
        quorumReached: true,
        minutesHash: contentHash,
      },
      at: sealedAt,
    }),
    ...outcomes(call, content, sealedAt),
  ];
}

/** What the members ratified and whom they elected enters the register with the minutes. */
function outcomes(call: Call, content: MinutesContent, at: number): DemoAct[] {
  const { id, body } = call.cooperative;
  const ratified = content.ratified.map(({ bookYear, figures }) =>
    byOfficer(call, {
      type: 'figuresRecorded',
      id: figuresIdOf(id, bookYear, 'rat'),
      body: { cooperativeId: id, bookYear, source: 'rat', meetingId: call.meetingId, ...figures },
      at,
    }),
  );
  if (!content.elected) return ratified;
  const changes = { board: { from: body.board ?? null, to: content.elected } };
  return [...ratified, byOfficer(call, { type: 'cooperativeChanged', id, body: { changes, reason: 'Pemilihan pada RAT' }, at })];
}

interface Call extends AttendedRat {
  heldOn: string;
  callNumber: 1 | 2;
}

type Bare<A> = A extends DemoAct ? Omit<A, 'area' | 'officerId'> : never;
const byOfficer = ({ cooperative, officer }: Pick<Call, 'cooperative' | 'officer'>, act: Bare<DemoAct>): DemoAct =>
  ({ ...act, area: cooperative.body.regencyCode, officerId: officer.id }) as DemoAct;

export function preparation(call: Omit<Call, 'policyId'>, members: readonly RosterMember[]): DemoAct[] {
  const { cooperative, rat, heldOn, meetingId, callNumber, firstCallId } = call;
  const daysBefore = callNumber === 1 ? 12 : 7;
  const at = startOf(addDays(heldOn, -daysBefore)) + 14 * hourMs;
  const planned = byOfficer(call, {
    type: 'ratMeetingRecorded',
    id: meetingId,
    body: {
      cooperativeId: cooperative.id,
      source: 'officer',
      kind: 'rat',
      bookYears: rat.bookYears,
      callNumber,
      ...(callNumber === 2 && firstCallId ? { previousCallId: firstCallId } : {}),
      invitedOn: addDays(heldOn, -daysBefore),
      plannedOn: heldOn,
      plannedTime: '09:00',
      place: placeOf(cooperative),
      mode: 'inPerson',
      system: 'direct',
    },
    at,
  });
  if (members.length === 0) return [planned];
  const roster = { cooperativeId: cooperative.id, members: [...members] };
  return [planned, byOfficer(call, { type: 'rosterRecorded', id: meetingId, body: roster, at: at + hourMs })];
}

function opening(call: Call, registeredVoters: number): DemoAct {
  const openedAt = startOf(call.heldOn) + 9 * hourMs;
  const quorumRule = call.callNumber === 1 ? tableRules.firstCall : tableRules.secondCall;
  return byOfficer(call, {
    type: 'ratMeetingOpened',
    id: call.meetingId,
    body: {
      openedAt,
      heldOn: call.heldOn,
      registeredVoters,
      rosterSource: calendarYearOf(call.heldOn) % 2 === 0 ? 'lastYear' : 'pasted',
      quorumRule,
      quorumSource: 'policy',
      policyId: call.policyId,
    },
    at: openedAt,
  });
}

const marked = (call: Call, mark: Mark): DemoAct =>
  byOfficer(call, { type: 'attendanceMarked', id: attendanceIdOf(mark.meetingId, mark.memberKey), body: mark, at: mark.arrivedAt });

const markOf = (meetingId: string, { memberKey, memberNumber, name, sex }: RosterMember, heldOn: string, index: number): Mark => ({
  meetingId,
  memberKey,
  memberNumber,
  name,
  sex,
  role: 'voter',
  mode: index % 17 === 16 ? 'delegate' : 'inPerson',
  arrivedAt: startOf(heldOn) + 9 * hourMs + (index + 1) * 25_000,
});

const guestOf = ({ meetingId, officer, rat }: AttendedRat, chance: Chance): Mark => ({
  meetingId,
  memberKey: 'tamu-1',
  name: officer.name,
  role: 'guest',
  mode: 'inPerson',
  arrivedAt: startOf(rat.heldOn) + 9 * hourMs + chance.between(1, 20) * minuteMs,
  institution: 'Dinas Koperasi dan UKM',
  position: 'Petugas lapangan',
});
