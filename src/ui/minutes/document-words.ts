/** What the printed documents say. The office and the law ask for them in Indonesian, whatever language the app is used in. */

import type { Cooperative } from '../../domain/cooperative.ts';
import { formatDay, formatTime, weekdayOf } from '../../domain/day.ts';
import type { MinutesContent } from '../../domain/minutes.ts';
import { type BlankableRupiah, formatRupiah, inWords } from '../../domain/money.ts';
import type { QuorumRule } from '../../domain/quorum.ts';
import type { RatMeeting } from '../../domain/rat-meeting.ts';
import { showCount } from '../kit/figures.ts';
import type { AttendanceMode } from './attendance-rows.ts';

export const kindNames: Record<RatMeeting['kind'], string> = {
  rat: 'Rapat Anggota Tahunan',
  ralb: 'Rapat Anggota Luar Biasa',
  khusus: 'Rapat Anggota Khusus',
};
export const meetingModeNames: Record<RatMeeting['mode'], string> = {
  inPerson: 'tatap muka',
  online: 'daring',
  hybrid: 'tatap muka dan daring',
  written: 'tertulis',
};
export const attendanceModeNames: Record<AttendanceMode, string> = { inPerson: 'Langsung', online: 'Daring', delegate: 'Wakil' };
export const callNames: Record<MinutesContent['callNumber'], string> = { 1: 'pertama', 2: 'kedua' };
export const quorumSourceNames = { bylaws: 'menurut anggaran dasar', policy: 'menurut ketentuan yang berlaku' } as const;

/** 'Koperasi Tirta Makmur', 'KSU Tirta Makmur'; a name that says so itself stays as it is. */
export function fullNameOf({ name, group }: Pick<Cooperative, 'name' | 'group'>): string {
  if (/^(kop|k(ud|su|sp|spps|pri|pn|jks|bmt)\b)/i.test(name)) return name;
  return `${group && /^[A-Z]{2,6}$/.test(group) ? group : 'Koperasi'} ${name}`;
}

export const dayInWords = (day: string): string => `${weekdayOf(day, 'id')}, ${formatDay(day, 'id')}`;
export const timeOf = (at: number): string => formatTime(at, 'id');
/** With a space that does not break. */
export const rupiahOf = (amount: BlankableRupiah): string => formatRupiah(amount).replace(' ', '\u00a0');
export const rupiahInWords = (amount: number): string => `${inWords(amount)} rupiah`;
/** '60 (enam puluh)'. */
export const countInWords = (count: number): string => `${showCount(count)} (${inWords(count)})`;
/** What makes the sum of men and women less than all: 'terdaftar 1, hadir 0'; nothing when they add up. */
export function unsaidSexOf({ registeredVoters, registeredMale, registeredFemale, presence }: MinutesContent): string | undefined {
  const registered =
    registeredMale === undefined || registeredFemale === undefined ? 0 : registeredVoters - registeredMale - registeredFemale;
  const present = presence.voters - presence.male - presence.female;
  return registered || present ? `terdaftar ${showCount(registered)}, hadir ${showCount(present)}` : undefined;
}

export const ruleInWords = ({ num, den, strict }: QuorumRule): string => `${strict ? 'lebih dari' : 'sekurang-kurangnya'} ${num}/${den}`;
/** '44,4 %'. */
export const percentOf = (part: number, whole: number): string =>
  whole > 0 ? `${((part / whole) * 100).toFixed(1).replace('.', ',')}\u00a0%` : '-';
/** Groups of eight, so that two people can read it to each other. */
export const spacedHashOf = (hash: string): string => hash.replace(/(.{8})(?=.)/g, '$1 ');
