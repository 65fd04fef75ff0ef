// What cannot be read is kept as the bytes that came, shown, and judged after all once it can be read; its tablet hears of it.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { rebuildRows } from '../../server/store/rebuild.ts';
import { readQuarantine, releaseHeld } from '../../server/store/release.ts';
import { verifyLog } from '../../server/store/verify.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { ExchangeResponse2 } from '../../src/domain/wire-version-2.ts';
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
let app: FastifyInstance;
let tablet: TestTablet;
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', ['64.02']);
  app = await buildApp(fresh.db, { version: 'test' });
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});
beforeEach(async () => {
  tablet = await signInTablet(fresh.db, 'satu');
});

const cursors: Record<string, number> = {};
async function post(facts: string | Buffer): Promise<ExchangeResponse2> {
  const [before, after] = JSON.stringify({ ...requestOf([], cursors), facts: ['HERE'] }).split('"HERE"');
  const payload = Buffer.concat([Buffer.from(before ?? ''), Buffer.from(facts as string), Buffer.from(after ?? '')]);
  const headers = { authorization: `Bearer ${tablet.token}`, 'content-type': 'application/json' };
  const answer = await app.inject({ method: 'POST', url: '/api/sync', headers, payload });
  expect(answer.statusCode).toBe(200);
  for (const { area, cursor } of answer.json<ExchangeResponse2>().pages) cursors[area] = cursor;
  return answer.json();
}
const newest = async () => (await readQuarantine(fresh.db)).at(-1);
const kindsOf = ({ verdicts }: ExchangeResponse2) => verdicts.map(({ kind, rule }) => rule ?? kind).sort();
/** As another version of the app left it: a kind of fact that the office did not know when it came. */
async function held(act = newCooperative('64.02')): Promise<{ id: number; fact: KnownFact }> {
  const fact = nextFact(tablet, act);
  await post(JSON.stringify({ ...fact, type: 'cooperativeFounded' }));
  const entry = await newest();
  await fresh.db
    .updateTable('quarantine')
    .set({ raw: Buffer.from(JSON.stringify(fact)) })
    .where('id', '=', entry?.id ?? 0)
    .execute();
  return { id: entry?.id ?? 0, fact };
}

test('blanks, escapes, numbers and the order of keys stand as they were sent, and what comes around it flows', async () => {
  const sound = JSON.stringify(nextFact(tablet, newCooperative('64.02')));
  const poisoned = `{ "type":"bankOpened" ,\n "id":"\\u0031", "amount":1.0e2,"id":"2"  }`;
  expect(kindsOf(await post(`${sound} , ${poisoned}`))).toEqual(['applied', 'unreadable']);
  expect(String((await newest())?.raw)).toBe(poisoned);
});

test('bytes that are no text are kept, not what a decoder makes of them', async () => {
  const [before, after] = JSON.stringify(nextFact(tablet, newCooperative('64.02', 'Tirta X'))).split('X');
  const poisoned = Buffer.concat([Buffer.from(before ?? ''), Buffer.from([0xff, 0xfe]), Buffer.from(after ?? '')]);
  expect(kindsOf(await post(poisoned))).toEqual(['unreadable']);
  expect(await newest()).toMatchObject({ problem: 'encoding', raw: poisoned });
  // The sign that stands for such bytes is a sign like any other where somebody wrote it.
  expect(kindsOf(await post(JSON.stringify({ ...nextFact(tablet, newCooperative('64.02', 'Tirta \ufffd')), deviceSeq: 7 })))).toEqual([
    'applied',
  ]);
});

test('released, it is judged once, stands in the log in its own place, and its tablet is told until it knows', async () => {
  const { id, fact } = await held();
  const follower = nextFact(tablet, newCooperative('64.02'));
  await post(JSON.stringify(follower));
  const release = await releaseHeld(fresh.db, id, Date.now());
  expect(release).toMatchObject({ kind: 'judged', verdict: { id: fact.id, deviceSeq: 1, kind: 'applied' } });
  expect(await releaseHeld(fresh.db, id, Date.now())).toEqual(release);
  const lost = await post('');
  expect(lost.verdicts).toMatchObject([{ id: fact.id, kind: 'applied' }]);
  expect((await post('')).verdicts).toEqual([]);
  const row = await fresh.db.selectFrom('record').select('version').where('id', '=', fact.subject.id).executeTakeFirst();
  expect(row).toEqual({ version: 1 });
  const log = await fresh.db.selectFrom('fact').select('linked').where('id', '=', fact.id).executeTakeFirst();
  expect(log).toEqual({ linked: true });
  expect((await verifyLog(fresh.db)).problems).toEqual([]);
  expect((await rebuildRows(fresh.db)).problems).toEqual([]);
  // The tablet goes on behind what it sent last, and what it sends again meets what was released.
  expect(kindsOf(await post(`${JSON.stringify(fact)},${JSON.stringify(nextFact(tablet, newCooperative('64.02')))}`))).toEqual([
    'applied',
    'applied',
  ]);
});

test('released and refused by a rule, the tablet hears that too', async () => {
  const { id, fact } = await held(newCooperative('64.03'));
  expect(await releaseHeld(fresh.db, id, Date.now())).toMatchObject({ kind: 'judged', verdict: { kind: 'refused', rule: 'area' } });
  // Another area than the officer's carries it in the log, so no cursor of the tablet tells that it knows: it is told each time.
  expect((await post('')).verdicts).toMatchObject([{ id: fact.id, kind: 'refused', rule: 'area' }]);
});

test('what still cannot be read, or has no author, or whose place is taken, stays held', async () => {
  await post('{"type":"bankOpened"}');
  expect(await releaseHeld(fresh.db, (await newest())?.id ?? 0, Date.now())).toMatchObject({ kind: 'unreadable' });
  const stranger = { ...nextFact(tablet, newCooperative('64.02')), officerId: randomUUID() };
  await post(JSON.stringify(stranger));
  expect(await releaseHeld(fresh.db, (await newest())?.id ?? 0, Date.now())).toEqual({ kind: 'refused', reason: 'author' });
  const first = { ...nextFact(tablet, newCooperative('64.02')), deviceSeq: 1 };
  await post(JSON.stringify(first));
  await post(JSON.stringify({ ...first, body: { ...(first.body as object), name: 'Lain' } }));
  expect(await releaseHeld(fresh.db, (await newest())?.id ?? 0, Date.now())).toEqual({ kind: 'refused', reason: 'placeTaken' });
  expect(await releaseHeld(fresh.db, 1_000_000, Date.now())).toEqual({ kind: 'unknown' });
});
