// What the office took in of this tablet's facts, as a screen lists it: those in packs, and the few whose rows are still on their way.
import type { FieldDatabase, OutboxFact } from './database.ts';

/** The latest facts that the office took in, newest first, whether or not its rows have come here. */
export async function takenInOf(db: FieldDatabase, most: number): Promise<OutboxFact[]> {
  const [arriving, delivered] = await db.transaction('r', [db.outbox, db.delivered], async () =>
    Promise.all([db.outbox.where('state').anyOf('applied', 'merged').toArray(), deliveredOf(db, most)]),
  );
  return [...arriving, ...delivered].sort((a, b) => b.deviceSeq - a.deviceSeq).slice(0, most);
}

/** The latest ones, newest first. */
export async function deliveredOf(db: FieldDatabase, most: number): Promise<OutboxFact[]> {
  const facts: OutboxFact[] = [];
  await db.delivered
    .orderBy(':id')
    .reverse()
    .until(() => facts.length >= most)
    .each((pack) => {
      facts.push(...[...pack.facts].reverse());
    });
  return facts.sort((a, b) => b.deviceSeq - a.deviceSeq).slice(0, most);
}
