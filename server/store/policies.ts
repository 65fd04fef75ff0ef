// The office's policies as the database has them, for the rules that take the one of a day.
import { type Kysely, sql } from 'kysely';
import type { Policy } from '../../src/domain/policy.ts';
import type { Schema } from './schema.ts';

export async function readPolicies(db: Kysely<Schema>): Promise<Policy[]> {
  const { rows } = await sql<{ data: Policy }>`select data from record where noun = 'policy' and data is not null`.execute(db);
  return rows.map(({ data }) => data);
}
