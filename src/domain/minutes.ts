// The formal minutes of a RAT (berita acara): what was decided, ratified and signed. Sealed once, then only amended (I5).
import * as z from 'zod/mini';
import { boardTermSchema } from './board-term.ts';
import { canonical } from './canonical.ts';
import { type Changes, changesSchema, mergeChanges, mergeStateShape, recordedState } from './change.ts';
import { daySchema } from './day.ts';
import { hashSchema } from './fact.ts';
import { amendmentProblem, contentProblems } from './minutes-check.ts';
import { rupiahSchema } from './money.ts';
import { rowIdSchema } from './noun.ts';
import { personal } from './personal.ts';
import { quorumRuleSchema } from './quorum.ts';
import { meetingFields } from './rat-meeting.ts';
import { amendmentOf, amendmentSchema, strokesSchema } from './visit.ts';
import { type FactRule, notOpened, refused } from './world.ts';
import { bookYearSchema, figuresShape } from './yearly-figures.ts';

const words = z.string().check(z.maxLength(8000));
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** The standing agenda of a RAT (UU 25/1992 art. 23, domain section 1.4), in its usual order. */
export const agendaKeys = [
  'opening',
  'meetingOfficers',
  'rulesOfOrder',
  'lastMinutes',
  'boardReport',
  'supervisorReport',
  'discussion',
  'ratification',
  'shuDistribution',
  'workPlanBudget',
  'election',
  'other',
  'closing',
] as const;
export type AgendaKey = (typeof agendaKeys)[number];

export const agendaItemSchema = z.object({
  key: z.enum(agendaKeys),
  done: z.boolean(),
  notes: z.optional(words),
  /** When the chair opened it. */
  startedAt: z.optional(z.int()),
});
export const decisionSchema = z.object({
  agendaKey: z.enum(agendaKeys),
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
  method: z.enum(['consensus', 'vote']),
  yes: z.optional(count),
  no: z.optional(count),
  abstain: z.optional(count),
  /** What the bylaws ask for this item, where that is stricter than the rule of the call. */
  rule: z.optional(quorumRuleSchema),
  adopted: z.boolean(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const presenceSchema = z.object({
  voters: count,
  male: count,
  female: count,
  inPerson: count,
  online: count,
  delegate: count,
  others: count,
});
export const ratifiedSchema = z.object({ bookYear: bookYearSchema, figures: figuresShape });
export const shuShareSchema = z.object({ purpose: z.string().check(z.minLength(1), z.maxLength(200)), amount: rupiahSchema });

/** What an amendment may change; everything else was counted or frozen when the meeting was held. */
export const minutesFields = {
  number: z.optional(z.string().check(z.maxLength(120))),
  place: z.string().check(z.minLength(1), z.maxLength(300)),
  startedAt: z.int(),
  endedAt: z.int(),
  chairName: personal(z.string().check(z.minLength(1), z.maxLength(200))),
  secretaryName: personal(z.string().check(z.minLength(1), z.maxLength(200))),
  agenda: z.array(agendaItemSchema).check(z.minLength(1), z.maxLength(40)),
  decisions: z.array(decisionSchema).check(z.maxLength(100)),
  ratified: z.array(ratifiedSchema).check(z.maxLength(5)),
  shuAllocation: z.optional(z.array(shuShareSchema).check(z.maxLength(30))),
  plannedRevenue: z.optional(rupiahSchema),
  plannedExpense: z.optional(rupiahSchema),
  elected: z.optional(z.array(boardTermSchema).check(z.maxLength(60))),
  officeGuests: z.optional(z.string().check(z.maxLength(1000))),
  discussionNotes: z.optional(words),
};
/** Who the cooperative was when it met, since names and numbers change and a sealed document does not. */
export const identitySchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  legalEntityNumber: z.optional(z.string().check(z.maxLength(120))),
  legalEntityOn: z.optional(daySchema),
  nikKoperasi: z.optional(z.string().check(z.maxLength(40))),
});
export const minutesContentSchema = z.object({
  meetingId: rowIdSchema,
  cooperativeId: rowIdSchema,
  identity: z.optional(identitySchema),
  /** Of the meeting; without it, an annual one. */
  kind: z.optional(meetingFields.kind),
  bookYears: z.array(bookYearSchema).check(z.minLength(1)),
  callNumber: z.union([z.literal(1), z.literal(2)]),
  heldOn: daySchema,
  registeredVoters: count,
  /** Of the registered voters, where the roster knows it. */
  registeredMale: z.optional(count),
  registeredFemale: z.optional(count),
  quorumRule: quorumRuleSchema,
  /** Of call 2: the rule by which it is judged when no first call is on record (R-Q, Q6). */
  firstCallRule: z.optional(quorumRuleSchema),
  /** The policy's rule for decisions of the call as which the meeting is judged; without it, the one of the table. */
  decisionRule: z.optional(quorumRuleSchema),
  quorumReached: z.boolean(),
  /** Of call 2: whether the first call is on record as not having reached its quorum (R-Q, Q5 and Q6). */
  firstCallNotReached: z.boolean(),
  presence: presenceSchema,
  ...minutesFields,
});
export type MinutesContent = z.infer<typeof minutesContentSchema>;

export const signatureRoles = ['chair', 'secretary', 'witness1', 'witness2', 'boardChair', 'supervisorChair', 'officeWitness'] as const;
export type SignatureRole = (typeof signatureRoles)[number];
export const signatureSchema = z.object({
  role: z.enum(signatureRoles),
  name: personal(z.string().check(z.minLength(1), z.maxLength(200))),
  strokes: personal(strokesSchema),
  signedAt: z.int(),
});
export type Signature = z.infer<typeof signatureSchema>;

export const minutesBodySchema = z.object({
  content: minutesContentSchema,
  signatures: z.array(signatureSchema).check(z.maxLength(20)),
  contentHash: hashSchema,
});
export const minutesChangesSchema = changesSchema(minutesFields);
export const minutesSchema = z.extend(minutesContentSchema, {
  ...mergeStateShape,
  signatures: z.array(signatureSchema),
  contentHash: hashSchema,
  sealedAt: z.int(),
  amendments: z.optional(z.array(amendmentSchema)),
});
export type Minutes = z.infer<typeof minutesSchema>;

/** What the signatures are bound to: the whole content, without them. */
export const hashedTextOf = (content: MinutesContent): string => canonical(content);

/** The places of a content that the office would not read; empty when it would. */
export function unreadablePlaces(content: unknown): string[] {
  const read = minutesContentSchema.safeParse(content);
  return read.success ? [] : [...new Set(read.error.issues.map((issue) => issue.path.map(String).join('.')))];
}

/** The content as it was signed, every amendment undone: it hashes to `contentHash`, or the row is not what was signed. */
export function sealedContentOf(minutes: Minutes): MinutesContent {
  const sealed: Record<string, unknown> = {};
  for (const field of Object.keys(minutesContentSchema.shape)) sealed[field] = minutes[field as keyof Minutes];
  for (const { changes } of (minutes.amendments ?? []).toReversed()) {
    for (const [field, change] of Object.entries(changes)) sealed[field] = change.from ?? undefined;
  }
  return sealed as MinutesContent;
}

const fieldRoles = ['officer', 'verifier', 'head', 'administrator'] as const;
const neededFields = ['place', 'startedAt', 'endedAt', 'chairName', 'secretaryName', 'agenda', 'decisions', 'ratified'] as const;

/** The subject's id is the meeting's: one berita acara a meeting. */
export const minutesSigned: FactRule<z.infer<typeof minutesBodySchema>, 'minutes'> = {
  noun: 'minutes',
  roles: fieldRoles,
  needs: (fact) => [
    { kind: 'row', noun: 'ratMeeting', id: fact.subject.id, must: true },
    { kind: 'row', noun: 'cooperative', id: fact.body.content.cooperativeId, must: true },
  ],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => {
    const { content, signatures, contentHash } = fact.body;
    const meeting = world.read('ratMeeting', fact.subject.id)?.data;
    if (content.meetingId !== fact.subject.id) return refused('subjectId');
    if (meeting && meeting.cooperativeId !== content.cooperativeId) return refused('subjectId', { field: 'cooperativeId' });
    if (meeting?.adjournment) return refused('meetingAdjourned');
    if (meeting && !meeting.opening) return notOpened(fact.subject.id);
    if (meeting?.opening && meeting.opening.registeredVoters !== content.registeredVoters)
      return refused('I4', { field: 'registeredVoters' });
    if (world.hashOf(hashedTextOf(content)) !== contentHash) return refused('contentHash');
    const endMonth = world.read('cooperative', content.cooperativeId)?.data.bookYearEndMonth ?? 12;
    return contentProblems(content, signatures, endMonth, world)[0];
  },
  apply: (current, fact) => {
    const { content, signatures, contentHash } = fact.body;
    if (current) {
      if (current.contentHash === contentHash) return { kind: 'merged', data: current };
      return refused('I5');
    }
    const sealed = { signatures, contentHash, sealedAt: fact.at, ...recordedState(fact) };
    return { kind: 'applied', data: { ...content, ...sealed } };
  },
};

/** Amendments keep the invariants that the sealed minutes kept; the signatures stay bound to what was signed (I5). */
export const minutesAmended: FactRule<{ changes: Changes; reason: string }, 'minutes'> = {
  noun: 'minutes',
  roles: fieldRoles,
  needs: (fact) => [
    { kind: 'row', noun: 'minutes', id: fact.subject.id, must: true },
    { kind: 'row', noun: 'ratMeeting', id: fact.subject.id },
  ],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => {
    const blanked = neededFields.find((field) => fact.body.changes[field]?.to === null);
    if (blanked) return refused('fieldRequired', { field: blanked });
    const verified = world.read('ratMeeting', fact.subject.id)?.data.verified;
    return verified && world.author.role === 'officer' ? refused('alreadyVerified') : undefined;
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const merged = mergeChanges(current, fact.body.changes, fact);
    const problem = amendmentProblem(current, merged.data);
    if (problem) return problem;
    return { ...merged, data: { ...merged.data, amendments: [...(current.amendments ?? []), amendmentOf(fact)] } };
  },
};
