// A tablet that has nothing yet, or was away too long: packed pages over a line that is cut, then the tail, and what it has not sent is kept.

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { moveCooperative } from '../../server/store/cooperative-move.ts';
import { recordSurely, systemAuthor } from '../../server/store/server-device.ts';
import { clearTombstones, tombstoneDays } from '../../server/store/snapshot.ts';
import type { FieldDatabase } from '../../src/data/database.ts';
import { readProof, samenessOf } from '../../src/data/proof.ts';
import { recordActs } from '../../src/data/record.ts';
import { readAll, readRow } from '../../src/data/rows.ts';
import { readSettings } from '../../src/data/settings.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import { officeAt } from '../../src/sync/send.ts';
import { signIn } from '../../src/sync/sign-in.ts';
import type { FreshDatabase } from '../support/database.ts';
import { addOfficer, foundedOffice, newCooperative, password } from '../support/founded-office.ts';
import { ownFacts } from '../support/own-facts.ts';

const area = '64.02';
const cooperatives = 4_500;
let fresh: FreshDatabase;
let app: FastifyInstance;
let url: string;
const ids: string[] = [];
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', [area]);
  await record(cooperatives);
  app = await buildApp(fresh.db, { version: 'test' });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

async function record(count: number): Promise<void> {
  const acts = Array.from({ length: count }, () => newCooperative(area));
  ids.push(...acts.map(({ id }) => id));
  await fresh.db.transaction().execute(async (trx) => recordSurely(trx, acts, await systemAuthor(trx)));
}

/** `cutAt` are the places, in the order of all requests, whose replies do not arrive. */
async function tabletOver(cutAt: readonly number[] = []) {
  const asked: string[] = [];
  const told: number[] = [];
  const fetchFrom: typeof fetch = async (input, init) => {
    asked.push(new URL(String(input)).pathname);
    told.push((await readSettings(db, ['sync'])).sync?.received ?? 0);
    const place = asked.length - 1;
    const response = await fetch(input, init);
    if (cutAt.includes(place)) throw new TypeError('the line was cut');
    return response;
  };
  const office = officeAt(url, fetchFrom);
  const signedIn = await signIn(officeAt(url), { username: 'satu', password, appVersion: 'test' });
  if (signedIn.kind !== 'signedIn') throw new Error(signedIn.kind);
  const { db } = signedIn;
  return { db, asked, told, sync: () => exchangeAll(db, office, { appVersion: 'test' }) };
}

const cooperativesOf = async (db: FieldDatabase) => (await readAll(db, 'cooperative')).length;

test('a first pull cut twice goes on with the page that was cut, and the tail brings what came meanwhile', async () => {
  const { db, asked, told, sync } = await tabletOver([2, 5]);
  expect(await sync()).toMatchObject({ kind: 'unreachable' });
  expect((await readSettings(db, ['snapshots'])).snapshots?.[area]).toMatchObject({ pages: 3, next: 1 });
  const shown = await cooperativesOf(db);
  expect(shown).toBeGreaterThan(1_000);
  await record(7);
  // The second try: an exchange, the page that was cut, and the last one, whose reply is cut.
  expect(await sync()).toMatchObject({ kind: 'unreachable' });
  expect(await sync()).toMatchObject({ kind: 'done' });
  const pages = asked.filter((path) => path.startsWith('/api/snapshots/')).map((path) => path.split('/').at(-1));
  expect(pages).toEqual(['0', '1', '1', '2', '2']);
  // What the officer is told has arrived goes on from what is there, after each cut and each start of the app.
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBeGreaterThan(shown);
  expect(await cooperativesOf(db)).toBe(ids.length);
  expect((await samenessOf(db)).kind).toBe('same');
  await db.delete();
});

test('a tablet that was away for longer than half a year gets its area anew and keeps what it has not sent', async () => {
  const { db, sync } = await tabletOver();
  await sync();
  const [gone = '', changed = ''] = ids;
  const act = { type: 'cooperativeChanged' as const, id: changed, area, body: { changes: { address: { from: null, to: 'Jalan Poros' } } } };
  const onGone = { ...act, id: gone };
  expect(await recordActs(db, [act, onGone])).toMatchObject({ kind: 'recorded' });
  await moveCooperative(fresh.db, gone, '64.03', 'Batas wilayah');
  expect(await clearTombstones(fresh.db, Date.now() + (tombstoneDays - 1) * 86_400_000)).toBe(0);
  expect(await clearTombstones(fresh.db, Date.now() + (tombstoneDays + 1) * 86_400_000)).toBe(1);
  expect(await sync()).toMatchObject({ kind: 'done', sent: 2 });
  expect(await readRow(db, 'cooperative', gone)).toBeUndefined();
  expect((await readRow(db, 'cooperative', changed))?.data.address).toBe('Jalan Poros');
  expect((await ownFacts(db)).map(({ state, verdict }) => verdict?.rule ?? state)).toEqual(['applied', 'areaOfSubject']);
  expect(await cooperativesOf(db)).toBe(ids.length - 1);
  expect((await readProof(db)).pulledAt).toEqual({});
  expect((await samenessOf(db)).kind).toBe('same');
});

test('a page is given to whom the area belongs, packed or plain as the line takes it', async () => {
  await addOfficer(fresh.db, 'asing', 'officer', ['64.11']);
  const { rows } = { rows: await fresh.db.selectFrom('snapshot').select(['seq']).where('area', '=', area).orderBy('seq').execute() };
  const path = `/api/snapshots/${area}/${rows.at(-1)?.seq}/0`;
  const ask = async (username: string, encoding: string, url = path) => {
    const { token } = (
      await app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username, password, deviceId: crypto.randomUUID(), appVersion: 'test' },
      })
    ).json();
    return app.inject({ url, headers: { authorization: `Bearer ${token}`, 'accept-encoding': encoding } });
  };
  const packed = await ask('satu', 'br, gzip');
  const plain = await ask('satu', 'identity');
  expect([packed.headers['content-encoding'], plain.headers['content-encoding']]).toEqual(['br', undefined]);
  expect(packed.rawPayload.length * 8).toBeLessThan(plain.rawPayload.length);
  expect(plain.json()).toMatchObject({ area, page: 0 });
  expect((await ask('asing', 'br')).json()).toMatchObject({ status: 404, code: 'snapshotGone' });
  // A number that the database cannot count to is no error of the office.
  expect((await ask('satu', 'br', `/api/snapshots/${area}/1/999999999999999`)).statusCode).toBe(400);
});
