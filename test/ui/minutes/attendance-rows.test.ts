// The order of an attendance list, and whom the witnesses are looked for among.
import { describe, expect, test } from 'vitest';
import type { Attendance } from '../../../src/domain/attendance.ts';
import { attendanceRowsOf } from '../../../src/ui/minutes/attendance-rows.ts';
import { presentNamed, usualSigner } from '../../../src/ui/minutes/signers.ts';
import { idOf, meetingId, officerOne, today } from '../../support/world.ts';

const by = { officerId: officerOne.id, deviceId: idOf(1), at: today };
const present = (memberKey: string, name: string, more: Partial<Attendance> = {}): Attendance => ({
  meetingId,
  memberKey,
  memberNumber: memberKey,
  name,
  role: 'voter',
  mode: 'inPerson',
  arrivedAt: today,
  marks: [{ ...by, factId: `mark ${memberKey}` }],
  voids: [],
  ...more,
});

describe('the attendance list', () => {
  test('orders members by number, those without one behind them by name', () => {
    const list = [
      present('10', 'Sepuluh'),
      present('x', 'Tanpa Nomor', { memberNumber: undefined }),
      present('2', 'Dua'),
      present('y', 'Anonim', { memberNumber: undefined }),
    ];
    expect(attendanceRowsOf(list).voters.map(({ name }) => name)).toEqual(['Dua', 'Sepuluh', 'Anonim', 'Tanpa Nomor']);
  });

  test('keeps guests and observers apart, in the order they came', () => {
    const late = present('g1', 'Kepala Desa', { role: 'guest', arrivedAt: today + 1000 });
    const { voters, others } = attendanceRowsOf([late, present('1', 'Satu'), present('g2', 'Calon', { role: 'observer' })]);
    expect(voters).toHaveLength(1);
    expect(others.map(({ name }) => name)).toEqual(['Calon', 'Kepala Desa']);
  });

  test('leaves out whose marks were all voided, and counts whoever was marked twice once', () => {
    const voided = present('1', 'Salah', { voids: [{ ...by, factId: 'void', markId: 'mark 1', reason: 'Salah orang' }] });
    const twice = present('2', 'Dua Meja', { marks: ['a', 'b'].map((factId) => ({ ...by, factId })) });
    expect(attendanceRowsOf([voided, twice])).toMatchObject({ voters: [{ name: 'Dua Meja' }], markedTwice: 1 });
  });
});

describe('a witness', () => {
  const list = [present('0012', 'Siti Aminah'), present('0013', 'Siti Rahma', { role: 'observer' }), present('0014', 'Budi')];
  test('is found among the voters present by a part of the name or by number', () => {
    expect(presentNamed(list, 'siti').map(({ name }) => name)).toEqual(['Siti Aminah']);
    expect(presentNamed(list, '0014').map(({ name }) => name)).toEqual(['Budi']);
  });
  test('is not offered again once the name stands there, nor before anything is typed', () => {
    expect(presentNamed(list, 'Siti Aminah')).toEqual([]);
    expect(presentNamed(list, ' ')).toEqual([]);
  });
});

test('chair and secretary sign under the names of the minutes, the board under that of the register', () => {
  const known = {
    draft: { chairName: ' Ketua Sidang ', secretaryName: 'Notulis' },
    board: [{ personName: 'Ketua Koperasi', role: 'chair' as const }],
    officerName: 'Petugas',
  };
  expect(usualSigner('chair', known)).toBe('Ketua Sidang');
  expect(usualSigner('secretary', known)).toBe('Notulis');
  expect(usualSigner('boardChair', known)).toBe('Ketua Koperasi');
  expect(usualSigner('supervisorChair', known)).toBe('');
  expect(usualSigner('officeWitness', known)).toBe('Petugas');
});
