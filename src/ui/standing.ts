/** The derived statuses of the register's entries, worked out once a day and a register and kept while both stand. */
import { type DerivedStatus, derivedOf, type Register, type RegisterEntry } from '../data/register.ts';
import { type Day, dayOf } from '../domain/day.ts';

const kept = new WeakMap<Register, { asOf: Day; standings: Map<string, DerivedStatus | undefined> }>();

/** Undefined before the office's policies have arrived. */
export function standingOf(register: Register, entry: RegisterEntry, asOf: Day): DerivedStatus | undefined {
  let held = kept.get(register);
  if (held?.asOf !== asOf) {
    held = { asOf, standings: new Map() };
    kept.set(register, held);
  }
  if (!held.standings.has(entry.id)) held.standings.set(entry.id, derivedOf(entry, asOf, register.policies));
  return held.standings.get(entry.id);
}

export const today = (): Day => dayOf(Date.now());
