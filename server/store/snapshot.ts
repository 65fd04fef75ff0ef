// An area's rows in packed pages, made once for all tablets that have none of them yet: they fetch these, then the tail of the exchange.
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { SnapshotPage } from '../../src/domain/wire-version-2.ts';
import { again } from './retry.ts';
import type { Schema } from './schema.ts';

export interface SnapshotOptions {
  /** An area of fewer rows comes with the exchange itself. */
  fewestRows: number;
  rowsPerPage: number;
  /** A snapshot that the area has left this far behind, in changes, is made anew. */
  longestTail: number;
}

export const usualSnapshots: SnapshotOptions = { fewestRows: 500, rowsPerPage: 2_000, longestTail: 1_000 };

export interface Snapshot {
  seq: number;
  pages: number;
}

const pack = promisify(brotliCompress);
/** Nearly as small as the best, in a tenth of its time. */
const quality = 8;
/** Who is in the middle of the one before goes on with it. */
const keptVersions = 2;

const underWay = new WeakMap<object, Map<string, Promise<Snapshot>>>();

/** The newest that will do, made first where there is none; undefined for an area that needs none. */
export async function snapshotOf(db: Kysely<Schema>, area: string, options: SnapshotOptions): Promise<Snapshot | undefined> {
  const { rows } = await sql<{ seq: number; horizon: number; rows: number; held: number | null; pages: number | null }>`
    select a.seq, a.horizon, coalesce((select sum(count) from digest where area = a.code), 0)::bigint as rows, s.seq as held, s.pages
    from area a
    left join lateral (select seq, pages from snapshot where area = a.code and page = 0 order by seq desc limit 1) s on true
    where a.code = ${area}`.execute(db);
  const [state] = rows;
  if (!state || state.rows < options.fewestRows) return undefined;
  const { seq, horizon, held, pages } = state;
  if (held !== null && pages !== null && held >= horizon && seq - held <= options.longestTail) return { seq: held, pages };
  return once(db, area, () => makeSnapshot(db, area, options));
}

/** Tablets of a whole office come in the same minute after an update: one of them lets it be made, the others wait for that. */
function once(db: object, area: string, make: () => Promise<Snapshot>): Promise<Snapshot> {
  const making = underWay.get(db) ?? new Map<string, Promise<Snapshot>>();
  underWay.set(db, making);
  const known = making.get(area);
  if (known) return known;
  const made = make().finally(() => making.delete(area));
  making.set(area, made);
  return made;
}

/** Read as of one moment, and written apart from that: two servers that make the very same one must not stop each other. */
async function makeSnapshot(db: Kysely<Schema>, area: string, options: SnapshotOptions): Promise<Snapshot> {
  const { seq, contents } = await packArea(db, area, options);
  const values = contents.map((content, page) => ({ area, seq, page, pages: contents.length, content }));
  await again(() =>
    db.transaction().execute(async (trx) => {
      await trx
        .insertInto('snapshot')
        .values(values)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await sql`
        delete from snapshot where area = ${area} and seq not in (
          select seq from snapshot where area = ${area} and page = 0 order by seq desc limit ${keptVersions})`.execute(trx);
    }),
  );
  return { seq, pages: contents.length };
}

function packArea(db: Kysely<Schema>, area: string, { rowsPerPage }: SnapshotOptions): Promise<{ seq: number; contents: Buffer[] }> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const { seq } = await trx.selectFrom('area').select('seq').where('code', '=', area).executeTakeFirstOrThrow();
      const contents: Buffer[] = [];
      for (let after: Place | undefined = firstPlace; after; ) {
        const rows = await rowsAfter(trx, area, after, rowsPerPage);
        const page: SnapshotPage = { area, seq, page: contents.length, rows: rows.map(({ place: _place, ...row }) => row) };
        const text = JSON.stringify(page);
        const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
        contents.push(await pack(text, { params }));
        const last: PlacedRow | undefined = rows.at(-1);
        after = last && rows.length === rowsPerPage ? last : undefined;
      }
      return { seq, contents };
    });
}

interface Place {
  noun: string;
  place: string;
  id: string;
}

const firstPlace: Place = { noun: '', place: '', id: '' };

type PlacedRow = SnapshotPage['rows'][number] & { place: string };

/** In the order of the tablet's buckets, so that each of them is written once or twice. */
async function rowsAfter(trx: Kysely<Schema>, area: string, after: Place, limit: number): Promise<PlacedRow[]> {
  const { rows } = await sql<PlacedRow>`
    select noun, id, root, version, data, right(root, 1) as place from record
    where area = ${area} and data is not null and (noun, right(root, 1), id) > (${after.noun}, ${after.place}, ${after.id})
    order by noun, right(root, 1), id limit ${limit}`.execute(trx);
  return rows;
}

/** Packed by Brotli as it was made; undefined once the area has newer ones. */
export async function readSnapshotPage(db: Kysely<Schema>, area: string, seq: number, page: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('snapshot')
    .select('content')
    .where('area', '=', area)
    .where('seq', '=', seq)
    .where('page', '=', page)
    .executeTakeFirst();
  return row?.content;
}

/** For so long a tablet may stay away and still be told row by row what has left. */
export const tombstoneDays = 180;

/** Clears away what left long ago; a tablet that was away for longer gets its areas anew, and keeps what it has not sent. */
export async function clearTombstones(db: Kysely<Schema>, now: number): Promise<number> {
  const before = new Date(now - tombstoneDays * 86_400_000);
  const areas = await db.selectFrom('record').select('area').distinct().where('data', 'is', null).where('left_at', '<', before).execute();
  let cleared = 0;
  for (const { area } of areas) {
    await db.transaction().execute(async (trx) => {
      await trx.selectFrom('area').select('code').where('code', '=', area).forUpdate().execute();
      const gone = await trx
        .deleteFrom('record')
        .where('area', '=', area)
        .where('data', 'is', null)
        .where('left_at', '<', before)
        .returning('seq')
        .execute();
      cleared += gone.length;
      const horizon = gone.reduce((most, { seq }) => Math.max(most, seq), 0);
      await trx
        .updateTable('area')
        .set({ horizon: sql`greatest(horizon, ${horizon})` })
        .where('code', '=', area)
        .execute();
    });
  }
  return cleared;
}
