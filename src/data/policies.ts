// The policy in force on a day, from the records the office has sent.
import { type Policy, policyAt } from '../domain/policy.ts';
import type { FieldDatabase } from './database.ts';
import { readAll } from './rows.ts';

/** Undefined only before the first exchange has brought the office's policies. */
export async function readPolicy(db: FieldDatabase, day: string): Promise<Policy | undefined> {
  return policyAt(
    (await readAll(db, 'policy')).map((row) => row.data),
    day,
  );
}
