/** What of a recorded RAT deserves a second look before the office vouches for it. */
import { hashOf } from '../../data/hash.ts';
import { type Attendance, disputeOf, presenceOf } from '../../domain/attendance.ts';
import { sameValue } from '../../domain/canonical.ts';
import type { Cooperative } from '../../domain/cooperative.ts';
import { type Day, ratDeadline } from '../../domain/day.ts';
import { firstCallOf } from '../../domain/meeting-quorum.ts';
import { hashedTextOf, type Minutes, sealedContentOf } from '../../domain/minutes.ts';
import { heldOnOf, type RatMeeting, rivalsOf } from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';

export type VerificationFlag =
  /** Another RAT claims a book year of this one (I2); of two only one can be verified. */
  | { kind: 'rival'; bookYear: number; meetingId: string; verified: boolean }
  | { kind: 'openConflict'; count: number }
  | { kind: 'disputedMarks'; count: number }
  | { kind: 'markedTwice'; count: number }
  /** The minutes count other voters than the attendance that came in. */
  | { kind: 'presenceDiffers'; minutes: number; list: number }
  /** The minutes were judged by another quorum than the one that was frozen when the meeting opened. */
  | { kind: 'otherQuorumRule' }
  /** The minutes name other book years or another call than the meeting. */
  | { kind: 'otherPlan' }
  /** The minutes rely on a first call that is not on record as adjourned. */
  | { kind: 'noFirstCall' }
  /** What is shown is not what was signed, amendments undone. */
  | { kind: 'sealBroken' }
  | { kind: 'withoutMinutes' }
  | { kind: 'noQuorum' }
  | { kind: 'amendedAfterReturn'; count: number }
  | { kind: 'resubmitted' }
  | { kind: 'late'; bookYear: number; deadline: Day };

export interface RecordedRat {
  meetingId: string;
  meeting: RatMeeting;
  /** Every meeting of the cooperative, this one among them. */
  meetings: readonly Row<'ratMeeting'>[];
  cooperative: Pick<Cooperative, 'bookYearEndMonth' | 'conflicts'>;
  minutes: Minutes | undefined;
  attendance: readonly Attendance[];
}

/** Flags that change what the office should do stand before those that only tell. */
export function flagsOf(rat: RecordedRat): VerificationFlag[] {
  const { meeting, minutes, cooperative } = rat;
  return [
    ...rivalFlags(rat),
    ...(minutes ? [...sealFlags(minutes), ...planFlags(rat, minutes)] : [{ kind: 'withoutMinutes' as const }]),
    ...(meeting.holding && !meeting.holding.quorumReached ? [{ kind: 'noQuorum' as const }] : []),
    ...conflictFlags(meeting, minutes, cooperative),
    ...attendanceFlags(rat),
    ...returnFlags(meeting, minutes),
    ...lateFlags(meeting, cooperative.bookYearEndMonth),
  ];
}

/** Of a flag that forbids to verify; the others leave it to the office. */
export const forbidsVerifying = (flag: VerificationFlag): boolean => flag.kind === 'rival' && flag.verified;

function rivalFlags({ meeting, meetingId, meetings }: RecordedRat): VerificationFlag[] {
  return rivalsOf(meeting, meetingId, meetings).flatMap(({ id, data }) =>
    data.bookYears
      .filter((year) => meeting.bookYears.includes(year))
      .map((bookYear) => ({ kind: 'rival' as const, bookYear, meetingId: id, verified: data.verified !== undefined })),
  );
}

const sealFlags = (minutes: Minutes): VerificationFlag[] =>
  hashOf(hashedTextOf(sealedContentOf(minutes))) === minutes.contentHash ? [] : [{ kind: 'sealBroken' }];

/** Two tablets may honestly differ after the opening, so this is for the office to see and not for a rule to refuse. */
function planFlags({ meeting, meetings }: RecordedRat, minutes: Minutes): VerificationFlag[] {
  const { opening, bookYears, callNumber } = meeting;
  const flags: VerificationFlag[] = [];
  if (opening && !sameValue(opening.quorumRule, minutes.quorumRule)) flags.push({ kind: 'otherQuorumRule' });
  if (!sameValue(bookYears, minutes.bookYears) || callNumber !== minutes.callNumber) flags.push({ kind: 'otherPlan' });
  if (minutes.firstCallNotReached && !firstCallOf(meeting, meetings)) flags.push({ kind: 'noFirstCall' });
  return flags;
}

function conflictFlags(meeting: RatMeeting, minutes: Minutes | undefined, cooperative: RecordedRat['cooperative']): VerificationFlag[] {
  const count = [meeting, minutes, cooperative].reduce((sum, row) => sum + (row?.conflicts?.length ?? 0), 0);
  return count > 0 ? [{ kind: 'openConflict', count }] : [];
}

function attendanceFlags({ attendance, minutes }: RecordedRat): VerificationFlag[] {
  const { voters, markedTwice } = presenceOf(attendance);
  const disputed = attendance.filter((mark) => disputeOf(mark)).length;
  return [
    ...(minutes && minutes.presence.voters !== voters
      ? [{ kind: 'presenceDiffers' as const, minutes: minutes.presence.voters, list: voters }]
      : []),
    ...(disputed > 0 ? [{ kind: 'disputedMarks' as const, count: disputed }] : []),
    ...(markedTwice > 0 ? [{ kind: 'markedTwice' as const, count: markedTwice }] : []),
  ];
}

function returnFlags(meeting: RatMeeting, minutes: Minutes | undefined): VerificationFlag[] {
  const first = meeting.returns?.[0] ?? meeting.returned;
  if (!first || !meeting.resubmitted) return [];
  const count = (minutes?.amendments ?? []).filter(({ at }) => at >= first.at).length;
  return count > 0 ? [{ kind: 'amendedAfterReturn', count }] : [{ kind: 'resubmitted' }];
}

function lateFlags(meeting: RatMeeting, endMonth: number): VerificationFlag[] {
  const heldOn = heldOnOf(meeting);
  if (heldOn === undefined) return [];
  return meeting.bookYears
    .map((bookYear) => ({ bookYear, deadline: ratDeadline(bookYear, endMonth) }))
    .filter(({ deadline }) => heldOn > deadline)
    .map(({ bookYear, deadline }) => ({ kind: 'late' as const, bookYear, deadline }));
}
