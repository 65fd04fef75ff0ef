// All facts that a tablet's database holds, wherever they lie.
import type { FieldDatabase, OutboxFact } from '../../src/data/database.ts';

/** In device order. */
export async function ownFacts(db: FieldDatabase): Promise<OutboxFact[]> {
  const [held, packs] = await db.transaction('r', [db.outbox, db.delivered], async () =>
    Promise.all([db.outbox.toArray(), db.delivered.toArray()]),
  );
  return [...held, ...packs.flatMap(({ facts }) => facts)].sort((a, b) => a.deviceSeq - b.deviceSeq);
}
