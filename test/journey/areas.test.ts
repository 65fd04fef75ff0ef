// Areas that change: cooperatives that move with all that hangs on them, officers who get an area or lose one; unsent work is never lost by it.

import { beforeEach, expect, test } from 'vitest';
import { changeAreas } from '../../server/store/accounts.ts';
import { foundOffice as foundRealOffice } from '../../server/store/bootstrap.ts';
import { moveCooperative } from '../../server/store/cooperative-move.ts';
import type { Database } from '../../server/store/database.ts';
import { deviceByToken } from '../../server/store/devices.ts';
import { countDigests, readDigests } from '../../server/store/digests.ts';
import { newId } from '../../server/store/id.ts';
import { rebuildRows } from '../../server/store/rebuild.ts';
import { verifyLog } from '../../server/store/verify.ts';
import type { FieldDatabase } from '../../src/data/database.ts';
import { samenessOf } from '../../src/data/proof.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readAll, readRow, readUnder } from '../../src/data/rows.ts';
import { attendanceIdOf, presenceOf } from '../../src/domain/attendance.ts';
import { wireDigestOf } from '../../src/domain/digest.ts';
import { exchangeAll, type RoundOptions } from '../../src/sync/exchange.ts';
import { databaseForTest } from '../support/database.ts';
import { addOfficer, newCooperative, signInTablet } from '../support/founded-office.ts';
import { officeOf } from '../support/office.ts';
import { ownFacts } from '../support/own-facts.ts';
import { tabletOf } from '../support/tablet.ts';
import { meetingBody, membersOf, openingOf, today } from '../support/world.ts';

const [kukar, kubar] = ['64.02', '64.07'];
let server: Database;
beforeEach(async () => {
  server = (await databaseForTest()).db;
  await foundRealOffice(server, '64');
  await addOfficer(server, 'kukar', 'officer', [kukar]);
  await addOfficer(server, 'kubar', 'officer', [kubar]);
  await addOfficer(server, 'keduanya', 'officer', [kukar, kubar]);
});

interface Field {
  db: FieldDatabase;
  sync(batches?: RoundOptions['batches']): Promise<unknown>;
}

/** Rights are asked for anew with every request, as the server does by the token. */
async function tabletIn(username: string): Promise<Field> {
  const { deviceId, token, officer } = await signInTablet(server, username);
  const db = await tabletOf(officer, { deviceId, token });
  const office = {
    ...officeOf(server, deviceId, officer),
    exchange: async (...asked: Parameters<ReturnType<typeof officeOf>['exchange']>) => {
      const device = await deviceByToken(server, token);
      return officeOf(server, deviceId, device?.officer ?? officer).exchange(...asked);
    },
  };
  return { db, sync: (batches) => exchangeAll(db, office, { appVersion: 'test', now: () => today, ...(batches ? { batches } : {}) }) };
}

const record = async (db: FieldDatabase, ...acts: Act[]) =>
  expect(await recordActs(db, acts, { now: today })).toMatchObject({ kind: 'recorded' });
const visitTo = (cooperativeId: string, area: string): Act => ({
  type: 'visitRecorded',
  id: newId(),
  area,
  body: { cooperativeId, purpose: 'monitoring', visitedOn: '2026-07-01', findings: 'Buku simpanan belum diisi' },
});
const addressOf = (id: string, area: string, to: string): Act => ({
  type: 'cooperativeChanged',
  id,
  area,
  body: { changes: { address: { from: null, to } } },
});

/** A cooperative in Kukar with a visit and a RAT whose attendance is being taken. */
async function withMeeting(field: Field) {
  const act = newCooperative(kukar);
  const [meetingId, visit] = [newId(), visitTo(act.id, kukar)];
  const markOf = (memberKey: string): Act => ({
    type: 'attendanceMarked',
    id: attendanceIdOf(meetingId, memberKey),
    area: kukar,
    body: { meetingId, memberKey, name: `Anggota ${memberKey}`, role: 'voter', mode: 'inPerson', arrivedAt: today },
  });
  await field.sync();
  await record(
    field.db,
    act,
    visit,
    { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: { ...meetingBody, cooperativeId: act.id } },
    { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId: act.id, members: membersOf(20) } },
    { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(20) },
    markOf('0001'),
  );
  await field.sync();
  return { id: act.id, meetingId, visitId: visit.id, markOf };
}

const move = async (id: string, to = kubar) =>
  expect(await moveCooperative(server, id, to, 'Batas wilayah')).toMatchObject({ kind: 'judged', verdict: { kind: 'applied' } });
const outboxOf = async ({ db }: Field) => (await ownFacts(db)).map(({ state, verdict }) => verdict?.rule ?? state);

async function allIsWell(...fields: Field[]): Promise<void> {
  for (const field of fields) {
    expect((await samenessOf(field.db)).kind).toBe('same');
    expect((await ownFacts(field.db)).filter(({ folding }) => folding === 1)).toEqual([]);
  }
  for (const [area, digests] of await readDigests(server, [kukar, kubar])) {
    const counted = [...(await countDigests(server, area))].map(([key, digest]) => [key.split('/')[1], wireDigestOf(digest)]);
    expect(digests).toEqual(Object.fromEntries(counted));
  }
  expect((await verifyLog(server)).problems).toEqual([]);
  expect((await rebuildRows(server)).problems).toEqual([]);
}

test('a cooperative that moves takes its visits, meetings and attendance along; it leaves one tablet and enters another', async () => {
  const [left, entered, both] = [await tabletIn('kukar'), await tabletIn('kubar'), await tabletIn('keduanya')];
  const { id, meetingId, visitId } = await withMeeting(left);
  await both.sync();
  await entered.sync();
  await move(id);
  for (const field of [left, entered, both]) await field.sync();
  expect(await readRow(left.db, 'cooperative', id)).toBeUndefined();
  for (const noun of ['cooperative', 'visit', 'ratMeeting', 'attendance'] as const) expect(await readAll(left.db, noun)).toEqual([]);
  for (const { db } of [entered, both]) {
    expect(await readRow(db, 'cooperative', id)).toMatchObject({ area: kubar, version: 2, data: { regencyCode: kubar } });
    expect(await readRow(db, 'visit', visitId)).toMatchObject({ area: kubar, version: 1 });
    expect((await readAll(db, 'ratMeeting')).map((row) => row.id)).toEqual([meetingId]);
    expect(presenceOf((await readUnder(db, 'attendance', meetingId, kubar)).map((row) => row.data)).voters).toBe(1);
  }
  await allIsWell(left, entered, both);
});

test('what an officer of both areas recorded before hearing of the move is judged where it stands now', async () => {
  const [first, both] = [await tabletIn('kukar'), await tabletIn('keduanya')];
  const { id, meetingId, markOf } = await withMeeting(first);
  await both.sync();
  await move(id);
  const visit = visitTo(id, kukar);
  await record(both.db, addressOf(id, kukar, 'Jalan Poros'), visit, markOf('0002'));
  await both.sync();
  expect(await outboxOf(both)).toEqual(['applied', 'applied', 'applied']);
  expect(await readRow(both.db, 'cooperative', id)).toMatchObject({ area: kubar, data: { address: 'Jalan Poros', regencyCode: kubar } });
  expect(await readRow(both.db, 'visit', visit.id)).toMatchObject({ area: kubar });
  expect(presenceOf((await readUnder(both.db, 'attendance', meetingId, kubar)).map((row) => row.data)).voters).toBe(2);
  await first.sync();
  await allIsWell(first, both);
});

test.each([
  { how: 'in one request', batches: { first: 200, most: 200 } },
  { how: 'each in a request of its own', batches: { first: 1, most: 1 } },
])('a whole visit and RAT recorded before hearing of the move go where the cooperative stands, $how', async ({ batches }) => {
  const [first, both] = [await tabletIn('kukar'), await tabletIn('keduanya')];
  const { id } = await withMeeting(first);
  await both.sync();
  await move(id);
  const [meetingId, visit, figures] = [newId(), visitTo(id, kukar), `${id}:2025:visit`];
  const markOf = (memberKey: string): Act => ({
    type: 'attendanceMarked',
    id: attendanceIdOf(meetingId, memberKey),
    area: kukar,
    body: { meetingId, memberKey, name: `Anggota ${memberKey}`, role: 'voter', mode: 'inPerson', arrivedAt: today },
  });
  await record(both.db, visit, {
    type: 'visitAmended',
    id: visit.id,
    area: kukar,
    body: { reason: 'Salah tulis', changes: { findings: { from: 'Buku simpanan belum diisi', to: 'Buku simpanan sudah diisi' } } },
  });
  await record(both.db, {
    type: 'figuresRecorded',
    id: figures,
    area: kukar,
    body: { cooperativeId: id, bookYear: 2025, source: 'visit', assets: 1000 },
  });
  await record(both.db, { type: 'figuresChanged', id: figures, area: kukar, body: { changes: { assets: { from: 1000, to: 1200 } } } });
  await record(both.db, {
    type: 'ratMeetingRecorded',
    id: meetingId,
    area: kukar,
    body: { ...meetingBody, cooperativeId: id, bookYears: [2024] },
  });
  await record(both.db, { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId: id, members: membersOf(20) } });
  await record(both.db, { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(20) }, markOf('0001'), markOf('0002'));
  await both.sync(batches);
  expect(await outboxOf(both)).toEqual(Array(9).fill('applied'));
  expect(await readRow(both.db, 'visit', visit.id)).toMatchObject({ area: kubar, data: { findings: 'Buku simpanan sudah diisi' } });
  expect(await readRow(both.db, 'yearlyFigures', figures)).toMatchObject({ area: kubar, data: { assets: 1200 } });
  expect(presenceOf((await readUnder(both.db, 'attendance', meetingId, kubar)).map((row) => row.data)).voters).toBe(2);
  await first.sync();
  await allIsWell(first, both);
});

test('unsent work on what moved on, to where its officer may not work, stays whole in the outbox', async () => {
  const [first, both] = [await tabletIn('kukar'), await tabletIn('keduanya')];
  const { id } = await withMeeting(first);
  await both.sync();
  await move(id);
  await both.sync();
  await record(both.db, addressOf(id, kubar, 'Jalan Poros'));
  await move(id, '64.03');
  await both.sync();
  expect(await outboxOf(both)).toEqual(['areaMoved']);
  expect(await readRow(both.db, 'cooperative', id)).toBeUndefined();
  const [held] = await both.db.outbox.toArray();
  expect(held?.fact.body).toEqual({ changes: { address: { from: null, to: 'Jalan Poros' } } });
  await first.sync();
  await allIsWell(first, both);
});

test('who may not work in the new area is refused in words, with everything kept at the office and on the tablet', async () => {
  const [left, entered] = [await tabletIn('kukar'), await tabletIn('kubar')];
  const { id, markOf } = await withMeeting(left);
  await move(id);
  await record(left.db, addressOf(id, kukar, 'Jalan Poros'), visitTo(id, kukar), markOf('0002'), newCooperative(kukar));
  await left.sync();
  expect((await outboxOf(left)).slice(-4)).toEqual(['areaMoved', 'areaMoved', 'areaMoved', 'applied']);
  const kept = await server.selectFrom('fact').select('content').where('kind', '=', 'refused').execute();
  expect(kept.map(({ content }) => content.type)).toEqual(['cooperativeChanged', 'visitRecorded', 'attendanceMarked']);
  await entered.sync();
  await allIsWell(left, entered);
});

test('moved there and back, it stands where it began, and facts find it on any of the ways', async () => {
  const [first, both] = [await tabletIn('kukar'), await tabletIn('keduanya')];
  const { id } = await withMeeting(first);
  await both.sync();
  await move(id);
  await both.sync();
  await record(both.db, addressOf(id, kubar, 'Jalan Poros'));
  await move(id, kukar);
  await both.sync();
  await first.sync();
  expect(await outboxOf(both)).toEqual(['applied']);
  expect(await readRow(first.db, 'cooperative', id)).toMatchObject({ area: kukar, data: { address: 'Jalan Poros' } });
  await allIsWell(first, both);
});

test('a fact that waits for what the move took along is judged there', async () => {
  const [first, both] = [await tabletIn('kukar'), await tabletIn('keduanya')];
  const act = newCooperative(kukar);
  await first.sync();
  await record(first.db, act);
  await first.sync();
  await both.sync();
  const meetingId = newId();
  const meeting: Act = { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: { ...meetingBody, cooperativeId: act.id } };
  const plan: Act = {
    type: 'ratMeetingChanged',
    id: meetingId,
    area: kukar,
    body: { changes: { place: { from: 'Balai Desa', to: 'Aula' } } },
  };
  await record(both.db, meeting, plan);
  // The plan's change comes first, by a courier say, and waits; then the cooperative moves; then the meeting comes.
  const [recorded, changed] = await ownFacts(both.db);
  if (!recorded || !changed) throw new Error('nothing was recorded');
  await both.db.outbox.delete(recorded.deviceSeq);
  await both.sync();
  expect((await both.db.outbox.get(changed.deviceSeq))?.state).toBe('waiting');
  await move(act.id);
  await both.db.outbox.put(recorded);
  await both.sync();
  await both.sync();
  expect(await outboxOf(both)).toEqual(['applied', 'applied']);
  expect(await readRow(both.db, 'ratMeeting', meetingId)).toMatchObject({ area: kubar, data: { place: 'Aula' } });
  await first.sync();
  await allIsWell(first, both);
});

test('an officer who gets an area fetches it; who loses one keeps unsent work on it, which is refused in words', async () => {
  const field = await tabletIn('kukar');
  const { id } = await withMeeting(field);
  const other = await tabletIn('kubar');
  await other.sync();
  await record(other.db, newCooperative(kubar));
  await other.sync();
  const give = (areas: string[]) => server.transaction().execute((trx) => changeAreas(trx, 'kukar', areas));
  expect(await give([kukar, kubar])).toEqual({ kind: 'changed' });
  await field.sync();
  expect(await readAll(field.db, 'cooperative')).toHaveLength(2);
  await record(field.db, addressOf(id, kukar, 'Jalan Poros'));
  expect(await give([kubar])).toEqual({ kind: 'changed' });
  await field.sync();
  expect((await readAll(field.db, 'cooperative')).map((row) => row.area)).toEqual([kubar]);
  expect((await outboxOf(field)).at(-1)).toBe('area');
  expect(await field.db.page.where('key').startsWith(kukar).count()).toBe(0);
  await allIsWell(field);
  expect(await give([kukar])).toEqual({ kind: 'changed' });
  await field.sync();
  expect((await readAll(field.db, 'cooperative')).map((row) => row.id)).toEqual([id]);
  await allIsWell(field);
});

test('only the office moves a cooperative, and only to a regency that there is', async () => {
  const field = await tabletIn('keduanya');
  const { id } = await withMeeting(field);
  const act: Act = { type: 'cooperativeMoved', id, area: kukar, body: { regencyCode: kubar, reason: 'Batas' } };
  expect(await recordActs(field.db, [act], { now: today })).toMatchObject({ kind: 'refused', rule: 'role' });
  expect(await moveCooperative(server, id, '64.99', 'Batas')).toEqual({ kind: 'noRegency' });
  expect(await moveCooperative(server, newId(), kubar, 'Batas')).toEqual({ kind: 'unknown' });
  expect(await moveCooperative(server, id, kukar, 'Batas')).toMatchObject({
    kind: 'judged',
    verdict: { kind: 'refused', rule: 'sameArea' },
  });
});
