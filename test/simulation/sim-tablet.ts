// A tablet in the simulated world: an officer's wishes on the real database and the real exchange, with restarts between.
import { type FieldDatabase, openFieldDatabase } from '../../src/data/database.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow, readUnder } from '../../src/data/rows.ts';
import { attendanceIdOf, disputeOf, knownVoidsOf, standingMarksOf } from '../../src/domain/attendance.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import type { Office } from '../../src/sync/send.ts';
import type { Random } from '../support/random.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeId, meetingId } from '../support/world.ts';

export interface SimTablet {
  name: string;
  /** Facts the officer was told are saved. */
  saved: KnownFact[];
  /** The officer as the office knows them now. */
  rights(): SessionOfficer;
  db(): FieldDatabase;
  act(): Promise<void>;
  sync(): Promise<void>;
  restart(): Promise<void>;
}

export interface SimTabletOptions {
  name: string;
  deviceId: string;
  officer: SessionOfficer;
  rights: () => SessionOfficer;
  office: Office;
  random: Random;
  now: () => number;
  newId: () => string;
  memberKeys: readonly string[];
}

export async function simTablet(options: SimTabletOptions): Promise<SimTablet> {
  const { name, deviceId, officer, office, random, now } = options;
  let db = await tabletOf(officer, { deviceId, name, now: now() });
  const saved: KnownFact[] = [];
  return {
    name,
    saved,
    rights: options.rights,
    db: () => db,
    act: async () => {
      const act = await wishOf(db, options);
      if (!act) return;
      const result = await recordActs(db, [act], { now: now() });
      if (result.kind === 'recorded') saved.push(...result.facts);
    },
    sync: async () => {
      await exchangeAll(db, office, { appVersion: 'simulation', now });
    },
    restart: async () => {
      db.close();
      db = openFieldDatabase(name);
      await db.open();
      if (random.chance(0.5)) await exchangeAll(db, office, { appVersion: 'simulation', now });
    },
  };
}

/** An officer records where the tablet shows the cooperative, and nothing on what it no longer shows. */
async function wishOf(db: FieldDatabase, { random, now, newId, memberKeys }: SimTabletOptions): Promise<Act | undefined> {
  const roll = random.next();
  const area = (await readRow(db, 'cooperative', cooperativeId))?.area;
  if (area === undefined) return undefined;
  if (roll < 0.3) return markOf(db, area, random, random.pick(memberKeys), now());
  if (roll < 0.4) return voidOf(db, area, random);
  if (roll < 0.6) return changeOf(db, random);
  if (roll < 0.78) return resolutionOf(db, random);
  if (roll < 0.95) return attendanceResolutionOf(db, area, random);
  return {
    type: 'visitRecorded',
    id: newId(),
    area,
    body: { cooperativeId, purpose: 'monitoring', visitedOn: '2026-07-01', findings: `Temuan ${random.whole(1000)}` },
  };
}

/** One mark of five comes from an app that does not name the voids its officer has seen. */
async function markOf(db: FieldDatabase, area: string, random: Random, memberKey: string, arrivedAt: number): Promise<Act> {
  const held = (await readRow(db, 'attendance', attendanceIdOf(meetingId, memberKey)))?.data;
  const known = random.chance(0.8) ? knownVoidsOf(held) : {};
  const body = {
    meetingId,
    memberKey,
    name: `Anggota ${memberKey}`,
    role: 'voter' as const,
    mode: 'inPerson' as const,
    arrivedAt,
    ...known,
  };
  return { type: 'attendanceMarked', id: attendanceIdOf(meetingId, memberKey), area, body };
}

async function voidOf(db: FieldDatabase, area: string, random: Random): Promise<Act | undefined> {
  const present = (await readUnder(db, 'attendance', meetingId, area)).filter((row) => standingMarksOf(row.data).length > 0);
  if (present.length === 0) return undefined;
  const row = random.pick(present);
  const markIds = standingMarksOf(row.data).map((mark) => mark.factId);
  return { type: 'attendanceVoided', id: row.id, area, body: { meetingId, markIds, reason: 'Salah tanda' } };
}

const editable = ['address', 'sector'] as const;

async function changeOf(db: FieldDatabase, random: Random): Promise<Act | undefined> {
  const row = await readRow(db, 'cooperative', cooperativeId);
  if (!row) return undefined;
  const cooperative = row.data;
  const field = random.pick(editable);
  const from = cooperative[field] ?? null;
  const to = random.chance(0.1) ? null : `Isi ${random.whole(5)}`;
  if (from === to) return undefined;
  return { type: 'cooperativeChanged', id: cooperativeId, area: row.area, body: { changes: { [field]: { from, to } } } };
}

/** The shown value, one of the others, or a third one; officers who may not are refused on their own tablet. */
async function resolutionOf(db: FieldDatabase, random: Random): Promise<Act | undefined> {
  const row = await readRow(db, 'cooperative', cooperativeId);
  const cooperative = row?.data;
  const open = cooperative?.conflicts ?? [];
  if (!row || open.length === 0) return undefined;
  const { field } = random.pick(open);
  const mine = open.filter((conflict) => conflict.field === field);
  const from = (cooperative as unknown as Record<string, unknown>)[field] ?? null;
  const to = random.pick([from, from, ...mine.map(({ other }) => other), `Putusan ${random.whole(5)}`]) as string | null;
  const decisions = { [field]: { others: mine.map(({ otherFactId }) => otherFactId), from, to } };
  return { type: 'cooperativeConflictResolved', id: cooperativeId, area: row.area, body: { decisions } };
}

async function attendanceResolutionOf(db: FieldDatabase, area: string, random: Random): Promise<Act | undefined> {
  const disputed = (await readUnder(db, 'attendance', meetingId, area)).filter((row) => disputeOf(row.data));
  if (disputed.length === 0) return undefined;
  const row = random.pick(disputed);
  const { markIds, against } = disputeOf(row.data) ?? { markIds: [], against: [] };
  const body = { meetingId, present: random.chance(0.5), markIds, against, note: 'Sudah ditanya' };
  return { type: 'attendanceConflictResolved', id: row.id, area, body };
}
