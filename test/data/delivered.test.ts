// What is delivered leaves the outbox for packs, and stays on the tablet whole.

import { expect, test } from 'vitest';
import { type FieldDatabase, openFieldDatabase } from '../../src/data/database.ts';
import { nextUnsent, outboxCounts, unsentOf } from '../../src/data/outbox.ts';
import { receiveExchange } from '../../src/data/receive.ts';
import { recordActs } from '../../src/data/record.ts';
import { deliveredOf, takenInOf } from '../../src/data/taken-in.ts';
import type { Verdict, WireRow } from '../../src/domain/wire.ts';
import { answerOf } from '../support/answers.ts';
import { formerDatabase } from '../support/former-tablet.ts';
import { ownFacts } from '../support/own-facts.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, idOf, kukar, officerOne, today } from '../support/world.ts';

const tablet = () => tabletOf(officerOne, { deviceId: idOf(1) });
const record = async (db: FieldDatabase, ...numbers: number[]) => {
  const acts = numbers.map((number) => ({ type: 'cooperativeRecorded' as const, id: idOf(number), area: kukar, body: cooperativeBody }));
  expect(await recordActs(db, acts, { now: today })).toMatchObject({ kind: 'recorded' });
};

/** The office's answer about facts of this tablet: those taken in come back as rows. */
async function answer(db: FieldDatabase, kinds: Record<number, Verdict['kind']>, more = false): Promise<void> {
  const held = new Map((await ownFacts(db)).map((each) => [each.deviceSeq, each]));
  const numbers = Object.keys(kinds).map(Number);
  const verdicts = numbers.map((deviceSeq): Verdict => {
    const kind = kinds[deviceSeq] ?? 'refused';
    const isFolded = kind === 'applied' || kind === 'merged' || kind === 'conflict';
    return { id: held.get(deviceSeq)?.id ?? '', deviceSeq, kind, area: kukar, ...(isFolded ? { seq: deviceSeq } : {}) };
  });
  const rows = verdicts.flatMap(({ deviceSeq, seq }): WireRow[] => {
    const id = held.get(deviceSeq)?.fact.subject.id ?? '';
    const data = { ...cooperativeBody, recordedBy: 'office', recordedAt: 1 };
    return seq === undefined || more ? [] : [{ noun: 'cooperative', id, root: id, area: kukar, version: 1, seq, data }];
  });
  const cursor = more ? 0 : Math.max(0, ...numbers);
  await receiveExchange(db, answerOf({ verdicts, pages: [{ area: kukar, cursor, more, rows }] }), today, today);
}
const numbersIn = (facts: readonly { deviceSeq: number }[]) => facts.map(({ deviceSeq }) => deviceSeq);

test('what one answer settles lies in one pack, each fact with its verdict, and no longer in the outbox', async () => {
  const db = await tablet();
  await record(db, 1, 2, 3, 4);
  const before = (await ownFacts(db)).map(({ fact }) => fact);
  await answer(db, { 1: 'applied', 2: 'merged', 3: 'applied' });
  expect(await db.delivered.count()).toBe(1);
  expect(numbersIn(await unsentOf(db))).toEqual([4]);
  expect(await db.outbox.count()).toBe(1);
  const facts = await ownFacts(db);
  expect(facts.map(({ fact }) => fact)).toEqual(before);
  expect(facts.map(({ verdict }) => verdict?.kind)).toEqual(['applied', 'merged', 'applied', undefined]);
});

test('what still calls for somebody stays in the outbox, and what lay between it goes', async () => {
  const db = await tablet();
  await record(db, 1, 2, 3, 4, 5);
  await answer(db, { 1: 'applied', 2: 'conflict', 3: 'refused', 4: 'waiting', 5: 'applied' });
  expect(numbersIn(await deliveredOf(db, 10))).toEqual([5, 1]);
  expect(numbersIn(await db.outbox.toArray())).toEqual([2, 3, 4]);
  expect(await outboxCounts(db)).toMatchObject({ unsent: 0, conflict: 0, refused: 1, waiting: 1 });
});

test('a fact whose row has not come yet stays in the outbox, and is listed among those that the office took in', async () => {
  const db = await tablet();
  await record(db, 1, 2, 3);
  await answer(db, { 1: 'applied', 2: 'applied' });
  await answer(db, { 3: 'applied' }, true);
  expect(numbersIn(await db.outbox.toArray())).toEqual([3]);
  expect(numbersIn(await takenInOf(db, 2))).toEqual([3, 2]);
  await answer(db, { 3: 'applied' });
  expect(await db.outbox.count()).toBe(0);
  expect(numbersIn(await takenInOf(db, 10))).toEqual([3, 2, 1]);
});

test('an answer that comes twice makes no second pack', async () => {
  const db = await tablet();
  await record(db, 1, 2);
  await answer(db, { 1: 'applied', 2: 'applied' });
  await answer(db, { 1: 'applied', 2: 'applied' });
  expect(numbersIn(await ownFacts(db))).toEqual([1, 2]);
});

test('a database of the schema before is packed as it is opened, with everything it holds', async () => {
  const name = 'tablet-before-packs';
  const former = formerDatabase(name, 4);
  const stateOf = (deviceSeq: number) => (deviceSeq <= 450 ? 'applied' : deviceSeq <= 460 ? 'conflict' : 'unsent');
  const facts = Array.from({ length: 510 }, (_, index) => ({
    deviceSeq: index + 1,
    id: idOf(index + 1),
    subject: `cooperative/${idOf(index + 1)}`,
    fact: { deviceSeq: index + 1 },
    bytes: 20,
    state: stateOf(index + 1),
    // The row of the last one taken in has not come yet.
    folding: index + 1 < 450 || stateOf(index + 1) === 'conflict' ? 0 : 1,
  }));
  await former.table('outbox').bulkPut(facts);
  former.close();
  const db = openFieldDatabase(name);
  expect(await ownFacts(db)).toEqual(facts);
  expect(await db.delivered.count()).toBe(3);
  expect(numbersIn(await db.outbox.toArray())).toEqual(numbersIn(facts.slice(449)));
  expect(numbersIn(await nextUnsent(db, 20, 1e6))).toEqual(numbersIn(facts.slice(460, 480)));
  expect(await outboxCounts(db)).toMatchObject({ unsent: 50, conflict: 10 });
});
