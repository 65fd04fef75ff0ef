// What a plan of a RAT suggests and warns of before it is saved.
import { describe, expect, test } from 'vitest';
import type { RatMeeting } from '../../../src/domain/rat-meeting.ts';
import type { Row } from '../../../src/domain/world.ts';
import {
  fieldsOf,
  keptPlan,
  newPlan,
  type Plan,
  type PlanContext,
  planOf,
  planWarnings,
  secondCallOf,
  standingOf,
  suggestedBookYear,
} from '../../../src/ui/meeting/plan-content.ts';
import { cooperativeId, idOf, kukar, meetingBody, officerOne, openingOf, today } from '../../support/world.ts';

const meetingOf = (number: number, part: Partial<RatMeeting> = {}): Row<'ratMeeting'> => ({
  noun: 'ratMeeting',
  id: idOf(number),
  root: cooperativeId,
  area: kukar,
  version: 1,
  data: { ...meetingBody, recordedBy: officerOne.id, recordedAt: today, ...part },
});
const adjournment = { adjournedAt: today, present: 10, reason: 'Kuorum tidak tercapai', officerId: officerOne.id };
const opening = { ...openingOf(100), officerId: officerOne.id };
const held = (bookYear: number) => meetingOf(bookYear, { bookYears: [bookYear], source: 'register', heldOn: `${bookYear + 1}-03-01` });
const day = '2026-07-06';

describe('the book year that is suggested', () => {
  test('is the latest that has ended', () => {
    expect(suggestedBookYear([], day, 12)).toBe(2025);
    expect(suggestedBookYear([], day, 6)).toBe(2026);
  });
  test('passes over years that have their RAT', () => {
    expect(suggestedBookYear([held(2025)], day, 12)).toBe(2024);
    expect(suggestedBookYear([2021, 2022, 2023, 2024, 2025].map(held), day, 12)).toBe(2025);
  });
  test('is one whose first call was adjourned, then with the second call', () => {
    const first = meetingOf(1, { adjournment });
    expect(newPlan([first], day, 12)).toMatchObject({ bookYears: [2025], callNumber: 2 });
    expect(newPlan([], day, 12)).toMatchObject({ bookYears: [2025], callNumber: 1 });
  });
});

test('what is on record about a year', () => {
  expect(standingOf(2025, [])).toEqual({ kind: 'none' });
  expect(standingOf(2025, [meetingOf(1)])).toEqual({ kind: 'planned' });
  expect(standingOf(2025, [meetingOf(1)], idOf(1))).toEqual({ kind: 'none' });
  expect(standingOf(2025, [meetingOf(1, { adjournment })])).toEqual({ kind: 'adjourned' });
  expect(standingOf(2025, [held(2025), meetingOf(1)])).toEqual({ kind: 'held', heldOn: '2026-03-01' });
  expect(standingOf(2025, [meetingOf(1, { kind: 'ralb' })])).toEqual({ kind: 'none' });
});

test('the second call is the first once more, at the latest day the policy allows', () => {
  const first = meetingOf(1, { adjournment, opening, invitedOn: '2026-06-20', plannedTime: '09:00' });
  expect(secondCallOf(first, day, 7)).toMatchObject({
    callNumber: 2,
    previousCallId: idOf(1),
    bookYears: [2025],
    plannedOn: '2026-07-13',
    invitedOn: undefined,
    place: 'Balai Desa',
  });
  expect(secondCallOf(first, '2026-08-01', 7).plannedOn).toBeUndefined();
});

test('a plan that has lost its first call names none', () => {
  const plan: Plan = { ...planOf(meetingOf(1).data), callNumber: 2, previousCallId: idOf(9), bookYears: [2025, 2024], place: '  ' };
  expect(fieldsOf(plan, [])).toMatchObject({ bookYears: [2024, 2025], callNumber: 2 });
  expect(fieldsOf(plan, [])).not.toHaveProperty('previousCallId');
  expect(fieldsOf(plan, [])).not.toHaveProperty('place');
  const first = meetingOf(3, { adjournment, bookYears: [2024, 2025] });
  expect(fieldsOf(plan, [first]).previousCallId).toBe(idOf(3));
});

test('a draft of an earlier app is filled up with what a new plan has', () => {
  const fresh = newPlan([], day, 12);
  expect(keptPlan({ place: 'Balai' }, fresh)).toEqual({ ...fresh, place: 'Balai' });
  expect(keptPlan(null, fresh)).toEqual(fresh);
});

describe('a plan is warned of', () => {
  const plan: Plan = { ...planOf(meetingOf(1).data), plannedOn: '2026-05-20', invitedOn: '2026-05-10' };
  const context: PlanContext = {
    meetingId: idOf(1),
    meetings: [],
    cooperative: { bookYearEndMonth: 12, bylawRules: undefined },
    policy: { noticeDays: 7, secondCallMaxDays: 7 },
  };
  const codes = (part: Partial<Plan>, around: Partial<PlanContext> = {}) =>
    planWarnings({ ...plan, ...part }, { ...context, ...around }).map((warning) => warning.code);

  test('nothing when all is well', () => expect(codes({})).toEqual([]));
  test('a short notice, by the policy or the bylaws', () => {
    expect(codes({ invitedOn: '2026-05-15' })).toEqual(['noticeShort']);
    expect(codes({ invitedOn: '2026-05-13' })).toEqual([]);
    expect(codes({}, { cooperative: { bookYearEndMonth: 12, bylawRules: { noticeDays: 14 } } })).toEqual(['noticeShort']);
    expect(codes({ invitedOn: '2026-05-21' })).toEqual(['invitedAfter']);
  });
  test('a day before the book year ends, or after its deadline', () => {
    expect(codes({ plannedOn: '2025-12-30', invitedOn: undefined })).toEqual(['beforeYearEnd']);
    expect(codes({ plannedOn: '2026-07-01' })).toEqual(['afterDeadline']);
    expect(codes({ plannedOn: '2026-06-30' })).toEqual([]);
  });
  test('a second call without its first, or long after it', () => {
    expect(codes({ callNumber: 2 })).toEqual(['secondCallWithoutFirst']);
    const first = meetingOf(2, { adjournment, opening: { ...opening, heldOn: '2026-05-10' } });
    expect(codes({ callNumber: 2 }, { meetings: [first] })).toEqual(['secondCallLate']);
    expect(codes({ callNumber: 2, plannedOn: '2026-05-17' }, { meetings: [first] })).toEqual([]);
  });
  test('another RAT of the same book year, but not an adjourned one or itself', () => {
    expect(codes({}, { meetings: [held(2025)] })).toEqual(['rival']);
    expect(codes({}, { meetings: [meetingOf(1), meetingOf(2, { adjournment })] })).toEqual([]);
    expect(codes({ kind: 'ralb' }, { meetings: [held(2025)] })).toEqual([]);
  });
  test('delegates where the bylaws forbid them', () => {
    expect(codes({ system: 'delegate' }, { cooperative: { bookYearEndMonth: 12, bylawRules: { delegateAllowed: false } } })).toEqual([
      'delegatesNotAllowed',
    ]);
    expect(codes({ system: 'delegate' })).toEqual([]);
  });
});
