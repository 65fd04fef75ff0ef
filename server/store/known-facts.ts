// What the log holds already: a repeat gets the verdict that it got the first time, and is never judged twice.
import { type Kysely, sql } from 'kysely';
import { chainStart } from '../../src/domain/fact.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import type { Schema } from './schema.ts';

export interface KnownVerdict {
  fact: { id: string; deviceId: string; deviceSeq: number };
  hash: string;
  verdict: Verdict;
}

export const placeOf = (fact: { deviceId: string; deviceSeq: number }): string => `${fact.deviceId}#${fact.deviceSeq}`;

/** The very same fact gets its verdict again; another one under its id or in its place is not taken for it. */
export function answerAgain(fact: KnownFact, before: KnownVerdict): { verdict: Verdict } {
  if (before.fact.id === fact.id && placeOf(before.fact) === placeOf(fact)) return before;
  return { verdict: refusedFor(fact, before.fact.id === fact.id ? 'idTaken' : 'deviceSeqTaken') };
}

export const refusedFor = ({ id, deviceSeq }: KnownFact, rule: string): Verdict => ({ id, deviceSeq, kind: 'refused', rule });

/** Verdicts given before, by id and by place in the device's sequence. */
export async function knownFacts(trx: Kysely<Schema>, facts: readonly KnownFact[]): Promise<Map<string, KnownVerdict>> {
  const { rows } = await sql<{ id: string; deviceId: string; deviceSeq: number; hash: string; verdict: Verdict }>`
    select f.id, f.device_id as "deviceId", f.device_seq as "deviceSeq", f.hash, f.verdict
    from fact f where f.id = any(${facts.map((fact) => fact.id)}::uuid[])
    union
    select f.id, f.device_id, f.device_seq, f.hash, f.verdict
    from fact f
    join unnest(${facts.map((fact) => fact.deviceId)}::uuid[], ${facts.map((fact) => fact.deviceSeq)}::bigint[]) as w (device_id, device_seq)
      on f.device_id = w.device_id and f.device_seq = w.device_seq`.execute(trx);
  const entries = rows.map(({ verdict, hash, ...fact }) => ({ fact, hash, verdict }));
  return new Map(entries.flatMap((entry) => [[entry.fact.id, entry] as const, [placeOf(entry.fact), entry] as const]));
}

/** Of the fact before this one in its device's numbering, wherever it came. */
export async function hashBefore(trx: Kysely<Schema>, { deviceId, deviceSeq }: KnownFact): Promise<string> {
  if (deviceSeq === 1) return chainStart;
  const before = await trx
    .selectFrom('fact')
    .select('hash')
    .where('device_id', '=', deviceId)
    .where('device_seq', '=', deviceSeq - 1)
    .executeTakeFirst();
  return before?.hash ?? '';
}
