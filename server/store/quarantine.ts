// What a device sent that cannot enter the log: kept whole beside it, and the device told so.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Verdict } from '../../src/domain/wire.ts';
import type { Schema } from './schema.ts';
import { storable } from './storable.ts';

const longestProblem = 500;

/**
 * A repeat is kept once. Answers with the problem as it was kept: the places that could not be read, never their values.
 * `handedBy`: the tablet that brought it in the name of another.
 */
export async function quarantine(
  trx: Kysely<Schema>,
  deviceId: string,
  raw: Buffer,
  problem: string,
  handedBy: string | null = null,
): Promise<string> {
  const kept = storable(problem).slice(0, longestProblem);
  await trx
    .insertInto('quarantine')
    .values({ device_id: deviceId, raw, raw_hash: createHash('sha256').update(raw).digest('hex'), problem: kept, handed_by: handedBy })
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

/** PostgreSQL keeps no NUL and no half of a surrogate pair in JSON. */
const unstorableText = /\\u(?:0000|d[89a-f]\w\w)/;

/**
 * What of a fact the database could not keep as it is, if anything; ids in capitals would be two ids for one. Its bytes, where they are
 * at hand, tell a sign that could not be decoded from one that somebody wrote.
 */
export function unstorableIn(input: unknown, bytes: () => Buffer | undefined = () => undefined): string | undefined {
  const text = JSON.stringify(input) ?? '';
  if (text.includes('\ufffd') && !isUtf8(bytes() ?? Buffer.alloc(0))) return 'encoding';
  if (unstorableText.test(text.replaceAll('\\\\', ''))) return 'text';
  const { id, deviceId, officerId } = Object(input) as Record<string, unknown>;
  if ([id, deviceId, officerId].some((text) => typeof text === 'string' && text !== text.toLowerCase())) return 'id';
  return undefined;
}
