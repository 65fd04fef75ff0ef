// A database that was set back, by a repair of the browser or a copy of an old one, uses numbers anew: what was recorded since gets others.
import type { ExchangeResponse2 } from '../domain/wire-version-2.ts';
import type { FieldDatabase, OutboxFact } from './database.ts';
import { bytesOf, factHashOf } from './hash.ts';
import { readSetting, writeSetting } from './settings.ts';

/**
 * Goes on behind the office's number, and hands in again under free numbers what the office refused as `deviceSeqTaken`: it is the same
 * fact under the same id, which the log has not taken in. Inside the caller's transaction, after the verdicts; answers the subjects touched.
 */
export async function renumber(db: FieldDatabase, { deviceSeq }: Pick<ExchangeResponse2, 'deviceSeq'>): Promise<string[]> {
  const device = await readSetting(db, 'device');
  if (!device) return [];
  const taken = (await db.outbox.where('state').equals('refused').sortBy('deviceSeq')).filter(
    ({ verdict }) => verdict?.rule === 'deviceSeqTaken',
  );
  let { nextSeq, lastHash } = device;
  if (taken.length === 0 && nextSeq > deviceSeq) return [];
  nextSeq = Math.max(nextSeq, deviceSeq + 1);
  const anew: OutboxFact[] = [];
  for (const { verdict: _verdict, sentAt: _sentAt, ...held } of taken) {
    const fact = { ...held.fact, deviceSeq: nextSeq, previousHash: lastHash };
    anew.push({ ...held, deviceSeq: nextSeq, fact, bytes: bytesOf(fact), state: 'unsent', folding: 1 });
    lastHash = factHashOf(fact);
    nextSeq += 1;
  }
  await db.outbox.bulkDelete(taken.map((held) => held.deviceSeq));
  await db.outbox.bulkAdd(anew);
  await writeSetting(db, 'device', { ...device, nextSeq, lastHash });
  return taken.map(({ subject }) => subject);
}
