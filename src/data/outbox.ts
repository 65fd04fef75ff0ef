// The outbox as the officer and the sender see it: what waits, what went, what the office did not take.
import type { FieldDatabase, OutboxFact } from './database.ts';
import { readSetting } from './settings.ts';
import { watchRested } from './watch-rested.ts';

export interface OutboxCounts {
  unsent: number;
  refused: number;
  waiting: number;
  conflict: number;
  quarantined: number;
}

const countOf = (db: FieldDatabase, state: OutboxFact['state']): Promise<number> => db.outbox.where('state').equals(state).count();

export async function outboxCounts(db: FieldDatabase): Promise<OutboxCounts> {
  // In one transaction: five would be opened after each mark of a roll call.
  const [unsent, refused, waiting, conflict, quarantined] = await db.transaction('r', db.outbox, async () =>
    Promise.all([
      countOf(db, 'unsent'),
      countOf(db, 'refused'),
      countOf(db, 'waiting'),
      countOf(db, 'conflict'),
      countOf(db, 'quarantined'),
    ]),
  );
  return { unsent, refused, waiting, conflict, quarantined };
}

/** What needs the officer's eyes, oldest first. */
export const attentionOf = (db: FieldDatabase): Promise<OutboxFact[]> =>
  db.outbox.where('state').anyOf('refused', 'waiting', 'conflict', 'quarantined').sortBy('deviceSeq');

/** The officer has read what the office said and there is nothing more to do: the fact stays whole, and no longer calls for them. */
export async function markSeen(db: FieldDatabase, deviceSeq: number): Promise<void> {
  await db.outbox.where('deviceSeq').equals(deviceSeq).modify({ state: 'settled' });
}

/** What called for the officer and does not any more, newest first. */
export const settledOf = (db: FieldDatabase): Promise<OutboxFact[]> =>
  db.outbox.where('state').equals('settled').reverse().sortBy('deviceSeq');

export const unsentOf = (db: FieldDatabase): Promise<OutboxFact[]> => db.outbox.where('state').equals('unsent').sortBy('deviceSeq');

/** The next facts to send, in device order, within what one request may carry. */
export async function nextUnsent(db: FieldDatabase, mostFacts: number, mostBytes: number): Promise<OutboxFact[]> {
  const next = await db.outbox.where('state').equals('unsent').limit(mostFacts).toArray();
  let bytes = 0;
  const tooMany = next.findIndex((held, place) => {
    bytes += held.bytes;
    return place > 0 && bytes > mostBytes;
  });
  return tooMany < 0 ? next : next.slice(0, tooMany);
}

/**
 * Tells what waits and what calls for the officer, now and after each change that was followed by a moment of rest. Where nothing waited, the
 * next change is told at once: nobody may read that all is at the office when it is not.
 */
export function watchCounts(db: FieldDatabase, tell: (counts: OutboxCounts) => void): () => void {
  let waits = false;
  const take = (counts: OutboxCounts) => {
    waits = counts.unsent > 0;
    tell(counts);
  };
  return watchRested(
    db,
    'outbox',
    () => void outboxCounts(db).then(take, () => undefined),
    () => !waits,
  );
}

/** Tells the number of the tablet's newest fact, now and some moments after another tab or this one recorded one; answers how to stop. */
export function watchNewestFact(db: FieldDatabase, tell: (deviceSeq: number) => void): () => void {
  const look = () =>
    void readSetting(db, 'device').then(
      (held) => tell((held?.nextSeq ?? 1) - 1),
      () => undefined,
    );
  return watchRested(db, 'outbox', look);
}
