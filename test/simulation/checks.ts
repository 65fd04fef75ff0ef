// What must be true when the world has come to rest, judged by a model of its own and not by the product's folds.
import { expect } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import { readAll } from '../../src/data/rows.ts';
import { standingMarksOf } from '../../src/domain/attendance.ts';
import type { Cooperative } from '../../src/domain/cooperative.ts';
import { type KnownFact, ruleFailed } from '../../src/domain/fold.ts';
import type { Noun } from '../../src/domain/noun.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import { cooperativeId, kukar } from '../support/world.ts';
import { attendanceAsModelled, cooperativeAsModelled } from './model.ts';
import type { SimTablet } from './sim-tablet.ts';

export interface LogEntry {
  fact: KnownFact;
  verdict: Verdict;
}

export async function checkAtRest(server: Database, tablets: readonly SimTablet[]): Promise<void> {
  const log = await readLog(server);
  expect(log.filter(({ verdict }) => verdict.rule === ruleFailed)).toEqual([]);
  const rows = await server.selectFrom('record').select(['noun', 'id', 'version', 'data']).where('area', '=', kukar).execute();
  for (const tablet of tablets) {
    await nothingLost(tablet, log);
    await nothingStuck(tablet);
    await sameAsOffice(tablet, rows);
  }
  attendanceAsModelled(log, rows);
  cooperativeAsModelled(log, rows);
  for (const tablet of tablets) await callsForWhatIsOpen(tablet, rows);
}

/** At any time a tablet shows what its officer marked, unless a void of anyone's names that mark, or the office has refused it. */
export async function checkOwnMarks(tablet: SimTablet, server: Database): Promise<void> {
  const log = await readLog(server);
  const voided = new Set([...log.map(({ fact }) => fact), ...tablet.saved].flatMap(voidedBy));
  const refused = new Set(log.filter(({ verdict }) => verdict.kind === 'refused').map(({ fact }) => fact.id));
  const standing = tablet.saved.filter((fact) => fact.type === 'attendanceMarked' && !voided.has(fact.id) && !refused.has(fact.id));
  const rows = await readAll(tablet.db(), 'attendance');
  const shown = new Set(rows.flatMap((row) => standingMarksOf(row.data).map((mark) => mark.factId)));
  const missing = standing.filter((fact) => !shown.has(fact.id)).map((fact) => fact.subject.id);
  expect(missing, `${tablet.name} no longer shows its own marks`).toEqual([]);
}

/** Named by a void, or by a decision that the member was not there. */
function voidedBy({ type, body }: KnownFact): string[] {
  const { markIds, present } = body as { markIds: string[]; present?: boolean };
  return type === 'attendanceVoided' || (type === 'attendanceConflictResolved' && !present) ? markIds : [];
}

async function readLog(server: Database): Promise<LogEntry[]> {
  const rows = await server.selectFrom('fact').select(['content', 'verdict']).where('area', '=', kukar).execute();
  return rows
    .map((row) => ({ fact: row.content as KnownFact, verdict: row.verdict }))
    .sort((a, b) => (a.verdict.seq ?? 0) - (b.verdict.seq ?? 0));
}

/** Whatever an officer was told is saved is at the office once, as it was saved, and in the device's order. */
async function nothingLost(tablet: SimTablet, log: readonly LogEntry[]): Promise<void> {
  const own = log.filter(({ fact }) => fact.deviceId === tablet.saved[0]?.deviceId).sort((a, b) => a.fact.deviceSeq - b.fact.deviceSeq);
  expect(own.map(({ fact }) => fact)).toEqual(tablet.saved);
}

async function nothingStuck(tablet: SimTablet): Promise<void> {
  const outbox = await tablet.db().outbox.toArray();
  expect(outbox.filter((held) => held.state === 'unsent' || held.state === 'waiting' || held.folding === 1)).toEqual([]);
}

type StoredRow = { noun: string; id: string; version: number; data: unknown };

async function sameAsOffice(tablet: SimTablet, rows: readonly StoredRow[]): Promise<void> {
  for (const noun of ['cooperative', 'visit', 'ratMeeting', 'roster', 'attendance'] satisfies Noun[]) {
    const here = (await readAll(tablet.db(), noun)).map(({ id, version, data }) => ({ id, version, data }));
    const there = rows.filter((row) => row.noun === noun).map(({ id, version, data }) => ({ id, version, data }));
    expect(sorted(here), `${tablet.name} ${noun}`).toEqual(sorted(there));
  }
}

const sorted = (rows: { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** An own change calls for its officer as long as its value waits beside the shown one, and no longer. */
async function callsForWhatIsOpen(tablet: SimTablet, rows: readonly StoredRow[]): Promise<void> {
  const cooperative = rows.find((row) => row.id === cooperativeId)?.data as Cooperative;
  const open = new Set((cooperative.conflicts ?? []).map(({ otherFactId }) => otherFactId));
  const own = (await tablet.db().outbox.toArray()).filter(
    ({ verdict, fact }) => verdict?.kind === 'conflict' && fact.subject.noun === 'cooperative',
  );
  expect(own.map(({ id, state }) => [id, state])).toEqual(own.map(({ id }) => [id, open.has(id) ? 'conflict' : 'settled']));
}
