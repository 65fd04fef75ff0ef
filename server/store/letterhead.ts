// The office's letterhead, which its papers bear from a day on: part of the policy of that time, so that old papers keep the old one.
import type { Kysely } from 'kysely';
import type { Day } from '../../src/domain/day.ts';
import { policyAt } from '../../src/domain/policy.ts';
import { newId } from './id.ts';
import { readPolicies } from './policies.ts';
import { again } from './retry.ts';
import type { Schema } from './schema.ts';
import { recordSurely, systemAuthor } from './server-device.ts';
import { settingsOf } from './setting.ts';

export type LetterheadChange = { kind: 'recorded' } | { kind: 'same' } | { kind: 'noPolicy' };

/** The lines as of a day; empty while none have been set. */
export const letterheadAt = async (db: Kysely<Schema>, day: Day): Promise<readonly string[]> =>
  policyAt(await readPolicies(db), day)?.letterhead ?? [];

/** Every other number of the office stays as it was on that day. `noPolicy`: none was in force then. */
export const setLetterhead = (db: Kysely<Schema>, lines: readonly string[], from: Day): Promise<LetterheadChange> =>
  again(() => db.transaction().execute((trx) => recordLetterhead(trx, lines, from)));

/** The same on the caller's transaction. */
export async function recordLetterhead(trx: Kysely<Schema>, lines: readonly string[], from: Day): Promise<LetterheadChange> {
  const policies = await readPolicies(trx);
  const current = policyAt(policies, from);
  if (!current) return { kind: 'noPolicy' };
  if (JSON.stringify(current.letterhead ?? []) === JSON.stringify(lines)) return { kind: 'same' };
  const { province } = await settingsOf(trx);
  const id = newId();
  const { parameters, validTo } = current;
  const body = { id, validFrom: from, ...(validTo ? { validTo } : {}), parameters, letterhead: [...lines] };
  await recordSurely(trx, [{ type: 'policyRecorded', id, area: province, body }], await systemAuthor(trx));
  return { kind: 'recorded' };
}
