// The running server and its PostgreSQL, killed while four tablets send: nothing acknowledged is lost, nothing stands twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import { verifyLog } from '../../server/store/verify.ts';
import { readTaken } from '../../src/data/files.ts';
import { newId } from '../../src/data/id.ts';
import { recordActs } from '../../src/data/record.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import { fileOfficeAt } from '../../src/sync/file-office.ts';
import { sendFiles } from '../../src/sync/files.ts';
import { officeAt } from '../../src/sync/send.ts';
import { signIn } from '../../src/sync/sign-in.ts';
import { addOfficer, newCooperative, password } from '../support/founded-office.ts';
import { hashOfBytes, photoOf } from '../support/photo.ts';
import { kukar } from '../support/world.ts';
import { type KillableOffice, openKillableOffice } from './killable-office.ts';
import { type Sender, startSender } from './sender.ts';

const kills = Number(process.env.PANTAU_KILLS ?? 4);
const awayMs = kills > 10 ? 60_000 : 3_000;
const fullMs = kills > 10 ? 10_000 : 3_000;
const minutes = (kills: number) => 60_000 + kills * 10_000;

let office: KillableOffice;
beforeAll(async () => {
  office = await openKillableOffice();
  await office.withDatabase(async (db) => {
    for (const name of ['satu', 'dua', 'tiga', 'empat']) await addOfficer(db, name, 'officer', [kukar]);
  });
}, 120_000);
afterAll(() => office.close());

/** A tablet on an IndexedDB in memory with one visit, told to the office, and its photos still to be sent. */
async function tabletWithPhotos(url: string, photos: readonly Uint8Array<ArrayBuffer>[]) {
  const signedIn = await signIn(officeAt(url), { username: 'satu', password, appVersion: 'kills' });
  if (signedIn.kind !== 'signedIn') throw new Error(signedIn.kind);
  const { db } = signedIn;
  await exchangeAll(db, officeAt(url), { appVersion: 'kills' });
  const { id: cooperativeId, ...cooperative } = newCooperative(kukar);
  expect(await recordActs(db, [{ id: cooperativeId, ...cooperative }])).toMatchObject({ kind: 'recorded' });
  const files = photos.flatMap((photo) => {
    const read = readTaken({ bytes: photo.buffer, takenAt: Date.now() });
    return read.kind === 'read' ? [{ bytes: photo.buffer, takenAt: Date.now(), reference: read.reference }] : [];
  });
  const named = files.map(({ reference }) => reference);
  const body = { cooperativeId, purpose: 'monitoring' as const, visitedOn: '2026-07-01', photos: named };
  expect(await recordActs(db, [{ type: 'visitRecorded', id: newId(), area: kukar, body }], { files })).toMatchObject({ kind: 'recorded' });
  expect(await exchangeAll(db, officeAt(url), { appVersion: 'kills' })).toMatchObject({ kind: 'done' });
  return db;
}

/** Four tablets send while `harm` is done. */
async function underHarm(harm: () => Promise<void>): Promise<Sender[]> {
  const senders = await Promise.all(['satu', 'dua', 'tiga', 'empat'].map((name) => startSender(office.url, name, password)));
  try {
    await harm();
  } finally {
    for (const sender of senders) await sender.finish();
  }
  return senders;
}

async function expectNothingLost(senders: readonly Sender[]): Promise<void> {
  expect(senders.flatMap(({ odd }) => odd)).toEqual([]);
  await office.withDatabase(async (db) => {
    for (const sender of senders) await expectKept(db, sender);
    expect((await verifyLog(db)).problems).toEqual([]);
  });
}

async function expectKept(db: Database, { deviceId, acknowledged }: Sender): Promise<void> {
  expect(acknowledged.length).toBeGreaterThan(0);
  const log = await db.selectFrom('fact').select(['content', 'linked']).where('device_id', '=', deviceId).orderBy('device_seq').execute();
  expect(log.map(({ content }) => content)).toEqual(acknowledged);
  expect(log.every(({ linked }) => linked)).toBe(true);
  const ids = acknowledged.map(({ subject }) => subject.id);
  const rows = await db.selectFrom('record').select(['id', 'version']).where('id', 'in', ids).execute();
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids));
  expect(rows.every(({ version }) => version === 1)).toBe(true);
}

describe('nothing acknowledged is lost and nothing stands twice', () => {
  test(`when the server is killed ${kills} times`, { timeout: minutes(kills) }, async () => {
    const senders = await underHarm(async () => {
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(200 + Math.random() * 600);
        await office.killServer();
      }
    });
    await expectNothingLost(senders);
  });

  test(`when PostgreSQL is killed ${kills} times: the postmaster, a child, or all`, { timeout: minutes(kills) }, async () => {
    const ways = ['postmaster', 'child', 'all'] as const;
    const senders = await underHarm(async () => {
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(200 + Math.random() * 600);
        await office.killPostgres(ways[kill % ways.length] ?? 'all');
      }
    });
    await expectNothingLost(senders);
  });

  test('when the disk under the database is full', { timeout: minutes(2) }, async () => {
    const senders = await underHarm(async () => {
      for (let time = 0; time < 2; time += 1) {
        await pause(500);
        await office.withoutRoom(() => pause(fullMs));
      }
    });
    await expectNothingLost(senders);
    expect(senders.some(({ busy }) => busy > 0)).toBe(true);
  });

  test('when the server is killed in the middle of photos', { timeout: minutes(kills) }, async () => {
    const photos = Array.from({ length: 4 }, (_, seed) => photoOf(3_000_000, seed + 1));
    const db = await tabletWithPhotos(office.url, photos);
    const door = fileOfficeAt(office.url);
    for (let kill = 0; kill < kills; kill += 1) {
      const sending = sendFiles(db, door);
      await pause(50 + Math.random() * 250);
      await office.killServer();
      await sending;
    }
    await vi.waitFor(async () => expect((await sendFiles(db, door)).kind).toBe('done'), { timeout: 60_000, interval: 200 });
    expect((await db.file.toArray()).map(({ state }) => state)).toEqual(photos.map(() => 'atOffice'));
    const kept = photos.map((photo) => {
      const hash = hashOfBytes(photo);
      return hashOfBytes(readFileSync(join(office.dataFolder, 'files', 'kept', hash.slice(0, 2), hash))) === hash;
    });
    expect(kept).toEqual(photos.map(() => true));
  });

  test(`when the database does not answer for ${awayMs / 1000} seconds`, { timeout: minutes(1) + awayMs }, async () => {
    const senders = await underHarm(async () => {
      await pause(500);
      await office.freezePostgres(awayMs);
    });
    await expectNothingLost(senders);
    // Told before a tablet gives up by itself.
    expect(Math.max(...senders.map(({ longestWait }) => longestWait))).toBeLessThan(45_000);
  });
});
