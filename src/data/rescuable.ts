// What a rescue file would hold: everything of the outbox that the office may not have, and the photos that it has not confirmed.
import type { FieldDatabase, HeldFile, OutboxFact } from './database.ts';

/** What the office has applied needs no second way. A fact that it refused or holds goes along: its copy there may be lost with a disk. */
const rescuedStates: readonly OutboxFact['state'][] = ['unsent', 'waiting', 'refused', 'quarantined'];

/** In device order. */
export const rescuableFacts = (db: FieldDatabase): Promise<OutboxFact[]> =>
  db.outbox
    .where('state')
    .anyOf([...rescuedStates])
    .sortBy('deviceSeq');

/** Each photo once, however many records name it; those whose bytes are gone from the tablet are left out. */
export async function rescuableFiles(db: FieldDatabase): Promise<HeldFile[]> {
  const waiting = await db.file.where('state').anyOf('unsent', 'refused').toArray();
  const held = new Set(await db.fileContent.toCollection().primaryKeys());
  const each = new Map(waiting.filter(({ sha256 }) => held.has(sha256)).map((file) => [file.sha256, file]));
  return [...each.values()].sort((a, b) => a.takenAt - b.takenAt);
}

export interface RescuableCounts {
  facts: number;
  unsent: number;
  files: number;
  bytes: number;
  /** What is still being typed: no file holds it. */
  drafts: number;
  /** Whether the office's key has arrived, without which nothing can be written for it. */
  hasKey: boolean;
}

export async function rescuableCounts(db: FieldDatabase): Promise<RescuableCounts> {
  const facts = await rescuableFacts(db);
  const files = await rescuableFiles(db);
  const rescue = (await db.setting.get('rescue'))?.value as { recipient?: string } | undefined;
  const bytes = [...facts, ...files].reduce((sum, each) => sum + each.bytes, 0);
  const unsent = facts.filter(({ state }) => state === 'unsent').length;
  return {
    facts: facts.length,
    unsent,
    files: files.length,
    bytes,
    drafts: await db.draft.count(),
    hasKey: rescue?.recipient !== undefined,
  };
}
