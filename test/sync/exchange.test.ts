// A round with an office that does not take all at once: whatever it bears, the tablet never comes to a stop.
import { expect, test } from 'vitest';
import { outboxCounts } from '../../src/data/outbox.ts';
import { recordActs } from '../../src/data/record.ts';
import type { ExchangeRequest2 } from '../../src/domain/wire-version-2.ts';
import { mostFactBytesPerExchange } from '../../src/domain/wire-version-2.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import type { Office } from '../../src/sync/send.ts';
import { answerOf } from '../support/answers.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, idOf, kukar, officerOne, today } from '../support/world.ts';

const bytesOf = (request: ExchangeRequest2) => new TextEncoder().encode(JSON.stringify(request)).length;

/** `most` bytes of a request, as a proxy before the office may have it. */
function officeTaking(most: number) {
  const taken: number[] = [];
  let refused = 0;
  const office = {
    exchange: async (request: ExchangeRequest2) => {
      if (bytesOf(request) > most) {
        refused += 1;
        return { kind: 'serverError' as const, status: 413, code: 'tooLarge' };
      }
      const facts = request.facts as { id: string; deviceSeq: number }[];
      taken.push(facts.length);
      const verdicts = facts.map(({ id, deviceSeq }) => ({ id, deviceSeq, kind: 'applied' as const, seq: deviceSeq, area: kukar }));
      return { kind: 'answered' as const, answer: answerOf({ verdicts, deviceSeq: facts.at(-1)?.deviceSeq ?? 0 }) };
    },
  } as unknown as Office;
  return { office, taken, told: () => refused };
}

async function tabletWith(count: number, address: string) {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  for (let number = 1; number <= count; number += 1) {
    const act = { type: 'cooperativeRecorded' as const, id: idOf(0x3000 + number), area: kukar, body: { ...cooperativeBody, address } };
    expect(await recordActs(db, [act], { now: today })).toMatchObject({ kind: 'recorded' });
  }
  return db;
}

test('a request that is too large on the way goes in smaller ones', async () => {
  const db = await tabletWith(20, 'Jalan Poros');
  const { office, taken, told } = officeTaking(4_000);
  expect(await exchangeAll(db, office, { appVersion: 'test' })).toMatchObject({ kind: 'done', sent: 20 });
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(20);
  // What was found to be too large is not tried again in the same round.
  expect(told()).toBeLessThanOrEqual(5);
  expect((await outboxCounts(db)).unsent).toBe(0);
});

test('a fact that alone is too large ends the round, and stays', async () => {
  const db = await tabletWith(2, 'Jalan Poros');
  expect(await exchangeAll(db, officeTaking(500).office, { appVersion: 'test' })).toMatchObject({ kind: 'serverError', status: 413 });
  expect((await outboxCounts(db)).unsent).toBe(2);
});

test('facts are counted in the bytes that go over the line, whatever they are written in', async () => {
  const db = await tabletWith(1, 'ꦢꦭꦤ꧀'.repeat(20));
  const [held] = await db.outbox.toArray();
  expect(held?.bytes).toBe(new TextEncoder().encode(JSON.stringify(held?.fact)).length);
  expect(mostFactBytesPerExchange).toBeGreaterThan(held?.bytes ?? 0);
});
