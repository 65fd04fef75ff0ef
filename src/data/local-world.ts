// The world a rule sees on the tablet: the rows it needs, read beforehand inside the same transaction.
import type { Noun } from '../domain/noun.ts';
import type { SessionOfficer } from '../domain/wire.ts';
import type { Need, Row, World } from '../domain/world.ts';
import { type FieldDatabase, rowKeyOf } from './database.ts';
import { hashOf } from './hash.ts';
import { readRow, readUnder } from './rows.ts';

export interface LocalWorld extends World {
  /** Reads what a further fact needs, unless it is known already. */
  load(needs: readonly Need[], area: string): Promise<void>;
  /** Lays a folded row into this world, for the facts after it. */
  put(row: Row): void;
  /** Sets a row back to what the office holds, before own facts are folded over it again. */
  forget(noun: Noun, id: string, base: Row | undefined): void;
}

export function openLocalWorld(db: FieldDatabase, officer: Pick<SessionOfficer, 'id' | 'role'>, now: number | undefined): LocalWorld {
  const rows = new Map<string, Row | undefined>();
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
    forget: (noun, id, base) => {
      rows.set(rowKeyOf(noun, id), base);
    },
    load: async (needs, area) => {
      for (const need of needs) {
        if (need.kind === 'row') {
          const key = rowKeyOf(need.noun, need.id);
          if (!rows.has(key)) rows.set(key, await readRow(db, need.noun, need.id));
        } else if (!underRoots.has(`${need.noun}/${need.root}`)) {
          const found = await readUnder(db, need.noun, need.root, area);
          for (const row of found) rows.set(rowKeyOf(row.noun, row.id), rows.get(rowKeyOf(row.noun, row.id)) ?? row);
          underRoots.set(`${need.noun}/${need.root}`, new Set(found.map((row) => rowKeyOf(row.noun, row.id))));
        }
      }
    },
  };
}
