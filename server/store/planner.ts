// What PostgreSQL's planner believes of the size of the register.
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * A table that grows inside one transaction stays small to the planner, which then reads a whole area for each row of it.
 * Call it after the first batches of a large load.
 */
export async function tellPlanner(trx: Kysely<Schema>): Promise<void> {
  await sql`analyze record, fact`.execute(trx);
}
