// Rows that another tablet in the same hall has shown to this one: they stand in for the office's until those come, and are never sent.
import type { Row } from '../domain/world.ts';
import { bucketOf } from './bucket.ts';
import { type FieldDatabase, type PackedRow, rowKeyOf } from './database.ts';
import { allPending } from './pending.ts';
import { recordedTables } from './record.ts';
import { foldPendingAgain } from './refold.ts';
import { touchRegister } from './register-version.ts';
import { areasOf, findRows } from './rows.ts';

export type Lending =
  /** `known`: rows that this tablet has as new itself, or has worked on; its own word stands. */
  { kind: 'lent'; taken: number; known: number } | { kind: 'otherArea' };

/** All of them or none. */
export async function lendRows(db: FieldDatabase, rows: readonly Row[], now = Date.now()): Promise<Lending> {
  return db.transaction('rw', recordedTables(db), async (): Promise<Lending> => {
    const areas = await areasOf(db);
    if (rows.some(({ area }) => !areas.includes(area))) return { kind: 'otherArea' };
    const found = await findRows(db, rows, areas);
    const taken: Row[] = [];
    for (const [place, row] of rows.entries()) {
      const { noun, id, root, area, version, data } = row;
      const { row: held, laid, packed } = found[place] ?? {};
      const isOwn = laid !== undefined && laid.base !== undefined && !laid.lent;
      if (held && (isOwn || (laid?.lent ?? held).version > version || (!laid?.lent && held.version === version))) continue;
      const lent: PackedRow = { id, root, version, data };
      const office = packed ?? (laid && laid.base === undefined ? packedOf(laid) : null);
      const base = laid?.base !== undefined ? laid.base : office;
      await db.row.put({ key: rowKeyOf(noun, id), bucket: bucketOf(area, noun, root), noun, area, ...lent, base, lent });
      taken.push(row);
    }
    if (taken.length > 0) {
      await foldPendingAgain(db, new Set(taken.map(({ noun, id }) => rowKeyOf(noun, id))), await allPending(db), now);
      await touchRegister(
        db,
        taken.map(({ noun }) => noun),
      );
    }
    return { kind: 'lent', taken: taken.length, known: rows.length - taken.length };
  });
}

const packedOf = ({ id, root, version, data }: PackedRow): PackedRow => ({ id, root, version, data });

/** Whether the office's row has not come yet and another tablet's stands in for it. */
export const isLent = async (db: FieldDatabase, noun: Row['noun'], id: string): Promise<boolean> =>
  (await db.row.get(rowKeyOf(noun, id)))?.lent !== undefined;
