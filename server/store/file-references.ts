// Which records name which files, written with the facts that name them.
import { type Kysely, sql } from 'kysely';
import { filesNamedIn } from '../../src/domain/file-exchange.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Schema } from './schema.ts';

/** In the transaction that takes the facts in. */
export async function writeReferences(trx: Kysely<Schema>, facts: readonly KnownFact[]): Promise<void> {
  const rows = facts.flatMap(({ subject, area, body }) =>
    filesNamedIn(body).map(({ sha256 }) => ({ sha256, noun: subject.noun, subject_id: subject.id, area })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into file_reference (sha256, noun, subject_id, area)
    select distinct * from unnest(
      ${rows.map((row) => row.sha256)}::text[], ${rows.map((row) => row.noun)}::text[],
      ${rows.map((row) => row.subject_id)}::text[], ${rows.map((row) => row.area)}::text[])
    on conflict do nothing`.execute(trx);
}
