import { expect, test } from 'vitest';
import type { OutboxFact } from '../../../src/data/database.ts';
import { type Act, recordActs } from '../../../src/data/record.ts';
import { attendanceIdOf } from '../../../src/domain/attendance.ts';
import { factLines, factWords } from '../../../src/ui/fact-words.ts';
import { cooperativeIdOf, groupFacts, groupHref } from '../../../src/ui/outbox/fact-groups.ts';
import { tabletOf } from '../../support/tablet.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  meetingBody,
  meetingId,
  membersOf,
  officerOne,
  openingOf,
  today,
} from '../../support/world.ts';

const markOf = (memberKey: string): Act => ({
  type: 'attendanceMarked',
  id: attendanceIdOf(meetingId, memberKey),
  area: kukar,
  body: { meetingId, memberKey, name: `Anggota ${memberKey}`, role: 'voter', mode: 'inPerson', arrivedAt: today },
});
const changes = { address: { from: null, to: 'Jl. Poros KM 12' } };

async function tabletAfterRollCall() {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  const acts: Act[] = [
    { type: 'cooperativeRecorded', id: cooperativeId, area: kukar, body: cooperativeBody },
    { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody },
    { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId, members: membersOf(20) } },
    { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(20) },
    ...membersOf(12).map(({ memberKey }) => markOf(memberKey)),
    { type: 'cooperativeChanged', id: cooperativeId, area: kukar, body: { changes } },
  ];
  expect(await recordActs(db, acts, { now: today })).toMatchObject({ kind: 'recorded' });
  return { db, held: await db.outbox.orderBy('deviceSeq').toArray() };
}

test('the marks of one roll call are told as one', async () => {
  const { held } = await tabletAfterRollCall();
  const groups = groupFacts(held);
  expect(groups.map(({ facts }) => facts.length)).toEqual([1, 1, 1, 1, 12, 1]);
  const marks = groups[4]?.facts ?? [];
  const first = marks[0] as OutboxFact;
  expect(factWords(first.fact, 'KSU Tirta Makmur', marks.length)).toBe('12 tanda hadir RAT KSU Tirta Makmur');
});

test('each fact leads to its cooperative, also where it names only the meeting', async () => {
  const { db, held } = await tabletAfterRollCall();
  expect(await Promise.all(held.map(({ fact }) => cooperativeIdOf(db, fact)))).toEqual(held.map(() => cooperativeId));
  const groups = groupFacts(held);
  expect(groups.map((group) => groupHref(group, cooperativeId))).toEqual([
    `/koperasi/${cooperativeId}`,
    `/koperasi/${cooperativeId}/rat/${meetingId}`,
    `/koperasi/${cooperativeId}/rat/${meetingId}`,
    `/koperasi/${cooperativeId}/rat/${meetingId}`,
    `/koperasi/${cooperativeId}/rat/${meetingId}/hadir`,
    `/koperasi/${cooperativeId}`,
  ]);
});

test('what was typed is told whole, a change with what stood there before', async () => {
  const { held } = await tabletAfterRollCall();
  const linesOf = (place: number) => factLines((held[place] as OutboxFact).fact);
  expect(linesOf(16)).toEqual([['Alamat', 'kosong → Jl. Poros KM 12']]);
  expect(linesOf(2)).toEqual([['Anggota', '20 anggota']]);
  expect(linesOf(1)).toContainEqual(['Tempat', 'Balai Desa']);
  expect(linesOf(4)).toContainEqual(['Nama', 'Anggota 0001']);
});

test('a fact of a newer app is still told', () => {
  expect(factWords({ type: 'certificateIssued' as 'visitRecorded' }, undefined)).toContain('certificateIssued');
});
