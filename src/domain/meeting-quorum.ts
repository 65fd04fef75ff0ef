// The quorum of one meeting: its frozen rule, or the one it would freeze if it opened now, and whether a first call stands behind it.
import type { Cooperative } from './cooperative.ts';
import type { PolicyParameters } from './policy.ts';
import { type CallNumber, type Quorum, type QuorumRule, quorumOf, quorumRuleOf } from './quorum.ts';
import type { RatMeeting } from './rat-meeting.ts';
import type { Row } from './world.ts';

type Planned = Pick<RatMeeting, 'callNumber' | 'bookYears' | 'kind' | 'previousCallId'>;

/** The first call that was adjourned for the same book years: the one the second call names, else any. */
export function firstCallOf(meeting: Planned, meetings: readonly Row<'ratMeeting'>[]): Row<'ratMeeting'> | undefined {
  const calls = meetings.filter(
    ({ data }) =>
      data.callNumber === 1 &&
      data.adjournment !== undefined &&
      data.kind === meeting.kind &&
      meeting.bookYears.every((year) => data.bookYears.includes(year)),
  );
  return calls.find(({ id }) => id === meeting.previousCallId) ?? calls.at(-1);
}

export interface MeetingRule {
  /** Of the meeting's own call: what it freezes when it opens. */
  own: { rule: QuorumRule; source: 'bylaws' | 'policy' };
  firstCallRule: QuorumRule;
  firstCallNotReached: boolean;
  /** By which it is judged: a second call without a first is judged as a first (R-Q, Q6). */
  judgedBy: { rule: QuorumRule; source: 'bylaws' | 'policy'; call: CallNumber };
}

/** The rule a meeting stands under: frozen when it opened; until then what its bylaws or the policy say. */
export function meetingRuleOf(
  meeting: Planned & Pick<RatMeeting, 'opening'>,
  meetings: readonly Row<'ratMeeting'>[],
  bylaws: Cooperative['bylawRules'],
  policy: Pick<PolicyParameters, 'firstCall' | 'secondCall'>,
): MeetingRule {
  const { opening, callNumber } = meeting;
  const own = opening ? { rule: opening.quorumRule, source: opening.quorumSource } : quorumRuleOf(callNumber, bylaws, policy);
  const first = quorumRuleOf(1, bylaws, policy);
  const firstCallNotReached = callNumber === 2 && firstCallOf(meeting, meetings) !== undefined;
  const judgedBy = callNumber === 2 && !firstCallNotReached ? { ...first, call: 1 as const } : { ...own, call: callNumber };
  return { own, firstCallRule: first.rule, firstCallNotReached, judgedBy };
}

export const meetingQuorumOf = (callNumber: CallNumber, standing: MeetingRule, registeredVoters: number, present: number): Quorum =>
  quorumOf({
    registeredVoters,
    present,
    callNumber,
    firstCallNotReached: standing.firstCallNotReached,
    rule: standing.own.rule,
    firstCallRule: standing.firstCallRule,
  });
