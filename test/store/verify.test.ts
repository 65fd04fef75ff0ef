import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchange } from '../../server/store/exchange.ts';
import { verifyLog } from '../../server/store/verify.ts';
import type { FreshDatabase } from '../support/database.ts';
import { addOfficer, foundedOffice, newCooperative, nextFact, requestOf, signInTablet } from '../support/founded-office.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', ['64.02']);
  const tablet = await signInTablet(fresh.db, 'satu');
  const facts = [
    nextFact(tablet, newCooperative('64.02')),
    nextFact(tablet, newCooperative('64.03')),
    nextFact(tablet, newCooperative('64.02')),
  ];
  await exchange(fresh.db, tablet, requestOf(facts), Date.now());
});
afterAll(() => fresh.drop());

test('a log that nobody has touched proves whole, refused facts included', async () => {
  const found = await verifyLog(fresh.db);
  expect(found).toMatchObject({ devices: 2, unlinked: 0, problems: [] });
  expect(found.facts).toBeGreaterThan(15);
});

test('a fact that somebody altered is named', async () => {
  const { id } = await fresh.db
    .selectFrom('fact')
    .select('id')
    .where('type', '=', 'cooperativeRecorded')
    .limit(1)
    .executeTakeFirstOrThrow();
  await sql`update fact set content = jsonb_set(content, '{body,name}', '"Lain"') where id = ${id}`.execute(fresh.db);
  expect((await verifyLog(fresh.db)).problems).toEqual([{ kind: 'factAltered', at: id }]);
});

test('a fact that somebody took away is missed', async () => {
  const { id } = await fresh.db
    .selectFrom('fact')
    .select('id')
    .where('area', '=', '64.02')
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow();
  await fresh.db.deleteFrom('fact').where('id', '=', id).execute();
  expect((await verifyLog(fresh.db)).problems.map(({ kind }) => kind)).toContain('areaChainBroken');
});
