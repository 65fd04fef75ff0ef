// Proof that the log is as it was taken in: every fact hashed again, every chain walked from its start.
import type { Kysely } from 'kysely';
import { chainStart } from '../../src/domain/fact.ts';
import type { Schema } from './schema.ts';
import { factHashOf, hashOf } from './server-hash.ts';

export interface ChainProblem {
  kind: 'factAltered' | 'areaChainBroken' | 'areaChainEnd' | 'deviceChainEnd';
  /** Id of the fact, code of the area or id of the device. */
  at: string;
}

export interface Verification {
  facts: number;
  areas: number;
  devices: number;
  /** Facts that did not continue their device's chain when they came: not altered, but something before them is not here. */
  unlinked: number;
  problems: ChainProblem[];
}

const factsPerRead = 2_000;

export async function verifyLog(db: Kysely<Schema>, onProgress: (done: number) => void = () => {}): Promise<Verification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => walk(trx, onProgress));
}

async function walk(trx: Kysely<Schema>, onProgress: (done: number) => void): Promise<Verification> {
  const found: Verification = { facts: 0, areas: 0, devices: 0, unlinked: 0, problems: [] };
  const chains = new Map<string, string>();
  /** Of each device's newest fact, which is not the last to come where one was released from the quarantine. */
  const newest = new Map<string, { seq: number; hash: string }>();
  for (let position = 0; ; ) {
    const facts = await trx
      .selectFrom('fact')
      .select(['id', 'area', 'device_id', 'device_seq', 'content', 'hash', 'linked', 'chain', 'position'])
      .where('position', '>', position)
      .orderBy('position')
      .limit(factsPerRead)
      .execute();
    for (const fact of facts) {
      position = fact.position;
      if (factHashOf(fact.content) !== fact.hash) found.problems.push({ kind: 'factAltered', at: fact.id });
      if (!fact.linked) found.unlinked += 1;
      if (hashOf(`${chains.get(fact.area) ?? chainStart}${fact.hash}`) !== fact.chain) {
        found.problems.push({ kind: 'areaChainBroken', at: fact.id });
      }
      chains.set(fact.area, fact.chain);
      if (fact.device_seq >= (newest.get(fact.device_id)?.seq ?? 0)) newest.set(fact.device_id, { seq: fact.device_seq, hash: fact.hash });
    }
    found.facts += facts.length;
    onProgress(found.facts);
    if (facts.length < factsPerRead) break;
  }
  for (const { code, chain } of await trx.selectFrom('area').select(['code', 'chain']).execute()) {
    found.areas += 1;
    if ((chains.get(code) ?? chainStart) !== chain) found.problems.push({ kind: 'areaChainEnd', at: code });
  }
  for (const { id, last_hash } of await trx.selectFrom('device').select(['id', 'last_hash']).execute()) {
    found.devices += 1;
    if ((newest.get(id)?.hash ?? chainStart) !== last_hash) found.problems.push({ kind: 'deviceChainEnd', at: id });
  }
  return found;
}
