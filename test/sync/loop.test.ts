// When the tablet asks the office by itself, against an office that only counts its visitors.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { recordActs } from '../../src/data/record.ts';
import { type SyncLoop, startSyncLoop } from '../../src/sync/loop.ts';
import type { Office } from '../../src/sync/send.ts';
import { answerOf } from '../support/answers.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, idOf, kukar, officerOne, today } from '../support/world.ts';

let db: FieldDatabase;
let loop: SyncLoop;
let visits: string[][];
let answer: 'applied' | 'unreachable';

beforeEach(async () => {
  vi.useFakeTimers({ now: today, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  db = await tabletOf(officerOne, { deviceId: idOf(1) });
  visits = [];
  answer = 'applied';
  loop = startSyncLoop(
    db,
    { exchange: visit, snapshotPage: async () => ({ kind: 'unreachable' }), signIn: async () => ({ kind: 'unreachable' }) },
    { appVersion: 'test', random: () => 1 },
  );
});
afterEach(() => {
  loop.stop();
  vi.useRealTimers();
});

const visit: Office['exchange'] = async ({ facts }) => {
  const sent = facts as { id: string; deviceSeq: number }[];
  visits.push(sent.map(({ id }) => id));
  if (answer === 'unreachable') return { kind: 'unreachable' };
  const verdicts = sent.map(({ id, deviceSeq }) => ({ id, deviceSeq, kind: 'applied' as const, seq: deviceSeq }));
  return {
    kind: 'answered',
    answer: answerOf({ now: Date.now(), deviceSeq: sent.at(-1)?.deviceSeq ?? 0, verdicts }),
  };
};

const recordOne = (number: number) =>
  recordActs(db, [{ type: 'cooperativeRecorded', id: idOf(0xc00 + number), area: kukar, body: cooperativeBody }], { now: Date.now() });

/** Lets the time pass in steps, so that what the database answers in between is heard. */
async function wait(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    for (let turn = 0; turn < 120; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

test('what is recorded is at the office some seconds later, where the office answered last', async () => {
  await wait(1);
  expect(visits).toEqual([[]]);
  await recordOne(1);
  await wait(2);
  await recordOne(2);
  await wait(8);
  expect(visits.slice(1).map((facts) => facts.length)).toEqual([2]);
});

test('hands that never rest are not waited for longer than a minute', async () => {
  await wait(1);
  for (let number = 1; number <= 64; number += 1) {
    await recordOne(number);
    await wait(1);
  }
  // The minute begins when the first of them is noticed, in a moment of rest.
  expect(visits[1]).toHaveLength(61);
});

test('without anything new it asks every five minutes', async () => {
  await wait(299);
  expect(visits).toHaveLength(1);
  await wait(2);
  expect(visits).toHaveLength(2);
});

test('an office that did not answer is not asked again by every fact', async () => {
  answer = 'unreachable';
  await wait(1);
  for (let number = 1; number <= 4; number += 1) {
    await recordOne(number);
    await wait(1);
  }
  expect(visits).toHaveLength(1);
  answer = 'applied';
  await wait(2);
  expect(visits[1]).toHaveLength(4);
});
