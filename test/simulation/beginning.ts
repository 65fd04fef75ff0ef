// What the office holds when a world begins: its officers, a cooperative with an open and a planned meeting, and something to decide.
import type { OfficeAct } from '../../server/store/server-device.ts';
import { attendanceIdOf } from '../../src/domain/attendance.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
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
  policy,
  province,
  today,
  verifier,
} from '../support/world.ts';

export const password = 'ladang-sawit-2026';
export const systemOfficerId = idOf(0xa0);
export const plannedMeetingId = idOf(0xd2);
export const visitId = idOf(0xb1);
export const figuresId = figuresIdOf(cooperativeId, 2024, 'visit');
export const members = membersOf(6);

const head: SessionOfficer = { ...verifier, id: idOf(0xa7), name: 'Kepala Bidang', role: 'head' };
const wanderer: SessionOfficer = { ...officerOne, id: idOf(0xa8), name: 'Petugas Keliling', areas: [kukar, mahulu] };
/** In the order of the tablets; the first has two of them where there are many. */
export const officers = [
  { ...officerOne, username: 'satu' },
  { ...verifier, username: 'verifikator' },
  { ...officerTwo, username: 'dua' },
  { ...head, username: 'kepala' },
  { ...wanderer, username: 'keliling' },
];
export type SimOfficer = (typeof officers)[number];
export const officerOf = (tablet: number): SimOfficer => officers[(tablet - 1) % officers.length] as SimOfficer;

/** Each list is one transaction. */
export function beginningActs(): OfficeAct[][] {
  const system = { name: 'Sistem Pantau', role: 'administrator' as const, areas: [province], active: true };
  return [
    [{ type: 'officerRecorded', id: systemOfficerId, area: province, body: system }],
    [
      ...officers.map(({ id, name, role, areas }): OfficeAct => {
        return { type: 'officerRecorded', id, area: province, body: { name, role, areas, active: true } };
      }),
      { type: 'policyRecorded', id: policy.id, area: province, body: policy },
      ...[kukar, mahulu].map((code): OfficeAct => {
        return { type: 'areaRecorded', id: code, area: code, body: { code, level: 'regency', name: code, districts: [] } };
      }),
      { type: 'cooperativeRecorded', id: cooperativeId, area: kukar, body: cooperativeBody },
      { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody },
      { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId, members } },
      { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(members.length) },
      { type: 'ratMeetingRecorded', id: plannedMeetingId, area: kukar, body: { ...meetingBody, bookYears: [2024], place: 'Balai Adat' } },
      { type: 'rosterRecorded', id: plannedMeetingId, area: kukar, body: { cooperativeId, members: members.slice(0, 2) } },
      {
        type: 'visitRecorded',
        id: visitId,
        area: kukar,
        body: { cooperativeId, purpose: 'monitoring', visitedOn: '2026-07-01', findings: 'Awal' },
      },
      { type: 'figuresRecorded', id: figuresId, area: kukar, body: { cooperativeId, bookYear: 2024, source: 'visit', assets: 1_000_000 } },
      ...disputes(),
      ...members.slice(0, 3).map(({ memberKey }) => markOf(memberKey)),
    ],
  ];
}

/** Few worlds would come to something to decide in their few steps. */
function disputes(): OfficeAct[] {
  return (['address', 'sector'] as const).flatMap((field) =>
    ['Awal', 'Lain'].map((to): OfficeAct => {
      return { type: 'cooperativeChanged', id: cooperativeId, area: kukar, body: { changes: { [field]: { from: null, to } } } };
    }),
  );
}

export function markOf(memberKey: string): Extract<OfficeAct, { type: 'attendanceMarked' }> {
  const body = { meetingId, memberKey, name: `Anggota ${memberKey}`, role: 'voter' as const, mode: 'inPerson' as const, arrivedAt: today };
  return { type: 'attendanceMarked', id: attendanceIdOf(meetingId, memberKey), area: kukar, body };
}
