// Which rule a meeting stands under, and when a second call counts as one.
import { expect, test } from 'vitest';
import { firstCallOf, meetingQuorumOf, meetingRuleOf } from '../../src/domain/meeting-quorum.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { RatMeeting } from '../../src/domain/rat-meeting.ts';
import type { Row } from '../../src/domain/world.ts';
import { cooperativeId, idOf, kukar, meetingBody, officerOne, openingOf, today } from '../support/world.ts';

const meetingOf = (number: number, part: Partial<RatMeeting> = {}): Row<'ratMeeting'> => ({
  noun: 'ratMeeting',
  id: idOf(number),
  root: cooperativeId,
  area: kukar,
  version: 1,
  data: { ...meetingBody, recordedBy: officerOne.id, recordedAt: today, ...part },
});
const adjournment = { adjournedAt: today, present: 10, reason: 'Kuorum tidak tercapai', officerId: officerOne.id };
const adjourned = meetingOf(1, { adjournment });
const second = { ...meetingBody, callNumber: 2 as const };
const bylaws = { firstCall: { num: 2, den: 3, strict: false } };

test('a second call finds the adjourned first call of the same book year', () => {
  expect(firstCallOf(second, [meetingOf(2), adjourned])?.id).toBe(idOf(1));
  expect(firstCallOf(second, [meetingOf(1)])).toBeUndefined();
  expect(firstCallOf({ ...second, bookYears: [2025, 2024] }, [adjourned])).toBeUndefined();
  expect(firstCallOf({ ...second, kind: 'ralb' }, [adjourned])).toBeUndefined();
});

test('of several first calls the one it names is taken', () => {
  const other = meetingOf(3, { adjournment });
  expect(firstCallOf({ ...second, previousCallId: idOf(1) }, [adjourned, other])?.id).toBe(idOf(1));
  expect(firstCallOf(second, [adjourned, other])?.id).toBe(idOf(3));
});

test('a second call is judged by a fifth when its first is on record, and as a first when it is not', () => {
  const known = meetingRuleOf(second, [adjourned], undefined, defaultPolicy);
  expect(known.judgedBy).toEqual({ rule: { num: 1, den: 5, strict: false }, source: 'policy', call: 2 });
  expect(meetingQuorumOf(2, known, 100, 20)).toMatchObject({ kind: 'reached', row: 'Q5', needed: 20 });
  const unknown = meetingRuleOf(second, [], undefined, defaultPolicy);
  expect(unknown.judgedBy).toEqual({ rule: { num: 1, den: 2, strict: true }, source: 'policy', call: 1 });
  expect(unknown.own.rule).toEqual({ num: 1, den: 5, strict: false });
  expect(meetingQuorumOf(2, unknown, 100, 20)).toMatchObject({ kind: 'notReached', row: 'Q6', needed: 51 });
});

test('the bylaws go before the policy, and what was frozen at the opening before both', () => {
  expect(meetingRuleOf(meetingBody, [], bylaws, defaultPolicy).judgedBy).toMatchObject({ rule: bylaws.firstCall, source: 'bylaws' });
  const opened = { ...meetingBody, opening: { ...openingOf(100), officerId: officerOne.id } };
  expect(meetingRuleOf(opened, [], bylaws, defaultPolicy).judgedBy).toMatchObject({
    rule: { num: 1, den: 2, strict: true },
    source: 'policy',
  });
});
