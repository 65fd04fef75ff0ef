// Finding one member of hundreds, and the last marks that may be taken back.
import { expect, test } from 'vitest';
import type { Attendance } from '../../../src/domain/attendance.ts';
import type { RosterMember } from '../../../src/domain/roster.ts';
import { jumpsOf, latestMarksOf, rollEntriesOf, searchRoll } from '../../../src/ui/meeting/roll-entries.ts';
import { idOf, meetingId, officerOne, officerTwo, today } from '../../support/world.ts';

const memberOf = (memberNumber: string, name: string, group?: string): RosterMember => ({
  memberKey: memberNumber,
  memberNumber,
  name,
  ...(group ? { group } : {}),
});
const members = [
  memberOf('1070', 'Étienne Ngau'),
  memberOf('107', 'siti Aminah', 'Mawar'),
  memberOf('2107', 'Budi Santoso', 'Melati'),
  memberOf('0017', 'Siti Zulaikha', 'Mawar'),
  { memberKey: idOf(1), name: 'Ahmad' },
];
const namesOf = (found: readonly { member: RosterMember }[]) => found.map(({ member }) => member.name);

test('names stand in order whatever their case and accents', () => {
  expect(namesOf(rollEntriesOf(members, 'name'))).toEqual(['Ahmad', 'Budi Santoso', 'Étienne Ngau', 'siti Aminah', 'Siti Zulaikha']);
});

test('numbers stand in order as numbers, members without one at the end', () => {
  expect(namesOf(rollEntriesOf(members, 'number'))).toEqual(['Siti Zulaikha', 'siti Aminah', 'Étienne Ngau', 'Budi Santoso', 'Ahmad']);
});

test('every word must be found, in name, number or group', () => {
  const entries = rollEntriesOf(members, 'name');
  expect(namesOf(searchRoll(entries, 'siti mawar'))).toEqual(['siti Aminah', 'Siti Zulaikha']);
  expect(namesOf(searchRoll(entries, 'ETIENNE'))).toEqual(['Étienne Ngau']);
  expect(namesOf(searchRoll(entries, 'siti 17'))).toEqual(['Siti Zulaikha']);
  expect(searchRoll(entries, ' ')).toHaveLength(5);
});

test('the member with just the number that was typed comes first', () => {
  const entries = rollEntriesOf(members, 'name');
  expect(namesOf(searchRoll(entries, '107'))).toEqual(['siti Aminah', 'Étienne Ngau', 'Budi Santoso']);
  expect(namesOf(searchRoll(entries, '17'))[0]).toBe('Siti Zulaikha');
});

test('letters to jump to are those that names begin with', () => {
  expect(jumpsOf(rollEntriesOf(members, 'name'), 'name')).toEqual([
    { label: 'A', place: 0 },
    { label: 'B', place: 1 },
    { label: 'E', place: 2 },
    { label: 'S', place: 3 },
  ]);
  expect(jumpsOf(rollEntriesOf(members, 'number'), 'number').map(({ label }) => label)).toEqual(['0017', '107', '1070', '2107', '–']);
});

test('only own marks that still stand may be taken back, newest first', () => {
  const presentOf = (number: number, officerId: string, at: number, voided = false): Attendance => ({
    meetingId,
    memberKey: String(number),
    name: `Anggota ${number}`,
    role: 'voter',
    mode: 'inPerson',
    arrivedAt: at,
    marks: [{ factId: idOf(number), officerId, deviceId: idOf(99), at }],
    voids: voided ? [{ factId: idOf(0xf00 + number), officerId, deviceId: idOf(99), at, markId: idOf(number), reason: 'salah' }] : [],
  });
  const list = [
    presentOf(1, officerOne.id, today),
    presentOf(2, officerTwo.id, today + 9),
    presentOf(3, officerOne.id, today + 3),
    presentOf(4, officerOne.id, today + 4, true),
    presentOf(5, officerOne.id, today + 2),
  ];
  expect(latestMarksOf(list, officerOne.id, 2).map(({ attendance }) => attendance.memberKey)).toEqual(['3', '5']);
});
