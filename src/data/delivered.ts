// Facts that have arrived for good: taken out of the outbox and kept in packs, since each one by itself costs a tablet more than its whole judgement.
import type { FieldDatabase, OutboxFact } from './database.ts';

type DeliveryTables = Pick<FieldDatabase, 'outbox' | 'delivered'>;

/** The office took it in, and its rows on this tablet contain it. What called for the officer once stays in the outbox. */
const isDelivered = ({ state, folding }: OutboxFact): boolean => folding === 0 && (state === 'applied' || state === 'merged');

/** Puts back facts of the outbox as they have become, those that are delivered into a pack; in the caller's transaction. */
export async function keepAnswered(db: DeliveryTables, changed: readonly OutboxFact[]): Promise<void> {
  if (changed.length === 0) return;
  const facts = changed.filter(isDelivered).sort((a, b) => a.deviceSeq - b.deviceSeq);
  await db.outbox.bulkPut(changed.filter((held) => !isDelivered(held)));
  const [first, last] = [facts[0], facts.at(-1)];
  if (!first || !last) return;
  await db.delivered.add({ facts });
  if (isStretch(first.deviceSeq, last.deviceSeq, facts.length)) {
    await db.outbox.where('deviceSeq').between(first.deviceSeq, last.deviceSeq, true, true).delete();
  } else await db.outbox.bulkDelete(facts.map(({ deviceSeq }) => deviceSeq));
}

/** Of ascending numbers that are all different. */
const isStretch = (first: number, last: number, count: number): boolean => last - first + 1 === count;

/** Facts of the outbox by their numbers: a batch as it was sent lies side by side, and is one question. */
export async function heldInOutbox(db: Pick<FieldDatabase, 'outbox'>, deviceSeqs: readonly number[]): Promise<Map<number, OutboxFact>> {
  const numbers = [...new Set(deviceSeqs)].sort((a, b) => a - b);
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  const found = isStretch(first, last, numbers.length)
    ? await db.outbox.where('deviceSeq').between(first, last, true, true).toArray()
    : await db.outbox.bulkGet(numbers);
  return new Map(found.flatMap((held) => (held ? [[held.deviceSeq, held] as const] : [])));
}
