// Old beside new: only what differs, in words.
import { expect, test } from 'vitest';
import { changedLinesOf } from '../../../src/ui/minutes/changed-lines.ts';
import { fullNameOf } from '../../../src/ui/minutes/document-words.ts';
import { meetingHoursOf } from '../../../src/ui/minutes/meeting-hours.ts';
import { documentWords } from '../../../src/ui/minutes/minutes-words.ts';

const changed = (field: string, from: unknown, to: unknown) => changedLinesOf(field, { from, to }, documentWords, 'id');

test('of ratified figures only the figure that was amended is shown', () => {
  const year = (assets: number) => [{ bookYear: 2025, figures: { assets, shu: 5 } }];
  expect(changed('ratified', year(1_000_000), year(2_000_000))).toEqual({
    before: ['Aset 2025: Rp\u00a01.000.000'],
    after: ['Aset 2025: Rp\u00a02.000.000'],
  });
});

test('a decision taken out leaves only the old line', () => {
  const kept = { agendaKey: 'other', text: 'Tetap.', method: 'consensus', adopted: true };
  const dropped = { agendaKey: 'other', text: 'Dicabut.', method: 'vote', yes: 40, no: 2, adopted: true };
  expect(changed('decisions', [kept, dropped], [kept])).toEqual({
    before: ['Lain-lain: Dicabut. (Pemungutan suara 40/2/0, Disetujui)'],
    after: [],
  });
});

test('a blank filled in has no old line', () => {
  expect(changed('number', null, '01/RAT')).toEqual({ before: [], after: ['01/RAT'] });
});

test.each([
  ['Tirta Makmur', 'KSU', 'KSU Tirta Makmur'],
  ['Tirta Makmur', undefined, 'Koperasi Tirta Makmur'],
  ['Tirta Makmur', 'Koperasi karyawan', 'Koperasi Tirta Makmur'],
  ['Koperasi Tirta Makmur', 'KSU', 'Koperasi Tirta Makmur'],
  ['KPRI Sejahtera', 'KPRI', 'KPRI Sejahtera'],
  ['KARYA TANI', undefined, 'Koperasi KARYA TANI'],
])('%s of the group %s is called %s', (name, group, full) => {
  expect(fullNameOf({ name, group })).toBe(full);
});

test('an end in the small hours is the next day, an end some hours before the beginning is not', () => {
  expect(meetingHoursOf('2026-07-06', '20:00', '01:00').endsNextDay).toBe(true);
  expect(meetingHoursOf('2026-07-06', '13:00', '09:00').endsNextDay).toBe(false);
  expect(meetingHoursOf('2026-07-06', '09:00', '13:00').endsNextDay).toBe(false);
  expect(meetingHoursOf('2026-07-06', '09:00', undefined).endedAt).toBeUndefined();
});
