// Taking in an area in packed pages: each in one transaction with the place where the next one begins, so that a cut costs one page.
import type { Noun } from '../domain/noun.ts';
import type { SnapshotPage } from '../domain/wire-version-2.ts';
import { type Arrival, clearArea, takeRows } from './arrive.ts';
import { type FieldDatabase, rowKeyOf } from './database.ts';
import { keepAnswered } from './delivered.ts';
import { type Arrived, allPending, answeredPending, containedIn } from './pending.ts';
import { receivedTables } from './receive.ts';
import { foldPendingAgain } from './refold.ts';
import { touchRegister } from './register-version.ts';
import { readSettings, writeSetting } from './settings.ts';
import { openTallies } from './tally.ts';

export interface SnapshotPlace {
  area: string;
  seq: number;
  page: number;
  /** Of how many. */
  pages: number;
}

/** What is fetched next, if anything. */
export async function nextSnapshotPage(db: FieldDatabase): Promise<SnapshotPlace | undefined> {
  const { snapshots = {} } = await readSettings(db, ['snapshots']);
  const [first] = Object.entries(snapshots);
  return first && { area: first[0], seq: first[1].seq, page: first[1].next, pages: first[1].pages };
}

/** Answers how many rows came; a page that nobody waits for any more is passed over. */
export async function receiveSnapshotPage(db: FieldDatabase, content: SnapshotPage, now: number): Promise<number> {
  return db.transaction('rw', receivedTables(db), async () => {
    const { area, seq, page } = content;
    const { snapshots = {}, cursors = {} } = await readSettings(db, ['snapshots', 'cursors']);
    const { [area]: awaited, ...others } = snapshots;
    if (!awaited || awaited.seq !== seq || awaited.next !== page) return 0;
    const isLast = page + 1 >= awaited.pages;
    const held = isLast ? { ...cursors, [area]: seq } : cursors;
    const settled = isLast ? await settleContained(db, { pages: [], left: [], cursors: held }) : [];
    const pending = await allPending(db);
    const arrival: Arrival = { db, tallies: await openTallies(db), pending, isCrowded: false, nouns: new Set<Noun>() };
    if (page === 0) await clearArea(arrival, area);
    const rows = content.rows.map((row) => ({ ...row, area, seq }));
    await takeRows(arrival, area, rows);
    await arrival.tallies.save();
    await writeSetting(db, 'snapshots', isLast ? others : { ...snapshots, [area]: { ...awaited, next: page + 1 } });
    if (isLast) await writeSetting(db, 'cursors', held);
    const arrived = rows.map((row) => rowKeyOf(row.noun, row.id));
    // With the last page all is there that a fact may need.
    const touched = isLast ? [...settled, ...pending.keys()] : arrived.filter((key) => pending.has(key));
    await foldPendingAgain(db, new Set(touched), pending, now);
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

async function settleContained(db: FieldDatabase, arrived: Arrived): Promise<string[]> {
  const contained = (await answeredPending(db)).filter(containedIn(arrived));
  await keepAnswered(
    db,
    contained.map((held) => ({ ...held, folding: 0 as const })),
  );
  return contained.map(({ subject }) => subject);
}
