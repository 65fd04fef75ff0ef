// What a device sent that cannot enter the log: kept whole beside it, and the device told so.
import type { Kysely } from 'kysely';
import type { Verdict } from '../../src/domain/wire.ts';
import type { Schema } from './schema.ts';
import { hashOf } from './server-hash.ts';
import { storable } from './storable.ts';

const longestProblem = 500;

/** A repeat is kept once. Answers with the problem as it was kept: the places that could not be read, never their values. */
export async function quarantine(trx: Kysely<Schema>, deviceId: string, input: unknown, problem: string): Promise<string> {
  const raw = JSON.stringify(input) ?? 'null';
  const kept = storable(problem).slice(0, longestProblem);
  await trx
    .insertInto('quarantine')
    .values({ device_id: deviceId, raw, raw_hash: hashOf(raw), problem: kept })
    .onConflict((conflict) => conflict.columns(['device_id', 'raw_hash']).doNothing())
    .execute();
  return kept;
}

/** The device is told by whatever of the envelope could be read. */
export function quarantinedVerdict(input: unknown, problem: string): Verdict {
  const { id, deviceSeq } = Object(input) as { id?: unknown; deviceSeq?: unknown };
  return {
    id: typeof id === 'string' ? id.slice(0, 100) : '',
    deviceSeq: typeof deviceSeq === 'number' && Number.isSafeInteger(deviceSeq) ? deviceSeq : 0,
    kind: 'quarantined',
    rule: 'unreadable',
    field: problem,
  };
}

export interface Quarantined {
  id: number;
  deviceId: string;
  problem: string;
  receivedAt: string;
  raw: string;
}

export async function readQuarantine(db: Kysely<Schema>): Promise<Quarantined[]> {
  const rows = await db.selectFrom('quarantine').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    deviceId: row.device_id,
    problem: row.problem,
    receivedAt: row.received_at.toISOString(),
    raw: row.raw,
  }));
}

/** PostgreSQL keeps no NUL and no half of a surrogate pair in JSON. */
const unstorableText = /\\u(?:0000|d[89a-f]\w\w)/;

/** What of a fact the database could not keep as it is, if anything; ids in capitals would be two ids for one. */
export function unstorableIn(input: unknown): string | undefined {
  if (unstorableText.test(JSON.stringify(input)?.replaceAll('\\\\', '') ?? '')) return 'text';
  const { id, deviceId, officerId } = Object(input) as Record<string, unknown>;
  if ([id, deviceId, officerId].some((text) => typeof text === 'string' && text !== text.toLowerCase())) return 'id';
  return undefined;
}
