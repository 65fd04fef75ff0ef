import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDatabaseAway } from '../../server/http/problem.ts';
import { connect } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { migrations } from '../../server/store/migrations/list.ts';
import type { Schema } from '../../server/store/schema.ts';
import { databaseForTest, type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const one = async (expression: string) =>
  (await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(fresh.db)).rows[0]?.value;

test('whole numbers are numbers, days are text, text is whole', async () => {
  expect(await one('9007199254740991::bigint')).toBe(9007199254740991);
  expect(await one('count(*)')).toBe(1);
  expect(await one("'2015-12-31'::date")).toBe('2015-12-31');
  expect(await one('null::bigint')).toBeNull();
  expect(await one('array[1, 2]::bigint[]')).toEqual([1, 2]);
});

test('a number too large to be exact is refused, not rounded', async () => {
  await expect(one('9007199254740993::bigint')).rejects.toThrow('does not fit');
});

test('what is acknowledged is on the disk', async () => {
  expect(await one("current_setting('fsync')")).toBe('on');
  expect(await one("current_setting('synchronous_commit')")).toBe('on');
});

test('a session whose answer came too late is not used again, and what it had begun is rolled back', async () => {
  const hurried = connect({ connectionString: fresh.url, max: 1, query_timeout: 250 }, () => {});
  const note = (db: Kysely<Schema>, key: string) => sql`insert into setting (key, value) values (${key}, 'true')`.execute(db);
  const late = hurried.transaction().execute(async (trx) => {
    await note(trx, 'begun');
    // The rollback waits behind it, and would never be sent.
    await sql`select pg_sleep(0.8)`.execute(trx);
  });
  await expect(late).rejects.toSatisfy(isDatabaseAway);
  await pause(1_000);
  await hurried.transaction().execute((trx) => note(trx, 'whole'));
  await hurried.destroy();
  const kept = await sql<{ key: string }>`select key from setting where key in ('begun', 'whole')`.execute(fresh.db);
  expect(kept.rows).toEqual([{ key: 'whole' }]);
});

test('a second migration finds nothing to do', async () => {
  expect(await migrate(fresh.db)).toEqual({ kind: 'migrated', applied: [] });
});

test('of two that migrate at once one does the work and both go on', async () => {
  const { db } = await databaseForTest();
  await sql`drop table if exists kysely_migration, kysely_migration_lock`.execute(db);
  let runs = 0;
  const list = {
    '0001-once': {
      up: async () => {
        runs += 1;
      },
    },
  };
  const both = await Promise.all([migrate(db, list), migrate(db, list)]);
  expect(runs).toBe(1);
  expect(both.flatMap((each) => (each.kind === 'migrated' ? each.applied : ['?']))).toEqual(['0001-once']);
});

test('a database of a newer Pantau is left alone', async () => {
  const { db } = await databaseForTest();
  await migrate(db, { ...migrations, '9999-tomorrow': { up: async () => {} } });
  expect(await migrate(db)).toMatchObject({ kind: 'newer' });
});

test('a database from before rescue files keeps what it holds in quarantine, as brought by the tablet itself', async () => {
  const { db } = await databaseForTest();
  await sql`drop table rescue_identity, device_key, rescue_file`.execute(db);
  await sql`alter table quarantine drop column handed_by`.execute(db);
  await sql`drop index record_content_hash`.execute(db);
  await sql`delete from kysely_migration where name >= '0006'`.execute(db);
  const deviceId = '01890000-0000-7000-8000-000000000001';
  await sql`insert into quarantine (device_id, raw, raw_hash, problem) values (${deviceId}, 'x', 'y', 'json')`.execute(db);
  expect(await migrate(db)).toEqual({ kind: 'migrated', applied: ['0006-rescue', '0007-checks', '0008-cancelled'] });
  expect(await db.selectFrom('quarantine').select(['device_id', 'problem', 'handed_by']).execute()).toEqual([
    { device_id: deviceId, problem: 'json', handed_by: null },
  ]);
});
