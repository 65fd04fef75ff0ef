// A cooperative's figures of one book year from one source. Blank is not zero (I11); L + P = total (I4).
import * as z from 'zod/mini';
import { type Changes, changesSchema, mergeChanges, mergeStateShape, recordedState } from './change.ts';
import { rupiahSchema } from './money.ts';
import { rowIdSchema } from './noun.ts';
import { isOffice } from './officer.ts';
import { type FactRule, type Need, type Refusal, refused, type World } from './world.ts';

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
  /** Of ratified figures: the RAT whose sealed minutes say them. */
  meetingId: z.optional(rowIdSchema),
  ...figureFields,
});
export const figuresChangeSchema = z.object({ changes: changesSchema(figureFields), meetingId: z.optional(rowIdSchema) });
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

/**
 * What a RAT ratified is sealed with its minutes: an officer's figures of that source are those of the minutes, to the Rupiah, and change
 * only with an amendment of theirs. The office may put right what the field cannot.
 */
function ratifiedProblem(
  subject: FiguresKey,
  given: Partial<Record<keyof Figures, number | null>>,
  meetingId: string | undefined,
  world: World,
) {
  if (subject.source !== 'rat' || isOffice(world.author.role)) return undefined;
  const minutes = meetingId === undefined ? undefined : world.read('minutes', meetingId)?.data;
  const ratified =
    minutes?.cooperativeId === subject.cooperativeId && minutes.ratified.find(({ bookYear }) => bookYear === subject.bookYear);
  const field = Object.keys(given).find(
    (name) => !ratified || (ratified.figures[name as keyof Figures] ?? null) !== given[name as keyof Figures],
  );
  return field === undefined ? undefined : refused('notAsRatified', { field });
}

type FiguresKey = Pick<YearlyFigures, 'cooperativeId' | 'bookYear' | 'source'>;

function keyOf(id: string): FiguresKey {
  const [cooperativeId = '', bookYear, source] = id.split(':');
  return { cooperativeId, bookYear: Number(bookYear), source: source as YearlyFigures['source'] };
}

const sealing = (meetingId: string | undefined): Need[] =>
  meetingId === undefined ? [] : [{ kind: 'row', noun: 'minutes', id: meetingId, must: true }];

const figuresIn = (body: Figures): Figures =>
  Object.fromEntries(
    Object.keys(figureFields).flatMap((name) => {
      const figure = body[name as keyof Figures];
      return figure === undefined ? [] : [[name, figure]];
    }),
  );

export const figuresRecorded: FactRule<z.infer<typeof figuresBodySchema>, 'yearlyFigures'> = {
  noun: 'yearlyFigures',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: (fact) => [
    { kind: 'row', noun: 'cooperative', id: fact.body.cooperativeId, must: true },
    { kind: 'row', noun: 'yearlyFigures', id: fact.subject.id },
    ...sealing(fact.body.meetingId),
  ],
  rootOf: (fact) => fact.body.cooperativeId,
  decide: ({ subject, body }, world) => {
    const { cooperativeId, bookYear, source, meetingId } = body;
    if (subject.id !== figuresIdOf(cooperativeId, bookYear, source)) return refused('subjectId');
    return ratifiedProblem(body, figuresIn(body), meetingId, world) ?? figuresProblem(body);
  },
  apply: (current, fact) => {
    if (!current) return { kind: 'applied', data: { ...fact.body, ...recordedState(fact) } };
    const changes: Changes = {};
    for (const field of Object.keys(figureFields) as (keyof Figures)[]) {
      const to = fact.body[field];
      if (to !== undefined) changes[field] = { from: null, to };
    }
    return mergeChanges(current, changes, fact);
  },
};

export const figuresChanged: FactRule<{ changes: Changes; meetingId?: string | undefined }, 'yearlyFigures'> = {
  noun: 'yearlyFigures',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'yearlyFigures', id: fact.subject.id, must: true }, ...sealing(fact.body.meetingId)],
  rootOf: (fact) => keyOf(fact.subject.id).cooperativeId,
  decide: ({ subject, body }, world) => {
    const to = Object.fromEntries(Object.entries(body.changes).map(([field, change]) => [field, (change?.to ?? null) as number | null]));
    return ratifiedProblem(keyOf(subject.id), to, body.meetingId, world);
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const merged = mergeChanges(current, fact.body.changes, fact);
    return figuresProblem(merged.data) ?? merged;
  },
};
