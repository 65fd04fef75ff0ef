// The office's half of the proof: digests beside the rows, stated with every answer, and buckets given out again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaMarkOf, countDigests, readDigests } from '../../server/store/digests.ts';
import { exchange } from '../../server/store/exchange.ts';
import { wireDigestOf } from '../../src/domain/digest.ts';
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

let fresh: FreshDatabase;
let tablet: TestTablet;
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', ['64.02']);
  tablet = await signInTablet(fresh.db, 'satu');
});
afterAll(() => fresh.drop());

const ask = async (over: Partial<ExchangeRequest2> = {}, mostRows?: number) =>
  (await exchange(fresh.db, tablet, { ...requestOf(), ...over }, Date.now(), mostRows ? { mostRows } : {})) as ExchangeResponse2;
const cursorsOf = ({ pages }: ExchangeResponse2) => Object.fromEntries(pages.map(({ area, cursor }) => [area, cursor]));
const digestsAt = async (area: string) => (await readDigests(fresh.db, [area])).get(area) ?? {};

test('are at any time what counting the rows says', async () => {
  const facts = Array.from({ length: 20 }, () => nextFact(tablet, newCooperative('64.02')));
  const change = (index: number) =>
    nextFact(tablet, {
      type: 'cooperativeChanged',
      id: facts[index]?.subject.id ?? '',
      area: '64.02',
      body: { changes: { address: { from: null, to: `Jalan ${index}` } } },
    });
  await ask({ facts });
  await ask({ facts: [change(1), change(2), nextFact(tablet, newCooperative('64.02'))] });
  for (const area of ['64', '64.02']) {
    const counted = [...(await countDigests(fresh.db, area))].map(([key, digest]) => [key.split('/')[1], wireDigestOf(digest)]);
    expect(await digestsAt(area)).toEqual(Object.fromEntries(counted));
  }
  expect((await digestsAt('64.02')).cooperative?.count).toBe(21);
});

test('come with the last page of an area, and are not repeated to a tablet that states the same', async () => {
  const first = await ask();
  expect(first.digests).toContainEqual({ area: '64.02', nouns: await digestsAt('64.02') });
  const cursors = cursorsOf(first);
  const marks = Object.fromEntries(
    await Promise.all(Object.keys(cursors).map(async (area) => [area, areaMarkOf(await digestsAt(area))] as const)),
  );
  expect(await ask({ cursors, marks })).toMatchObject({ pages: [], digests: [], agreed: Object.keys(cursors) });
  const other = await ask({ cursors, marks: { ...marks, '64.02': '0'.repeat(16) } });
  expect(other).toMatchObject({ pages: [], digests: [{ area: '64.02' }] });
});

test('a bucket comes again page by page, whatever the cursor', async () => {
  const cursors = cursorsOf(await ask());
  const ids: string[] = [];
  let after = '';
  for (let more = true; more; ) {
    const { buckets } = await ask({ cursors, pulls: [{ area: '64.02', noun: 'cooperative', after }] }, 8);
    const [bucket] = buckets;
    ids.push(...(bucket?.rows ?? []).map(({ id }) => id));
    after = ids.at(-1) ?? '';
    more = bucket?.more ?? false;
  }
  const held = await fresh.db.selectFrom('record').select('id').where('area', '=', '64.02').where('noun', '=', 'cooperative').execute();
  expect(ids).toEqual(held.map(({ id }) => id).sort());
  expect(ids).toHaveLength(21);
});

test("a stranger's bucket is not given out", async () => {
  expect((await ask({ pulls: [{ area: '64.11', noun: 'area', after: '' }] })).buckets).toEqual([]);
});

test("an area that is no longer the officer's is named, and a cursor ahead of the office begins anew", async () => {
  const cursors = { ...cursorsOf(await ask()), '64.11': 3 };
  expect((await ask({ cursors })).left).toEqual(['64.11']);
  const ahead = await ask({ cursors: { ...cursors, '64.02': 1_000_000 } });
  expect(ahead.pages).toMatchObject([{ area: '64.02', reset: true }]);
});
