// A tablet whose storage was set back or thrown away: nothing is numbered twice, nothing that was recorded since is lost, and what is gone is named.

import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import { missingFacts } from '../../server/store/missing-facts.ts';
import { verifyLog } from '../../server/store/verify.ts';
import type { FieldDatabase } from '../../src/data/database.ts';
import { keepSession } from '../../src/data/keep-session.ts';
import type { UnsentNote } from '../../src/data/loss.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow } from '../../src/data/rows.ts';
import { readSetting, writeSetting } from '../../src/data/settings.ts';
import { chainStart } from '../../src/domain/fact.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import { databaseForTest } from '../support/database.ts';
import { foundOffice, officeOf, registerDevice } from '../support/office.ts';
import { ownFacts } from '../support/own-facts.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, idOf, kukar, officerOne, province, today } from '../support/world.ts';

let server: Database;
beforeEach(async () => {
  server = (await databaseForTest()).db;
  await foundOffice(server);
  await registerDevice(server, { deviceId, officer: officerOne });
});

const deviceId = idOf(1);
const cooperative = (number: number): Act => ({
  type: 'cooperativeRecorded',
  id: idOf(0xc00 + number),
  area: kukar,
  body: cooperativeBody,
});
const record = async (db: FieldDatabase, ...numbers: number[]) => {
  for (const number of numbers) expect(await recordActs(db, [cooperative(number)], { now: today })).toMatchObject({ kind: 'recorded' });
};
const sync = (db: FieldDatabase) => exchangeAll(db, officeOf(server, deviceId, officerOne), { appVersion: 'test', now: () => today });
const numbersOf = async (db: FieldDatabase) => (await ownFacts(db)).map((held) => [held.deviceSeq, held.state]);

test('a database that was set back uses no number twice: what was recorded since is handed in under free ones', async () => {
  const db = await tabletOf(officerOne, { deviceId });
  await record(db, 1);
  const before = await readSetting(db, 'device');
  const outbox = await db.outbox.toArray();
  await record(db, 2, 3);
  await sync(db);
  // The browser repaired its files by going back to an older state of them.
  await db.delivered.clear();
  await db.outbox.bulkPut(outbox);
  if (before) await writeSetting(db, 'device', before);
  await record(db, 4, 5);
  expect(await numbersOf(db)).toEqual([
    [1, 'unsent'],
    [2, 'unsent'],
    [3, 'unsent'],
  ]);
  await sync(db);
  await sync(db);
  expect(await numbersOf(db)).toEqual([
    [1, 'applied'],
    [4, 'applied'],
    [5, 'applied'],
  ]);
  const held = await server.selectFrom('record').select('id').where('noun', '=', 'cooperative').where('data', 'is not', null).execute();
  for (const number of [1, 2, 3, 4, 5]) {
    expect(held.map(({ id }) => id)).toContain(idOf(0xc00 + number));
    expect(await readRow(db, 'cooperative', idOf(0xc00 + number))).toBeDefined();
  }
  expect((await verifyLog(server)).problems).toEqual([]);
  expect(await missingFacts(server)).toEqual([]);
});

test('an emptied tablet goes on behind the numbers that it had used, and both sides name what never arrived', async () => {
  const db = await tabletOf(officerOne, { deviceId });
  await record(db, 1, 2);
  await sync(db);
  const noted = { type: 'cooperativeRecorded', cooperative: 'KSU Rimba', firstAt: today, lastAt: today };
  // The second number had arrived although its answer was lost; the note was made before.
  const note: UnsentNote = { deviceId, lastSeq: 4, facts: [{ ...noted, numbers: [{ from: 2, to: 4 }] }] };
  await db.delete();

  const again = await tabletOf(officerOne, { deviceId: idOf(2) });
  await again.setting.clear();
  const { last_seq: deviceSeq, last_hash: lastHash } = await server
    .selectFrom('device')
    .select(['last_seq', 'last_hash'])
    .where('id', '=', deviceId)
    .executeTakeFirstOrThrow();
  const answer = { token: 'token', officer: officerOne, now: today, deviceSeq, lastHash, province, isDemo: false };
  await keepSession(again, deviceId, answer, { now: today, note });
  expect(await readSetting(again, 'loss')).toEqual({ at: today, from: 3, to: 4, facts: [{ ...noted, numbers: [{ from: 3, to: 4 }] }] });
  await sync(again);
  await record(again, 5);
  await sync(again);
  expect(await numbersOf(again)).toEqual([[5, 'applied']]);
  expect(await missingFacts(server)).toMatchObject([{ deviceId, from: 3, to: 4, quarantined: 0 }]);
});

test('a note of another tablet, or one that tells of nothing unsent, makes no loss', async () => {
  const db = await tabletOf(officerOne, { deviceId: idOf(3) });
  await db.setting.clear();
  const answer = { token: 'token', officer: officerOne, now: today, deviceSeq: 0, lastHash: chainStart, province, isDemo: false };
  await keepSession(db, deviceId, answer, { now: today, note: { deviceId: idOf(9), lastSeq: 7, facts: [] } });
  expect(await readSetting(db, 'loss')).toBeUndefined();
  expect((await readSetting(db, 'device'))?.nextSeq).toBe(1);
  await db.setting.clear();
  await keepSession(db, deviceId, answer, { now: today, note: { deviceId, lastSeq: 0, facts: [] } });
  expect(await readSetting(db, 'loss')).toBeUndefined();
});
