// The quarantine as the office sees it: what is held, and judging it after all once it can be read.
import { isUtf8 } from 'node:buffer';
import type { Kysely } from 'kysely';
import { type ReadFact, readFact } from '../../src/domain/fact-types.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Officer } from '../../src/domain/officer.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import { acceptFacts } from './accept.ts';
import { unstorableIn } from './quarantine.ts';
import { again } from './retry.ts';
import type { Schema } from './schema.ts';
import { settingsOf } from './setting.ts';

export interface Quarantined {
  id: number;
  deviceId: string;
  problem: string;
  /** The tablet that brought it in another's name. */
  handedBy: string | undefined;
  receivedAt: string;
  releasedAt: string | undefined;
  raw: Buffer;
}

export async function readQuarantine(db: Kysely<Schema>): Promise<Quarantined[]> {
  const rows = await db.selectFrom('quarantine').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    deviceId: row.device_id,
    problem: row.problem,
    handedBy: row.handed_by ?? undefined,
    receivedAt: row.received_at.toISOString(),
    releasedAt: row.released_at?.toISOString(),
    raw: row.raw,
  }));
}

export type Release =
  /** Judged, now or at an earlier release; the tablet is told with its next exchange. */
  | { kind: 'judged'; verdict: Verdict }
  | { kind: 'unreadable'; problem: string }
  /** `author`: the tablet belongs to another officer. `placeTaken`: another fact stands in the log under its id or number. */
  | { kind: 'refused'; reason: 'author' | 'placeTaken' }
  | { kind: 'unknown' };

/** Judges as of now, by the rights that its officer has now. What is held stays, with the verdict beside it. */
export const releaseHeld = (db: Kysely<Schema>, id: number, now: number): Promise<Release> =>
  again(() => db.transaction().execute((trx) => releaseInside(trx, id, now)));

async function releaseInside(trx: Kysely<Schema>, id: number, now: number): Promise<Release> {
  const held = await trx.selectFrom('quarantine').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!held) return { kind: 'unknown' };
  if (held.released_at && held.verdict) return { kind: 'judged', verdict: held.verdict };
  const read = readHeld(held.raw);
  if (read.kind === 'unreadable') return read;
  const { fact } = read;
  const device = await trx.selectFrom('device').selectAll().where('id', '=', held.device_id).forUpdate().executeTakeFirst();
  // What a rescue file names without proof may never have signed in here.
  if (!device) return { kind: 'refused', reason: 'author' };
  const author = await officerOf(trx, device.officer_id);
  if (!author || fact.deviceId !== device.id || fact.officerId !== device.officer_id) return { kind: 'refused', reason: 'author' };
  const options = { now, lastHash: device.last_hash, lastSeq: device.last_seq };
  const { verdicts, differing, lastHash } = await acceptFacts(trx, [fact], { ...author, id: device.officer_id }, options);
  const [verdict] = verdicts;
  if (differing.length > 0 || !verdict) return { kind: 'refused', reason: 'placeTaken' };
  const last_seq = Math.max(device.last_seq, fact.deviceSeq);
  await trx.updateTable('device').set({ last_seq, last_hash: lastHash }).where('id', '=', device.id).execute();
  await trx
    .updateTable('quarantine')
    .set({ released_at: new Date(now), verdict: JSON.stringify(verdict) })
    .where('id', '=', id)
    .execute();
  await tellNext(trx, fact.id);
  return { kind: 'judged', verdict };
}

function readHeld(raw: Buffer): ReadFact {
  if (!isUtf8(raw)) return { kind: 'unreadable', problem: 'encoding' };
  let input: unknown;
  try {
    input = JSON.parse(raw.toString('utf8'));
  } catch {
    return { kind: 'unreadable', problem: 'json' };
  }
  const problem = unstorableIn(input, () => raw);
  return problem === undefined ? readFact(input) : { kind: 'unreadable', problem };
}

async function officerOf(trx: Kysely<Schema>, id: string): Promise<Officer | undefined> {
  const { province } = await settingsOf(trx);
  const row = await trx
    .selectFrom('record')
    .select('data')
    .where('area', '=', province)
    .where('noun', '=', 'officer')
    .where('id', '=', id)
    .executeTakeFirst();
  return (row?.data as unknown as Officer | null) ?? undefined;
}

/** The area moves on by one, so that the tablet's next cursor tells that it has heard of the verdict, whatever that was. */
async function tellNext(trx: Kysely<Schema>, factId: KnownFact['id']): Promise<void> {
  const { area } = await trx.selectFrom('fact').select('area').where('id', '=', factId).executeTakeFirstOrThrow();
  const { seq } = await trx
    .updateTable('area')
    .set((update) => ({ seq: update('seq', '+', 1) }))
    .where('code', '=', area)
    .returning('seq')
    .executeTakeFirstOrThrow();
  await trx.updateTable('fact').set({ untold_seq: seq }).where('id', '=', factId).execute();
}
