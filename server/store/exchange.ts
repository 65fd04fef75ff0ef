// One exchange with a device: its facts are taken in, and what its areas have that it has not yet is handed out.
import type { Kysely } from 'kysely';
import { readFact } from '../../src/domain/fact-types.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { AreaPage, ExchangeResponse, SessionOfficer, Verdict } from '../../src/domain/wire.ts';
import type { AreaPage2, ExchangeRequest2, ExchangeResponse2 } from '../../src/domain/wire-version-2.ts';
import { acceptFacts } from './accept.ts';
import { readDown } from './down.ts';
import { quarantine, quarantinedVerdict, unstorableIn } from './quarantine.ts';
import { keepWithinRoom } from './quarantine-room.ts';
import { again } from './retry.ts';
import type { Schema } from './schema.ts';
import { type SnapshotOptions, usualSnapshots } from './snapshot.ts';
import { storable } from './storable.ts';
import { tellLater } from './waiting.ts';

export interface SignedInDevice {
  deviceId: string;
  officer: SessionOfficer;
}

export interface ExchangeOptions {
  mostRows?: number;
  snapshots?: SnapshotOptions;
  /** Each fact of the request byte for byte, asked for only where one cannot be taken in. */
  bytes?: () => readonly Buffer[];
}

/** An answer in the version of its request: tablets of the version before are served until they have updated. */
export async function exchange(
  db: Kysely<Schema>,
  device: SignedInDevice,
  request: ExchangeRequest2,
  now: number,
  { mostRows, bytes, snapshots = usualSnapshots }: ExchangeOptions = {},
): Promise<ExchangeResponse | ExchangeResponse2> {
  const up = await again(() => db.transaction().execute((trx) => takeUp(trx, device, request, { now, bytes })));
  const isFirstVersion = request.wire === 1;
  const resetting = !isFirstVersion && up.resets > (request.resets ?? 0);
  const down = await readDown(db, device.officer, request, { mostRows, resetting, snapshots: isFirstVersion ? undefined : snapshots });
  const later = await tellLater(db, device.deviceId, request.cursors);
  const answered = new Set(up.verdicts.map((verdict) => verdict.id));
  const verdicts = [...up.verdicts, ...later.filter((verdict) => !answered.has(verdict.id))];
  const head = { wire: request.wire, now, deviceSeq: up.deviceSeq, verdicts, officer: device.officer };
  return isFirstVersion ? { ...head, pages: firstVersionPages(down.pages) } : { ...head, ...down, resets: up.resets };
}

/** The first version knows neither resets nor why a row is gone. */
const firstVersionPages = (pages: readonly AreaPage2[]): AreaPage[] =>
  pages.map(({ area, cursor, more, rows }) => ({ area, cursor, more, rows: rows.map(({ movedTo: _movedTo, ...row }) => row) }));

interface UpOptions extends Pick<ExchangeOptions, 'bytes'> {
  now: number;
}

async function takeUp(trx: Kysely<Schema>, { deviceId, officer }: SignedInDevice, request: ExchangeRequest2, { now, bytes }: UpOptions) {
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
    quarantine(trx, deviceId, bytes?.()[place] ?? Buffer.from(JSON.stringify(request.facts[place]) ?? 'null'), problem);
  for (const [place, input] of request.facts.entries()) {
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
    .set({
      last_seq: deviceSeq,
      last_hash: accepted.lastHash,
      last_seen_at: new Date(now),
      app_version: storable(request.appVersion),
    })
    .where('id', '=', deviceId)
    .execute();
  return { verdicts: [...verdicts, ...accepted.verdicts], deviceSeq, resets: state.resets };
}
