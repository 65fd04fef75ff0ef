// Sealed minutes are found by the mark that stands on their papers.
import { type Kysely, type Migration, sql } from 'kysely';

export const checks: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index record_content_hash on record ((data->>'contentHash')) where noun = 'minutes'`.execute(db);
  },
};
