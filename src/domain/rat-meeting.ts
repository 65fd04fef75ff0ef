// An annual members' meeting (RAT): planned, opened, adjourned or held, then verified or returned by the office.
import * as z from 'zod/mini';
import {
  blankedProblem,
  type Changes,
  changesSchema,
  conflictOf,
  mergeChanges,
  mergeStateShape,
  neededFieldsOf,
  recordedState,
} from './change.ts';
import { isClosed } from './cooperative.ts';
import { bookYearEnd, daySchema } from './day.ts';
import { hashSchema } from './fact.ts';
import { fileReferenceSchema } from './file.ts';
import { rowIdSchema } from './noun.ts';
import { quorumRuleSchema } from './quorum.ts';
import { recordedAgain } from './recorded-again.ts';
import { isFuture } from './visit.ts';
import { type FactRule, type Need, notOpened, type Refusal, type Row, refused, type World } from './world.ts';
import { bookYearSchema } from './yearly-figures.ts';

const reason = z.string().check(z.minLength(1), z.maxLength(2000));
const voters = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** What a board brings to its RAT (UU 25/1992 art. 23 and 35, domain section 1.4). */
export const ratDocuments = [
  'boardReport',
  'supervisorReport',
  'balanceSheet',
  'resultStatement',
  'workPlanBudget',
  'rulesOfOrder',
] as const;
export const meetingModes = ['inPerson', 'online', 'hybrid', 'written'] as const;
export const meetingFields = {
  kind: z.enum(['rat', 'ralb', 'khusus']),
  bookYears: z.array(bookYearSchema).check(z.minLength(1), z.maxLength(5)),
  callNumber: z.union([z.literal(1), z.literal(2)]),
  previousCallId: z.optional(rowIdSchema),
  invitedOn: z.optional(daySchema),
  plannedOn: z.optional(daySchema),
  plannedTime: z.optional(z.string().check(z.maxLength(5))),
  place: z.optional(z.string().check(z.maxLength(300))),
  mode: z.enum(meetingModes),
  system: z.enum(['direct', 'delegate']),
  /** Those that are ready. */
  documents: z.optional(z.array(z.enum(ratDocuments)).check(z.maxLength(ratDocuments.length))),
};
export const meetingBodySchema = z.object({
  cooperativeId: rowIdSchema,
  source: z.enum(['officer', 'register']),
  /** Only for meetings taken over from a register: those were held and reached their quorum, as far as the office knew. */
  heldOn: z.optional(daySchema),
  ...meetingFields,
});
export type MeetingBody = z.infer<typeof meetingBodySchema>;
export const meetingChangesSchema = changesSchema(meetingFields);

export const openingSchema = z.object({
  openedAt: z.int(),
  heldOn: daySchema,
  /** Frozen from here on (I4). */
  registeredVoters: voters,
  rosterSource: z.enum(['lastYear', 'pasted', 'imported', 'typed', 'none']),
  quorumRule: quorumRuleSchema,
  quorumSource: z.enum(['bylaws', 'policy']),
  policyId: z.string(),
});
export const adjournmentSchema = z.object({ adjournedAt: z.int(), present: voters, reason });
export const cancellationSchema = z.object({ cancelledAt: z.int(), reason });
export const holdingSchema = z.object({
  heldOn: daySchema,
  endedAt: z.int(),
  present: voters,
  registeredVoters: voters,
  quorumReached: z.boolean(),
  minutesHash: hashSchema,
});
/** What two tablets can freeze differently when both open the meeting (I4). */
export const votersField = 'opening.registeredVoters';
export const disputableFields = { ...meetingFields, [votersField]: voters };
const neededFields = neededFieldsOf(meetingFields);
const act = { officerId: z.string(), at: z.int() };
export const ratMeetingSchema = z.extend(meetingBodySchema, {
  ...mergeStateShape,
  opening: z.optional(z.extend(openingSchema, { officerId: z.string() })),
  adjournment: z.optional(z.extend(adjournmentSchema, { officerId: z.string() })),
  /** Of the plan. A meeting that was opened all the same was held all the same: this is then what was once meant. */
  cancellation: z.optional(z.extend(cancellationSchema, { officerId: z.string() })),
  holding: z.optional(z.extend(holdingSchema, { officerId: z.string() })),
  verified: z.optional(z.object({ ...act, note: z.optional(z.string()) })),
  returned: z.optional(z.object({ ...act, reason: z.string() })),
  resubmitted: z.optional(z.object({ ...act, note: z.optional(z.string()) })),
  /** Every return and every answer to one, in their order; `returned` and `resubmitted` are the last of them. */
  returns: z.optional(z.array(z.object({ ...act, reason: z.string() }))),
  resubmissions: z.optional(z.array(z.object({ ...act, note: z.optional(z.string()) }))),
  /** Photos of the signed attendance sheets, and the SHA-256 of those whose bytes the office has. */
  sheets: z.optional(z.array(fileReferenceSchema)),
  sheetsAtOffice: z.optional(z.array(hashSchema)),
});
export type RatMeeting = z.infer<typeof ratMeetingSchema>;

export type MeetingState = 'planned' | 'cancelled' | 'open' | 'adjourned' | 'waitingForVerification' | 'returned' | 'verified';

export function meetingStateOf(meeting: RatMeeting): MeetingState {
  if (meeting.verified) return 'verified';
  if (meeting.returned && (meeting.resubmitted?.at ?? 0) <= meeting.returned.at) return 'returned';
  if (meeting.holding || meeting.heldOn) return meeting.source === 'register' ? 'verified' : 'waitingForVerification';
  if (meeting.adjournment) return 'adjourned';
  if (meeting.opening) return 'open';
  return meeting.cancellation ? 'cancelled' : 'planned';
}

export const heldOnOf = (meeting: RatMeeting): string | undefined => meeting.holding?.heldOn ?? meeting.heldOn;

/** Claims its book years no more: another meeting takes its place. */
export const isGivenUp = (meeting: RatMeeting): boolean => meeting.adjournment !== undefined || meetingStateOf(meeting) === 'cancelled';

/** Other meetings that claim one of the same book years and may count (invariant I2). */
export function rivalsOf(
  meeting: Pick<RatMeeting, 'bookYears' | 'kind'>,
  id: string,
  others: readonly Row<'ratMeeting'>[],
): Row<'ratMeeting'>[] {
  if (meeting.kind !== 'rat') return [];
  return others.filter(
    ({ id: otherId, data }) =>
      otherId !== id && data.kind === 'rat' && !isGivenUp(data) && data.bookYears.some((year) => meeting.bookYears.includes(year)),
  );
}

/** Invariant I7: a meeting is held after the end of every book year it covers, and not in the future. */
export function heldOnProblem(
  heldOn: string,
  bookYears: readonly number[],
  endMonth: number,
  world: Pick<World, 'now'>,
): Refusal | undefined {
  const early = bookYears.find((year) => heldOn < bookYearEnd(year, endMonth));
  if (early !== undefined) return refused('I7', { field: 'heldOn', detail: { bookYear: early } });
  return isFuture(heldOn, world) ? refused('futureDay', { field: 'heldOn' }) : undefined;
}

const fieldRoles = ['officer', 'verifier', 'head', 'administrator'] as const;
const own = (id: string): Need => ({ kind: 'row', noun: 'ratMeeting', id, must: true });
/** Once they are sealed nothing changes the meeting (I5), also before its tablet has said that it was held. */
const minutesOf = (id: string): Need => ({ kind: 'row', noun: 'minutes', id });
/** The root of a meeting that is already on record is read from its row. */
const rootOfRecorded = (fact: { subject: { id: string } }) => fact.subject.id;

export const ratMeetingRecorded: FactRule<MeetingBody, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: fieldRoles,
  needs: (fact) => [
    { kind: 'row', noun: 'cooperative', id: fact.body.cooperativeId, must: true },
    { kind: 'under', noun: 'ratMeeting', root: fact.body.cooperativeId },
  ],
  rootOf: (fact) => fact.body.cooperativeId,
  decide: (fact, world) => {
    const { cooperativeId, bookYears, heldOn, source } = fact.body;
    const recorded = world.read('ratMeeting', fact.subject.id)?.data;
    if (recorded && recorded.cooperativeId !== cooperativeId) return refused('subjectId', { field: 'cooperativeId' });
    const cooperative = world.read('cooperative', cooperativeId)?.data;
    if (!cooperative) return undefined;
    // A meeting of the register counts without the office's word, so it takes the office's hand to put one there.
    if (source === 'register' && world.author.role === 'officer') return refused('role');
    if (source === 'officer' && isClosed(cooperative)) return refused('I10');
    if (new Set(bookYears).size !== bookYears.length) return refused('bookYearTwice', { field: 'bookYears' });
    if (source === 'officer' && heldOn !== undefined) return refused('heldWithoutMinutes', { field: 'heldOn' });
    return heldOn === undefined ? undefined : heldOnProblem(heldOn, bookYears, cooperative.bookYearEndMonth, world);
  },
  apply: (current, fact, world) => {
    if (current) return recordedAgain(current, fact.body, Object.keys(meetingFields), fact);
    const data: RatMeeting = { ...fact.body, ...recordedState(fact) };
    const rivals = rivalsOf(data, fact.subject.id, world.under('ratMeeting', data.cooperativeId));
    return rivals.length > 0 ? { kind: 'conflict', rule: 'I2', data } : { kind: 'applied', data };
  },
};

export const ratMeetingChanged: FactRule<{ changes: Changes }, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: fieldRoles,
  needs: (fact) => [own(fact.subject.id), minutesOf(fact.subject.id)],
  rootOf: rootOfRecorded,
  decide: (fact, world) => {
    const meeting = world.read('ratMeeting', fact.subject.id)?.data;
    return (meeting && heldOnOf(meeting)) || world.read('minutes', fact.subject.id)
      ? refused('I5')
      : blankedProblem(fact.body.changes, neededFields);
  },
  apply: (current, fact) => (current ? mergeChanges(current, fact.body.changes, fact) : refused('notRecorded')),
};

export const ratMeetingOpened: FactRule<z.infer<typeof openingSchema>, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: fieldRoles,
  needs: (fact) => [own(fact.subject.id)],
  rootOf: rootOfRecorded,
  decide: (fact, world) => {
    const meeting = world.read('ratMeeting', fact.subject.id)?.data;
    if (meeting?.adjournment) return refused('meetingAdjourned');
    return isFuture(fact.body.heldOn, world) ? refused('futureDay', { field: 'heldOn' }) : undefined;
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    if (!current.opening) return { kind: 'applied', data: { ...current, opening: { ...fact.body, officerId: fact.officerId } } };
    // A second tablet at another door opens the same meeting: the frozen number of voters is the one thing they must share.
    if (current.opening.registeredVoters === fact.body.registeredVoters) return { kind: 'merged', data: current };
    const { registeredVoters, officerId, openedAt } = current.opening;
    const opener = { ...current, recordedBy: officerId, recordedAt: openedAt, recordedClock: undefined };
    const conflict = conflictOf(opener, votersField, registeredVoters, fact.body.registeredVoters, fact);
    return { kind: 'conflict', rule: 'I4', data: { ...current, conflicts: [...(current.conflicts ?? []), conflict] } };
  },
};

export const ratMeetingAdjourned: FactRule<z.infer<typeof adjournmentSchema>, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: fieldRoles,
  needs: (fact) => [own(fact.subject.id), minutesOf(fact.subject.id)],
  rootOf: rootOfRecorded,
  decide: (fact, world) => {
    const meeting = world.read('ratMeeting', fact.subject.id)?.data;
    if (meeting?.holding || world.read('minutes', fact.subject.id)) return refused('I5');
    return meeting && !meeting.opening ? notOpened(fact.subject.id) : undefined;
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    if (current.adjournment) return { kind: 'merged', data: current };
    return { kind: 'applied', data: { ...current, adjournment: { ...fact.body, officerId: fact.officerId } } };
  },
};

/** Follows the sealing of the minutes; from here on the meeting takes no mark and no change (I5). */
export const ratMeetingHeld: FactRule<z.infer<typeof holdingSchema>, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: fieldRoles,
  needs: (fact) => [own(fact.subject.id), { kind: 'row', noun: 'minutes', id: fact.subject.id, must: true }],
  rootOf: rootOfRecorded,
  decide: (fact, world) => {
    const minutes = world.read('minutes', fact.subject.id)?.data;
    if (!minutes) return undefined;
    const { heldOn, present, registeredVoters, quorumReached, minutesHash } = fact.body;
    if (minutes.contentHash !== minutesHash) return refused('otherMinutes');
    // The minutes were judged when they were sealed (I4, I7), and beside the cooperative, which this fact does not name.
    const isAsSealed =
      heldOn === minutes.heldOn &&
      present === minutes.presence.voters &&
      registeredVoters === minutes.registeredVoters &&
      quorumReached === minutes.quorumReached;
    return isAsSealed ? undefined : refused('otherMinutes');
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    if (current.holding) return { kind: 'merged', data: current };
    return { kind: 'applied', data: { ...current, holding: { ...fact.body, officerId: fact.officerId } } };
  },
};
