// The table of every type of fact: its body's schema and its rule. What is not in here cannot happen.
import * as z from 'zod/mini';
import { agreedActionDone } from './agreed-action.ts';
import { areaRecorded, areaSchema } from './area.ts';
import { attendanceMarked, attendanceVoided, markSchema, voidSchema } from './attendance.ts';
import { attendanceConflictResolved, attendanceResolutionSchema } from './attendance-conflict.ts';
import {
  cooperativeConflictResolved,
  cooperativeResolutionSchema,
  figuresConflictResolved,
  figuresResolutionSchema,
  meetingResolutionSchema,
  minutesConflictResolved,
  minutesResolutionSchema,
  ratMeetingConflictResolved,
  visitConflictResolved,
  visitResolutionSchema,
} from './conflict-rules.ts';
import { cooperativeBodySchema, cooperativeChanged, cooperativeChangesSchema, cooperativeRecorded } from './cooperative.ts';
import { cooperativeMoved, moveSchema } from './cooperative-move.ts';
import { type Fact, factSchema, type RawFact } from './fact.ts';
import { receivedSchema } from './file-exchange.ts';
import { minutesAmended, minutesBodySchema, minutesChangesSchema, minutesSigned } from './minutes.ts';
import type { Noun } from './noun.ts';
import { officerBodySchema, officerChanged, officerChangesSchema, officerRecorded } from './officer.ts';
import { policySchema } from './policy.ts';
import { policyRecorded } from './policy-record.ts';
import { ratMeetingCancelled } from './rat-cancellation.ts';
import {
  adjournmentSchema,
  cancellationSchema,
  holdingSchema,
  meetingBodySchema,
  meetingChangesSchema,
  openingSchema,
  ratMeetingAdjourned,
  ratMeetingChanged,
  ratMeetingHeld,
  ratMeetingOpened,
  ratMeetingRecorded,
} from './rat-meeting.ts';
import { ratResubmitted, ratReturned, ratVerified, resubmissionSchema, returnSchema, verificationSchema } from './rat-verification.ts';
import { ratSheetsAdded, ratSheetsReceived, sheetsSchema, visitPhotosReceived } from './record-files.ts';
import { rosterBodySchema, rosterMembersStruck, rosterRecorded, strikeSchema } from './roster.ts';
import { actionDoneBodySchema, visitAmended, visitBodySchema, visitChangesSchema, visitRecorded } from './visit.ts';
import type { FactRule } from './world.ts';
import { figuresBodySchema, figuresChanged, figuresChangeSchema, figuresRecorded } from './yearly-figures.ts';

const reason = z.string().check(z.minLength(1), z.maxLength(2000));

export const factTypes = {
  areaRecorded: { rule: areaRecorded, body: areaSchema },
  officerRecorded: { rule: officerRecorded, body: officerBodySchema },
  officerChanged: { rule: officerChanged, body: z.object({ changes: officerChangesSchema }) },
  policyRecorded: { rule: policyRecorded, body: policySchema },
  cooperativeRecorded: { rule: cooperativeRecorded, body: cooperativeBodySchema },
  cooperativeChanged: { rule: cooperativeChanged, body: z.object({ changes: cooperativeChangesSchema, reason: z.optional(reason) }) },
  cooperativeMoved: { rule: cooperativeMoved, body: moveSchema },
  figuresRecorded: { rule: figuresRecorded, body: figuresBodySchema },
  figuresChanged: { rule: figuresChanged, body: figuresChangeSchema },
  visitRecorded: { rule: visitRecorded, body: visitBodySchema },
  visitAmended: { rule: visitAmended, body: z.object({ changes: visitChangesSchema, reason }) },
  agreedActionDone: { rule: agreedActionDone, body: actionDoneBodySchema },
  visitPhotosReceived: { rule: visitPhotosReceived, body: receivedSchema },
  ratMeetingRecorded: { rule: ratMeetingRecorded, body: meetingBodySchema },
  ratMeetingChanged: { rule: ratMeetingChanged, body: z.object({ changes: meetingChangesSchema }) },
  ratMeetingOpened: { rule: ratMeetingOpened, body: openingSchema },
  ratMeetingAdjourned: { rule: ratMeetingAdjourned, body: adjournmentSchema },
  ratMeetingCancelled: { rule: ratMeetingCancelled, body: cancellationSchema },
  ratMeetingHeld: { rule: ratMeetingHeld, body: holdingSchema },
  ratVerified: { rule: ratVerified, body: verificationSchema },
  ratReturned: { rule: ratReturned, body: returnSchema },
  ratResubmitted: { rule: ratResubmitted, body: resubmissionSchema },
  ratSheetsAdded: { rule: ratSheetsAdded, body: sheetsSchema },
  ratSheetsReceived: { rule: ratSheetsReceived, body: receivedSchema },
  rosterRecorded: { rule: rosterRecorded, body: rosterBodySchema },
  rosterMembersStruck: { rule: rosterMembersStruck, body: strikeSchema },
  attendanceMarked: { rule: attendanceMarked, body: markSchema },
  attendanceVoided: { rule: attendanceVoided, body: voidSchema },
  minutesSigned: { rule: minutesSigned, body: minutesBodySchema },
  minutesAmended: { rule: minutesAmended, body: z.object({ changes: minutesChangesSchema, reason }) },
  cooperativeConflictResolved: { rule: cooperativeConflictResolved, body: cooperativeResolutionSchema },
  figuresConflictResolved: { rule: figuresConflictResolved, body: figuresResolutionSchema },
  visitConflictResolved: { rule: visitConflictResolved, body: visitResolutionSchema },
  ratMeetingConflictResolved: { rule: ratMeetingConflictResolved, body: meetingResolutionSchema },
  minutesConflictResolved: { rule: minutesConflictResolved, body: minutesResolutionSchema },
  attendanceConflictResolved: { rule: attendanceConflictResolved, body: attendanceResolutionSchema },
} as const;

export type FactTypeName = keyof typeof factTypes;
export type BodyOf<T extends FactTypeName> = z.infer<(typeof factTypes)[T]['body']>;

export const isFactType = (type: string): type is FactTypeName => Object.hasOwn(factTypes, type);

/** The fact that decides a conflict in a row of each noun that can have one. */
export const resolutionTypes = {
  cooperative: 'cooperativeConflictResolved',
  yearlyFigures: 'figuresConflictResolved',
  visit: 'visitConflictResolved',
  ratMeeting: 'ratMeetingConflictResolved',
  minutes: 'minutesConflictResolved',
  attendance: 'attendanceConflictResolved',
} as const satisfies Partial<Record<Noun, FactTypeName>>;

export const isResolution = (type: FactTypeName): boolean => (Object.values(resolutionTypes) as FactTypeName[]).includes(type);

/** The rule of a type, for code that handles facts of every type alike. */
export const ruleOf = (type: FactTypeName): FactRule<unknown, Noun> => factTypes[type].rule as unknown as FactRule<unknown, Noun>;

export type ReadFact = { kind: 'fact'; fact: Fact & { type: FactTypeName } } | { kind: 'unreadable'; problem: string };

/** Reads a fact from outside: its envelope, its type, then its body. `problem` names the place, never a value. */
export function readFact(input: unknown): ReadFact {
  const envelope = factSchema.safeParse(input);
  if (!envelope.success) return { kind: 'unreadable', problem: placesOf(envelope.error.issues) };
  return readBody(envelope.data);
}

export function readBody(raw: RawFact): ReadFact {
  if (!isFactType(raw.type)) return { kind: 'unreadable', problem: 'type' };
  if (ruleOf(raw.type).noun !== raw.subject.noun) return { kind: 'unreadable', problem: 'subject.noun' };
  const body = factTypes[raw.type].body.safeParse(raw.body);
  if (!body.success) return { kind: 'unreadable', problem: placesOf(body.error.issues, 'body') };
  return { kind: 'fact', fact: { ...raw, type: raw.type, body: body.data } };
}

const placesOf = (issues: readonly { path: readonly PropertyKey[] }[], under?: string): string =>
  [...new Set(issues.map((issue) => [...(under ? [under] : []), ...issue.path.map(String)].join('.')))].slice(0, 5).join(', ');
