// From the first schema to the second: rows that were gone leave their pages. What is left is counted with the first exchange.
import type { FieldDatabase, LaidRow } from './database.ts';

type FormerLaidRow = LaidRow & { gone?: boolean };

export async function takeOutGone(db: Pick<FieldDatabase, 'table'>): Promise<void> {
  const gone = (await db.table<FormerLaidRow>('row').toArray()).filter((row) => row.gone);
  for (const { gone: _gone, ...row } of gone) {
    const page = await db.table('page').get(row.bucket);
    if (page && delete page.rows[row.id]) await db.table('page').put(page);
    if (row.base === undefined) await db.table('row').delete(row.key);
    else await db.table('row').put({ ...row, base: null });
  }
}
