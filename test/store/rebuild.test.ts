// The rows follow from the log: built again they are equal, and whatever somebody changed beside the log is named.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchange } from '../../server/store/exchange.ts';
import { rebuildRows } from '../../server/store/rebuild.ts';
import { verifyLog } from '../../server/store/verify.ts';
import type { FreshDatabase } from '../support/database.ts';
import { addOfficer, foundedOffice, newCooperative, nextFact, requestOf, signInTablet } from '../support/founded-office.ts';

let fresh: FreshDatabase;
const ids: string[] = [];
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', ['64.02']);
  const tablet = await signInTablet(fresh.db, 'satu');
  const cooperative = nextFact(tablet, newCooperative('64.02'));
  const change = (to: string) =>
    nextFact(tablet, {
      type: 'cooperativeChanged',
      id: cooperative.subject.id,
      area: '64.02',
      body: { changes: { address: { from: null, to } } },
    });
  // The change comes before what it changes, and waits; the second one clashes with it.
  const early = change('Jalan Satu');
  const clashing = change('Jalan Dua');
  await exchange(fresh.db, tablet, requestOf([early]), Date.now());
  await exchange(fresh.db, tablet, requestOf([cooperative]), Date.now());
  await exchange(fresh.db, tablet, requestOf([clashing, nextFact(tablet, newCooperative('64.03'))]), Date.now());
  for (let number = 0; number < 5; number += 1) {
    const fact = nextFact(tablet, newCooperative('64.02'));
    ids.push(fact.subject.id);
    await exchange(fresh.db, tablet, requestOf([fact]), Date.now());
  }
});
afterAll(() => fresh.drop());

const problems = async () =>
  (await rebuildRows(fresh.db)).problems.map(({ kind, noun, id, version, rebuilt }) => [kind, noun, id, version, rebuilt]);

test('rows built again are equal, those of facts that waited, clashed or were refused among them', async () => {
  const rebuilt = await rebuildRows(fresh.db);
  expect(rebuilt).toMatchObject({ differing: 0, problems: [] });
  expect(rebuilt.rows).toBeGreaterThan(15);
  expect((await verifyLog(fresh.db)).problems).toEqual([]);
});

test('what somebody changed beside the log is named by noun, id and version', async () => {
  const [altered = '', older = '', gone = '', invented = ''] = ids;
  const restored = await fresh.db.selectFrom('record').selectAll().where('id', 'in', ids).execute();
  await sql`update record set data = jsonb_set(data, '{name}', '"Lain"') where id = ${altered}`.execute(fresh.db);
  await sql`update record set version = 3 where id = ${older}`.execute(fresh.db);
  await sql`delete from record where id = ${gone}`.execute(fresh.db);
  await sql`insert into record (area, noun, id, root, seq, version, data)
    select area, noun, 'dibuat-buat', root, seq, version, data from record where id = ${invented}`.execute(fresh.db);
  expect(await problems()).toEqual(
    [
      ['content', 'cooperative', altered, 1, 1],
      ['version', 'cooperative', older, 3, 1],
      ['missing', 'cooperative', gone, undefined, 1],
      ['surplus', 'cooperative', 'dibuat-buat', 1, undefined],
    ].sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1)),
  );
  await sql`delete from record where id = 'dibuat-buat' or id = any(${ids})`.execute(fresh.db);
  for (const row of restored)
    await fresh.db
      .insertInto('record')
      .values({ ...row, data: JSON.stringify(row.data) })
      .execute();
  expect(await problems()).toEqual([]);
});

test('a digest that is not that of its rows is named', async () => {
  await sql`update digest set count = count + 1 where area = '64.02' and noun = 'cooperative'`.execute(fresh.db);
  expect(await problems()).toEqual([['digest', 'cooperative', '', 7, 6]]);
  await sql`update digest set count = count - 1 where area = '64.02' and noun = 'cooperative'`.execute(fresh.db);
});

test('facts before and after a move in one batch are each judged, and built again, where it stood then', async () => {
  await addOfficer(fresh.db, 'kepala', 'head', ['64']);
  const head = await signInTablet(fresh.db, 'kepala');
  const cooperative = nextFact(head, newCooperative('64.02'));
  const change = (area: string, from: string | null, to: string) =>
    nextFact(head, { type: 'cooperativeChanged', id: cooperative.subject.id, area, body: { changes: { address: { from, to } } } });
  const facts = [
    cooperative,
    change('64.02', null, 'Jalan Satu'),
    nextFact(head, {
      type: 'cooperativeMoved',
      id: cooperative.subject.id,
      area: '64.02',
      body: { regencyCode: '64.03', reason: 'Batas wilayah' },
    }),
    // One that moves nothing stands in the way of none behind it.
    nextFact(head, {
      type: 'cooperativeMoved',
      id: cooperative.subject.id,
      area: '64.03',
      body: { regencyCode: '64.03', reason: 'Salah ketik' },
    }),
    change('64.03', 'Jalan Satu', 'Jalan Dua'),
    change('64.02', 'Jalan Dua', 'Jalan Tiga'),
  ];
  const { verdicts } = await exchange(fresh.db, head, requestOf(facts), Date.now());
  expect(verdicts.map(({ kind, area }) => [kind, area])).toEqual([
    ['applied', '64.02'],
    ['applied', '64.02'],
    ['applied', '64.02'],
    ['refused', '64.03'],
    ['applied', '64.03'],
    ['applied', '64.03'],
  ]);
  const rows = await fresh.db
    .selectFrom('record')
    .select(['area', 'version', 'data'])
    .where('id', '=', cooperative.subject.id)
    .orderBy('area')
    .execute();
  expect(rows).toMatchObject([
    { area: '64.02', data: null },
    { area: '64.03', version: 5, data: { address: 'Jalan Tiga' } },
  ]);
  expect(await problems()).toEqual([]);
});
