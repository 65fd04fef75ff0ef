// The analysts' view of RATs knows that a plan can be called off.
import { type Kysely, type Migration, sql } from 'kysely';
import { ratSelection } from './0002-views.ts';

const beforeOpening = "case when data->'cancellation' is not null then 'cancelled' else 'planned' end";

export const cancelled: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw(`create or replace view v_rat as ${ratSelection(beforeOpening)}`).execute(db);
  },
};
