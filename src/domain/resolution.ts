// Somebody's decision about fields that two officers wrote differently: judged against what is open, folded field by field.
import * as z from 'zod/mini';
import { sameValue } from './canonical.ts';
import { conflictOf, editOf, type FieldConflict, type MergeAuthor, type MergeState, type Resolution } from './change.ts';
import { type Refusal, refused } from './world.ts';

/** The conflicts of one field, by the facts whose values lost; what was shown when it was decided, and what is to be shown. */
export interface FieldDecision {
  others: string[];
  from?: unknown;
  to?: unknown;
}
export type Decisions = Record<string, FieldDecision | undefined>;
export interface ResolutionBody {
  decisions: Decisions;
  note?: string | undefined;
}

type Shape = Record<string, z.ZodMiniType>;

const mostOthers = 50;
export const noteSchema = z.optional(z.string().check(z.minLength(1), z.maxLength(2000)));

/** Several fields in one fact, since figures that must add up can only be decided together. `null` stands for a blank. */
export function resolutionBodySchema(shape: Shape): z.ZodMiniType<ResolutionBody> {
  const decisions = Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => {
      const side = z.nullable(schema);
      return [
        field,
        z.optional(z.object({ others: z.array(z.uuid()).check(z.minLength(1), z.maxLength(mostOthers)), from: side, to: side })),
      ];
    }),
  );
  const checked = z.strictObject(decisions).check(z.refine((given) => Object.keys(given).length > 0, 'no field is decided'));
  return z.object({ decisions: checked, note: noteSchema }) as unknown as z.ZodMiniType<ResolutionBody>;
}

/** Some conflicts stand inside a part of the row: `opening.registeredVoters`. */
export function heldAt(data: object, field: string): unknown {
  return field.split('.').reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], data);
}

function withHeld<D extends object>(data: D, field: string, value: unknown): D {
  const [step = '', ...rest] = field.split('.');
  const inner = (data as Record<string, unknown>)[step];
  return { ...data, [step]: rest.length === 0 ? value : withHeld(inner as object, rest.join('.'), value) };
}

export const openConflictsOf = (data: MergeState, field: string): FieldConflict[] =>
  (data.conflicts ?? []).filter((conflict) => conflict.field === field);

/** What a decision sets anew; the rest of it lets stand what is shown. */
export const fieldsSetBy = (data: MergeState, decisions: Decisions): string[] =>
  Object.entries(decisions).flatMap(([field, decision]) => (decision && !sameValue(heldAt(data, field), decision.to) ? [field] : []));

const decidedBefore = (data: MergeState, field: string, others: readonly string[]): Resolution[] =>
  (data.resolutions ?? []).filter((past) => past.field === field && past.others.some((id) => others.includes(id)));

/**
 * What is not open any more is not decided again. That somebody else decided it meanwhile, this officer could not know: then the two
 * decisions meet, and if they differ they are a conflict themselves.
 */
export function notOpenProblem(data: MergeState, decisions: Decisions, officerId: string): Refusal | undefined {
  for (const [field, decision] of Object.entries(decisions)) {
    if (!decision) continue;
    const open = new Set(openConflictsOf(data, field).map(({ otherFactId }) => otherFactId));
    const past = decidedBefore(data, field, decision.others);
    const known = new Set([...open, ...past.flatMap(({ others }) => others)]);
    const isOwn = past.some((resolution) => resolution.officerId === officerId);
    if (isOwn || decision.others.some((id) => !known.has(id))) return refused('conflictNotOpen', { field });
  }
  return undefined;
}

/** An officer may always give way: nothing is set, and every value that this lays aside is their own. */
export function givesWay(data: MergeState, decisions: Decisions, officerId: string): boolean {
  if (fieldsSetBy(data, decisions).length > 0) return false;
  return Object.entries(decisions).every(([field, decision]) =>
    openConflictsOf(data, field).every(({ otherFactId, otherBy }) => !decision?.others.includes(otherFactId) || otherBy === officerId),
  );
}

export interface Resolved<D> {
  kind: 'applied' | 'merged' | 'conflict';
  data: D;
  /** The fields that this set anew, with what they held before. */
  changes: Record<string, { from: unknown; to: unknown }>;
}

export function applyDecisions<D extends MergeState>(current: D, author: MergeAuthor & { body: ResolutionBody }): Resolved<D> {
  let data = current;
  const changes: Resolved<D>['changes'] = {};
  let news = 0;
  let clashes = 0;
  for (const [field, decision] of Object.entries(author.body.decisions)) {
    if (!decision) continue;
    const { others, from = null, to = null } = decision;
    const closed = openConflictsOf(data, field).filter(({ otherFactId }) => others.includes(otherFactId));
    const conflicts = (data.conflicts ?? []).filter((conflict) => !closed.includes(conflict));
    const held = heldAt(data, field) ?? null;
    const isRivalled = decidedBefore(data, field, others).length > 0;
    const { officerId, at, clock } = { ...editOf(author) };
    const said: Resolution = { factId: author.id, officerId, at, field, value: to, others, conflicts: closed };
    if (clock) said.clock = clock;
    if (author.body.note !== undefined) said.note = author.body.note;
    if (closed.length > 0) news += 1;
    if (!sameValue(held, to) && !isRivalled && sameValue(held, from)) {
      data = withHeld(data, field, to ?? undefined);
      data = { ...data, edited: { ...data.edited, [field]: editOf(author) } };
      changes[field] = { from: held, to };
    } else if (!sameValue(held, to)) {
      clashes += 1;
      conflicts.push(conflictOf(data, field, held, to, author));
    }
    data = { ...data, conflicts, resolutions: [...(data.resolutions ?? []), said] };
  }
  return { kind: clashes > 0 ? 'conflict' : news > 0 ? 'applied' : 'merged', data, changes };
}
