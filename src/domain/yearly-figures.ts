// A cooperative's figures of one book year from one source. Blank is not zero (I11); L + P = total (I4).
import * as z from 'zod/mini';
import { type Changes, changesSchema, mergeChanges, mergeStateShape } from './change.ts';
import { rupiahSchema } from './money.ts';
import { rowIdSchema } from './noun.ts';
import { type FactRule, type Refusal, refused } from './world.ts';

const head = z.optional(z.int().check(z.minimum(0), z.maximum(10_000_000)));
const rupiah = z.optional(rupiahSchema);

export const countFields = {
  membersMale: head,
  membersFemale: head,
  membersTotal: head,
  candidateMembers: head,
  managers: head,
  employees: head,
};
export const moneyFields = {
  principalSavings: rupiah,
  mandatorySavings: rupiah,
  ownCapital: rupiah,
  externalCapital: rupiah,
  participationCapital: rupiah,
  assets: rupiah,
  businessVolume: rupiah,
  shu: rupiah,
};
export const figureFields = { ...countFields, ...moneyFields };
export const figuresShape = z.object(figureFields);
export type Figures = z.infer<typeof figuresShape>;

export const figureSources = ['rat', 'visit', 'register', 'ods', 'oral'] as const;
export const bookYearSchema = z.int().check(z.minimum(1945), z.maximum(2200));
export const figuresBodySchema = z.object({
  cooperativeId: rowIdSchema,
  bookYear: bookYearSchema,
  source: z.enum(figureSources),
  ...figureFields,
});
export const figuresChangesSchema = changesSchema(figureFields);
export const yearlyFiguresSchema = z.extend(figuresBodySchema, mergeStateShape);
export type YearlyFigures = z.infer<typeof yearlyFiguresSchema>;

/** One row per cooperative, book year and source, so that a register never overwrites what a meeting ratified. */
export const figuresIdOf = (cooperativeId: string, bookYear: number, source: YearlyFigures['source']): string =>
  `${cooperativeId}:${bookYear}:${source}`;

/** Invariant I4: men and women add up to the total, wherever all three are given. */
export function figuresProblem(figures: Figures): Refusal | undefined {
  const { membersMale: male, membersFemale: female, membersTotal: total } = figures;
  if (male === undefined || female === undefined || total === undefined || male + female === total) return undefined;
  return refused('I4', { field: 'membersTotal', detail: { male, female, total } });
}

export const figuresRecorded: FactRule<z.infer<typeof figuresBodySchema>, 'yearlyFigures'> = {
  noun: 'yearlyFigures',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: (fact) => [
    { kind: 'row', noun: 'cooperative', id: fact.body.cooperativeId, must: true },
    { kind: 'row', noun: 'yearlyFigures', id: fact.subject.id },
  ],
  rootOf: (fact) => fact.body.cooperativeId,
  decide: (fact) => {
    const { cooperativeId, bookYear, source } = fact.body;
    if (fact.subject.id !== figuresIdOf(cooperativeId, bookYear, source)) return refused('subjectId');
    return figuresProblem(fact.body);
  },
  apply: (current, fact) => {
    if (!current) return { kind: 'applied', data: { ...fact.body, recordedBy: fact.officerId, recordedAt: fact.at } };
    const changes: Changes = {};
    for (const field of Object.keys(figureFields) as (keyof Figures)[]) {
      const to = fact.body[field];
      if (to !== undefined) changes[field] = { from: null, to };
    }
    return mergeChanges(current, changes, fact);
  },
};

export const figuresChanged: FactRule<{ changes: Changes }, 'yearlyFigures'> = {
  noun: 'yearlyFigures',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'yearlyFigures', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id.split(':')[0] ?? fact.subject.id,
  decide: () => undefined,
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const merged = mergeChanges(current, fact.body.changes, fact);
    return figuresProblem(merged.data) ?? merged;
  },
};
