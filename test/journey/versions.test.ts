// Two versions of the wire at once: a tablet of the release before hands in all its work, and goes on with it after the update.

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { newId } from '../../server/store/id.ts';
import { openFieldDatabase } from '../../src/data/database.ts';
import { samenessOf } from '../../src/data/proof.ts';
import { recordActs } from '../../src/data/record.ts';
import { readAll } from '../../src/data/rows.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import { officeAt } from '../../src/sync/send.ts';
import { signIn } from '../../src/sync/sign-in.ts';
import type { FreshDatabase } from '../support/database.ts';
import { formerDatabase } from '../support/former-tablet.ts';
import { addOfficer, foundedOffice, newCooperative, password } from '../support/founded-office.ts';
import { ownFacts } from '../support/own-facts.ts';
import { type Post, versionOneTablet } from '../support/version-1-tablet.ts';

let fresh: FreshDatabase;
let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', ['64.02']);
  app = await buildApp(fresh.db, { version: 'test' });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

const post: Post = async (path, body, token) => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('a tablet of version 1 delivers fifty facts and receives what others recorded, in its own shapes', async () => {
  const tablet = await versionOneTablet(post, 'satu', password);
  for (let number = 1; number <= 50; number += 1) {
    const { id, area, body } = newCooperative('64.02', `Koperasi Lama ${number}`);
    tablet.record('cooperativeRecorded', 'cooperative', id, area, body);
  }
  expect(await tablet.sync()).toBe('done');
  expect(tablet.unsent).toEqual([]);
  expect([...tablet.verdicts.values()]).toEqual(Array(50).fill('applied'));
  expect([...tablet.rows.values()].filter((row) => row.noun === 'cooperative')).toHaveLength(50);
  expect(await tablet.sync()).toBe('done');
});

test.each([0, 3])('version %s is told to update, and keeps its work', async (wire) => {
  const tablet = await versionOneTablet(post, 'satu', password);
  tablet.record('cooperativeRecorded', 'cooperative', newId(), '64.02', newCooperative('64.02').body);
  expect(await tablet.sync(wire)).toBe('wireVersion');
  expect(tablet.unsent).toHaveLength(1);
  expect(await tablet.sync()).toBe('done');
});

test('the database of the release before, with fifty facts unsent, is opened by this one and delivers them all', async () => {
  const office = officeAt(url);
  const signedIn = await signIn(office, { username: 'satu', password, appVersion: '0.1.0' });
  if (signedIn.kind !== 'signedIn') throw new Error(signedIn.kind);
  const { db } = signedIn;
  await exchangeAll(db, office, { appVersion: '0.1.0' });
  for (let number = 1; number <= 50; number += 1) {
    expect(await recordActs(db, [newCooperative('64.02', `Koperasi Baru ${number}`)])).toMatchObject({ kind: 'recorded' });
  }
  const former = formerDatabase('tablet-of-the-release-before', 1);
  const unknownThen = new Set(['digests', 'proof', 'resets', 'snapshots']);
  for (const { name } of former.tables) {
    const held = await db.table(name).toArray();
    await former.table(name).bulkPut(held.filter((one) => name !== 'setting' || !unknownThen.has(one.key)));
  }
  former.close();
  db.close();
  const updated = openFieldDatabase('tablet-of-the-release-before');
  expect(await exchangeAll(updated, office, { appVersion: '0.2.0' })).toMatchObject({ kind: 'done', sent: 50 });
  expect((await ownFacts(updated)).filter(({ state }) => state === 'applied')).toHaveLength(50);
  const names = (await readAll(updated, 'cooperative')).map((row) => row.data.name);
  expect(names.filter((name) => name.startsWith('Koperasi Baru'))).toHaveLength(50);
  expect((await samenessOf(updated)).kind).toBe('same');
});
