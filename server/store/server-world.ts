// The world a rule sees at the office: the rows a batch of facts needs, read in few queries, and what the batch has changed.
import { type Kysely, sql } from 'kysely';
import type { Noun } from '../../src/domain/noun.ts';
import type { DataOf, Need, Row, World } from '../../src/domain/world.ts';
import type { Schema } from './schema.ts';
import { hashOf } from './server-hash.ts';

export interface ServerWorld extends Omit<World, 'author' | 'now'> {
  load(wanted: readonly { area: string; needs: readonly Need[] }[]): Promise<void>;
  put(row: Row): void;
  /** Rows the batch has changed, each once, in its last form. */
  changed(): Row[];
}

interface StoredRow {
  area: string;
  noun: Noun;
  id: string;
  root: string;
  version: number;
  data: DataOf[Noun] | null;
}

/** What others hang on: their ids are made at random, and one that stands in another area already is not new here. */
const roots: ReadonlySet<string> = new Set<Noun>(['cooperative', 'visit', 'ratMeeting']);

const keyOf = (noun: string, id: string) => `${noun}/${id}`;

export function openServerWorld(db: Kysely<Schema>): ServerWorld {
  const rows = new Map<string, Row | undefined>();
  const unders = new Map<string, Set<string>>();
  const changed = new Map<string, Row>();

  const take = (stored: StoredRow) => {
    const key = keyOf(stored.noun, stored.id);
    // What this batch has folded already is newer than what the table still shows.
    if (stored.data !== null && !changed.has(key)) rows.set(key, { ...stored, data: stored.data });
    return key;
  };

  return {
    hashOf,
    read: <N extends Noun>(noun: N, id: string) => rows.get(keyOf(noun, id)) as Row<N> | undefined,
    under: <N extends Noun>(noun: N, root: string) =>
      [...(unders.get(keyOf(noun, root)) ?? [])].flatMap((key) => rows.get(key) ?? []) as Row<N>[],
    put: (row) => {
      const key = keyOf(row.noun, row.id);
      rows.set(key, row);
      changed.set(key, row);
      unders.get(keyOf(row.noun, row.root))?.add(key);
    },
    changed: () => [...changed.values()],
    load: async (wanted) => {
      const single = new Map<string, { area: string; noun: string; id: string }>();
      const under = new Map<string, { area: string; noun: string; root: string }>();
      for (const { area, needs } of wanted) {
        for (const need of needs) {
          if (need.kind === 'row') {
            if (!rows.has(keyOf(need.noun, need.id))) single.set(keyOf(need.noun, need.id), { area, noun: need.noun, id: need.id });
          } else if (!unders.has(keyOf(need.noun, need.root))) {
            under.set(keyOf(need.noun, need.root), { area, noun: need.noun, root: need.root });
          }
        }
      }
      for (const key of single.keys()) rows.set(key, undefined);
      for (const stored of await readSingles(db, [...single.values()])) take(stored);
      const missing = [...single].flatMap(([key, row]) => (rows.get(key) === undefined && roots.has(row.noun) ? [row] : []));
      for (const stored of await readElsewhere(db, missing)) take(stored);
      const found = await readUnders(db, [...under.values()]);
      for (const key of under.keys()) unders.set(key, new Set());
      for (const stored of found) unders.get(keyOf(stored.noun, stored.root))?.add(take(stored));
      for (const row of changed.values()) unders.get(keyOf(row.noun, row.root))?.add(keyOf(row.noun, row.id));
    },
  };
}

// The lateral queries hold PostgreSQL to one index look-up a row: it would rather read the whole table for a batch of thousands.
async function readSingles(db: Kysely<Schema>, wanted: readonly { area: string; noun: string; id: string }[]): Promise<StoredRow[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<StoredRow>`
    select r.area, r.noun, r.id, r.root, r.version, r.data
    from unnest(${wanted.map((row) => row.area)}::text[], ${wanted.map((row) => row.noun)}::text[], ${wanted.map((row) => row.id)}::text[])
      as w (area, noun, id)
    cross join lateral (select * from record where area = w.area and noun = w.noun and id = w.id limit 1) r`.execute(db);
  return rows;
}

/** Whatever the area: by one look-up an area, since every index leads with it. */
async function readElsewhere(db: Kysely<Schema>, wanted: readonly { noun: string; id: string }[]): Promise<StoredRow[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<StoredRow>`
    select r.area, r.noun, r.id, r.root, r.version, r.data
    from unnest(${wanted.map((row) => row.noun)}::text[], ${wanted.map((row) => row.id)}::text[]) as w (noun, id)
    cross join area a
    cross join lateral (select * from record where area = a.code and noun = w.noun and id = w.id and data is not null limit 1) r
    `.execute(db);
  return rows;
}

async function readUnders(db: Kysely<Schema>, wanted: readonly { area: string; noun: string; root: string }[]): Promise<StoredRow[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<StoredRow>`
    select r.area, r.noun, r.id, r.root, r.version, r.data
    from unnest(${wanted.map((row) => row.area)}::text[], ${wanted.map((row) => row.noun)}::text[], ${wanted.map((row) => row.root)}::text[])
      as w (area, noun, root)
    cross join lateral (select * from record where area = w.area and noun = w.noun and root = w.root and data is not null offset 0) r
    `.execute(db);
  return rows;
}
