// What one officer's tablets may ask of the office: the work and the room of an exchange stay bounded whatever is sent.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { acceptFacts } from '../../server/store/accept.ts';
import type { Database } from '../../server/store/database.ts';
import { exchange } from '../../server/store/exchange.ts';
import { newId } from '../../server/store/id.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import { ruleWords } from '../../src/ui/rule-words.ts';
import { chooseLanguage } from '../../src/ui/words/language.ts';
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

let fresh: FreshDatabase;
let tablet: TestTablet;
let planter: TestTablet;
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', ['64.02']);
  await addOfficer(fresh.db, 'penanam', 'officer', ['64.02']);
  tablet = await signInTablet(fresh.db, 'satu');
  planter = await signInTablet(fresh.db, 'penanam');
});
afterAll(() => fresh.drop());

const addressOf = (from: TestTablet, cooperativeId: string, to = 'Jalan Poros') =>
  nextFact(from, { type: 'cooperativeChanged', id: cooperativeId, area: '64.02', body: { changes: { address: { from: null, to } } } });
const plant = (facts: KnownFact[], from = planter) =>
  fresh.db.transaction().execute((trx) => acceptFacts(trx, facts, from.officer, { now: Date.now(), lastHash: '' }));
const lateCooperative = newId();
const problemsOf = async ({ deviceId }: TestTablet) =>
  (await fresh.db.selectFrom('quarantine').select('problem').where('device_id', '=', deviceId).execute()).map(({ problem }) => problem);

/** A database that counts the rows its queries answer. */
function counting(db: Database): { db: Database; rows: () => number } {
  let rows = 0;
  const counted = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      rows += result.rows.length;
      return result;
    },
  });
  return { db: counted as Database, rows: () => rows };
}

describe('facts that wait', () => {
  test('for others are not read when a batch comes that does not concern them', async () => {
    await plant(Array.from({ length: 1_200 }, () => addressOf(planter, newId())));
    const { pages } = await exchange(fresh.db, tablet, requestOf(), Date.now());
    const cursors = Object.fromEntries(pages.map(({ area, cursor }) => [area, cursor]));
    const counted = counting(fresh.db);
    const answer = await exchange(counted.db, tablet, requestOf([nextFact(tablet, newCooperative('64.02'))], cursors), Date.now());
    expect(answer.verdicts.map(({ kind }) => kind)).toEqual(['applied']);
    expect(counted.rows()).toBeLessThan(60);
  });

  test('are judged all the same when their row comes, and what waited for them in turn', async () => {
    const early = addressOf(planter, lateCooperative, 'Jalan Kenanga');
    await plant([early]);
    await exchange(fresh.db, tablet, requestOf([nextFact(tablet, newCooperative('64.02', 'Tirta Makmur', lateCooperative))]), Date.now());
    const row = await fresh.db.selectFrom('record').select('data').where('id', '=', lateCooperative).executeTakeFirst();
    expect(row?.data).toMatchObject({ address: 'Jalan Kenanga' });
  });

  test('are at most two thousand of one officer: the next is refused, in words, and kept', async () => {
    const { verdicts } = await plant(Array.from({ length: 900 }, () => addressOf(planter, newId())));
    const refusals = verdicts.filter(({ kind }) => kind === 'refused');
    expect([verdicts.length - refusals.length, refusals.length]).toEqual([800, 100]);
    expect(new Set(refusals.map(({ rule }) => rule))).toEqual(new Set(['tooManyWaiting']));
    const again = await signInTablet(fresh.db, 'penanam');
    const elsewhere = addressOf(again, newId());
    expect((await plant([elsewhere], again)).verdicts).toMatchObject([{ kind: 'refused', rule: 'tooManyWaiting' }]);
    expect(await fresh.db.selectFrom('fact').select('kind').where('id', '=', elsewhere.id).execute()).toEqual([{ kind: 'refused' }]);
    const other = addressOf(tablet, newId());
    expect((await exchange(fresh.db, tablet, requestOf([other]), Date.now())).verdicts).toMatchObject([{ kind: 'waiting' }]);
    for (const tongue of ['en', 'id'] as const) {
      chooseLanguage(tongue);
      expect(ruleWords({ rule: 'tooManyWaiting' })).not.toContain('tooManyWaiting');
    }
  });
});

describe('what cannot be kept in the log', () => {
  test('is not taken once there is very much of it: the tablet keeps everything and is asked to come back', async () => {
    const app = await buildApp(fresh.db, { version: '0.0.0' });
    const post = (facts: unknown[]) =>
      app.inject({
        method: 'POST',
        url: '/api/sync',
        headers: { authorization: `Bearer ${tablet.token}` },
        payload: requestOf(facts),
      });
    expect((await post([{ junk: 0 }])).statusCode).toBe(200);
    await sql`
      insert into quarantine (device_id, raw, raw_hash, problem)
      select device_id, raw, raw_hash || n, problem from quarantine, generate_series(1, 65600) n
      where device_id = ${tablet.deviceId}`.execute(fresh.db);
    const before = (await problemsOf(tablet)).length;
    const sound = nextFact(tablet, newCooperative('64.02'));
    const full = await post([{ junk: 1 }, sound]);
    expect([full.statusCode, full.json().code, Number(full.headers['retry-after'])]).toEqual([429, 'quarantineFull', 600]);
    expect((await problemsOf(tablet)).length).toBe(before);
    expect((await post([sound])).json().verdicts).toMatchObject([{ kind: 'applied' }]);
    await app.close();
  });

  test('opens no area that somebody made up: refused, kept, and no tablet hears of it', async () => {
    const made = nextFact(planter, newCooperative('64.99'));
    const next = nextFact(planter, newCooperative('64.02'));
    const answer = await exchange(fresh.db, planter, requestOf([made, next]), Date.now());
    const verdictOn = ({ id }: KnownFact) => answer.verdicts.find((verdict) => verdict.id === id);
    expect([verdictOn(made), verdictOn(next)]).toMatchObject([{ kind: 'refused', rule: 'area' }, { kind: 'applied' }]);
    expect(await fresh.db.selectFrom('area').select('code').where('code', '=', '64.99').execute()).toEqual([]);
    expect(await problemsOf(planter)).toEqual(['area']);
  });
});
