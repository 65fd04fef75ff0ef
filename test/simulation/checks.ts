// What must be true when the world has come to rest, judged by a model of its own and not by the product's folds.
import { expect } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import { countDigests } from '../../server/store/digests.ts';
import { readProof, samenessOf } from '../../src/data/proof.ts';
import { areasOf, readAll } from '../../src/data/rows.ts';
import { areaDigestsOf, readDigests, recount } from '../../src/data/tally.ts';
import { standingMarksOf } from '../../src/domain/attendance.ts';
import type { Cooperative } from '../../src/domain/cooperative.ts';
import { wireDigestOf } from '../../src/domain/digest.ts';
import { type KnownFact, ruleFailed } from '../../src/domain/fold.ts';
import { coversArea, type Noun } from '../../src/domain/noun.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import { cooperativeId } from '../support/world.ts';
import { attendanceAsModelled, cooperativeAsModelled } from './model.ts';
import type { SimTablet } from './sim-tablet.ts';

export interface LogEntry {
  fact: KnownFact;
  verdict: Verdict;
}

export async function checkAtRest(server: Database, tablets: readonly SimTablet[]): Promise<void> {
  const log = await readLog(server);
  expect(log.filter(({ verdict }) => verdict.rule === ruleFailed)).toEqual([]);
  const rows = await server.selectFrom('record').select(['area', 'noun', 'id', 'version', 'data']).where('data', 'is not', null).execute();
  for (const tablet of tablets) {
    await nothingLost(tablet, log);
    await nothingStuck(tablet, log);
    await sameAsOffice(tablet, rows);
    await sameDigests(tablet, server);
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
  const rows = await server.selectFrom('fact').select(['content', 'verdict', 'folded']).orderBy('folded').execute();
  return rows.map((row) => ({ fact: row.content as KnownFact, verdict: row.verdict }));
}

/** Whatever an officer was told is saved is at the office once, as it was saved, and in the device's order. */
async function nothingLost(tablet: SimTablet, log: readonly LogEntry[]): Promise<void> {
  const own = log.filter(({ fact }) => fact.deviceId === tablet.saved[0]?.deviceId).sort((a, b) => a.fact.deviceSeq - b.fact.deviceSeq);
  expect(own.map(({ fact }) => fact)).toEqual(tablet.saved);
}

/** A void waits with good reason for a mark that was refused when its meeting had left the officer's areas: it is held, and nothing else. */
async function nothingStuck(tablet: SimTablet, log: readonly LogEntry[]): Promise<void> {
  const outbox = await tablet.db().outbox.toArray();
  const refused = new Set(log.filter(({ verdict }) => verdict.kind === 'refused').map(({ fact }) => fact.subject.id));
  const made = new Set(log.filter(({ verdict }) => verdict.seq !== undefined).map(({ fact }) => fact.subject.id));
  const isHeld = ({ state, fact: { subject } }: (typeof outbox)[number]) =>
    state === 'waiting' && refused.has(subject.id) && !made.has(subject.id);
  const stuck = outbox.filter((held) => held.state === 'unsent' || held.state === 'waiting' || held.folding === 1);
  expect(stuck.filter((held) => !isHeld(held))).toEqual([]);
}

type StoredRow = { area: string; noun: string; id: string; version: number; data: unknown };

async function sameAsOffice(tablet: SimTablet, rows: readonly StoredRow[]): Promise<void> {
  const areas = tablet.rights().areas;
  for (const noun of ['cooperative', 'visit', 'ratMeeting', 'roster', 'attendance'] satisfies Noun[]) {
    const here = (await readAll(tablet.db(), noun)).map(({ area, id, version, data }) => ({ area, id, version, data }));
    const there = rows
      .filter((row) => row.noun === noun && coversArea(areas, row.area))
      .map(({ area, id, version, data }) => ({ area, id, version, data }));
    expect(sorted(here), `${tablet.name} ${noun}`).toEqual(sorted(there));
  }
}

/** As the tablet tells its officer, and counted from the rows of both sides. */
async function sameDigests(tablet: SimTablet, server: Database): Promise<void> {
  const db = tablet.db();
  expect((await samenessOf(db)).kind, `${tablet.name} tells`).toBe('same');
  // Mending hides faults, so here nothing may have needed it; and what is no longer the officer's lies nowhere.
  expect((await readProof(db)).pulledAt, `${tablet.name} pulled again`).toEqual({});
  const areas = await areasOf(db);
  const buckets = [...(await db.page.toCollection().primaryKeys()), ...(await db.row.toArray()).map((row) => row.bucket)];
  expect(buckets.filter((bucket) => !areas.includes(bucket.slice(0, bucket.indexOf('/'))))).toEqual([]);
  await db.transaction('rw', [db.page, db.row, db.tally, db.setting], async () => recount(db));
  const here = await readDigests(db);
  for (const area of areas) {
    const there = [...(await countDigests(server, area))].map(([key, digest]) => [key.slice(area.length + 1), wireDigestOf(digest)]);
    expect(areaDigestsOf(here, area), `${tablet.name} ${area}`).toEqual(Object.fromEntries(there));
  }
}

const sorted = (rows: { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** An own change calls for its officer as long as its value waits beside the shown one, and no longer. */
async function callsForWhatIsOpen(tablet: SimTablet, rows: readonly StoredRow[]): Promise<void> {
  const row = rows.find(({ id }) => id === cooperativeId);
  // Who no longer has its area cannot see whether anybody has decided.
  if (!row || !coversArea(tablet.rights().areas, row.area)) return;
  const cooperative = row.data as Cooperative;
  const open = new Set((cooperative.conflicts ?? []).map(({ otherFactId }) => otherFactId));
  const own = (await tablet.db().outbox.toArray()).filter(
    ({ verdict, fact }) => verdict?.kind === 'conflict' && fact.subject.noun === 'cooperative',
  );
  expect(own.map(({ id, state }) => [id, state])).toEqual(own.map(({ id }) => [id, open.has(id) ? 'conflict' : 'settled']));
}
