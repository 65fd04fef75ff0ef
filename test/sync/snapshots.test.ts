// Packed pages one after the other: the next one comes while one is written, and none is fetched twice.
import { expect, test } from 'vitest';
import { nextSnapshotPage } from '../../src/data/receive-snapshot.ts';
import { readSetting, writeSetting } from '../../src/data/settings.ts';
import type { Office } from '../../src/sync/send.ts';
import { fetchSnapshots } from '../../src/sync/snapshots.ts';
import { tabletOf } from '../support/tablet.ts';
import { idOf, kukar, officerOne, today } from '../support/world.ts';

/** An office with an area of three pages; `cutAt` is the request, counted from one, that does not arrive. */
async function tabletBefore(cutAt?: number) {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  await writeSetting(db, 'cursors', {});
  await writeSetting(db, 'snapshots', { [kukar]: { seq: 5, pages: 3, next: 0 } });
  const asked: number[] = [];
  const office: Pick<Office, 'snapshotPage'> = {
    snapshotPage: async (area, seq, page) => {
      asked.push(page);
      if (asked.length === cutAt) return { kind: 'unreachable' };
      return { kind: 'answered', answer: { area, seq, page, rows: [] } };
    },
  };
  const askedWhenWritten: number[][] = [];
  const fetchAll = () =>
    fetchSnapshots(db, office, 'token', { now: () => today, onPage: async () => void askedWhenWritten.push([...asked]) });
  return { db, asked, askedWhenWritten, fetchAll };
}

test('the next page is on its way while one is written, and each is fetched once', async () => {
  const { db, asked, askedWhenWritten, fetchAll } = await tabletBefore();
  expect(await fetchAll()).toEqual({ kind: 'fetched' });
  expect(askedWhenWritten).toEqual([
    [0, 1],
    [0, 1, 2],
    [0, 1, 2],
  ]);
  expect(asked).toEqual([0, 1, 2]);
  expect(await readSetting(db, 'cursors')).toEqual({ [kukar]: 5 });
});

test('a cut on a page that was asked ahead costs that page alone', async () => {
  const { db, asked, fetchAll } = await tabletBefore(2);
  expect(await fetchAll()).toEqual({ kind: 'unreachable' });
  expect(await nextSnapshotPage(db)).toMatchObject({ page: 1 });
  expect(await fetchAll()).toEqual({ kind: 'fetched' });
  expect(asked).toEqual([0, 1, 1, 2]);
});
