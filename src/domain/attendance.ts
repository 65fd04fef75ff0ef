// Who was present at a meeting: a set keyed by (meeting, member), merged by union, voided with a reason, never deleted (I3).
import * as z from 'zod/mini';
import { rowIdSchema } from './noun.ts';
import { personal } from './personal.ts';
import { memberKeySchema, memberOf } from './roster.ts';
import { strokesSchema } from './visit.ts';
import { type FactRule, type Refusal, refused, type World } from './world.ts';

export const attendanceRoles = ['voter', 'observer', 'guest'] as const;
export const attendanceModes = ['inPerson', 'online', 'delegate'] as const;

export const markSchema = z.object({
  meetingId: rowIdSchema,
  memberKey: memberKeySchema,
  memberNumber: z.optional(z.string().check(z.maxLength(40))),
  name: personal(z.string().check(z.minLength(1), z.maxLength(200))),
  sex: z.optional(z.enum(['male', 'female'])),
  role: z.enum(attendanceRoles),
  mode: z.enum(attendanceModes),
  arrivedAt: z.int(),
  /** Of observers and guests: where they come from. */
  institution: z.optional(z.string().check(z.maxLength(200))),
  position: z.optional(z.string().check(z.maxLength(200))),
  signature: personal(z.optional(strokesSchema)),
});
export type Mark = z.infer<typeof markSchema>;
export const voidSchema = z.object({
  meetingId: rowIdSchema,
  /** The facts that marked; a mark made meanwhile at another door stays. */
  markIds: z.array(z.string()).check(z.minLength(1), z.maxLength(50)),
  reason: z.string().check(z.minLength(1), z.maxLength(500)),
});
const by = { factId: z.string(), officerId: z.string(), deviceId: z.string(), at: z.int() };
export const attendanceSchema = z.extend(markSchema, {
  marks: z.array(z.object(by)),
  voids: z.array(z.object({ ...by, markId: z.string(), reason: z.string() })),
});
export type Attendance = z.infer<typeof attendanceSchema>;

export const attendanceIdOf = (meetingId: string, memberKey: string): string => `${meetingId}:${memberKey}`;

/** Marks that nobody voided. */
export function standingMarksOf(attendance: Attendance): Attendance['marks'] {
  if (attendance.voids.length === 0) return attendance.marks;
  const voided = new Set(attendance.voids.map((entry) => entry.markId));
  return attendance.marks.filter((mark) => !voided.has(mark.factId));
}

export const isPresent = (attendance: Attendance): boolean => standingMarksOf(attendance).length > 0;

/** The same member marked twice is one present and is flagged (I3). */
export const isMarkedTwice = (attendance: Attendance): boolean => standingMarksOf(attendance).length > 1;

export interface Presence {
  voters: number;
  male: number;
  female: number;
  inPerson: number;
  online: number;
  delegate: number;
  others: number;
  markedTwice: number;
}

/** Counts are always derived from the marks, never stored. */
export function presenceOf(list: readonly Attendance[]): Presence {
  const presence: Presence = { voters: 0, male: 0, female: 0, inPerson: 0, online: 0, delegate: 0, others: 0, markedTwice: 0 };
  for (const attendance of list) {
    if (!isPresent(attendance)) continue;
    if (isMarkedTwice(attendance)) presence.markedTwice += 1;
    if (attendance.role !== 'voter') {
      presence.others += 1;
      continue;
    }
    presence.voters += 1;
    presence[attendance.mode] += 1;
    if (attendance.sex) presence[attendance.sex] += 1;
  }
  return presence;
}

export type MarkDecision = { kind: 'marked' } | { kind: 'alreadyPresent' } | Refusal;

/** Whether a member may be marked; the same function judges the tap on the tablet and the fact at the office. */
export function decideMark(wish: Pick<Mark, 'meetingId' | 'memberKey' | 'role'>, world: World): MarkDecision {
  const meeting = world.read('ratMeeting', wish.meetingId)?.data;
  if (meeting?.holding || world.read('minutes', wish.meetingId)) return refused('I5');
  if (meeting?.adjournment) return refused('meetingAdjourned');
  if (meeting && !meeting.opening) return refused('notOpened');
  if (wish.role === 'voter' && !memberOf(world.read('roster', wish.meetingId)?.data, wish.memberKey)) return refused('notOnRoster');
  if (wish.role !== 'voter' && memberOf(world.read('roster', wish.meetingId)?.data, wish.memberKey)) return refused('onRoster');
  const current = world.read('attendance', attendanceIdOf(wish.meetingId, wish.memberKey))?.data;
  return current && isPresent(current) ? { kind: 'alreadyPresent' } : { kind: 'marked' };
}

const fieldRoles = ['officer', 'verifier', 'head', 'administrator'] as const;

export const attendanceMarked: FactRule<Mark, 'attendance'> = {
  noun: 'attendance',
  roles: fieldRoles,
  needs: ({ body, subject }) => [
    { kind: 'row', noun: 'ratMeeting', id: body.meetingId, must: true },
    { kind: 'row', noun: 'roster', id: body.meetingId, must: body.role === 'voter' },
    { kind: 'row', noun: 'minutes', id: body.meetingId },
    { kind: 'row', noun: 'attendance', id: subject.id },
  ],
  rootOf: (fact) => fact.body.meetingId,
  decide: (fact, world) => {
    if (fact.subject.id !== attendanceIdOf(fact.body.meetingId, fact.body.memberKey)) return refused('subjectId');
    const decision = decideMark(fact.body, world);
    return decision.kind === 'refused' ? decision : undefined;
  },
  apply: (current, fact, world) => {
    // Who a voter is stands on the frozen roster, whatever a mark says of them.
    const member = memberOf(world.read('roster', fact.body.meetingId)?.data, fact.body.memberKey);
    const body = member ? { ...fact.body, name: member.name, memberNumber: member.memberNumber, sex: member.sex } : fact.body;
    const mark = { factId: fact.id, officerId: fact.officerId, deviceId: fact.deviceId, at: fact.at };
    if (!current) return { kind: 'applied', data: { ...body, marks: [mark], voids: [] } };
    if (current.marks.some(({ factId }) => factId === fact.id)) return { kind: 'merged', data: current };
    const again = isPresent(current);
    const data = again ? current : { ...current, ...body };
    return { kind: again ? 'merged' : 'applied', data: { ...data, marks: [...current.marks, mark] } };
  },
};

export const attendanceVoided: FactRule<z.infer<typeof voidSchema>, 'attendance'> = {
  noun: 'attendance',
  roles: fieldRoles,
  needs: ({ body, subject }) => [
    { kind: 'row', noun: 'ratMeeting', id: body.meetingId, must: true },
    { kind: 'row', noun: 'minutes', id: body.meetingId },
    { kind: 'row', noun: 'attendance', id: subject.id, must: true },
  ],
  rootOf: (fact) => fact.body.meetingId,
  decide: (fact, world) => {
    // Whether it is sealed is asked of the meeting that the fact names, so it must be that of the mark.
    if (world.read('attendance', fact.subject.id)?.data.meetingId !== fact.body.meetingId) return refused('subjectId');
    const sealed = world.read('ratMeeting', fact.body.meetingId)?.data.holding || world.read('minutes', fact.body.meetingId);
    return sealed ? refused('I5') : undefined;
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const entry = { factId: fact.id, officerId: fact.officerId, deviceId: fact.deviceId, at: fact.at, reason: fact.body.reason };
    const fresh = fact.body.markIds.filter((markId) => !current.voids.some((held) => held.markId === markId && held.factId === fact.id));
    return { kind: 'applied', data: { ...current, voids: [...current.voids, ...fresh.map((markId) => ({ ...entry, markId }))] } };
  },
};
