// What an answer carries down: rows behind the tablet's cursors, buckets that it asked for again, and the proof that both sides agree.
import { type Kysely, sql } from 'kysely';
import { type Noun, provinceOf } from '../../src/domain/noun.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import type { AreaPage2, BucketPage, ExchangeRequest2, ExchangeResponse2, Pull, WireRow2 } from '../../src/domain/wire-version-2.ts';
import { areaMarkOf, readDigests } from './digests.ts';
import type { Schema } from './schema.ts';
import { type Snapshot, type SnapshotOptions, snapshotOf } from './snapshot.ts';
import { storable } from './storable.ts';

/** What one answer carries down at the most, over all areas. */
const mostRowsPerAnswer = 3000;

export type Down = Pick<ExchangeResponse2, 'pages' | 'buckets' | 'agreed' | 'digests' | 'left'>;
export type Asked = Pick<ExchangeRequest2, 'cursors' | 'marks' | 'pulls'>;

export interface DownOptions {
  mostRows?: number | undefined;
  /** The office wants the tablet to fetch everything anew. */
  resetting?: boolean;
  /** Without them every row comes with the exchange and no cursor is refused, as in the first version of the wire. */
  snapshots?: SnapshotOptions | undefined;
}

/** The areas whose rows an officer is sent: their own, widened below a province, and the province's shared rows. */
export const readableAreas = async (db: Kysely<Schema>, officer: Pick<SessionOfficer, 'areas'>): Promise<string[]> =>
  (await readableStates(db, officer)).map(({ code }) => code);

async function readableStates(db: Kysely<Schema>, officer: Pick<SessionOfficer, 'areas'>): Promise<AreaState[]> {
  const states = await db.selectFrom('area').select(['code', 'seq', 'horizon']).orderBy('code').execute();
  const provinces = new Set(officer.areas.map(provinceOf));
  return states.filter(({ code }) => provinces.has(code) || officer.areas.includes(code) || officer.areas.includes(provinceOf(code)));
}

/** All of it as of one moment: a digest beside a page of another moment would prove nothing. */
export async function readDown(db: Kysely<Schema>, officer: SessionOfficer, asked: Asked, options: DownOptions = {}): Promise<Down> {
  const snapshots = await snapshotsFor(db, officer, asked, options);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx): Promise<Down> => {
      const states = await readableStates(trx, officer);
      const readable = new Set(states.map(({ code }) => code));
      const room = { left: options.mostRows ?? mostRowsPerAnswer };
      const { pages, whole } = await readPages(trx, states, room, { cursors: asked.cursors, snapshots, isUsable: usableBy(options) });
      const buckets: BucketPage[] = [];
      for (const pull of asked.pulls ?? []) if (readable.has(pull.area)) buckets.push(await readBucket(trx, pull, room));
      return {
        pages,
        buckets,
        ...(await proofOf(trx, whole, asked)),
        left: Object.keys(asked.cursors).filter((area) => !readable.has(area)),
      };
    });
}

interface AreaState {
  code: string;
  seq: number;
  horizon: number;
}

type IsUsable = (cursor: number, state: AreaState) => boolean;

/** A cursor ahead of the area comes from before a backup was put back, one behind the horizon misses what has been cleared away. */
function usableBy({ snapshots, resetting }: DownOptions): IsUsable {
  if (!snapshots) return () => true;
  return (cursor, { seq, horizon }) => !resetting && cursor <= seq && cursor >= horizon;
}

/** Of the areas that the tablet begins anew; made outside of the moment that the answer tells of, since they lie before it. */
async function snapshotsFor(db: Kysely<Schema>, officer: SessionOfficer, { cursors }: Asked, options: DownOptions) {
  const found = new Map<string, Snapshot>();
  if (!options.snapshots) return found;
  const isUsable = usableBy(options);
  for (const state of await readableStates(db, officer)) {
    const cursor = cursors[state.code];
    if (cursor !== undefined && isUsable(cursor, state)) continue;
    const snapshot = await snapshotOf(db, state.code, options.snapshots);
    if (snapshot) found.set(state.code, snapshot);
  }
  return found;
}

interface PagesAsked {
  cursors: Record<string, number>;
  snapshots: ReadonlyMap<string, Snapshot>;
  isUsable: IsUsable;
}

interface Room {
  left: number;
}

/** `whole` are the areas of which the tablet has everything once it has taken in the pages; true where it had so before. */
async function readPages(db: Kysely<Schema>, states: readonly AreaState[], room: Room, { cursors, snapshots, isUsable }: PagesAsked) {
  const pages: AreaPage2[] = [];
  const whole = new Map<string, boolean>();
  for (const state of states) {
    const { code: area, seq } = state;
    const cursor = cursors[area];
    const goesOn = cursor !== undefined && isUsable(cursor, state);
    if (goesOn && cursor === seq) {
      whole.set(area, true);
      continue;
    }
    const reset = cursor !== undefined && !goesOn ? { reset: true } : {};
    const held = goesOn ? cursor : 0;
    const snapshot = goesOn ? undefined : snapshots.get(area);
    if (snapshot || room.left <= 0) {
      // Told only that it exists, and where it lies packed: else the next request asks for it.
      pages.push({ area, cursor: held, more: true, rows: [], ...reset, ...(snapshot ? { snapshot } : {}) });
      continue;
    }
    const found = await rowsAfter(db, area, held, room.left + 1);
    const rows = found.slice(0, room.left);
    room.left -= rows.length;
    const more = found.length > rows.length;
    if (!more) whole.set(area, false);
    pages.push({ area, cursor: more ? (rows.at(-1)?.seq ?? held) : seq, more, rows, ...reset });
  }
  return { pages, whole };
}

const columns = ['noun', 'id', 'root', 'area', 'version', 'seq', 'data', 'moved_to'] as const;

async function rowsAfter(db: Kysely<Schema>, area: string, cursor: number, limit: number): Promise<WireRow2[]> {
  let query = db.selectFrom('record').select(columns).where('area', '=', area).where('seq', '>', cursor);
  // Who has nothing needs no word of what is gone.
  if (cursor === 0) query = query.where('data', 'is not', null);
  return (await query.orderBy('seq').limit(limit).execute()).map(wireRowOf);
}

async function readBucket(db: Kysely<Schema>, { area, noun, after }: Pull, room: Room): Promise<BucketPage> {
  const limit = Math.max(0, room.left);
  const { rows } = await sql<StoredRow>`
    select noun, id, root, area, version, seq, data, moved_to from record
    where area = ${area} and noun = ${noun} and data is not null and id collate "C" > ${storable(after)}
    order by id collate "C" limit ${limit + 1}`.execute(db);
  room.left -= Math.min(rows.length, limit);
  return { area, noun, after, rows: rows.slice(0, limit).map(wireRowOf), more: rows.length > limit };
}

interface StoredRow extends Omit<WireRow2, 'noun' | 'movedTo'> {
  noun: string;
  moved_to: string | null;
}

const wireRowOf = ({ moved_to, ...row }: StoredRow): WireRow2 => ({
  ...row,
  noun: row.noun as Noun,
  ...(moved_to === null ? {} : { movedTo: moved_to }),
});

async function proofOf(
  db: Kysely<Schema>,
  whole: ReadonlyMap<string, boolean>,
  { marks = {} }: Asked,
): Promise<Pick<Down, 'agreed' | 'digests'>> {
  const proof: Pick<Down, 'agreed' | 'digests'> = { agreed: [], digests: [] };
  for (const [area, nouns] of await readDigests(db, [...whole.keys()])) {
    if (whole.get(area) && marks[area] === areaMarkOf(nouns)) proof.agreed.push(area);
    else proof.digests.push({ area, nouns });
  }
  return proof;
}
