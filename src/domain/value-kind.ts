// What kind of value a field takes, as its schema says it, for whoever has to ask for one.
import type * as z from 'zod/mini';
import { type DisputableNoun, disputableShapes } from './conflict-rules.ts';
import { daySchema } from './day.ts';
import { rupiahSchema } from './money.ts';

export type ValueKind =
  | { kind: 'text' | 'longText' | 'day' | 'count' | 'rupiah' | 'yesNo' }
  | { kind: 'choice'; values: readonly (string | number)[] };

interface Definition {
  type: string;
  innerType?: z.ZodMiniType;
  entries?: Record<string, string>;
}
const definitionOf = (schema: z.ZodMiniType): Definition => schema._zod.def as unknown as Definition;

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** Words that take more than a line. */
const longFields: ReadonlySet<string> = new Set(['findings', 'advice', 'discussionNotes', 'officeGuests', 'address', 'companions']);

/** Undefined for what is more than one value, and for moments: lists, groups, signatures, times. */
export function valueKindOf(noun: DisputableNoun, field: string): ValueKind | undefined {
  const shape: Record<string, z.ZodMiniType> = disputableShapes[noun];
  const schema = shape[field];
  if (!schema || field.endsWith('At')) return undefined;
  const held = definitionOf(schema);
  const inner: unknown = held.type === 'optional' && held.innerType ? held.innerType : schema;
  if (inner === daySchema) return { kind: 'day' };
  if (inner === rupiahSchema) return { kind: 'rupiah' };
  if (field === 'bookYearEndMonth') return { kind: 'choice', values: months };
  const { type, entries } = definitionOf(inner as z.ZodMiniType);
  if (type === 'enum' && entries) return { kind: 'choice', values: Object.values(entries) };
  if (type === 'boolean') return { kind: 'yesNo' };
  if (type === 'number') return { kind: 'count' };
  return type === 'string' ? { kind: longFields.has(field) ? 'longText' : 'text' } : undefined;
}
