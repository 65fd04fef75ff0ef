// Taking in the office's answer: verdicts, then each area's page with its cursor, own pending facts folded on top again.

import type { Noun } from '../domain/noun.ts';
import type { AreaPage, ExchangeResponse, Verdict, WireRow } from '../domain/wire.ts';
import type { DataOf, Row } from '../domain/world.ts';
import { bucketOf } from './bucket.ts';
import { type FieldDatabase, type LaidRow, type OutboxFact, type PackedRow, rowKeyOf } from './database.ts';
import { openLocalWorld } from './local-world.ts';
import { foldLocally, recordedTables } from './record.ts';
import { touchRegister } from './register-version.ts';
import { clockAt, readSetting, writeSetting } from './settings.ts';
import { settleDecided } from './settle-conflicts.ts';

/** From here on a bucket's rows are packed into its page instead of being laid over it. */
const rowsWorthPacking = 12;

export interface Received {
  rows: number;
  more: boolean;
}

/** One answer, in one transaction: a page and its cursor stand or fall together. */
export async function receiveExchange(db: FieldDatabase, response: ExchangeResponse, sentAt: number, now: number): Promise<Received> {
  return db.transaction('rw', recordedTables(db), async () => {
    const session = await readSetting(db, 'session');
    if (!session) throw new Error('nobody is signed in on this database');
    await writeSetting(db, 'session', { ...session, officer: response.officer });
    await writeSetting(db, 'clock', {
      offsetMs: Math.round(response.now - (sentAt + now) / 2),
      confidence: now - sentAt < 30_000 && now >= sentAt ? 'good' : 'stale',
      checkedAt: now,
    });
    const unsettled = new Set<string>();
    for (const verdict of response.verdicts) await takeVerdict(db, verdict, now, unsettled);
    const cursors = { ...(await readSetting(db, 'cursors')) };
    const nouns = new Set<Noun>();
    for (const page of response.pages) {
      await takePage(db, page, nouns);
      cursors[page.area] = page.cursor;
    }
    await writeSetting(db, 'cursors', cursors);
    await settleOutbox(db, response.pages, cursors, unsettled);
    const touched = new Set([...unsettled, ...(await arrivedUnderPending(db, response.pages))]);
    await foldPendingAgain(db, touched, now);
    await settleDecided(db);
    await touchRegister(db, [...nouns, ...[...touched].map((key) => key.split('/')[0] as Noun)]);
    return { rows: response.pages.reduce((sum, page) => sum + page.rows.length, 0), more: response.pages.some((page) => page.more) };
  });
}

/** A refused or quarantined fact no longer counts in the rows, but stays in the outbox for the officer to see. */
async function takeVerdict(db: FieldDatabase, verdict: Verdict, now: number, unsettled: Set<string>): Promise<void> {
  const held = await db.outbox.get(verdict.deviceSeq);
  if (!held || held.id !== verdict.id) return;
  const folding = verdict.kind === 'refused' || verdict.kind === 'quarantined' ? 0 : held.folding;
  if (folding !== held.folding) unsettled.add(held.subject);
  const state = held.state === 'settled' && held.verdict?.kind === verdict.kind ? 'settled' : verdict.kind;
  await db.outbox.put({ ...held, state, verdict, folding, sentAt: held.sentAt ?? now });
}

/**
 * A fact stops being folded here once the row that came from the office contains it: the row as of its `seq` or later has
 * arrived, or everything has. A cursor alone does not tell: a later fact moves the row behind the page.
 */
async function settleOutbox(
  db: FieldDatabase,
  pages: readonly AreaPage[],
  cursors: Record<string, number>,
  settled: Set<string>,
): Promise<void> {
  const arrived = new Map(pages.flatMap((page) => page.rows.map((row) => [rowKeyOf(row.noun, row.id), row.seq] as const)));
  const unfinished = new Set(pages.filter((page) => page.more).map((page) => page.area));
  const pending = await db.outbox.where('folding').equals(1).toArray();
  for (const held of pending) {
    const { seq, area } = held.verdict ?? {};
    if (seq === undefined || area === undefined) continue;
    const hasRow = (arrived.get(held.subject) ?? -1) >= seq;
    const hasAll = !unfinished.has(area) && (cursors[area] ?? -1) >= seq;
    if (!hasRow && !hasAll) continue;
    await db.outbox.put({ ...held, folding: 0 });
    settled.add(held.subject);
  }
}

async function takePage(db: FieldDatabase, page: AreaPage, nouns: Set<Noun>): Promise<void> {
  const buckets = new Map<string, WireRow[]>();
  for (const row of page.rows) {
    const bucket = bucketOf(page.area, row.noun, row.root);
    const held = buckets.get(bucket);
    if (held) held.push(row);
    else buckets.set(bucket, [row]);
  }
  const pending = new Set((await db.outbox.where('folding').equals(1).toArray()).map((held) => held.subject));
  for (const [bucket, rows] of buckets) {
    for (const row of rows) nouns.add(row.noun);
    const free = rows.filter((row) => !pending.has(rowKeyOf(row.noun, row.id)));
    if (free.length >= rowsWorthPacking) await packRows(db, bucket, free);
    else for (const row of free) await layArrived(db, bucket, page.area, row);
    for (const row of rows) if (pending.has(rowKeyOf(row.noun, row.id))) await layArrived(db, bucket, page.area, row);
  }
}

const packedOf = (row: WireRow): PackedRow => ({ id: row.id, root: row.root, version: row.version, data: row.data as DataOf[Noun] });

/** Also moves into the page what was laid over it and waits for nothing, so that a bucket is read in one piece. */
async function packRows(db: FieldDatabase, bucket: string, rows: readonly WireRow[]): Promise<void> {
  const page = (await db.page.get(bucket)) ?? { key: bucket, rows: {} };
  const laid = await db.row.where('bucket').equals(bucket).toArray();
  for (const row of laid)
    if (row.base === undefined && !row.gone) page.rows[row.id] = { id: row.id, root: row.root, version: row.version, data: row.data };
  for (const row of rows) {
    if (row.data === null) delete page.rows[row.id];
    else page.rows[row.id] = packedOf(row);
  }
  await db.page.put(page);
  const arrived = new Set(rows.map((row) => row.id));
  await db.row.bulkDelete(laid.filter((row) => row.base === undefined || arrived.has(row.id)).map((row) => row.key));
}

async function layArrived(db: FieldDatabase, bucket: string, area: string, row: WireRow): Promise<void> {
  const key = rowKeyOf(row.noun, row.id);
  const held = await db.row.get(key);
  const packed = packedOf(row);
  const laid: LaidRow = { key, bucket, noun: row.noun, area, ...packed };
  if (row.data === null) laid.gone = true;
  // `base` marks that own facts are pending: the office's row goes beneath them, and they are folded on top again afterwards.
  if (held?.base !== undefined) laid.base = row.data === null ? null : packed;
  await db.row.put(laid);
}

async function arrivedUnderPending(db: FieldDatabase, pages: readonly AreaPage[]): Promise<string[]> {
  const pending = new Set((await db.outbox.where('folding').equals(1).toArray()).map((held) => held.subject));
  return pages.flatMap((page) => page.rows.map((row) => rowKeyOf(row.noun, row.id))).filter((key) => pending.has(key));
}

/** From the office's row, the own facts that it does not contain yet are folded again, in device order. */
async function foldPendingAgain(db: FieldDatabase, keys: ReadonlySet<string>, now: number): Promise<void> {
  if (keys.size === 0) return;
  const session = await readSetting(db, 'session');
  const clock = clockAt(await readSetting(db, 'clock'), now);
  if (!session) return;
  const pending = await db.outbox.where('folding').equals(1).sortBy('deviceSeq');
  for (const key of keys) {
    const held = await db.row.get(key);
    if (held?.base === undefined) continue;
    const mine = pending.filter((fact) => fact.subject === key);
    const { base } = held;
    if (mine.length === 0) {
      await settleRow(db, held, base);
      continue;
    }
    const world = openLocalWorld(db, session.officer, now + clock.offsetMs);
    await foldOver(db, world, held, base, mine, session.officer.areas);
  }
}

async function settleRow(db: FieldDatabase, held: LaidRow, base: PackedRow | null): Promise<void> {
  const { base: _dropped, ...rest } = held;
  if (base) await db.row.put({ ...rest, ...base });
  else if (held.gone) await db.row.put(rest);
  else await db.row.delete(held.key);
}

async function foldOver(
  db: FieldDatabase,
  world: ReturnType<typeof openLocalWorld>,
  held: LaidRow,
  base: PackedRow | null,
  mine: readonly OutboxFact[],
  areas: readonly string[],
): Promise<void> {
  const start: Row | undefined = base ? { noun: held.noun, area: held.area, ...base } : undefined;
  world.forget(held.noun, held.id, start);
  let row = start;
  for (const { fact } of mine) {
    const outcome = await foldLocally(world, fact, areas);
    // What no longer fits stays in the outbox: the office judges it and its verdict will say so.
    if (outcome.kind !== 'refused' && outcome.kind !== 'waiting') row = outcome.row;
  }
  const { gone: _gone, ...rest } = held;
  if (row) await db.row.put({ ...rest, id: row.id, root: row.root, version: row.version, data: row.data, base });
  else await settleRow(db, held, base);
}
