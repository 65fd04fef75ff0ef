// Facts that wait for a row which has not arrived: kept in the log, judged when it does, and told to their device until it knows.
import { type Kysely, sql } from 'kysely';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import type { Author, JudgedFact } from './accept.ts';
import type { Schema } from './schema.ts';

export interface WaitingFact {
  fact: KnownFact;
  /** In whose log it stands. */
  area: string;
  author: Author;
  /** `noun/id` of the row; undefined once the fact has been judged. */
  waitingFor: string | undefined;
  /** A fact of the batch under way, which is not in the log yet. */
  fresh?: JudgedFact;
  /** The new verdict on a fact of the log, and the area's sequence when it was given. */
  judged?: { verdict: Verdict; seq: number; folded?: number };
}

export async function readWaiting(trx: Kysely<Schema>, areas: readonly string[]): Promise<WaitingFact[]> {
  const rows = await trx
    .selectFrom('fact')
    .select(['content', 'waiting_for', 'officer_id', 'area'])
    .where('kind', '=', 'waiting')
    .where('area', 'in', areas)
    .orderBy('device_id')
    .orderBy('device_seq')
    .execute();
  if (rows.length === 0) return [];
  const officers = await trx
    .selectFrom('record')
    .select(['id', 'data'])
    .where('noun', '=', 'officer')
    .where('id', 'in', [...new Set(rows.map((row) => row.officer_id))])
    .execute();
  const authors = new Map(officers.map(({ id, data }) => [id, { ...(data as unknown as Author), id }]));
  return rows.flatMap((row) => {
    const author = authors.get(row.officer_id);
    return author ? [{ fact: row.content, area: row.area, author, waitingFor: row.waiting_for ?? undefined }] : [];
  });
}

export async function writeJudged(trx: Kysely<Schema>, waiting: readonly WaitingFact[]): Promise<void> {
  for (const { fact, judged, waitingFor } of waiting) {
    if (!judged) continue;
    const { verdict, seq, folded = null } = judged;
    await trx
      .updateTable('fact')
      .set({ kind: verdict.kind, verdict: JSON.stringify(verdict), waiting_for: waitingFor ?? null, untold_seq: seq, folded })
      .where('id', '=', fact.id)
      .execute();
  }
}

/**
 * Verdicts on this device's facts that waited and have been judged since. A reply can be lost, so each is told until the
 * device asks with a cursor that it can only have from a reply that told it. Read it after the pages of the same reply.
 */
export async function tellLater(db: Kysely<Schema>, deviceId: string, cursors: Record<string, number>): Promise<Verdict[]> {
  const rows = await db
    .selectFrom('fact')
    .select(['id', 'area', 'verdict', 'untold_seq'])
    .where('device_id', '=', deviceId)
    .where('untold_seq', 'is not', null)
    .execute();
  if (rows.length === 0) return [];
  const isKnown = (row: { area: string; untold_seq: number | null }) => (cursors[row.area] ?? -1) >= (row.untold_seq ?? 0);
  const known = rows.filter(isKnown).map((row) => row.id);
  await sql`update fact set untold_seq = null where id = any(${known}::uuid[])`.execute(db);
  return rows.filter((row) => !isKnown(row)).map((row) => row.verdict);
}
