// A visit to a cooperative (monitoring and coaching): the form of domain section 5.2, whole, as the officer finished it.
import * as z from 'zod/mini';
import { type Changes, changesSchema, mergeChanges, mergeStateShape, recordedState } from './change.ts';
import { isClosed } from './cooperative.ts';
import { dayOf, daySchema } from './day.ts';
import { hashSchema } from './fact.ts';
import { fileReferenceSchema, mostPhotosPerVisit } from './file.ts';
import { rupiahSchema } from './money.ts';
import { rowIdSchema } from './noun.ts';
import { personal } from './personal.ts';
import { recordedAgain } from './recorded-again.ts';
import { type FactRule, type Refusal, refused, type World } from './world.ts';
import { bookYearSchema, figuresShape } from './yearly-figures.ts';

export const visitPurposes = [
  'monitoring',
  'ratCoaching',
  'certificateCheck',
  'dissolutionCheck',
  'health',
  'training',
  'liquidation',
] as const;
export const noRatReasons = [
  'boardVacant',
  'noReport',
  'noFunds',
  'quorumNotReached',
  'conflict',
  'noBusiness',
  'membersMoved',
  'dutyUnknown',
  'distanceWeather',
  'other',
] as const;
/** The sixteen administrative books of a cooperative, in the order in which offices list them. */
export const administrativeBooks = [
  'members',
  'boardMembers',
  'supervisors',
  'employees',
  'memberSavings',
  'loans',
  'inventory',
  'memberMeetings',
  'boardMeetings',
  'supervisorMeetings',
  'guests',
  'memberAdvice',
  'supervisorAdvice',
  'officialAdvice',
  'importantEvents',
  'correspondence',
] as const;
/** What an officer finds amiss, by code so that the office can count it; the words beside it say what exactly. */
export const visitProblems = [
  'legality',
  'board',
  'administration',
  'members',
  'rat',
  'capital',
  'badLoans',
  'business',
  'dispute',
  'other',
] as const;
export const businessUnits = ['savingsLoan', 'shop', 'farming', 'fishery', 'services', 'production', 'transport', 'other'] as const;

const words = z.optional(z.string().check(z.maxLength(4000)));
const line = (most: number) => z.optional(z.string().check(z.maxLength(most)));
const answer = z.optional(z.boolean());

export const strokesSchema = z.array(z.array(z.int().check(z.minimum(0), z.maximum(10_000)))).check(z.maxLength(400));

export const existenceSchema = z.object({
  officeFound: answer,
  signboard: answer,
  addressRight: answer,
  /** Where it really is, when the register's address is wrong. */
  addressFound: line(300),
  officersReachable: answer,
});
export const institutionSchema = z.object({
  bylawsOn: z.optional(daySchema),
  boardTermEndsOn: z.optional(daySchema),
  books: z.optional(z.partialRecord(z.enum(administrativeBooks), z.boolean())),
  membersMale: figuresShape.shape.membersMale,
  membersFemale: figuresShape.shape.membersFemale,
  activeMembers: figuresShape.shape.membersTotal,
  lastRatOn: z.optional(daySchema),
  lastRatBookYear: z.optional(bookYearSchema),
  noRatReason: z.optional(z.enum(noRatReasons)),
  noRatWords: words,
  plannedRatOn: z.optional(daySchema),
});
export const businessSchema = z.object({
  running: answer,
  units: z.optional(z.array(z.enum(businessUnits))),
  otherUnit: line(100),
  businessNumber: line(60),
  savingsLoanPermit: line(60),
  monthsSinceActivity: z.optional(z.int().check(z.minimum(0), z.maximum(1200))),
  thirdPartyDebt: z.optional(z.enum(['yes', 'no', 'unknown'])),
  thirdPartyDebtAmount: z.optional(rupiahSchema),
});
export const visitFinanceSchema = z.object({
  bookYear: z.optional(bookYearSchema),
  assets: z.optional(rupiahSchema),
  ownCapital: z.optional(rupiahSchema),
  externalCapital: z.optional(rupiahSchema),
  businessVolume: z.optional(rupiahSchema),
  shu: z.optional(rupiahSchema),
  source: z.optional(z.enum(['accountabilityReport', 'balanceSheet', 'oral'])),
  confidence: z.optional(z.enum(['high', 'medium', 'low'])),
});
export const agreedActionSchema = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(500)),
  person: personal(line(200)),
  dueOn: z.optional(daySchema),
});
const doneFields = {
  action: z.string().check(z.minLength(1), z.maxLength(500)),
  doneOn: daySchema,
  result: z.string().check(z.minLength(1), z.maxLength(1000)),
};
/** `action`: the words in which it was agreed. */
export const actionDoneBodySchema = z.object(doneFields);
export const actionDoneSchema = z.object({ ...doneFields, factId: z.string(), officerId: z.string(), at: z.int() });
export type ActionDone = z.infer<typeof actionDoneSchema>;
export const personMetSchema = z.object({
  name: personal(z.string().check(z.minLength(1), z.maxLength(200))),
  position: line(100),
  phone: personal(line(30)),
});
export const visitProblemSchema = z.object({ code: z.enum(visitProblems), words: line(500) });
export const handedLetterSchema = z.object({
  subject: z.string().check(z.minLength(1), z.maxLength(200)),
  number: line(120),
  receivedBy: personal(line(200)),
});
export const positionSchema = z.object({
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  accuracyMetres: z.number().check(z.minimum(0)),
  takenAt: z.int(),
});

export const visitFields = {
  purpose: z.enum(visitPurposes),
  visitedOn: daySchema,
  startedAt: z.optional(z.int()),
  endedAt: z.optional(z.int()),
  assignmentLetterNumber: line(120),
  companions: line(300),
  position: z.optional(positionSchema),
  personsMet: z.optional(z.array(personMetSchema).check(z.maxLength(20))),
  existence: z.optional(existenceSchema),
  institution: z.optional(institutionSchema),
  business: z.optional(businessSchema),
  finance: z.optional(visitFinanceSchema),
  findings: words,
  problems: z.optional(z.array(visitProblemSchema).check(z.maxLength(visitProblems.length))),
  advice: words,
  actions: z.optional(z.array(agreedActionSchema).check(z.maxLength(30))),
  nextVisitOn: z.optional(daySchema),
  lettersHandedOver: z.optional(z.array(handedLetterSchema).check(z.maxLength(10))),
  counterpartName: personal(line(200)),
  counterpartPosition: line(100),
  counterpartSignature: personal(z.optional(strokesSchema)),
  officerSignature: personal(z.optional(strokesSchema)),
  photos: z.optional(z.array(fileReferenceSchema).check(z.maxLength(mostPhotosPerVisit))),
};
export const visitBodySchema = z.object({ cooperativeId: rowIdSchema, ...visitFields });
export type VisitBody = z.infer<typeof visitBodySchema>;
export const visitChangesSchema = changesSchema(visitFields);

export const amendmentSchema = z.object({
  factId: z.string(),
  officerId: z.string(),
  at: z.int(),
  reason: z.string(),
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
});
export type Amendment = z.infer<typeof amendmentSchema>;
export const visitSchema = z.extend(visitBodySchema, {
  ...mergeStateShape,
  amendments: z.optional(z.array(amendmentSchema)),
  /** What became of actions that were agreed, in the order in which it was recorded. */
  actionsDone: z.optional(z.array(actionDoneSchema)),
  /** SHA-256 of the photos whose bytes the office has. */
  photosAtOffice: z.optional(z.array(hashSchema)),
});
export type Visit = z.infer<typeof visitSchema>;

/** A day that has not come yet at the office cannot have been visited or met; one day is left for a wrong clock. */
export function isFuture(day: string, world: Pick<World, 'now'>): boolean {
  return world.now !== undefined && day > dayOf(world.now + 86_400_000);
}

export function momentProblem(
  visit: Pick<VisitBody, 'visitedOn' | 'startedAt' | 'endedAt'>,
  world: Pick<World, 'now'>,
): Refusal | undefined {
  if (isFuture(visit.visitedOn, world)) return refused('futureDay', { field: 'visitedOn' });
  if (visit.startedAt !== undefined && visit.endedAt !== undefined && visit.endedAt < visit.startedAt) {
    return refused('endsBeforeStart', { field: 'endedAt' });
  }
  return undefined;
}

export const visitRecorded: FactRule<VisitBody, 'visit'> = {
  noun: 'visit',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'cooperative', id: fact.body.cooperativeId, must: true }],
  rootOf: (fact) => fact.body.cooperativeId,
  decide: (fact, world) => {
    const recorded = world.read('visit', fact.subject.id)?.data;
    if (recorded && recorded.cooperativeId !== fact.body.cooperativeId) return refused('subjectId', { field: 'cooperativeId' });
    const cooperative = world.read('cooperative', fact.body.cooperativeId)?.data;
    if (cooperative && isClosed(cooperative) && fact.body.purpose !== 'liquidation') return refused('I10', { field: 'purpose' });
    return momentProblem(fact.body, world);
  },
  apply: (current, fact) =>
    current
      ? recordedAgain(current, fact.body, Object.keys(visitFields), fact)
      : { kind: 'applied', data: { ...fact.body, ...recordedState(fact) } },
};

/** A finished visit is changed only like this: with a reason, the old value kept beside the new one. */
export const visitAmended: FactRule<{ changes: Changes; reason: string }, 'visit'> = {
  noun: 'visit',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'visit', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => {
    const visit = world.read('visit', fact.subject.id)?.data;
    for (const field of ['purpose', 'visitedOn']) {
      if (fact.body.changes[field]?.to === null) return refused('fieldRequired', { field });
    }
    if (visit && visit.recordedBy !== fact.officerId && world.author.role === 'officer') return refused('notOwnVisit');
    return undefined;
  },
  apply: (current, fact, world) => {
    if (!current) return refused('notRecorded');
    const merged = mergeChanges(current, fact.body.changes, fact);
    const problem = momentProblem(merged.data, world);
    if (problem) return problem;
    return { ...merged, data: { ...merged.data, amendments: [...(current.amendments ?? []), amendmentOf(fact)] } };
  },
};

export function amendmentOf(fact: { id: string; officerId: string; at: number; body: { changes: Changes; reason: string } }): Amendment {
  const changes: Amendment['changes'] = {};
  for (const [field, change] of Object.entries(fact.body.changes)) if (change) changes[field] = change;
  return { factId: fact.id, officerId: fact.officerId, at: fact.at, reason: fact.body.reason, changes };
}
