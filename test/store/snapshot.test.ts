// Areas in packed pages: made once, kept by area and sequence, outlived by the tail, and the horizon behind which a tablet begins anew.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../server/store/database.ts';
import { resetDevice } from '../../server/store/devices.ts';
import { exchange } from '../../server/store/exchange.ts';
import { readSnapshotPage, type SnapshotOptions, snapshotOf } from '../../server/store/snapshot.ts';
import { packAtRest } from '../../server/store/snapshots-ahead.ts';
import type { ExchangeRequest2, ExchangeResponse2 } from '../../src/domain/wire-version-2.ts';
import type { FreshDatabase } from '../support/database.ts';
import {
  addOfficer,
  foundedOffice,
  newCooperative,
  nextFact,
  requestOf,
  signInTablet,
  type TestTablet,
} from '../support/founded-office.ts';

const area = '64.02';
const options: SnapshotOptions = { fewestRows: 20, rowsPerPage: 10, longestTail: 3 };
let fresh: FreshDatabase;
let tablet: TestTablet;
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', [area]);
  tablet = await signInTablet(fresh.db, 'satu');
});
afterAll(() => fresh.drop());

const ask = async (over: Partial<ExchangeRequest2> = {}) =>
  (await exchange(fresh.db, tablet, { ...requestOf(), ...over }, Date.now(), { snapshots: options })) as ExchangeResponse2;
const record = (count: number) => ask({ facts: Array.from({ length: count }, () => nextFact(tablet, newCooperative(area))) });
const pageOf = ({ pages }: ExchangeResponse2) => pages.find((page) => page.area === area);
const cursorsOf = ({ pages }: ExchangeResponse2) => Object.fromEntries(pages.map((page) => [page.area, page.snapshot?.seq ?? page.cursor]));

test('a small area comes with the exchange, a large one is named as packed pages', async () => {
  await record(5);
  expect(pageOf(await ask())).toMatchObject({ more: false, rows: { length: 6 } });
  await record(30);
  expect(pageOf(await ask())).toMatchObject({ more: true, rows: [], snapshot: { pages: 4 } });
});

test('the first version of the wire gets rows, as it always did', async () => {
  const answer = await ask({ wire: 1 });
  expect(pageOf(answer)?.rows).toHaveLength(36);
  expect(Object.keys(pageOf(answer) ?? {})).toEqual(['area', 'cursor', 'more', 'rows']);
});

test('twenty who come at once share one, and a short tail makes no new one', async () => {
  const first = await snapshotOf(fresh.db, area, options);
  await record(3);
  expect(await snapshotOf(fresh.db, area, options)).toEqual(first);
  await record(1);
  const again = await Promise.all(Array.from({ length: 20 }, () => snapshotOf(fresh.db, area, options)));
  expect(new Set(again.map((each) => each?.seq)).size).toBe(1);
  expect(again[0]?.seq).toBeGreaterThan(first?.seq ?? 0);
  // Who is in the middle of the one before goes on with it.
  expect(await readSnapshotPage(fresh.db, area, first?.seq ?? 0, 1)).toBeDefined();
  await record(4);
  await snapshotOf(fresh.db, area, options);
  expect(await readSnapshotPage(fresh.db, area, first?.seq ?? 0, 1)).toBeUndefined();
});

test('one can be made by several servers at once, and while tablets write into the area', async () => {
  const servers = Array.from({ length: 4 }, () => connect({ connectionString: fresh.url }, () => {}));
  try {
    for (let round = 0; round < 10; round += 1) {
      const made = await Promise.all([...servers.map((db) => snapshotOf(db, area, options)), record(4), record(4)]);
      expect(made).toHaveLength(6);
    }
  } finally {
    for (const db of servers) await db.destroy();
  }
});

test('a cursor behind the horizon begins anew, one before it goes on', async () => {
  const { seq } = (await snapshotOf(fresh.db, area, options)) ?? { seq: 0 };
  await record(1);
  await sql`update area set horizon = ${seq} where code = ${area}`.execute(fresh.db);
  const cursors = cursorsOf(await ask());
  expect(pageOf(await ask({ cursors: { ...cursors, [area]: seq } }))?.reset).toBeUndefined();
  expect(pageOf(await ask({ cursors: { ...cursors, [area]: seq - 1 } }))).toMatchObject({ reset: true, snapshot: { seq } });
  // The first version cannot be told so, and goes on as before.
  expect(pageOf(await ask({ wire: 1, cursors: { ...cursors, [area]: seq - 1 } }))?.rows.length).toBeGreaterThan(0);
});

test('a reset that the office asks for is told until the tablet has carried it out', async () => {
  const cursors = cursorsOf(await ask());
  expect(await resetDevice(fresh.db, tablet.deviceId)).toEqual({ kind: 'asked' });
  const told = await ask({ cursors, resets: 0 });
  expect(told.resets).toBe(1);
  expect(told.pages.map((page) => page.reset)).toEqual(Object.keys(cursors).map(() => true));
  expect((await ask({ cursors, resets: 1 })).pages.every((page) => !page.reset)).toBe(true);
});

test('an area at rest is packed before anybody asks, and one that changes is left alone until it rests', async () => {
  const { db } = fresh;
  const newest = async () => (await db.selectFrom('area').select('seq').where('code', '=', area).executeTakeFirstOrThrow()).seq;
  const other = await signInTablet(db, 'satu');
  // With a cursor, so that the recording tablet does not ask for a snapshot itself.
  const recordMore = async () => {
    const facts = Array.from({ length: 10 }, () => nextFact(other, newCooperative(area)));
    await exchange(db, other, requestOf(facts, { [area]: await newest() }), Date.now(), { snapshots: options });
  };
  const isPacked = async () => {
    const held = await db.selectFrom('snapshot').select('seq').where('area', '=', area).orderBy('seq', 'desc').executeTakeFirst();
    return held?.seq === (await newest());
  };
  await recordMore();
  const first = await packAtRest(db, new Map(), options);
  await recordMore();
  const second = await packAtRest(db, first, options);
  expect(await isPacked()).toBe(false);
  const third = await packAtRest(db, second, options);
  expect(await isPacked()).toBe(true);
  expect(third.get(area)?.isDone).toBe(true);
});
