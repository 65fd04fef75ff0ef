// Who was present at a meeting: a set keyed by (meeting, member), merged by union, voided with a reason, never deleted (I3).
import * as z from 'zod/mini';
import { clockSchema, type Fact, notedClock } from './fact.ts';
import { rowIdSchema } from './noun.ts';
import { personal } from './personal.ts';
import { memberKeySchema, memberOf } from './roster.ts';
import { strokesSchema } from './visit.ts';
import { type FactRule, notOpened, type Refusal, refused, type World } from './world.ts';

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
  /** Facts that voided this member's earlier marks, as far as the marking officer knew: a mark after a void is no contradiction of it. */
  knownVoids: z.optional(z.array(z.string()).check(z.maxLength(50))),
});
export type Mark = z.infer<typeof markSchema>;
export const voidSchema = z.object({
  meetingId: rowIdSchema,
  /** The facts that marked; a mark made meanwhile at another door stays. */
  markIds: z.array(z.string()).check(z.minLength(1), z.maxLength(50)),
  reason: z.string().check(z.minLength(1), z.maxLength(500)),
});
const by = { factId: z.string(), officerId: z.string(), deviceId: z.string(), at: z.int(), clock: z.optional(clockSchema) };
/** What somebody decided about marks that were set here and voided there, neither knowing of the other. */
const decisionSchema = z.object({
  ...by,
  present: z.boolean(),
  markIds: z.array(z.string()),
  /** The voids, and the earlier decisions, that it was decided over. */
  against: z.array(z.string()),
  note: z.optional(z.string()),
  /** Somebody else had decided otherwise first: it changes nothing and waits to be decided in its turn. */
  contested: z.optional(z.literal(true)),
});
export const attendanceSchema = z.extend(z.omit(markSchema, { knownVoids: true }), {
  marks: z.array(z.object({ ...by, knownVoids: z.optional(z.array(z.string())) })),
  voids: z.array(z.object({ ...by, markId: z.string(), reason: z.string() })),
  decisions: z.optional(z.array(decisionSchema)),
});
export type Attendance = z.infer<typeof attendanceSchema>;

export const attendanceIdOf = (meetingId: string, memberKey: string): string => `${meetingId}:${memberKey}`;

/** Marks that nobody voided. */
export function standingMarksOf(attendance: Attendance): Attendance['marks'] {
  if (attendance.voids.length === 0) return attendance.marks;
  const voided = new Set(attendance.voids.filter((entry) => !isOverruled(attendance, entry)).map((entry) => entry.markId));
  return attendance.marks.filter((mark) => !voided.has(mark.factId));
}

/** A decision that this member was present all the same stands above the voids it names. */
const isOverruled = ({ decisions = [] }: Attendance, { factId, markId }: Attendance['voids'][number]): boolean =>
  decisions.some(
    ({ present, contested, against, markIds }) => present && !contested && against.includes(factId) && markIds.includes(markId),
  );

export const isPresent = (attendance: Attendance): boolean => standingMarksOf(attendance).length > 0;

/** The same member marked twice is one present and is flagged (I3). */
export const isMarkedTwice = (attendance: Attendance): boolean => standingMarksOf(attendance).length > 1;

/** Marks and voids of one member that contradict each other, each made without knowing of the other. */
export interface Dispute {
  markIds: string[];
  /** Facts that say the member was not there, or decided otherwise. */
  against: string[];
}

/**
 * Open until somebody decides; the member counts as present meanwhile, as the marks stand. A void knows the marks it names, a mark the
 * voids it names, and a tablet what was done on itself.
 */
export function disputeOf(attendance: Attendance): Dispute | undefined {
  const { voids, decisions = [] } = attendance;
  const markIds = new Set<string>();
  const against = new Set<string>();
  const isDecided = (markId: string, voidId: string) =>
    decisions.some((decision) => decision.markIds.includes(markId) && decision.against.includes(voidId));
  for (const mark of voids.length > 0 ? standingMarksOf(attendance) : []) {
    for (const { factId, deviceId } of voids) {
      if (deviceId === mark.deviceId || mark.knownVoids?.includes(factId) || isDecided(mark.factId, factId)) continue;
      markIds.add(mark.factId);
      against.add(factId);
    }
  }
  for (const { factId, contested, markIds: named, against: over } of decisions) {
    if (!contested || decisions.some((later) => later.against.includes(factId))) continue;
    for (const id of named) markIds.add(id);
    const rivals = decisions.filter((other) => !other.contested && shareAny(other.markIds, named) && shareAny(other.against, over));
    for (const id of [factId, ...over, ...rivals.map((rival) => rival.factId)]) against.add(id);
  }
  return markIds.size > 0 ? { markIds: [...markIds], against: [...against] } : undefined;
}

/** What a mark names of the voids its officer has seen. */
export const knownVoidsOf = (attendance: Attendance | undefined): { knownVoids?: string[] } =>
  attendance && attendance.voids.length > 0 ? { knownVoids: [...new Set(attendance.voids.map(({ factId }) => factId))] } : {};

export const shareAny = (some: readonly string[], others: readonly string[]): boolean => some.some((id) => others.includes(id));

/** A fact that leaves more in dispute than it found says so to its officer. */
export function disputeRaised(before: Attendance | undefined, after: Attendance): boolean {
  const ids = (attendance: Attendance | undefined) => {
    const dispute = attendance && disputeOf(attendance);
    return dispute ? [...dispute.markIds, ...dispute.against] : [];
  };
  const known = new Set(ids(before));
  return ids(after).some((id) => !known.has(id));
}

/** The rule named with the verdict on a mark or a void that contradicts another. */
export const markedAndVoided = 'markedAndVoided';

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
  if (meeting && !meeting.opening) return notOpened(wish.meetingId);
  if (wish.role === 'voter' && !memberOf(world.read('roster', wish.meetingId)?.data, wish.memberKey)) return refused('notOnRoster');
  if (wish.role !== 'voter' && memberOf(world.read('roster', wish.meetingId)?.data, wish.memberKey)) return refused('onRoster');
  const current = world.read('attendance', attendanceIdOf(wish.meetingId, wish.memberKey))?.data;
  return current && isPresent(current) ? { kind: 'alreadyPresent' } : { kind: 'marked' };
}

export function signedBy(fact: Pick<Fact, 'id' | 'officerId' | 'deviceId' | 'at' | 'clock'>) {
  const clock = notedClock(fact.clock);
  return { factId: fact.id, officerId: fact.officerId, deviceId: fact.deviceId, at: fact.at, ...(clock ? { clock } : {}) };
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
    const { knownVoids, ...said } = fact.body;
    const body = member ? { ...said, name: member.name, memberNumber: member.memberNumber, sex: member.sex } : said;
    const mark = { ...signedBy(fact), ...(knownVoids ? { knownVoids } : {}) };
    if (!current) return { kind: 'applied', data: { ...body, marks: [mark], voids: [] } };
    if (current.marks.some(({ factId }) => factId === fact.id)) return { kind: 'merged', data: current };
    const again = isPresent(current);
    const data = { ...current, ...(again ? {} : body), marks: [...current.marks, mark] };
    if (disputeRaised(current, data)) return { kind: 'conflict', rule: markedAndVoided, data };
    return { kind: again ? 'merged' : 'applied', data };
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
    const entry = { ...signedBy(fact), reason: fact.body.reason };
    const fresh = fact.body.markIds.filter((markId) => !current.voids.some((held) => held.markId === markId && held.factId === fact.id));
    const data = { ...current, voids: [...current.voids, ...fresh.map((markId) => ({ ...entry, markId }))] };
    return disputeRaised(current, data) ? { kind: 'conflict', rule: markedAndVoided, data } : { kind: 'applied', data };
  },
};
