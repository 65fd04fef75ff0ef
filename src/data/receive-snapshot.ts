// Taking in an area in packed pages: each in one transaction with the place where the next one begins, so that a cut costs one page.
import type { Noun } from '../domain/noun.ts';
import type { SnapshotPage } from '../domain/wire-version-2.ts';
import { type Arrival, clearArea, takeRows } from './arrive.ts';
import type { FieldDatabase } from './database.ts';
import { pendingSubjects, receivedTables, settleOutbox } from './receive.ts';
import { foldPendingAgain } from './refold.ts';
import { touchRegister } from './register-version.ts';
import { readSettings, writeSetting } from './settings.ts';
import { openTallies } from './tally.ts';

/** What is fetched next, if anything. */
export async function nextSnapshotPage(db: FieldDatabase): Promise<{ area: string; seq: number; page: number } | undefined> {
  const { snapshots = {} } = await readSettings(db, ['snapshots']);
  const [first] = Object.entries(snapshots);
  return first && { area: first[0], seq: first[1].seq, page: first[1].next };
}

/** Answers how many rows came; a page that nobody waits for any more is passed over. */
export async function receiveSnapshotPage(db: FieldDatabase, content: SnapshotPage, now: number): Promise<number> {
  return db.transaction('rw', receivedTables(db), async () => {
    const { area, seq, page } = content;
    const { snapshots = {}, cursors = {} } = await readSettings(db, ['snapshots', 'cursors']);
    const { [area]: awaited, ...others } = snapshots;
    if (!awaited || awaited.seq !== seq || awaited.next !== page) return 0;
    const arrival: Arrival = { db, tallies: await openTallies(db), pending: await pendingSubjects(db), nouns: new Set<Noun>() };
    if (page === 0) await clearArea(arrival, area);
    const rows = content.rows.map((row) => ({ ...row, area, seq }));
    await takeRows(arrival, area, rows);
    await arrival.tallies.save();
    const isLast = page + 1 >= awaited.pages;
    await writeSetting(db, 'snapshots', isLast ? others : { ...snapshots, [area]: { ...awaited, next: page + 1 } });
    const touched = new Set(rows.map((row) => `${row.noun}/${row.id}`).filter((key) => arrival.pending.has(key)));
    if (isLast) {
      const held = { ...cursors, [area]: seq };
      await writeSetting(db, 'cursors', held);
      for (const key of await pendingSubjects(db)) touched.add(key);
      await settleOutbox(db, { pages: [], left: [], cursors: held, settled: touched });
    }
    await foldPendingAgain(db, touched, now);
    await touchRegister(db, arrival.nouns);
    return rows.length;
  });
}

/** The office has a newer one, which its next answer names. */
export async function dropSnapshot(db: FieldDatabase, area: string): Promise<void> {
  await db.transaction('rw', db.setting, async () => {
    const { snapshots = {} } = await readSettings(db, ['snapshots']);
    const { [area]: _dropped, ...others } = snapshots;
    await writeSetting(db, 'snapshots', others);
  });
}
