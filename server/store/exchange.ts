// One exchange with a device: its facts are taken in, and what its areas have that it has not yet is handed out.
import type { Kysely } from 'kysely';
import { readFact } from '../../src/domain/fact-types.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import { provinceOf } from '../../src/domain/noun.ts';
import {
  type AreaPage,
  type ExchangeRequest,
  type ExchangeResponse,
  type SessionOfficer,
  type Verdict,
  type WireRow,
  wireVersion,
} from '../../src/domain/wire.ts';
import { acceptFacts } from './accept.ts';
import { quarantine, quarantinedVerdict, unstorableIn } from './quarantine.ts';
import { keepWithinRoom } from './quarantine-room.ts';
import { again } from './retry.ts';
import type { Schema } from './schema.ts';
import { storable } from './storable.ts';
import { tellLater } from './waiting.ts';

export interface SignedInDevice {
  deviceId: string;
  officer: SessionOfficer;
}

/** What one answer carries down at the most, over all areas. */
const mostRowsPerAnswer = 3000;

export async function exchange(
  db: Kysely<Schema>,
  device: SignedInDevice,
  request: ExchangeRequest,
  now: number,
  mostRows = mostRowsPerAnswer,
): Promise<ExchangeResponse> {
  const { verdicts, deviceSeq } = await again(() => db.transaction().execute((trx) => takeUp(trx, device, request, now)));
  const pages = await pagesFor(db, device.officer, request.cursors, mostRows);
  const later = await tellLater(db, device.deviceId, request.cursors);
  const answered = new Set(verdicts.map((verdict) => verdict.id));
  return {
    wire: wireVersion,
    now,
    deviceSeq,
    verdicts: [...verdicts, ...later.filter((verdict) => !answered.has(verdict.id))],
    pages,
    officer: device.officer,
  };
}

async function takeUp(trx: Kysely<Schema>, { deviceId, officer }: SignedInDevice, request: ExchangeRequest, now: number) {
  const state = await trx
    .selectFrom('device')
    .select(['last_seq', 'last_hash'])
    .where('id', '=', deviceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const facts: KnownFact[] = [];
  const verdicts: Verdict[] = [];
  for (const input of request.facts) {
    const read = readFact(input);
    const problem = unstorableIn(input) ?? (read.kind === 'unreadable' ? read.problem : undefined);
    if (problem !== undefined || read.kind === 'unreadable') {
      verdicts.push(quarantinedVerdict(input, await quarantine(trx, deviceId, input, problem ?? '')));
    } else if (read.fact.deviceId !== deviceId || read.fact.officerId !== officer.id) {
      await quarantine(trx, deviceId, input, 'author');
      verdicts.push({ id: read.fact.id, deviceSeq: read.fact.deviceSeq, kind: 'refused', rule: 'author' });
    } else facts.push(read.fact);
  }
  const accepted = await acceptFacts(trx, facts, officer, { now, lastHash: state.last_hash });
  for (const { fact, problem } of accepted.differing) await quarantine(trx, deviceId, fact, problem);
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
  return { verdicts: [...verdicts, ...accepted.verdicts], deviceSeq };
}

/** The areas whose rows an officer is sent: their own, widened below a province, and the province's shared rows. */
export async function readableAreas(db: Kysely<Schema>, officer: Pick<SessionOfficer, 'areas'>): Promise<string[]> {
  const codes = (await db.selectFrom('area').select('code').orderBy('code').execute()).map((row) => row.code);
  const provinces = new Set(officer.areas.map(provinceOf));
  return codes.filter((code) => provinces.has(code) || officer.areas.includes(code) || officer.areas.includes(provinceOf(code)));
}

async function pagesFor(
  db: Kysely<Schema>,
  officer: SessionOfficer,
  cursors: Record<string, number>,
  mostRows: number,
): Promise<AreaPage[]> {
  const pages: AreaPage[] = [];
  let room = mostRows;
  for (const area of await readableAreas(db, officer)) {
    const held = cursors[area];
    if (room <= 0) {
      // Told only that it exists: the next request asks for it.
      pages.push({ area, cursor: held ?? 0, more: true, rows: [] });
      continue;
    }
    const found = await rowsAfter(db, area, held ?? 0, room + 1);
    const rows = found.slice(0, room);
    room -= rows.length;
    if (held !== undefined && rows.length === 0) continue;
    pages.push({ area, cursor: rows.at(-1)?.seq ?? held ?? 0, more: found.length > rows.length, rows });
  }
  return pages;
}

async function rowsAfter(db: Kysely<Schema>, area: string, cursor: number, limit: number): Promise<WireRow[]> {
  const rows = await db
    .selectFrom('record')
    .select(['noun', 'id', 'root', 'area', 'version', 'seq', 'data'])
    .where('area', '=', area)
    .where('seq', '>', cursor)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, noun: row.noun as WireRow['noun'] }));
}
