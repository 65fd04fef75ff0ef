// The running server and its PostgreSQL, killed while four tablets send: nothing acknowledged is lost, nothing stands twice.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import { verifyLog } from '../../server/store/verify.ts';
import { addOfficer, password } from '../support/founded-office.ts';
import { kukar } from '../support/world.ts';
import { type KillableOffice, openKillableOffice } from './killable-office.ts';
import { type Sender, startSender } from './sender.ts';

const kills = Number(process.env.PANTAU_KILLS ?? 4);
const awayMs = kills > 10 ? 60_000 : 3_000;
const minutes = (kills: number) => 60_000 + kills * 10_000;

let office: KillableOffice;
beforeAll(async () => {
  office = await openKillableOffice();
  await office.withDatabase(async (db) => {
    for (const name of ['satu', 'dua', 'tiga', 'empat']) await addOfficer(db, name, 'officer', [kukar]);
  });
}, 120_000);
afterAll(() => office.close());

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
