// How far each area has come: the sequence of its newest row.
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export async function readAreaSeqs(db: Kysely<Schema>): Promise<Map<string, number>> {
  const rows = await db.selectFrom('area').select(['code', 'seq']).execute();
  return new Map(rows.map(({ code, seq }) => [code, seq]));
}
