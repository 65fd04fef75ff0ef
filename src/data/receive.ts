// Taking in the office's answer: verdicts, then each area's page with its cursor, own pending facts folded on top again, then the proof.
import type { Noun } from '../domain/noun.ts';
import type { Verdict } from '../domain/wire.ts';
import type { AreaPage2, BucketPage, ExchangeResponse2 } from '../domain/wire-version-2.ts';
import { type Arrival, byBucket, clearArea, ghostsIn, takeBucketPage, takeRows } from './arrive.ts';
import { type FieldDatabase, type OutboxFact, rowKeyOf } from './database.ts';
import { heldInOutbox, keepAnswered } from './delivered.ts';
import {
  type Arrived,
  allPending,
  answeredPending,
  containedIn,
  newPendingIndex,
  type PendingIndex,
  pendingOf,
  takeOut,
} from './pending.ts';
import { judgeProof, notePulled } from './proof.ts';
import { recordedTables } from './record.ts';
import { foldPendingAgain } from './refold.ts';
import { touchRegister } from './register-version.ts';
import { renumber } from './renumber.ts';
import { readSetting, readSettings, writeSetting } from './settings.ts';
import { settleDecided } from './settle-conflicts.ts';
import { openTallies, type TallyBook } from './tally.ts';

/** A pull may take away this share of the tablet's rows; more needs the office's explicit word. */
const mostRemoved = 1 / 5;

export interface Received {
  rows: number;
  more: boolean;
}

/** What an answer touches. */
export const receivedTables = (db: FieldDatabase) => [...recordedTables(db), db.delivered, db.tally];

/** One answer, in one transaction: a page and its cursor stand or fall together. `index` serves the answers of one round. */
export async function receiveExchange(
  db: FieldDatabase,
  response: ExchangeResponse2,
  sentAt: number,
  now: number,
  index: PendingIndex = newPendingIndex(),
): Promise<Received> {
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
    const tallies = await openTallies(db);
    const { pages, buckets, declined } = await withinReason(tallies, response);
    const { left } = response;
    const held = await readSettings(db, ['cursors', 'snapshots']);
    const cursors = cursorsAfter(held.cursors, pages, left);
    const settled = await takeVerdicts(db, response.verdicts, now, {
      arrived: { pages, left, cursors, areas: response.officer.areas },
      index,
    });
    for (const subject of await renumber(db, response)) settled.add(subject);
    const arriving = [...pages, ...buckets].flatMap((page) => page.rows.map((row) => rowKeyOf(row.noun, row.id)));
    const isEmptied = left.length > 0 || pages.some((page) => page.reset) || abandonedIn(held.snapshots, pages).length > 0;
    const touchable = new Set([...settled, ...arriving]);
    const { facts: pending, isCrowded } = isEmptied
      ? { facts: await allPending(db), isCrowded: false }
      : await pendingOf(db, touchable, index);
    const arrival: Arrival = { db, tallies, pending, isCrowded, nouns: new Set<Noun>() };
    await takePages(arrival, pages, left, held.snapshots);
    await writeSetting(db, 'cursors', cursors);
    for (const bucket of buckets) {
      await takeBucketPage(arrival, bucket);
      await notePulled(db, bucket);
    }
    await tallies.save();
    const covered = isEmptied ? [...pending.keys()] : arriving.filter((key) => pending.has(key));
    // A row that has just come lies as the office has it, where no own fact waits.
    const lain = new Set([...pages, ...buckets].flatMap(liveKeysOf).filter((key) => !pending.has(key)));
    await foldPendingAgain(db, new Set([...[...settled].filter((key) => !lain.has(key)), ...covered]), pending, now);
    await settleDecided(db);
    await touchRegister(db, [...arrival.nouns, ...[...settled, ...covered].map((key) => key.split('/')[0] as Noun)]);
    const pulls = await judgeProof(db, response, tallies, { declined, now });
    const rows = [...pages, ...buckets].reduce((sum, page) => sum + page.rows.length, 0);
    return { rows, more: pages.some((page) => page.more) || buckets.length > 0 || pulls };
  });
}

const liveKeysOf = ({ rows }: Pick<AreaPage2, 'rows'>): string[] =>
  rows.filter(({ data }) => data !== null).map(({ noun, id }) => rowKeyOf(noun, id));

/**
 * The verdicts go into the outbox, and what the arriving rows contain is no longer folded over them; answers the subjects of both.
 * A refused or quarantined fact no longer counts in the rows either, but stays in the outbox for the officer to see; what is delivered leaves it.
 */
async function takeVerdicts(
  db: FieldDatabase,
  verdicts: readonly Verdict[],
  now: number,
  { arrived, index }: { arrived: Arrived; index: PendingIndex },
): Promise<Set<string>> {
  const changed = new Map<number, OutboxFact>();
  const answered = new Map((await answeredPending(db)).map((held) => [held.deviceSeq, held]));
  const found = await heldInOutbox(
    db,
    verdicts.map(({ deviceSeq }) => deviceSeq),
  );
  for (const verdict of verdicts) {
    const held = changed.get(verdict.deviceSeq) ?? found.get(verdict.deviceSeq);
    if (!held || held.id !== verdict.id) continue;
    const state = held.state === 'settled' && held.verdict?.kind === verdict.kind ? 'settled' : verdict.kind;
    const next: OutboxFact = { ...held, state, verdict, sentAt: held.sentAt ?? now };
    changed.set(held.deviceSeq, next);
    answered.set(held.deviceSeq, next);
  }
  const settled = new Set<string>();
  const isContained = containedIn(arrived);
  for (const held of answered.values()) {
    const isOut = held.verdict?.kind === 'refused' || held.verdict?.kind === 'quarantined';
    if (held.folding === 0 || !(isOut || isContained(held))) continue;
    changed.set(held.deviceSeq, { ...held, folding: 0 });
    settled.add(held.subject);
    takeOut(index, held);
  }
  await keepAnswered(db, [...changed.values()]);
  return settled;
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
    const losing = byBucket(page.area, unexplained);
    await tallies.open(losing.keys());
    for (const [bucket, rows] of losing) {
      count += tallies.countIn(
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

/** Where the tablet stands once it has taken in these pages. */
function cursorsAfter(held: Record<string, number> | undefined, pages: readonly AreaPage2[], left: readonly string[]) {
  const cursors = { ...held };
  for (const area of left) delete cursors[area];
  for (const { area, cursor, snapshot } of pages) {
    if (snapshot) delete cursors[area];
    else cursors[area] = cursor;
  }
  return cursors;
}

type Snapshots = Record<string, { seq: number; pages: number; next: number }>;

/** What is no longer offered as a snapshot comes with its rows now, or not at all: the pages that came of it go. */
const abandonedIn = (held: Snapshots | undefined, pages: readonly AreaPage2[]): string[] =>
  Object.keys(held ?? {}).filter((area) => !pages.some((page) => page.area === area && page.snapshot));

async function takePages(
  arrival: Arrival,
  pages: readonly AreaPage2[],
  left: readonly string[],
  held: Snapshots | undefined,
): Promise<void> {
  const snapshots = { ...held };
  for (const area of left) await clearArea(arrival, area);
  for (const area of abandonedIn(held, pages)) {
    await clearArea(arrival, area);
    delete snapshots[area];
  }
  for (const page of pages) {
    if (page.snapshot) {
      // What is held of the area stays shown until the first page takes its place.
      if (snapshots[page.area]?.seq !== page.snapshot.seq) snapshots[page.area] = { ...page.snapshot, next: 0 };
      continue;
    }
    if (page.reset) await clearArea(arrival, page.area);
    await takeRows(arrival, page.area, page.rows);
  }
  await writeSetting(arrival.db, 'snapshots', snapshots);
}
