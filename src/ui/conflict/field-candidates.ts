/** The values between which a field is to be decided, and what a decision about a record becomes as a fact. */

import type { Act } from '../../data/record.ts';
import { sameValue } from '../../domain/canonical.ts';
import { type FieldConflict, writerOf } from '../../domain/change.ts';
import type { DisputableNoun } from '../../domain/conflict-rules.ts';
import type { BodyOf } from '../../domain/fact-types.ts';
import { factTypes, resolutionTypes } from '../../domain/fact-types.ts';
import { type Decisions, fieldsSetBy, givesWay, heldAt } from '../../domain/resolution.ts';
import type { Row } from '../../domain/world.ts';
import { fieldLines, fieldValue, lastPart } from '../field-words.ts';
import type { Written } from './written-by.ts';

export interface Candidate extends Written {
  /** `shown`, or the id of the fact whose value it is. */
  key: string;
  value: unknown;
  officerId: string;
}

export interface DisputedField {
  field: string;
  /** What the record shows first, then the others in the order in which they came. */
  candidates: Candidate[];
}

export function disputedFieldsOf({ data }: Row<DisputableNoun>): DisputedField[] {
  const fields = [...new Set((data.conflicts ?? []).map(({ field }) => field))];
  return fields.map((field) => {
    const conflicts = (data.conflicts ?? []).filter((conflict) => conflict.field === field);
    const others = conflicts.map(({ otherFactId, other, otherBy, at, clock }) => ({
      key: otherFactId,
      value: other,
      officerId: otherBy,
      at,
      clock,
    }));
    return { field, candidates: [shownOf(data, field, conflicts), ...others] };
  });
}

function shownOf(data: Row<DisputableNoun>['data'], field: string, conflicts: readonly FieldConflict[]): Candidate {
  const value = heldAt(data, field) ?? null;
  // What was noted with the conflict is nearer the truth than the row, as long as it speaks of the value that stands there.
  const noted = conflicts.find(({ shown }) => sameValue(shown, value));
  const writer = writerOf(data, field);
  const known = !data.edited?.[field] && noted?.shownBy !== undefined && noted.shownAt !== undefined;
  return known
    ? { key: 'shown', value, officerId: noted.shownBy ?? '', at: noted.shownAt ?? 0, clock: noted.shownClock }
    : { key: 'shown', value, ...writer };
}

/** One value in words. Of a part of a form only the lines in which the candidates differ, since the rest is the same. */
export function candidateWords(field: string, value: unknown, all: readonly unknown[]): string {
  const name = lastPart(field);
  if (!isGroup(value) || !all.every((other) => other === null || isGroup(other))) return fieldValue(name, value);
  const others = all.filter((other) => !sameValue(other, value)).map((other) => (isGroup(other) ? other : {}));
  const differing = Object.fromEntries(
    [...new Set([value, ...others].flatMap(Object.keys))]
      .filter((part) => others.some((other) => !sameValue(other[part], value[part])))
      .map((part) => [part, value[part]]),
  );
  const lines = fieldLines(differing).map(([label, said]) => `${label}: ${said}`);
  return lines.length > 0 ? lines.join('; ') : fieldValue(name, null);
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Chosen of one field: a candidate by its key, or a third value as it was typed. */
export type Choice = { key: string } | { key: 'third'; value: unknown };

export function decisionsOf(row: Row<DisputableNoun>, chosen: Readonly<Record<string, Choice | undefined>>): Decisions {
  const decisions: Decisions = {};
  for (const { field, candidates } of disputedFieldsOf(row)) {
    const choice = chosen[field];
    if (!choice) continue;
    const [shown, ...others] = candidates;
    const to = 'value' in choice ? choice.value : candidates.find(({ key }) => key === choice.key)?.value;
    decisions[field] = { others: others.map(({ key }) => key), from: shown?.value ?? null, to: to ?? null };
  }
  return decisions;
}

/** Whether this would change a finished document, which takes a reason. */
export const needsReason = (row: Row<DisputableNoun>, decisions: Decisions): boolean =>
  (row.noun === 'visit' || row.noun === 'minutes') && fieldsSetBy(row.data, decisions).length > 0;

export const mayGiveWay = (row: Row<DisputableNoun>, { field, candidates }: DisputedField, officerId: string): boolean => {
  const [shown, ...others] = candidates;
  return givesWay(row.data, { [field]: { others: others.map(({ key }) => key), to: shown?.value } }, officerId);
};

export type Wish = { kind: 'act'; act: Act } | { kind: 'unfit'; fields: string[] };

export function wishOf(row: Row<DisputableNoun>, decisions: Decisions, note: string): Wish {
  const type = resolutionTypes[row.noun];
  const body = { decisions, ...(note.trim() ? { note: note.trim() } : {}) };
  const read = factTypes[type].body.safeParse(body);
  if (!read.success) return { kind: 'unfit', fields: [...new Set(read.error.issues.map(({ path }) => String(path[1])))] };
  return { kind: 'act', act: { type, id: row.id, area: row.area, body: body as BodyOf<typeof type> } };
}
