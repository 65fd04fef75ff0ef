// A plan is called off, and what that means to whoever plans or opens a meeting meanwhile.
import { beforeEach, describe, expect, test } from 'vitest';
import { duplicateRatsOf } from '../../src/domain/duplicate-rat.ts';
import { meetingStateOf, type RatMeeting, rivalsOf } from '../../src/domain/rat-meeting.ts';
import type { Row } from '../../src/domain/world.ts';
import { type Folding, foldingOver } from '../support/folding.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  meetingBody,
  meetingId,
  officerOne,
  officerTwo,
  openingOf,
  today,
} from '../support/world.ts';

const cancellation = { cancelledAt: today, reason: 'Pengurus minta ditunda sampai panen selesai' };
const otherId = idOf(0xd2);

let folding: Folding;
beforeEach(() => {
  folding = foldingOver({ [`cooperative/${cooperativeId}`]: { ...cooperativeBody, recordedBy: officerOne.id, recordedAt: today } });
  folding.fold(officerOne, 'ratMeetingRecorded', meetingId, meetingBody);
});

const cancel = (by = officerOne) => folding.fold(by, 'ratMeetingCancelled', meetingId, cancellation).outcome;
const open = (by = officerTwo) => folding.fold(by, 'ratMeetingOpened', meetingId, openingOf(20)).outcome;
const state = () => meetingStateOf(folding.data('ratMeeting', meetingId));
const rowOf = (id: string): Row<'ratMeeting'> => ({
  noun: 'ratMeeting',
  id,
  root: cooperativeId,
  area: kukar,
  version: 1,
  data: folding.data('ratMeeting', id),
});

describe('a plan that is called off', () => {
  test('stays on record with who did it and why', () => {
    expect(cancel()).toMatchObject({ kind: 'applied' });
    expect(state()).toBe('cancelled');
    expect(folding.data('ratMeeting', meetingId).cancellation).toEqual({ ...cancellation, officerId: officerOne.id });
  });

  test('by two officers is called off once, as the first one said', () => {
    cancel();
    expect(cancel(officerTwo)).toMatchObject({ kind: 'merged' });
    expect(folding.data('ratMeeting', meetingId).cancellation?.officerId).toBe(officerOne.id);
  });

  test('claims its book year no more (I2)', () => {
    cancel();
    expect(folding.fold(officerTwo, 'ratMeetingRecorded', otherId, meetingBody).outcome).toMatchObject({ kind: 'applied' });
    const rows = [rowOf(meetingId), rowOf(otherId)];
    expect(rivalsOf(meetingBody, otherId, rows)).toEqual([]);
    expect(duplicateRatsOf(rows)).toEqual([]);
  });
});

describe('what was opened', () => {
  test('is not called off any more', () => {
    open();
    expect(cancel()).toMatchObject({ kind: 'refused', rule: 'alreadyOpened' });
    expect(state()).toBe('open');
  });

  test('by a tablet that had not heard of the calling off counts all the same: the hall was full', () => {
    cancel();
    expect(open()).toMatchObject({ kind: 'applied' });
    expect(state()).toBe('open');
    expect(folding.fold(officerOne, 'ratMeetingRecorded', otherId, meetingBody).outcome).toMatchObject({ kind: 'conflict', rule: 'I2' });
  });

  test('and held, or taken over from a register, is not either (I5)', () => {
    const held: RatMeeting = { ...meetingBody, source: 'register', heldOn: '2026-03-01', recordedBy: officerOne.id, recordedAt: today };
    folding = foldingOver({ [`ratMeeting/${meetingId}`]: held });
    expect(cancel()).toMatchObject({ kind: 'refused', rule: 'I5' });
  });
});
