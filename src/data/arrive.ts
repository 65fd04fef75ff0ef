// Rows that arrive from the office: packed in bulk, laid singly, taken away when they are gone; each counted where it comes to lie.
import type { Noun } from '../domain/noun.ts';
import type { BucketPage, WireRow2 } from '../domain/wire-version-2.ts';
import type { DataOf } from '../domain/world.ts';
import { bucketOf } from './bucket.ts';
import { type FieldDatabase, type LaidRow, type PackedRow, type Page, rowKeyOf } from './database.ts';
import type { PendingFacts } from './pending.ts';
import type { TallyBook } from './tally.ts';

/** From here on a bucket's rows are packed into its page instead of being laid over it … */
const rowsWorthPacking = 12;
/** … where they are at least this share of it: a page is written whole, and half a megabyte for a dozen rows costs more than the dozen. */
const shareWorthPacking = 1 / 8;

export interface Arrival {
  db: FieldDatabase;
  tallies: TallyBook;
  /** Own facts on the arriving rows that these do not contain yet. */
  pending: PendingFacts;
  /** Whether many more rows are covered by own facts: a bucket is then not looked through for what else might be packed. */
  isCrowded: boolean;
  /** Whose rows have changed, for the register to know. */
  nouns: Set<Noun>;
}

const isPending = ({ pending }: Arrival, noun: Noun, id: string): boolean => pending.has(rowKeyOf(noun, id));

/** Rows of many buckets with a handful of questions to the database: each is a way there and back. */
export async function takeRows(arrival: Arrival, area: string, rows: readonly WireRow2[]): Promise<void> {
  const { db, tallies, nouns } = arrival;
  const buckets = byBucket(area, rows);
  await tallies.open(buckets.keys());
  const packing = new Map<string, WireRow2[]>();
  const laid: LaidRow[] = [];
  for (const [bucket, held] of buckets) {
    await takeGone(arrival, bucket, held);
    const live = held.filter((row) => row.data !== null);
    const free = live.filter((row) => !isPending(arrival, row.noun, row.id));
    const isWorthPacking = free.length >= Math.max(rowsWorthPacking, shareWorthPacking * tallies.countOf(bucket));
    if (isWorthPacking) packing.set(bucket, free);
    laid.push(
      ...live.filter((row) => !isWorthPacking || isPending(arrival, row.noun, row.id)).map((row) => laidOf(arrival, bucket, area, row)),
    );
    tallies.set(
      bucket,
      held.map((row) => ({ id: row.id, version: row.data === null ? undefined : row.version })),
    );
  }
  await packRows(arrival, packing);
  await db.row.bulkPut(laid);
  for (const row of rows) nouns.add(row.noun);
}

export function byBucket(area: string, rows: readonly WireRow2[]): Map<string, WireRow2[]> {
  const buckets = new Map<string, WireRow2[]>();
  for (const row of rows) {
    const bucket = bucketOf(area, row.noun, row.root);
    const held = buckets.get(bucket);
    if (held) held.push(row);
    else buckets.set(bucket, [row]);
  }
  return buckets;
}

async function takeGone(arrival: Arrival, bucket: string, rows: readonly WireRow2[]): Promise<void> {
  const gone = rows.filter((row) => row.data === null);
  if (!gone[0]) return;
  await takeAway(
    arrival,
    bucket,
    gone[0].noun,
    gone.map(({ id }) => id),
  );
}

const packedOf = (row: WireRow2): PackedRow => ({ id: row.id, root: row.root, version: row.version, data: row.data as DataOf[Noun] });

/** Also moves into the pages what was laid over them and waits for nothing, so that a bucket is read in one piece. */
async function packRows({ db, isCrowded }: Arrival, packing: ReadonlyMap<string, readonly WireRow2[]>): Promise<void> {
  const buckets = [...packing.keys()];
  if (buckets.length === 0) return;
  const [held, laid] = await Promise.all([
    db.page.bulkGet(buckets),
    Promise.all(buckets.map(async (bucket) => (isCrowded ? [] : db.row.where('bucket').equals(bucket).toArray()))),
  ]);
  const covered: string[] = [];
  const pages = buckets.map((bucket, place): Page => {
    const page = held[place] ?? { key: bucket, rows: {} };
    const arrived = new Map((packing.get(bucket) ?? []).map((row) => [rowKeyOf(row.noun, row.id), row]));
    for (const { base, key, id, root, version, data } of laid[place] ?? []) {
      if (base === undefined) page.rows[id] = { id, root, version, data };
      if (base === undefined || arrived.has(key)) covered.push(key);
    }
    for (const row of arrived.values()) page.rows[row.id] = packedOf(row);
    if (isCrowded) covered.push(...arrived.keys());
    return page;
  });
  await db.page.bulkPut(pages);
  await db.row.bulkDelete(covered);
}

function laidOf(arrival: Arrival, bucket: string, area: string, row: WireRow2): LaidRow {
  const packed = packedOf(row);
  const laid: LaidRow = { key: rowKeyOf(row.noun, row.id), bucket, noun: row.noun, area, ...packed };
  // `base` marks that own facts are pending: the office's row goes beneath them, and they are folded on top again afterwards.
  return isPending(arrival, row.noun, row.id) ? { ...laid, base: packed } : laid;
}

/** Out of the page, and from what lies over it; a row that has come into another bucket meanwhile stays there. */
export async function takeAway(arrival: Arrival, bucket: string, noun: Noun, ids: readonly string[]): Promise<void> {
  const { db } = arrival;
  const page = await db.page.get(bucket);
  if (page && ids.some((id) => page.rows[id])) {
    for (const id of ids) delete page.rows[id];
    await db.page.put(page);
  }
  for (const laid of await db.row.bulkGet(ids.map((id) => rowKeyOf(noun, id)))) {
    if (laid?.bucket !== bucket) continue;
    // What own facts made of it is folded again without the office's row.
    const { lent, ...own } = laid;
    if (laid.base === undefined || (lent && !isPending(arrival, noun, laid.id))) await db.row.delete(laid.key);
    else await db.row.put({ ...own, base: null });
  }
}

/** All that came from the office goes; own facts that wait stay shown until they are folded over what comes instead. */
export async function clearArea({ db, tallies, nouns }: Arrival, area: string): Promise<void> {
  const prefix = `${area}/`;
  for (const key of await db.page.where('key').startsWith(prefix).primaryKeys()) nouns.add(key.split('/')[1] as Noun);
  await db.page.where('key').startsWith(prefix).delete();
  const laid = await db.row.where('bucket').startsWith(prefix).toArray();
  for (const { noun } of laid) nouns.add(noun);
  await db.row.bulkDelete(laid.filter((row) => row.base === undefined).map((row) => row.key));
  await db.row.bulkPut(laid.filter((row) => row.base !== undefined).map((row) => ({ ...row, base: null })));
  await tallies.dropArea(area);
}

/** The rows of a page of a bucket take the place of all that the tablet holds in its range of ids. */
export async function takeBucketPage(arrival: Arrival, page: BucketPage): Promise<void> {
  const { area, noun, rows } = page;
  const ghosts = new Map<string, string[]>();
  for (const [id, bucket] of await ghostsIn(arrival.tallies, page)) ghosts.set(bucket, [...(ghosts.get(bucket) ?? []), id]);
  await arrival.tallies.open(ghosts.keys());
  for (const [bucket, ids] of ghosts) {
    await takeAway(arrival, bucket, noun, ids);
    arrival.tallies.set(
      bucket,
      ids.map((id) => ({ id, version: undefined })),
    );
  }
  arrival.nouns.add(noun);
  await takeRows(arrival, area, rows);
}

/** What the tablet holds in the range of a bucket's page and the office does not, with the place where it lies. */
export async function ghostsIn(tallies: TallyBook, { area, noun, after, rows, more }: BucketPage): Promise<[string, string][]> {
  const last = more ? (rows.at(-1)?.id ?? after) : undefined;
  const there = new Set(rows.map(({ id }) => id));
  const held = await tallies.bucketsOf(area, noun);
  return [...held].filter(([id]) => id > after && (last === undefined || id <= last) && !there.has(id));
}
