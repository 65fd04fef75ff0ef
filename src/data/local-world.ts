// The world a rule sees on the tablet: the rows it needs, read beforehand inside the same transaction.
import type { Noun } from '../domain/noun.ts';
import type { SessionOfficer } from '../domain/wire.ts';
import type { Need, Row, World } from '../domain/world.ts';
import { rootFromId } from './bucket.ts';
import { type FieldDatabase, rowKeyOf } from './database.ts';
import { hashOf } from './hash.ts';
import { areasOf, type Found, findRows, readUnder, type Wanted } from './rows.ts';

export interface LocalWorldOptions {
  /** The areas whose pages are looked through; read from the database when they are not given. */
  areas?: readonly string[];
  /** The cooperative that everything here hangs on: without it a meeting is looked for in every page. */
  root?: string | undefined;
  /** Rows that the screen holds already and that cannot have changed. */
  known?: readonly Row[];
}

export interface LocalWorld extends World {
  /** Reads what a further fact needs, unless it is known already. */
  load(needs: readonly Need[], area: string): Promise<void>;
  /** Lays a folded row into this world, for the facts after it. */
  put(row: Row): void;
  /** What the database held of a row when it was loaded. */
  heldOf(noun: Noun, id: string): Found | undefined;
  /** Sets a row back to what the office holds, before own facts are folded over it again. */
  forget(noun: Noun, id: string, base: Row | undefined): void;
}

export function openLocalWorld(
  db: FieldDatabase,
  officer: Pick<SessionOfficer, 'id' | 'role'>,
  now: number | undefined,
  options: LocalWorldOptions = {},
): LocalWorld {
  const rows = new Map<string, Row | undefined>((options.known ?? []).map((row) => [rowKeyOf(row.noun, row.id), row]));
  const held = new Map<string, Found>();
  const underRoots = new Map<string, Set<string>>();

  return {
    author: officer,
    now,
    hashOf,
    read: <N extends Noun>(noun: N, id: string) => rows.get(rowKeyOf(noun, id)) as Row<N> | undefined,
    under: <N extends Noun>(noun: N, root: string) =>
      [...(underRoots.get(`${noun}/${root}`) ?? [])].flatMap((key) => rows.get(key) ?? []) as Row<N>[],
    put: (row) => {
      rows.set(rowKeyOf(row.noun, row.id), row);
      underRoots.get(`${row.noun}/${row.root}`)?.add(rowKeyOf(row.noun, row.id));
    },
    heldOf: (noun, id) => held.get(rowKeyOf(noun, id)),
    forget: (noun, id, base) => {
      rows.set(rowKeyOf(noun, id), base);
    },
    load: async (needs, area) => {
      const wanted = new Map<string, Wanted>();
      for (const need of needs) {
        const key = need.kind === 'row' ? rowKeyOf(need.noun, need.id) : '';
        if (need.kind !== 'row' || rows.has(key)) continue;
        wanted.set(key, { noun: need.noun, id: need.id, root: rootFromId(need.noun, need.id) ?? options.root });
      }
      if (wanted.size > 0) {
        const found = await findRows(db, [...wanted.values()], [area]);
        if (needs.some((need) => need.kind === 'row' && need.must && isMissing(need, wanted, found))) {
          // What must be there has gone to another area, and its papers with it.
          const elsewhere = await findRows(db, [...wanted.values()], options.areas ?? (await areasOf(db)));
          found.splice(0, found.length, ...elsewhere);
        }
        for (const [place, key] of [...wanted.keys()].entries()) {
          rows.set(key, found[place]?.row);
          held.set(key, found[place] ?? {});
        }
      }
      for (const need of needs) {
        if (need.kind === 'under' && !underRoots.has(`${need.noun}/${need.root}`)) {
          const found = await readUnder(db, need.noun, need.root, area);
          for (const row of found) rows.set(rowKeyOf(row.noun, row.id), rows.get(rowKeyOf(row.noun, row.id)) ?? row);
          underRoots.set(`${need.noun}/${need.root}`, new Set(found.map((row) => rowKeyOf(row.noun, row.id))));
        }
      }
    },
  };
}

const isMissing = (need: Extract<Need, { kind: 'row' }>, wanted: ReadonlyMap<string, Wanted>, found: readonly Found[]): boolean => {
  const place = [...wanted.keys()].indexOf(rowKeyOf(need.noun, need.id));
  return place >= 0 && !found[place]?.row;
};
