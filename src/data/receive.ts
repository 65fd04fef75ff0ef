// Taking in the office's answer: verdicts, then each area's page with its cursor, own pending facts folded on top again, then the proof.
import type { Noun } from '../domain/noun.ts';
import type { Verdict } from '../domain/wire.ts';
import type { AreaPage2, BucketPage, ExchangeResponse2 } from '../domain/wire-version-2.ts';
import { type Arrival, byBucket, clearArea, ghostsIn, takeBucketPage, takeRows } from './arrive.ts';
import { type FieldDatabase, rowKeyOf } from './database.ts';
import { judgeProof, notePulled } from './proof.ts';
import { recordedTables } from './record.ts';
import { foldPendingAgain } from './refold.ts';
import { touchRegister } from './register-version.ts';
import { renumber } from './renumber.ts';
import { readSetting, writeSetting } from './settings.ts';
import { settleDecided } from './settle-conflicts.ts';
import { openTallies, type TallyBook } from './tally.ts';

/** A pull may take away this share of the tablet's rows; more needs the office's explicit word. */
const mostRemoved = 1 / 5;

export interface Received {
  rows: number;
  more: boolean;
}

/** What an answer touches. */
export const receivedTables = (db: FieldDatabase) => [...recordedTables(db), db.tally];

/** One answer, in one transaction: a page and its cursor stand or fall together. */
export async function receiveExchange(db: FieldDatabase, response: ExchangeResponse2, sentAt: number, now: number): Promise<Received> {
  return db.transaction('rw', receivedTables(db), async () => {
    const session = await readSetting(db, 'session');
    if (!session) throw new Error('nobody is signed in on this database');
    await writeSetting(db, 'session', { ...session, officer: response.officer });
    await writeSetting(db, 'clock', {
      offsetMs: Math.round(response.now - (sentAt + now) / 2),
      confidence: now - sentAt < 30_000 && now >= sentAt ? 'good' : 'stale',
      checkedAt: now,
    });
    await writeSetting(db, 'resets', response.resets);
    const unsettled = new Set<string>();
    for (const verdict of response.verdicts) await takeVerdict(db, verdict, now, unsettled);
    for (const subject of await renumber(db, response)) unsettled.add(subject);
    const arrival: Arrival = { db, tallies: await openTallies(db), pending: await pendingSubjects(db), nouns: new Set<Noun>() };
    const { pages, buckets, declined } = await withinReason(arrival.tallies, response);
    const cursors = await takePages(arrival, pages, response.left);
    for (const bucket of buckets) {
      await takeBucketPage(arrival, bucket);
      await notePulled(db, bucket);
    }
    await arrival.tallies.save();
    await settleOutbox(db, { pages, left: response.left, cursors, settled: unsettled });
    const isEmptied = response.left.length > 0 || pages.some((page) => page.reset);
    const beneath = isEmptied ? await pendingSubjects(db) : arrivedUnder(await pendingSubjects(db), pages, buckets);
    const touched = new Set([...unsettled, ...beneath]);
    await foldPendingAgain(db, touched, now);
    await settleDecided(db);
    await touchRegister(db, [...arrival.nouns, ...[...touched].map((key) => key.split('/')[0] as Noun)]);
    const pulls = await judgeProof(db, response, arrival.tallies, { declined, now });
    const rows = [...pages, ...buckets].reduce((sum, page) => sum + page.rows.length, 0);
    return { rows, more: pages.some((page) => page.more) || buckets.length > 0 || pulls };
  });
}

export const pendingSubjects = async (db: FieldDatabase): Promise<Set<string>> =>
  new Set((await db.outbox.where('folding').equals(1).toArray()).map((held) => held.subject));

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
 * Pages that take away without saying why are held back when together they would take more than a fifth of all that the tablet holds:
 * a fault at the office must not empty the tablets. A reset is the office's explicit word, and a row that moved says where to.
 */
async function withinReason(tallies: TallyBook, { pages, buckets }: ExchangeResponse2) {
  const taking = new Map<AreaPage2 | BucketPage, number>();
  for (const page of pages) {
    if (page.reset) continue;
    let count = 0;
    const unexplained = page.rows.filter((row) => row.data === null && row.movedTo === undefined);
    for (const [bucket, rows] of byBucket(page.area, unexplained)) {
      count += await tallies.countIn(
        bucket,
        rows.map(({ id }) => id),
      );
    }
    if (count > 0) taking.set(page, count);
  }
  for (const bucket of buckets) {
    const ghosts = await ghostsIn(tallies, bucket);
    if (ghosts.length > 0) taking.set(bucket, ghosts.length);
  }
  const removed = [...taking.values()].reduce((sum, count) => sum + count, 0);
  if (removed <= tallies.total() * mostRemoved) return { pages, buckets, declined: 0 };
  return { pages: pages.filter((page) => !taking.has(page)), buckets: buckets.filter((page) => !taking.has(page)), declined: removed };
}

async function takePages(arrival: Arrival, pages: readonly AreaPage2[], left: readonly string[]): Promise<Record<string, number>> {
  const { db } = arrival;
  const cursors = { ...(await readSetting(db, 'cursors')) };
  const snapshots = { ...(await readSetting(db, 'snapshots')) };
  for (const area of left) {
    await clearArea(arrival, area);
    delete cursors[area];
  }
  // What is no longer offered as a snapshot comes with its rows now, or not at all: the pages that came of it go.
  for (const area of Object.keys(snapshots)) {
    if (pages.some((page) => page.area === area && page.snapshot)) continue;
    await clearArea(arrival, area);
    delete snapshots[area];
  }
  for (const page of pages) {
    if (page.snapshot) {
      // What is held of the area stays shown until the first page takes its place.
      if (snapshots[page.area]?.seq !== page.snapshot.seq) snapshots[page.area] = { ...page.snapshot, next: 0 };
      delete cursors[page.area];
      continue;
    }
    if (page.reset) await clearArea(arrival, page.area);
    await takeRows(arrival, page.area, page.rows);
    cursors[page.area] = page.cursor;
  }
  await writeSetting(db, 'cursors', cursors);
  await writeSetting(db, 'snapshots', snapshots);
  return cursors;
}

interface Settling {
  pages: readonly AreaPage2[];
  left: readonly string[];
  cursors: Record<string, number>;
  /** Takes up the subjects of what has settled. */
  settled: Set<string>;
}

/**
 * A fact stops being folded here once the row that came from the office contains it: the row as of its `seq` or later has
 * arrived, or everything has, or its area is no longer the officer's. A cursor alone does not tell: a later fact moves the row behind the page.
 */
export async function settleOutbox(db: FieldDatabase, { pages, left, cursors, settled }: Settling): Promise<void> {
  const arrived = new Map(
    pages.flatMap(({ area, rows }) => rows.map((row) => [`${area}/${rowKeyOf(row.noun, row.id)}`, row.seq] as const)),
  );
  const unfinished = new Set(pages.filter((page) => page.more).map((page) => page.area));
  const pending = await db.outbox.where('folding').equals(1).toArray();
  for (const held of pending) {
    const { seq, area } = held.verdict ?? {};
    if (seq === undefined || area === undefined) continue;
    const hasRow = (arrived.get(`${area}/${held.subject}`) ?? -1) >= seq;
    const hasAll = !unfinished.has(area) && (cursors[area] ?? -1) >= seq;
    if (!hasRow && !hasAll && !left.includes(area)) continue;
    await db.outbox.put({ ...held, folding: 0 });
    settled.add(held.subject);
  }
}

const arrivedUnder = (pending: ReadonlySet<string>, pages: readonly AreaPage2[], buckets: readonly BucketPage[]): string[] =>
  [...pages, ...buckets].flatMap((page) => page.rows.map((row) => rowKeyOf(row.noun, row.id))).filter((key) => pending.has(key));
