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

/** How many facts of one officer may wait, on however many tablets: more than anybody has, and few enough to be judged in one breath. */
const mostWaiting = 2_000;

/** Whether the officer may have another fact waiting; what is there is counted once, when the first one asks. */
export function openWaitingRoom(trx: Kysely<Schema>): (officerId: string) => Promise<boolean> {
  let taken: number | undefined;
  return async (officerId) => {
    taken ??= await countWaiting(trx, officerId);
    taken += 1;
    return taken <= mostWaiting;
  };
}

async function countWaiting(trx: Kysely<Schema>, officerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from fact where officer_id = ${officerId} and kind = 'waiting'`.execute(trx);
  return rows[0]?.count ?? 0;
}

export interface AwaitedRow {
  area: string;
  /** `noun/id`. */
  key: string;
}

/** Which of these rows facts of the log wait for. Only for one that arrives are they read: others wait at no cost. */
export async function awaitedAmong(trx: Kysely<Schema>, rows: readonly AwaitedRow[]): Promise<AwaitedRow[]> {
  if (rows.length === 0) return [];
  const found = await sql<AwaitedRow>`
    select w.area, w.key from unnest(${rows.map((row) => row.area)}::text[], ${rows.map((row) => row.key)}::text[]) as w (area, key)
    where exists (select from fact where kind = 'waiting' and area = w.area and waiting_for = w.key)`.execute(trx);
  return found.rows;
}

export async function readWaitingFor(trx: Kysely<Schema>, { area, key }: AwaitedRow): Promise<WaitingFact[]> {
  const rows = await trx
    .selectFrom('fact')
    .select(['content', 'waiting_for', 'officer_id', 'area'])
    .where('kind', '=', 'waiting')
    .where('area', '=', area)
    .where('waiting_for', '=', key)
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
