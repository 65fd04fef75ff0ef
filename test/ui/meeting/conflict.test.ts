// Which clashes of two officers still wait for a word.
import { expect, test } from 'vitest';
import { openConflictsOf } from '../../../src/ui/meeting/conflict.ts';
import { idOf, meetingBody, officerOne, officerTwo, today } from '../../support/world.ts';

const conflict = { field: 'place', shown: 'Balai Desa', other: 'Kantor Desa', otherBy: officerTwo.id, otherFactId: idOf(9), at: today };
const meeting = { ...meetingBody, recordedBy: officerOne.id, recordedAt: today, conflicts: [conflict] };

test('a clash waits until the field is set anew or holds the other value', () => {
  expect(openConflictsOf(meeting)).toEqual([conflict]);
  expect(openConflictsOf({ ...meeting, edited: { place: { officerId: officerOne.id, at: today - 1 } } })).toEqual([conflict]);
  expect(openConflictsOf({ ...meeting, edited: { place: { officerId: officerOne.id, at: today + 1 } } })).toEqual([]);
  expect(openConflictsOf({ ...meeting, place: 'Kantor Desa' })).toEqual([]);
  expect(openConflictsOf({ ...meeting, conflicts: undefined })).toEqual([]);
});
