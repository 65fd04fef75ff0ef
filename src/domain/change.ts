// An edit as `{ field: { from, to } }`, merged field by field so that two officers never overwrite each other unseen.
import * as z from 'zod/mini';
import { sameValue } from './canonical.ts';
import { type Clock, clockSchema, notedClock } from './fact.ts';
import { type Refusal, refused } from './world.ts';

/** The value that lost the server's order, kept beside the one that is shown until somebody decides. */
export const fieldConflictSchema = z.object({
  field: z.string(),
  shown: z.unknown(),
  other: z.unknown(),
  shownBy: z.optional(z.string()),
  otherBy: z.string(),
  otherFactId: z.string(),
  /** When the shown value was written, and the other one, by the clocks of their tablets. */
  shownAt: z.optional(z.int()),
  at: z.int(),
  shownClock: z.optional(clockSchema),
  clock: z.optional(clockSchema),
});
export type FieldConflict = z.infer<typeof fieldConflictSchema>;

/** Who last set a field, by field name; a field that is not named was set when the row was recorded. */
export const editedSchema = z.record(z.string(), z.object({ officerId: z.string(), at: z.int(), clock: z.optional(clockSchema) }));

/** What somebody decided about one field: the value, and everything it was chosen over, so that no value is ever gone. */
export const resolutionSchema = z.object({
  factId: z.string(),
  officerId: z.string(),
  at: z.int(),
  clock: z.optional(clockSchema),
  note: z.optional(z.string()),
  field: z.string(),
  value: z.unknown(),
  /** The facts whose values were decided on, and the conflicts that this closed. */
  others: z.array(z.string()),
  conflicts: z.array(fieldConflictSchema),
});
export type Resolution = z.infer<typeof resolutionSchema>;

export const mergeStateShape = {
  recordedBy: z.string(),
  recordedAt: z.int(),
  recordedClock: z.optional(clockSchema),
  edited: z.optional(editedSchema),
  /** Open: what has been decided stands among the resolutions. */
  conflicts: z.optional(z.array(fieldConflictSchema)),
  resolutions: z.optional(z.array(resolutionSchema)),
};
export interface MergeState {
  recordedBy: string;
  recordedAt: number;
  recordedClock?: Clock | undefined;
  edited?: z.infer<typeof editedSchema> | undefined;
  conflicts?: FieldConflict[] | undefined;
  resolutions?: Resolution[] | undefined;
}

/** How a row begins: by whom and when. */
export const recordedState = (fact: { officerId: string; at: number; clock: Clock }) => ({
  recordedBy: fact.officerId,
  recordedAt: fact.at,
  ...clockNoted('recordedClock', fact.clock),
});

/** A doubtful clock under its name; nothing where the clock was sure. */
function clockNoted<Name extends string>(name: Name, clock: Clock | undefined): { [N in Name]?: Clock } {
  const noted = clock && notedClock(clock);
  return (noted ? { [name]: noted } : {}) as { [N in Name]?: Clock };
}

type Shape = Record<string, z.ZodMiniType>;
type ChangesOf<S extends Shape> = { [F in keyof S]?: { from: z.infer<S[F]> | null; to: z.infer<S[F]> | null } };

/** `null` stands for a blank on either side, since JSON has no undefined. */
export function changesSchema<S extends Shape>(shape: S): z.ZodMiniType<ChangesOf<S>> {
  const fields = Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => {
      const side = z.nullable(schema);
      return [field, z.optional(z.object({ from: side, to: side }))];
    }),
  );
  const schema = z.strictObject(fields).check(z.refine((changes) => Object.keys(changes).length > 0, 'no field is changed'));
  return schema as unknown as z.ZodMiniType<ChangesOf<S>>;
}

export type Changes = Record<string, { from: unknown; to: unknown } | undefined>;

/** The fields of `edited` that differ from `current`, as a change. Undefined when nothing differs. */
export function changesBetween(current: object, edited: object, fields: readonly string[]): Changes | undefined {
  const changes: Changes = {};
  for (const field of fields) {
    const from = (current as Record<string, unknown>)[field] ?? null;
    const to = (edited as Record<string, unknown>)[field] ?? null;
    if (!sameValue(from, to)) changes[field] = { from, to };
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** The fields of a shape that no row may be without. */
export const neededFieldsOf = (shape: Shape): string[] => Object.keys(shape).filter((field) => !shape[field]?.safeParse(undefined).success);

/** A change may blank only what may be blank: a row without a needed field would break every rule and screen that reads it. */
export function blankedProblem(changes: Changes, needed: readonly string[]): Refusal | undefined {
  const field = needed.find((name) => changes[name]?.to === null);
  return field === undefined ? undefined : refused('fieldRequired', { field });
}

export interface MergeAuthor {
  id: string;
  officerId: string;
  at: number;
  clock?: Clock;
}

/** Who wrote the value that a field shows, when, and how sure their clock was. */
export function writerOf(data: MergeState, field: string): { officerId: string; at: number; clock?: Clock | undefined } {
  return data.edited?.[field] ?? { officerId: data.recordedBy, at: data.recordedAt, clock: data.recordedClock };
}

export const editOf = (author: MergeAuthor) => ({ officerId: author.officerId, at: author.at, ...clockNoted('clock', author.clock) });

/** The author's value is kept beside the shown one. */
export function conflictOf(data: MergeState, field: string, shown: unknown, other: unknown, author: MergeAuthor): FieldConflict {
  const writer = writerOf(data, field);
  return {
    field,
    shown: shown ?? null,
    other: other ?? null,
    shownBy: writer.officerId,
    otherBy: author.officerId,
    otherFactId: author.id,
    shownAt: writer.at,
    at: author.at,
    ...clockNoted('shownClock', writer.clock),
    ...clockNoted('clock', author.clock),
  };
}

/**
 * Folds a change into a row's data. `from` still true: applied. The same value already there: nothing to do.
 * Another value there: what the office has stays shown, the other value is kept as an open conflict.
 */
export function mergeChanges<D extends MergeState>(
  data: D,
  changes: Changes,
  author: MergeAuthor,
): { kind: 'applied' | 'merged' | 'conflict'; data: D } {
  const next = { ...data } as D & Record<string, unknown>;
  const edited = { ...data.edited };
  const conflicts = [...(data.conflicts ?? [])];
  let repeats = 0;
  let clashes = 0;
  for (const [field, change] of Object.entries(changes)) {
    if (!change) continue;
    const held = next[field];
    if (sameValue(held, change.to)) {
      repeats += 1;
    } else if (sameValue(held, change.from)) {
      (next as Record<string, unknown>)[field] = change.to ?? undefined;
      edited[field] = editOf(author);
    } else {
      clashes += 1;
      conflicts.push(conflictOf({ ...data, edited }, field, held, change.to, author));
    }
  }
  if (Object.keys(edited).length > 0) next.edited = edited;
  if (conflicts.length > 0) next.conflicts = conflicts;
  const kind = clashes > 0 ? 'conflict' : repeats > 0 ? 'merged' : 'applied';
  return { kind, data: next };
}
