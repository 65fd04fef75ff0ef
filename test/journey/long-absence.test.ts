// A tablet that comes back with more than one request carries: batches as the line allows, and own changes that stay on top until they have arrived too.

import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import type { FieldDatabase } from '../../src/data/database.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow } from '../../src/data/rows.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import type { Office } from '../../src/sync/send.ts';
import { databaseForTest } from '../support/database.ts';
import { foundOffice, officeOf, registerDevice } from '../support/office.ts';
import { ownFacts } from '../support/own-facts.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, idOf, kukar, officerOne, today } from '../support/world.ts';

const deviceId = idOf(1);
let server: Database;
beforeEach(async () => {
  server = (await databaseForTest()).db;
  await foundOffice(server);
  await registerDevice(server, { deviceId, officer: officerOne });
});

/** Goes up with the second batch. */
const changed = idOf(0x1001 + 300);
const recorded = (index: number): Act => ({
  type: 'cooperativeRecorded',
  id: idOf(0x1001 + index),
  area: kukar,
  body: { ...cooperativeBody, address: `Jalan ${index}` },
});
const readdressed = (from: string, to: string): Act => ({
  type: 'cooperativeChanged',
  id: changed,
  area: kukar,
  body: { changes: { address: { from, to } } },
});
const record = async (db: FieldDatabase, acts: readonly Act[]) =>
  expect((await recordActs(db, acts, { now: today })).kind).toBe('recorded');
const addressOf = async (db: FieldDatabase) => (await readRow(db, 'cooperative', changed))?.data.address;

/** A tablet with 699 new cooperatives, one of which was changed again as the last act; its line takes so long for an answer. */
async function tabletOver(answerMs: number, onAnswer: (db: FieldDatabase, batch: number) => Promise<void> = async () => undefined) {
  const db = await tabletOf(officerOne, { deviceId });
  await record(
    db,
    Array.from({ length: 699 }, (_, index) => recorded(index)),
  );
  await record(db, [readdressed('Jalan 300', 'Jalan Akhir')]);
  const office = officeOf(server, deviceId, officerOne);
  const batches: number[] = [];
  let clock = today;
  const timed: Office = {
    ...office,
    exchange: async (request, token) => {
      if (batches.length > 0) await onAnswer(db, batches.length);
      batches.push(request.facts.length);
      clock += answerMs;
      return office.exchange(request, token);
    },
  };
  const sync = () => exchangeAll(db, timed, { appVersion: 'test', now: () => clock });
  return { db, batches, sync };
}

test('a line that answers soon is given more at once after the first batch', async () => {
  const { db, batches, sync } = await tabletOver(900);
  expect(await sync()).toMatchObject({ kind: 'done', sent: 700 });
  expect(batches).toEqual([200, 500]);
  expect(await db.outbox.count()).toBe(0);
  expect(await db.delivered.count()).toBe(2);
  expect((await db.row.toArray()).filter(({ base }) => base !== undefined)).toEqual([]);
});

test('a line that takes its time carries small batches to the end', async () => {
  const { batches, sync } = await tabletOver(5_000);
  expect(await sync()).toMatchObject({ kind: 'done', sent: 700 });
  expect(batches).toEqual([200, 200, 200, 100]);
});

test('an own change that waits for a later batch stays on top of the row that came with an earlier one', async () => {
  const shown: unknown[] = [];
  const { db, sync } = await tabletOver(5_000, async (tablet) => void shown.push(await addressOf(tablet)));
  await sync();
  expect(shown).toEqual(Array(3).fill('Jalan Akhir'));
  expect(await addressOf(db)).toBe('Jalan Akhir');
});

test('what is recorded while batches go up is neither left out nor covered', async () => {
  const { db, sync } = await tabletOver(5_000, async (tablet, batch) => {
    if (batch === 3) await record(tablet, [readdressed('Jalan Akhir', 'Jalan Baru')]);
    if (batch > 3) expect(await addressOf(tablet)).toBe('Jalan Baru');
  });
  expect(await sync()).toMatchObject({ kind: 'done', sent: 701 });
  expect(await addressOf(db)).toBe('Jalan Baru');
  expect((await ownFacts(db)).filter(({ state, folding }) => state !== 'applied' || folding === 1)).toEqual([]);
});
