// The office's numbers as a record with dates: what custom or a circular may change without a release.
import * as z from 'zod/mini';
import { type Day, daySchema } from './day.ts';
import { quorumRuleSchema, tableRules } from './quorum.ts';

const count = z.int().check(z.minimum(0), z.maximum(1000));
const positive = z.int().check(z.minimum(1), z.maximum(1000));
const basisPoints = z.int().check(z.minimum(0), z.maximum(100_000));
const weight = z.int().check(z.minimum(0), z.maximum(100));

/** A date of any year, `04-30`. The 29th of February is none: it would not come every year. */
const monthDaySchema = z
  .string()
  .check(z.regex(/^(?:(?:01|03|05|07|08|10|12)-(?:0[1-9]|[12]\d|3[01])|(?:04|06|09|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$/));
export type MonthDay = z.infer<typeof monthDaySchema>;

/** Until when a RAT's report was asked for, by form of cooperative; null where nobody asked. */
const adminDeadlineSchema = z.object({ primary: z.nullable(monthDaySchema), secondary: z.nullable(monthDaySchema) });
export type AdminDeadline = z.infer<typeof adminDeadlineSchema>;

const flagshipWeightsSchema = z
  .object({ ratQuality: weight, participation: weight, welfare: weight, business: weight, health: weight, governance: weight })
  .check(z.refine((weights) => Object.values(weights).reduce((sum, share) => sum + share, 0) === 100, { error: 'weights add up to 100' }));

export const policyParametersSchema = z.object({
  // Missed years (the programme's rule) and how RATs count.
  missedYearsForReprimand: positive,
  missedYearsForProposal: positive,
  lateCounts: z.boolean(),
  remindMonths: count,
  /** The date of every year, and the circulars that set another for one book year (or none: null). */
  adminDeadline: adminDeadlineSchema,
  adminDeadlineByBookYear: z.record(z.string().check(z.regex(/^\d{4}$/)), z.nullable(adminDeadlineSchema)),
  ratReportMonths: count,
  // Meetings, where the bylaws are silent.
  firstCall: quorumRuleSchema,
  secondCall: quorumRuleSchema,
  firstCallDecision: quorumRuleSchema,
  secondCallDecision: quorumRuleSchema,
  secondCallMaxDays: count,
  noticeDays: count,
  delegatesAboveMembers: z.int().check(z.minimum(0)),
  boardTermMaxYears: positive,
  // What "active" means.
  activeWindowYears: positive,
  businessSeenMonths: count,
  // Certificates.
  minConsecutiveRat: positive,
  certValidityYears: positive,
  certRenewalDays: count,
  // The procedure towards a proposal.
  warnIntervalDays: count,
  warningsAfterReprimand: count,
  noBusinessMonthsForReprimand: count,
  graceMonths: count,
  goodFaithDays: count,
  goodFaithExtensions: count,
  objectionMonths: count,
  objectionAnswerMonths: count,
  dissolutionDecisionMonths: count,
  // Targets and flagship cooperatives.
  targetBands: z
    .object({ reached: basisPoints, near: basisPoints, needsPush: basisPoints })
    .check(z.refine(({ reached, near, needsPush }) => reached > near && near > needsPush, { error: 'bands descend' })),
  flagshipPlaces: count,
  flagshipWeights: flagshipWeightsSchema,
});
export type PolicyParameters = z.infer<typeof policyParametersSchema>;

export const mostLetterheadLines = 6;

export const policySchema = z
  .object({
    id: z.uuid(),
    validFrom: daySchema,
    validTo: z.optional(daySchema),
    parameters: policyParametersSchema,
    /** The office's, line by line, as its papers bear it in this time. */
    letterhead: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(120))).check(z.maxLength(mostLetterheadLines))),
  })
  .check(
    z.refine(({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo, {
      error: 'ends before it begins',
      path: ['validTo'],
    }),
  );
export type Policy = z.infer<typeof policySchema>;

/** What the first policy record of an office is made of; every rule reads a record, never this. */
export const defaultPolicy: PolicyParameters = {
  missedYearsForReprimand: 2,
  missedYearsForProposal: 2,
  lateCounts: true,
  remindMonths: 2,
  adminDeadline: { primary: '04-30', secondary: '06-30' },
  adminDeadlineByBookYear: {},
  ratReportMonths: 1,
  ...tableRules,
  secondCallMaxDays: 7,
  noticeDays: 7,
  delegatesAboveMembers: 500,
  boardTermMaxYears: 5,
  activeWindowYears: 3,
  businessSeenMonths: 12,
  minConsecutiveRat: 1,
  certValidityYears: 2,
  certRenewalDays: 90,
  warnIntervalDays: 30,
  warningsAfterReprimand: 2,
  noBusinessMonthsForReprimand: 24,
  graceMonths: 6,
  goodFaithDays: 90,
  goodFaithExtensions: 1,
  objectionMonths: 2,
  objectionAnswerMonths: 1,
  dissolutionDecisionMonths: 4,
  targetBands: { reached: 10_000, near: 7_500, needsPush: 5_000 },
  flagshipPlaces: 30,
  flagshipWeights: { ratQuality: 20, participation: 20, welfare: 20, business: 15, health: 15, governance: 10 },
};

/** The policy in force on a day: of those that cover it the one that began last, then the one recorded last. */
export function policyAt<P extends Pick<Policy, 'id' | 'validFrom' | 'validTo'>>(policies: readonly P[], day: Day): P | undefined {
  let inForce: P | undefined;
  for (const policy of policies) {
    if (policy.validFrom > day || (policy.validTo !== undefined && policy.validTo < day)) continue;
    const isLater = !inForce || policy.validFrom > inForce.validFrom || (policy.validFrom === inForce.validFrom && policy.id > inForce.id);
    if (isLater) inForce = policy;
  }
  return inForce;
}

/** The month and day until which a report was asked for; null where nobody asked. */
export function adminDeadlineOf(
  parameters: Pick<PolicyParameters, 'adminDeadline' | 'adminDeadlineByBookYear'>,
  bookYear: number,
  form: keyof AdminDeadline,
): MonthDay | null {
  const circular = parameters.adminDeadlineByBookYear[String(bookYear)];
  return (circular === undefined ? parameters.adminDeadline : circular)?.[form] ?? null;
}
