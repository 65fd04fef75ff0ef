// What is told of the outbox while an officer taps: at once that something waits, the number when the hand rests.
import { expect, test, vi } from 'vitest';
import { type OutboxCounts, watchCounts, watchNewestFact } from '../../src/data/outbox.ts';
import { recordActs } from '../../src/data/record.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, idOf, kukar, officerOne } from '../support/world.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('that something waits is told at once, how much of it when the hand rests, and nothing after stopping', async () => {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  const record = (number: number) =>
    recordActs(db, [{ type: 'cooperativeRecorded', id: idOf(0xc00 + number), area: kukar, body: cooperativeBody }]);
  const told: number[] = [];
  const newest: number[] = [];
  const stop = [
    watchCounts(db, ({ unsent }: OutboxCounts) => told.push(unsent)),
    watchNewestFact(db, (deviceSeq) => newest.push(deviceSeq)),
  ];
  await vi.waitFor(() => expect(told).toEqual([0]));
  await record(1);
  await vi.waitFor(() => expect(told).toEqual([0, 1]), { timeout: 400 });
  for (let number = 2; number <= 6; number += 1) {
    await record(number);
    await pause(30);
  }
  expect(told).toEqual([0, 1]);
  await vi.waitFor(
    () =>
      expect([told, newest]).toEqual([
        [0, 1, 6],
        [0, 6],
      ]),
    { timeout: 3_000 },
  );
  for (const each of stop) each();
  await record(7);
  await pause(900);
  expect(told).toEqual([0, 1, 6]);
});
