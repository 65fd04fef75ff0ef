// What arrives from the office: packed in bulk, laid singly, never over what the tablet has not sent yet.

import { expect, test } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { receiveExchange } from '../../src/data/receive.ts';
import { recordActs } from '../../src/data/record.ts';
import { readAll, readRow } from '../../src/data/rows.ts';
import { readSetting } from '../../src/data/settings.ts';
import type { Cooperative } from '../../src/domain/cooperative.ts';
import type { Verdict, WireRow } from '../../src/domain/wire.ts';
import type { ExchangeResponse2 } from '../../src/domain/wire-version-2.ts';
import { answerOf } from '../support/answers.ts';
import { ownFacts } from '../support/own-facts.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, cooperativeId, idOf, kukar, officerOne, today } from '../support/world.ts';

const tablet = () => tabletOf(officerOne, { deviceId: idOf(1) });
const cooperative = (over: Partial<Cooperative> = {}): Cooperative => ({
  ...cooperativeBody,
  recordedBy: 'office',
  recordedAt: 1,
  ...over,
});
const rowOf = (seq: number, data: Cooperative | null, id = cooperativeId, version = 1): WireRow => ({
  noun: 'cooperative',
  id,
  root: id,
  area: kukar,
  version,
  seq,
  data,
});
const answer = (rows: WireRow[], over: Partial<ExchangeResponse2> = {}): ExchangeResponse2 =>
  answerOf({ pages: [{ area: kukar, cursor: rows.at(-1)?.seq ?? 0, more: false, rows }], ...over });
const receive = (db: FieldDatabase, response: ExchangeResponse2) => receiveExchange(db, response, today, today);
const changeAddress = (db: FieldDatabase, from: string | null, to: string) =>
  recordActs(db, [{ type: 'cooperativeChanged', id: cooperativeId, area: kukar, body: { changes: { address: { from, to } } } }], {
    now: today,
  });
const verdictOn = async (db: FieldDatabase, over: Partial<Verdict>): Promise<Verdict> => {
  const held = await db.outbox.orderBy('deviceSeq').last();
  return { id: held?.id ?? '', deviceSeq: held?.deviceSeq ?? 0, kind: 'applied', area: kukar, ...over };
};
const addressOf = async (db: FieldDatabase) => (await readRow(db, 'cooperative', cooperativeId))?.data.address;

test('a bulk of rows is kept in a few packed pages', async () => {
  const db = await tablet();
  const rows = Array.from({ length: 400 }, (_, index) => rowOf(index + 1, cooperative(), idOf(0x1000 + index)));
  await receive(db, answer(rows));
  expect(await db.page.count()).toBe(16);
  expect(await db.row.count()).toBe(0);
  expect(await readAll(db, 'cooperative')).toHaveLength(400);
  expect(await readSetting(db, 'cursors')).toMatchObject({ [kukar]: 400 });
});

test('a single row is laid over its page, and a tombstone takes it away', async () => {
  const db = await tablet();
  await receive(db, answer(Array.from({ length: 400 }, (_, index) => rowOf(index + 1, cooperative(), idOf(0x1000 + index)))));
  const id = idOf(0x1000 + 7);
  await receive(db, answer([rowOf(401, cooperative({ address: 'Baru' }), id, 2)]));
  expect((await readRow(db, 'cooperative', id))?.data.address).toBe('Baru');
  await receive(db, answer([rowOf(402, null, id, 3)]));
  expect(await readRow(db, 'cooperative', id)).toBeUndefined();
  expect(await readAll(db, 'cooperative')).toHaveLength(399);
});

test('a row that arrives does not cover what the tablet has not sent yet', async () => {
  const db = await tablet();
  await receive(db, answer([rowOf(1, cooperative())]));
  await changeAddress(db, null, 'Punya saya');
  await receive(db, answer([rowOf(2, cooperative({ sector: 'Perikanan' }), cooperativeId, 2)]));
  expect((await readRow(db, 'cooperative', cooperativeId))?.data).toMatchObject({ address: 'Punya saya', sector: 'Perikanan' });
});

test('a fact stays folded until the rows that contain it have arrived', async () => {
  const db = await tablet();
  await receive(db, answer([rowOf(1, cooperative())]));
  await changeAddress(db, null, 'Punya saya');
  const verdict = await verdictOn(db, { seq: 9 });
  await receive(db, answer([], { verdicts: [verdict], pages: [{ area: kukar, cursor: 5, more: true, rows: [] }] }));
  expect(await addressOf(db)).toBe('Punya saya');
  expect(await db.outbox.toArray()).toMatchObject([{ state: 'applied', folding: 1 }]);
  await receive(db, answer([rowOf(9, cooperative({ address: 'Punya saya' }), cooperativeId, 2)]));
  expect(await db.outbox.count()).toBe(0);
  expect(await ownFacts(db)).toMatchObject([{ state: 'applied', folding: 0, verdict: { seq: 9 } }]);
  expect(await db.row.toArray()).toMatchObject([{ version: 2, data: { address: 'Punya saya' } }]);
});

test('a refused fact leaves the rows but stays whole in the outbox', async () => {
  const db = await tablet();
  await receive(db, answer([rowOf(1, cooperative({ address: 'Kantor' }))]));
  await changeAddress(db, 'Kantor', 'Punya saya');
  await receive(db, answer([], { verdicts: [await verdictOn(db, { kind: 'refused', rule: 'I5' })] }));
  expect(await addressOf(db)).toBe('Kantor');
  expect(await db.outbox.toArray()).toMatchObject([
    { state: 'refused', folding: 0, verdict: { rule: 'I5' }, fact: { body: { changes: { address: { to: 'Punya saya' } } } } },
  ]);
});

test('a page and its cursor stand or fall together', async () => {
  const db = await tablet();
  const broken = { ...rowOf(3, cooperative()), data: { name: () => 'a function cannot be stored' } };
  await expect(receive(db, answer([rowOf(2, cooperative(), idOf(0x77)), broken]))).rejects.toThrow();
  expect(await readSetting(db, 'cursors')).toMatchObject({ [kukar]: 0 });
  expect(await readRow(db, 'cooperative', idOf(0x77))).toBeUndefined();
});
