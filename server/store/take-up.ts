// Facts of one device on their way into the log, from an exchange or a rescue file alike: read one by one, judged in their order.
import type { Kysely, Updateable } from 'kysely';
import { readFact } from '../../src/domain/fact-types.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { SessionOfficer, Verdict } from '../../src/domain/wire.ts';
import { acceptFacts } from './accept.ts';
import { quarantine, quarantinedVerdict, unstorableIn } from './quarantine.ts';
import { keepWithinRoom } from './quarantine-room.ts';
import type { DeviceTable, Schema } from './schema.ts';

export interface SignedInDevice {
  deviceId: string;
  officer: SessionOfficer;
}

export interface UpOptions {
  now: number;
  /** Each fact byte for byte, asked for only where one cannot be taken in. */
  bytes?: (() => readonly Buffer[]) | undefined;
  /** What an exchange tells of the device besides. */
  seen?: Updateable<DeviceTable>;
}

export interface TakenUp {
  verdicts: Verdict[];
  deviceSeq: number;
  resets: number;
}

export async function takeUp(
  trx: Kysely<Schema>,
  { deviceId, officer }: SignedInDevice,
  inputs: readonly unknown[],
  { now, bytes, seen }: UpOptions,
): Promise<TakenUp> {
  const state = await trx
    .selectFrom('device')
    .select(['last_seq', 'last_hash', 'resets'])
    .where('id', '=', deviceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const facts: KnownFact[] = [];
  const places = new Map<KnownFact, number>();
  const verdicts: Verdict[] = [];
  const keep = (place: number, problem: string) =>
    quarantine(trx, deviceId, bytes?.()[place] ?? Buffer.from(JSON.stringify(inputs[place]) ?? 'null'), problem);
  for (const [place, input] of inputs.entries()) {
    const read = readFact(input);
    const problem = unstorableIn(input, () => bytes?.()[place]);
    if (problem !== undefined || read.kind === 'unreadable') {
      const kept = await keep(place, problem ?? (read.kind === 'unreadable' ? read.problem : ''));
      verdicts.push(quarantinedVerdict(input, kept));
    } else if (read.fact.deviceId !== deviceId || read.fact.officerId !== officer.id) {
      await keep(place, 'author');
      verdicts.push({ id: read.fact.id, deviceSeq: read.fact.deviceSeq, kind: 'refused', rule: 'author' });
    } else {
      facts.push(read.fact);
      places.set(read.fact, place);
    }
  }
  const accepted = await acceptFacts(trx, facts, officer, { now, lastHash: state.last_hash, lastSeq: state.last_seq });
  for (const { fact, problem } of accepted.differing) await keep(places.get(fact) ?? 0, problem);
  if (verdicts.length > 0 || accepted.differing.length > 0) await keepWithinRoom(trx, officer.id);
  const deviceSeq = Math.max(state.last_seq, ...facts.map((fact) => fact.deviceSeq));
  await trx
    .updateTable('device')
    .set({ last_seq: deviceSeq, last_hash: accepted.lastHash, ...seen })
    .where('id', '=', deviceId)
    .execute();
  return { verdicts: [...verdicts, ...accepted.verdicts], deviceSeq, resets: state.resets };
}

/** Of a device that brings nothing, as most that ask do: one statement instead of a transaction around two. */
export async function noteSeen(db: Kysely<Schema>, deviceId: string, seen: Updateable<DeviceTable>): Promise<TakenUp> {
  const state = await db
    .updateTable('device')
    .set(seen)
    .where('id', '=', deviceId)
    .returning(['last_seq as deviceSeq', 'resets'])
    .executeTakeFirstOrThrow();
  return { verdicts: [], ...state };
}
