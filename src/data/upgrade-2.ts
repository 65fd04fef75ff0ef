// From the first schema to the second: rows that were gone are taken out of their pages, and what is left is counted for the first time.
import type { FieldDatabase, LaidRow } from './database.ts';
import { recount } from './tally.ts';

type FormerLaidRow = LaidRow & { gone?: boolean };

export async function upgradeToTallies(db: FieldDatabase): Promise<void> {
  const gone = (await db.table<FormerLaidRow>('row').toArray()).filter((row) => row.gone);
  for (const { gone: _gone, ...row } of gone) {
    const page = await db.table('page').get(row.bucket);
    if (page && delete page.rows[row.id]) await db.table('page').put(page);
    if (row.base === undefined) await db.table('row').delete(row.key);
    else await db.table('row').put({ ...row, base: null });
  }
  await recount({
    page: db.table('page'),
    row: db.table('row'),
    tally: db.table('tally'),
    setting: db.table('setting'),
  });
}
