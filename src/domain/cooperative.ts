// A cooperative as the office's register knows it (profile form of the ODS, domain section 2.3).
import * as z from 'zod/mini';
import { boardTermSchema } from './board-term.ts';
import { blankedProblem, type Changes, changesSchema, mergeChanges, mergeStateShape, neededFieldsOf, recordedState } from './change.ts';
import { daySchema } from './day.ts';
import { areaCodeSchema } from './noun.ts';
import { isOffice } from './officer.ts';
import { quorumRuleSchema } from './quorum.ts';
import { recordedAgain } from './recorded-again.ts';
import { type FactRule, type Refusal, refused, type World } from './world.ts';

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

export const bylawRulesSchema = z.object({
  firstCall: z.optional(quorumRuleSchema),
  secondCall: z.optional(quorumRuleSchema),
  delegateAllowed: z.optional(z.boolean()),
  noticeDays: z.optional(z.int().check(z.minimum(0), z.maximum(90))),
});

export const cooperativeForms = ['primary', 'secondary'] as const;
export const membershipScopes = ['regency', 'province', 'national'] as const;
export const cooperativeTypes = ['consumer', 'producer', 'service', 'marketing', 'savingsLoan'] as const;
export const legalStatuses = ['active', 'inLiquidation', 'dissolved'] as const;
export const activityStatuses = ['active', 'inactive'] as const;

/** Every field that can be edited; each merges by itself. */
export const cooperativeFields = {
  name: text(200),
  legalEntityNumber: z.optional(text(120)),
  legalEntityOn: z.optional(daySchema),
  bylawAmendmentNumber: z.optional(text(120)),
  bylawAmendmentOn: z.optional(daySchema),
  /** Opaque text of the Ministry's system, 13 digits as a rule; not the national ID of a person. */
  nikKoperasi: z.optional(text(40)),
  nikStatus: z.optional(text(60)),
  certificateValidUntil: z.optional(daySchema),
  grade: z.optional(text(20)),
  form: z.enum(cooperativeForms),
  membershipScope: z.enum(membershipScopes),
  type: z.optional(z.enum(cooperativeTypes)),
  isSharia: z.optional(z.boolean()),
  group: z.optional(text(60)),
  sector: z.optional(text(120)),
  address: z.optional(text(300)),
  villageCode: z.optional(text(20)),
  villageName: z.optional(text(120)),
  districtCode: z.optional(text(20)),
  districtName: z.optional(text(120)),
  bookYearEndMonth: z.int().check(z.minimum(1), z.maximum(12)),
  bylawRules: z.optional(bylawRulesSchema),
  legalStatus: z.enum(legalStatuses),
  dissolvedOn: z.optional(daySchema),
  activity: z.optional(z.object({ status: z.enum(activityStatuses), asOf: daySchema, source: z.enum(['register', 'ods', 'officer']) })),
  geo: z.optional(
    z.object({
      latitude: z.number().check(z.minimum(-90), z.maximum(90)),
      longitude: z.number().check(z.minimum(-180), z.maximum(180)),
      accuracyMetres: z.optional(z.number().check(z.minimum(0))),
    }),
  ),
  board: z.optional(z.array(boardTermSchema).check(z.maxLength(60))),
  /** Cells of an imported file that could not be read, by field: kept as they were written. */
  unread: z.optional(z.record(z.string(), z.string())),
  /** Book years for which the office waived the RAT (R-S, row S2). */
  ratWaivers: z.optional(z.array(z.object({ bookYear: z.int(), reason: text(300), decidedOn: daySchema }))),
  isDemo: z.optional(z.boolean()),
};
export const cooperativeBodySchema = z.object({ regencyCode: areaCodeSchema, ...cooperativeFields });
export const cooperativeChangesSchema = changesSchema(cooperativeFields);
export const cooperativeSchema = z.object({ regencyCode: areaCodeSchema, ...cooperativeFields, ...mergeStateShape });
export type Cooperative = z.infer<typeof cooperativeSchema>;
export type CooperativeBody = z.infer<typeof cooperativeBodySchema>;

const neededFields = neededFieldsOf(cooperativeFields);

/** Decided at the office, by the office's people: a dissolution, a waiver, what a file could not say, what is made up. */
export const officeFields = [
  'legalStatus',
  'dissolvedOn',
  'ratWaivers',
  'unread',
  'isDemo',
] as const satisfies readonly (keyof CooperativeBody)[];

/** What of these fields an officer in the field wants to set; a new cooperative of theirs is simply active. */
export function officeFieldProblem(
  author: World['author'],
  wanted: (field: (typeof officeFields)[number]) => boolean,
): Refusal | undefined {
  if (isOffice(author.role)) return undefined;
  const field = officeFields.find(wanted);
  return field && refused('role', { field });
}

/** Invariant I10: what is dissolved meets and is visited no more, except to be wound up. */
export const isClosed = (cooperative: Pick<Cooperative, 'legalStatus'>): boolean => cooperative.legalStatus !== 'active';

export const cooperativeRecorded: FactRule<CooperativeBody, 'cooperative'> = {
  noun: 'cooperative',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: () => [],
  rootOf: (fact) => fact.subject.id,
  decide: ({ body, area }, world) => {
    if (body.regencyCode !== area) return refused('areaOfSubject', { field: 'regencyCode' });
    return officeFieldProblem(world.author, (field) => body[field] !== (field === 'legalStatus' ? 'active' : undefined));
  },
  apply: (current, fact) =>
    current
      ? recordedAgain(current, fact.body, Object.keys(cooperativeFields), fact)
      : { kind: 'applied', data: { ...fact.body, ...recordedState(fact) } },
};

export const cooperativeChanged: FactRule<{ changes: Changes; reason?: string | undefined }, 'cooperative'> = {
  noun: 'cooperative',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'cooperative', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  decide: ({ body }, world) =>
    officeFieldProblem(world.author, (field) => body.changes[field] !== undefined) ?? blankedProblem(body.changes, neededFields),
  apply: (current, fact) => (current ? mergeChanges(current, fact.body.changes, fact) : refused('notRecorded')),
};
