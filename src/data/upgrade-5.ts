// From the fourth schema to the fifth: what had arrived for good leaves the outbox for packs.
import type { FieldDatabase, OutboxFact } from './database.ts';

const factsAPack = 200;

export async function packDelivered(db: Pick<FieldDatabase, 'table'>): Promise<void> {
  const outbox = db.table<OutboxFact, number>('outbox');
  const delivered = (await outbox.toArray()).filter(({ state, folding }) => folding === 0 && (state === 'applied' || state === 'merged'));
  for (let from = 0; from < delivered.length; from += factsAPack) {
    const facts = delivered.slice(from, from + factsAPack);
    await db.table('delivered').add({ facts });
    await outbox.bulkDelete(facts.map(({ deviceSeq }) => deviceSeq));
  }
}
