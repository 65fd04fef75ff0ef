// What one tablet shows another of a meeting: read back whole, or not at all.
import { expect, test } from 'vitest';
import { passOf, readPass } from '../../src/domain/meeting-pass.ts';
import type { RosterMember } from '../../src/domain/roster.ts';
import type { Row } from '../../src/domain/world.ts';
import { cooperativeId, kukar, meetingBody, meetingId, membersOf, officerOne, openingOf, today } from '../support/world.ts';

const record = { recordedBy: officerOne.id, recordedAt: today };
const meeting: Row<'ratMeeting'> = {
  noun: 'ratMeeting',
  id: meetingId,
  root: cooperativeId,
  area: kukar,
  version: 2,
  data: { ...meetingBody, ...record, opening: { ...openingOf(4), officerId: officerOne.id } },
};
const members: RosterMember[] = [
  ...membersOf(2),
  { memberKey: 'local-1', name: 'Tanpa Nomor' },
  { memberKey: 'k2', memberNumber: 'A/2', name: 'Nomor Lain', sex: 'female', group: 'Dusun Dua' },
];
const roster: Row<'roster'> = {
  noun: 'roster',
  id: meetingId,
  root: meetingId,
  area: kukar,
  version: 1,
  data: { cooperativeId, members, source: 'typed', ...record },
};
const shown = (): Record<string, unknown> => JSON.parse(JSON.stringify(passOf(meeting, roster)));

test('a meeting and its roster come back as they were', () => {
  expect(readPass(shown())).toEqual({ meeting, roster });
});

test('no mark and no signature travels with it', () => {
  expect(JSON.stringify(shown())).not.toMatch(/signature|marks|arrivedAt/);
});

test.each([
  ['another version', { pass: 2 }],
  ['no area', { area: 'Kukar' }],
  ['a roster of another cooperative', { roster: { ...(shown().roster as object), data: { ...record, cooperativeId: 'lain' } } }],
  ['a member without a name', { roster: { ...(shown().roster as object), members: [['0001', '', 1, 'm', '']] } }],
  ['a member with a key that no roster has', { roster: { ...(shown().roster as object), members: [['<b>', 'Nama', 1, 'm', '']] } }],
  ['a sex that there is not', { roster: { ...(shown().roster as object), members: [['0001', 'Nama', 1, 'x', '']] } }],
  ['a meeting that is none', { meeting: { version: 1, data: { cooperativeId } } }],
])('with %s it is not read', (_what, change) => {
  expect(readPass({ ...shown(), ...change })).toBeUndefined();
});

test.each([[undefined], [null], ['PT2'], [[]], [{}]])('%s is no pass', (input) => {
  expect(readPass(input)).toBeUndefined();
});
