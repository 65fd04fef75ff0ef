// The server is a device too: what the office itself records (imports, accounts, the demo) enters the log like everything else.
import type { Kysely } from 'kysely';
import type { BodyOf, FactTypeName } from '../../src/domain/fact-types.ts';
import { ruleOf } from '../../src/domain/fact-types.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import { type Author, acceptFacts } from './accept.ts';
import { newId } from './id.ts';
import type { Schema } from './schema.ts';
import { factHashOf } from './server-hash.ts';
import { settingsOf } from './setting.ts';

/** What happened, to which subject. `at` in epoch ms; now unless it happened earlier. */
export type OfficeAct = { [T in FactTypeName]: { type: T; id: string; area: string; body: BodyOf<T>; at?: number } }[FactTypeName];

export interface RecordedAct {
  fact: KnownFact;
  verdict: Verdict;
}

/** Holds the server's place in its own sequence until the transaction ends: whoever else records at the office waits. */
export async function lockServerDevice(trx: Kysely<Schema>): Promise<{ id: string; lastSeq: number; lastHash: string }> {
  const { serverDeviceId } = await settingsOf(trx);
  const { last_seq, last_hash } = await trx
    .selectFrom('device')
    .select(['last_seq', 'last_hash'])
    .where('id', '=', serverDeviceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { id: serverDeviceId, lastSeq: last_seq, lastHash: last_hash };
}

/**
 * Records acts of one author in their order, on the caller's transaction; some thousand at once are fine.
 * A refusal is a verdict like any other, and stands in the log: the caller knows whether it may happen.
 */
export async function recordAtOffice(trx: Kysely<Schema>, acts: readonly OfficeAct[], author: Author): Promise<RecordedAct[]> {
  if (acts.length === 0) return [];
  const device = await lockServerDevice(trx);
  const now = Date.now();
  let { lastHash } = device;
  const facts = acts.map((act, index): KnownFact => {
    const fact: KnownFact = {
      id: newId(now),
      type: act.type,
      subject: { noun: ruleOf(act.type).noun, id: act.id },
      area: act.area,
      officerId: author.id,
      deviceId: device.id,
      deviceSeq: device.lastSeq + 1 + index,
      at: act.at ?? now,
      clock: { offsetMs: 0, confidence: 'good' },
      previousHash: lastHash,
      body: blanksDropped(act.body),
    };
    lastHash = factHashOf(fact);
    return fact;
  });
  const { verdicts } = await acceptFacts(trx, facts, author, { now, lastHash: device.lastHash });
  await trx
    .updateTable('device')
    .set({ last_seq: device.lastSeq + facts.length, last_hash: lastHash, last_seen_at: new Date(now).toISOString() })
    .where('id', '=', device.id)
    .execute();
  return facts.flatMap((fact, index) => {
    const verdict = verdicts[index];
    return verdict ? [{ fact, verdict }] : [];
  });
}

/** The same for acts that the office cannot be refused. */
export async function recordSurely(trx: Kysely<Schema>, acts: readonly OfficeAct[], author: Author): Promise<void> {
  for (const { fact, verdict } of await recordAtOffice(trx, acts, author)) {
    if (verdict.kind !== 'applied' && verdict.kind !== 'merged') {
      throw new Error(`${fact.type} of ${fact.subject.noun} ${fact.subject.id} was ${verdict.kind}: ${verdict.rule ?? ''}`);
    }
  }
}

/** As whom the office records what no person did. */
export async function systemAuthor(db: Kysely<Schema>, ...areas: string[]): Promise<Author> {
  const { systemOfficerId, province } = await settingsOf(db);
  return { id: systemOfficerId, role: 'administrator', areas: [province, ...areas] };
}

/** JSON knows no undefined: a fact holds exactly what is kept. */
const blanksDropped = <Body>(body: Body): Body => JSON.parse(JSON.stringify(body)) as Body;
