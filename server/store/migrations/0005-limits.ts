// What keeps one officer's work bounded: its waiting facts are counted by an index.
import { type Kysely, type Migration, sql } from 'kysely';

export const limits: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index fact_waiting_by_officer on fact (officer_id) where kind = 'waiting'`.execute(db);
  },
};
