// What an officer's own tablet hands in, for tests that need an office with people in it.
import { acceptFacts } from '../../server/store/accept.ts';
import type { Database } from '../../server/store/database.ts';
import { newId } from '../../server/store/id.ts';
import { factHashOf } from '../../server/store/server-hash.ts';
import { chainStart } from '../../src/domain/fact.ts';
import { type BodyOf, type FactTypeName, ruleOf } from '../../src/domain/fact-types.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Role } from '../../src/domain/officer.ts';

/** Each call is one fact from the same tablet, in order; one that is not applied fails the test. */
export async function actAs(db: Database, role: Role, area: string) {
  const author = { id: newId(), role, areas: [area] };
  const deviceId = newId();
  let deviceSeq = 0;
  let lastHash = chainStart;
  await db.insertInto('device').values({ id: deviceId, officer_id: author.id }).execute();
  return async <T extends FactTypeName>(type: T, id: string, body: BodyOf<T>): Promise<void> => {
    deviceSeq += 1;
    const now = Date.now();
    const head = { id: newId(), type, subject: { noun: ruleOf(type).noun, id }, area, officerId: author.id, deviceId, deviceSeq, at: now };
    const fact: KnownFact = { ...head, clock: { offsetMs: 0, confidence: 'good' }, previousHash: lastHash, body };
    const { verdicts } = await db.transaction().execute((trx) => acceptFacts(trx, [fact], author, { now, lastHash }));
    if (verdicts[0]?.kind !== 'applied') throw new Error(`${type}: ${JSON.stringify(verdicts[0])}`);
    lastHash = factHashOf(fact);
  };
}
