// What an act reads before it is judged, and what it lays over what the office sent.
import { expect, test, vi } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { receiveExchange } from '../../src/data/receive.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow } from '../../src/data/rows.ts';
import { attendanceIdOf, standingMarksOf } from '../../src/domain/attendance.ts';
import type { WireRow } from '../../src/domain/wire.ts';
import { answerOf } from '../support/answers.ts';
import { tabletOf } from '../support/tablet.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  mahulu,
  meetingBody,
  meetingId,
  membersOf,
  officerOne,
  officerTwo,
  openingOf,
  today,
} from '../support/world.ts';

const now = { now: today };
const by = { recordedBy: officerTwo.id, recordedAt: today };
const mark = { factId: idOf(0x51), officerId: officerTwo.id, deviceId: idOf(2), at: today };
const attended = (memberKey: string) => ({
  meetingId,
  memberKey,
  name: 'Anggota',
  role: 'voter' as const,
  mode: 'inPerson' as const,
  arrivedAt: today,
});
const markOf = (memberKey: string): Act => ({
  type: 'attendanceMarked',
  id: attendanceIdOf(meetingId, memberKey),
  area: kukar,
  body: attended(memberKey),
});
const voidOf = (memberKey: string, markIds: string[]): Act => ({
  type: 'attendanceVoided',
  id: attendanceIdOf(meetingId, memberKey),
  area: kukar,
  body: { meetingId, markIds, reason: 'Salah orang' },
});

/** A meeting that came from the office whole, with enough marks to be packed into one page. */
async function arrived(): Promise<FieldDatabase> {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  const members = membersOf(20);
  let seq = 0;
  const rowOf = (noun: WireRow['noun'], id: string, root: string, data: unknown): WireRow => ({
    noun,
    id,
    root,
    area: kukar,
    version: 1,
    seq: ++seq,
    data,
  });
  const others = Array.from({ length: 40 }, (_, index) =>
    rowOf('ratMeeting', idOf(0x5000 + index * 16), cooperativeId, {
      ...meetingBody,
      ...by,
      heldOn: '2020-03-01',
      source: 'register',
      bookYears: [2019],
    }),
  );
  const rows = [
    rowOf('cooperative', cooperativeId, cooperativeId, { ...cooperativeBody, ...by }),
    ...others,
    rowOf('ratMeeting', meetingId, cooperativeId, { ...meetingBody, ...by, opening: { ...openingOf(20), officerId: officerTwo.id } }),
    rowOf('roster', meetingId, meetingId, { cooperativeId, members, ...by }),
    ...members
      .slice(0, 15)
      .map(({ memberKey }) =>
        rowOf('attendance', attendanceIdOf(meetingId, memberKey), meetingId, { ...attended(memberKey), marks: [mark], voids: [] }),
      ),
  ];
  const page = { area: kukar, cursor: seq, more: false, rows };
  await receiveExchange(db, answerOf({ pages: [page] }), today, today);
  expect(await db.row.get(`ratMeeting/${meetingId}`)).toBeUndefined();
  return db;
}

test('a packed meeting is found with and without being told its cooperative', async () => {
  const db = await arrived();
  expect(await recordActs(db, [markOf('0016')], now)).toMatchObject({ kind: 'recorded' });
  expect(await recordActs(db, [markOf('0017')], { ...now, root: cooperativeId })).toMatchObject({ kind: 'recorded' });
});

test('what the office sent stays beneath acts that belong together', async () => {
  const db = await arrived();
  const result = await recordActs(db, [voidOf('0001', [mark.factId]), markOf('0001')], now);
  expect(result).toMatchObject({ kind: 'recorded', rows: [{ id: attendanceIdOf(meetingId, '0001'), version: 3 }] });
  const laid = await db.row.get(`attendance/${attendanceIdOf(meetingId, '0001')}`);
  expect(laid).toMatchObject({ version: 3, base: { version: 1, data: { marks: [mark], voids: [] } } });
  await recordActs(db, [voidOf('0001', [idOf(0x99)])], now);
  expect(await db.row.get(`attendance/${attendanceIdOf(meetingId, '0001')}`)).toMatchObject({ version: 4, base: { version: 1 } });
});

test('a row of which nothing came from the office has nothing beneath it', async () => {
  const db = await arrived();
  await recordActs(db, [markOf('0016')], now);
  expect(await db.row.get(`attendance/${attendanceIdOf(meetingId, '0016')}`)).toMatchObject({ version: 1, base: null });
});

test('the answer carries the rows as they were committed', async () => {
  const db = await arrived();
  const result = await recordActs(db, [markOf('0018')], now);
  const row = await readRow(db, 'attendance', attendanceIdOf(meetingId, '0018'));
  expect(result.kind === 'recorded' && result.rows).toEqual([row]);
});

test('a roster that the screen holds judges the mark, but never stands in for the row that is acted on', async () => {
  const db = await arrived();
  const roster = await readRow(db, 'roster', meetingId);
  if (!roster) throw new Error('no roster arrived');
  const shorter = { ...roster, data: { ...roster.data, members: membersOf(16) } };
  expect(await recordActs(db, [markOf('0019')], { ...now, known: [shorter] })).toMatchObject({ kind: 'refused', rule: 'notOnRoster' });
  expect(await recordActs(db, [markOf('0016')], { ...now, known: [shorter] })).toMatchObject({ kind: 'recorded' });
  const id = attendanceIdOf(meetingId, '0002');
  const stale = {
    noun: 'attendance' as const,
    id,
    root: meetingId,
    area: kukar,
    version: 9,
    data: { ...attended('0002'), marks: [], voids: [] },
  };
  await recordActs(db, [markOf('0002')], { ...now, known: [stale] });
  const kept = await readRow(db, 'attendance', id);
  expect(kept?.version).toBe(2);
  expect(kept && standingMarksOf(kept.data)).toHaveLength(2);
});

test('a mark at the roll call is ten questions to the database: each is a way there and back, and the officer waits for all', async () => {
  const db = await arrived();
  const roster = await readRow(db, 'roster', meetingId);
  const asked: string[] = [];
  const kinds = ['get', 'getAll', 'openCursor', 'openKeyCursor', 'count', 'put', 'add', 'delete'] as const;
  const spies = kinds.flatMap((kind) =>
    [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((holder) => {
      if (!(kind in holder)) return [];
      const spy = vi.spyOn(holder as IDBObjectStore, kind);
      spy.mockName(kind);
      return [spy];
    }),
  );
  await recordActs(db, [markOf('0016')], { ...now, root: cooperativeId, known: roster ? [roster] : [] });
  for (const spy of spies) for (const _call of spy.mock.calls) asked.push(spy.getMockName());
  for (const spy of spies) spy.mockRestore();
  // Settings; attendance, meeting and minutes, each laid or in its page; the row, the fact and the device's number.
  expect(asked.sort()).toEqual(['add', ...Array(6).fill('get'), 'getAll', 'put', 'put'].sort());
});

test('a mark that names the area that its meeting has left finds the meeting where it stands', async () => {
  const db = await tabletOf({ ...officerOne, areas: [kukar, mahulu] }, { deviceId: idOf(1) });
  const rowOf = (noun: WireRow['noun'], id: string, root: string, data: unknown, seq: number): WireRow => ({
    noun,
    id,
    root,
    area: mahulu,
    version: 1,
    seq,
    data,
  });
  const held = { ...meetingBody, ...by, heldOn: '2020-03-01', source: 'register', bookYears: [2019] };
  const others = Array.from({ length: 40 }, (_, index) => rowOf('ratMeeting', idOf(0x5000 + index * 16), cooperativeId, held, 4 + index));
  const rows = [
    ...others,
    rowOf('cooperative', cooperativeId, cooperativeId, { ...cooperativeBody, ...by }, 1),
    rowOf('ratMeeting', meetingId, cooperativeId, { ...meetingBody, ...by, opening: { ...openingOf(20), officerId: officerTwo.id } }, 2),
    rowOf('roster', meetingId, meetingId, { cooperativeId, members: membersOf(20), ...by }, 3),
  ];
  const officer = { ...officerOne, areas: [kukar, mahulu] };
  const page = { area: mahulu, cursor: 44, more: false, rows };
  await receiveExchange(db, { ...answerOf({ pages: [page] }), officer }, today, today);
  const result = await recordActs(db, [markOf('0001')], { ...now, root: cooperativeId });
  expect(result).toMatchObject({ kind: 'recorded', rows: [{ area: mahulu }] });
});
