// Reading rows: the packed page, with the changed rows laid over it.
import type { Noun } from '../domain/noun.ts';
import type { DataOf, Row } from '../domain/world.ts';
import { bucketOf, rootFromId } from './bucket.ts';
import { type FieldDatabase, type LaidRow, type PackedRow, rowKeyOf } from './database.ts';
import { readSettings } from './settings.ts';

const rowOf = <N extends Noun>(noun: N, area: string, packed: PackedRow): Row<N> => ({
  noun,
  id: packed.id,
  root: packed.root,
  area,
  version: packed.version,
  data: packed.data as DataOf[N],
});

/** The areas this tablet holds anything of. */
export async function areasOf(db: FieldDatabase): Promise<string[]> {
  const { cursors, snapshots } = await readSettings(db, ['cursors', 'snapshots']);
  return Object.keys({ ...cursors, ...snapshots });
}

/** One row, laid or packed. A visit or meeting that is not laid is looked for in the pages of its noun. */
export async function readRow<N extends Noun>(
  db: FieldDatabase,
  noun: N,
  id: string,
  root = rootFromId(noun, id),
): Promise<Row<N> | undefined> {
  const laid = await db.row.get(rowKeyOf(noun, id));
  if (laid) return rowOf(noun, laid.area, laid);
  for (const area of await areasOf(db)) {
    const pages = root
      ? [await db.page.get(bucketOf(area, noun, root))]
      : await db.page.where('key').startsWith(`${area}/${noun}/`).toArray();
    for (const page of pages) {
      const packed = page?.rows[id];
      if (packed) return rowOf(noun, area, packed);
    }
  }
  return undefined;
}

export interface Wanted {
  noun: Noun;
  id: string;
  /** What it hangs on, when the asker knows more than the id tells. */
  root?: string | undefined;
}

/** A row and what it was made of: the one laid over the page, or else the packed one. */
export interface Found {
  row?: Row | undefined;
  laid?: LaidRow | undefined;
  packed?: PackedRow | undefined;
}

/** Several rows in two questions to the database: each question is a way there and back, and an act of the officer waits for all. */
export async function findRows(db: FieldDatabase, wanted: readonly Wanted[], areas: readonly string[]): Promise<Found[]> {
  const laid = await db.row.bulkGet(wanted.map(({ noun, id }) => rowKeyOf(noun, id)));
  const bucketsOf = ({ noun, id, root = rootFromId(noun, id) }: Wanted) =>
    root === undefined ? [] : areas.map((area) => ({ area, key: bucketOf(area, noun, root) }));
  const keys = new Set(wanted.flatMap((each, place) => (laid[place] ? [] : bucketsOf(each).map(({ key }) => key))));
  const pages = new Map((keys.size > 0 ? await db.page.bulkGet([...keys]) : []).flatMap((page) => (page ? [[page.key, page]] : [])));
  return Promise.all(
    wanted.map(async (each, place): Promise<Found> => {
      const over = laid[place];
      if (over) return { row: rowOf(each.noun, over.area, over), laid: over };
      const buckets = bucketsOf(each);
      if (buckets.length === 0) return scanned(await readRow(db, each.noun, each.id));
      for (const { area, key } of buckets) {
        const packed = pages.get(key)?.rows[each.id];
        if (packed) return { row: rowOf(each.noun, area, packed), packed };
      }
      return {};
    }),
  );
}

const scanned = (row: Row | undefined): Found =>
  row ? { row, packed: { id: row.id, root: row.root, version: row.version, data: row.data } } : {};

/** Every row of a noun that hangs on a root within one area. */
export async function readUnder<N extends Noun>(db: FieldDatabase, noun: N, root: string, area: string): Promise<Row<N>[]> {
  const bucket = bucketOf(area, noun, root);
  const [page, laid] = await Promise.all([db.page.get(bucket), db.row.where('bucket').equals(bucket).toArray()]);
  return mergedOf(noun, area, page ? Object.values(page.rows) : [], laid).filter((row) => row.root === root);
}

/** Every row of a noun the tablet holds. */
export async function readAll<N extends Noun>(db: FieldDatabase, noun: N): Promise<Row<N>[]> {
  const areas = await areasOf(db);
  const found = await Promise.all(
    areas.map(async (area) => {
      const prefix = `${area}/${noun}/`;
      const [pages, laid] = await Promise.all([
        db.page.where('key').startsWith(prefix).toArray(),
        db.row.where('bucket').startsWith(prefix).toArray(),
      ]);
      return mergedOf(
        noun,
        area,
        pages.flatMap((page) => Object.values(page.rows)),
        laid,
      );
    }),
  );
  return found.flat();
}

function mergedOf<N extends Noun>(noun: N, area: string, packed: readonly PackedRow[], laid: readonly LaidRow[]): Row<N>[] {
  if (laid.length === 0) return packed.map((row) => rowOf(noun, area, row));
  const over = new Map(laid.map((row) => [row.id, row]));
  const rows = packed.filter((row) => !over.has(row.id)).map((row) => rowOf(noun, area, row));
  for (const row of laid) rows.push(rowOf(noun, area, row));
  return rows;
}
