// What the statistics need to know of one RAT, whether it was recorded by an officer or taken over from a register.
import * as z from 'zod/mini';
import { type Day, dayOf, daySchema } from './day.ts';
import { meetingStateOf, type RatMeeting } from './rat-meeting.ts';

export const ratRecordSchema = z.object({
  meetingId: z.string(),
  bookYears: z.array(z.int()).check(z.minLength(1)),
  heldOn: daySchema,
  quorumReached: z.boolean(),
  /** The day on which the office vouched for it; absent while it waits. */
  verifiedOn: z.optional(daySchema),
  recordedOn: z.optional(daySchema),
  callNumber: z.union([z.literal(1), z.literal(2)]),
  source: z.enum(['officer', 'register']),
});
export type RatRecord = z.infer<typeof ratRecordSchema>;

export const isHeldBy = (rat: RatRecord, asOf: Day): boolean => rat.heldOn <= asOf;
export const isVerifiedBy = (rat: RatRecord, asOf: Day): boolean => rat.verifiedOn !== undefined && rat.verifiedOn <= asOf;

/** Held, with its quorum, and verified: all of it by the date asked about. */
export const isValidBy = (rat: RatRecord, asOf: Day): boolean => isHeldBy(rat, asOf) && rat.quorumReached && isVerifiedBy(rat, asOf);

/** None for a meeting of another kind, or one that has not been held. */
export function ratRecordOf(meetingId: string, meeting: RatMeeting): RatRecord | undefined {
  if (meeting.kind !== 'rat') return undefined;
  const { bookYears, callNumber, source } = meeting;
  const record = { meetingId, bookYears, callNumber, source, recordedOn: dayOf(meeting.recordedAt) };
  const heldOn = meeting.holding?.heldOn ?? meeting.heldOn;
  if (heldOn !== undefined) {
    return { ...record, heldOn, quorumReached: meeting.holding?.quorumReached ?? true, ...verificationOf(meeting, heldOn) };
  }
  if (!meeting.adjournment) return undefined;
  // That too few came is nothing to verify: an adjourned call must not keep its book year waiting for the office.
  const adjournedOn = meeting.opening?.heldOn ?? dayOf(meeting.adjournment.adjournedAt);
  return { ...record, heldOn: adjournedOn, quorumReached: false, verifiedOn: adjournedOn };
}

/** What a register counts as held, its office had vouched for when it was held. */
function verificationOf(meeting: RatMeeting, heldOn: Day): { verifiedOn?: Day } {
  if (meetingStateOf(meeting) !== 'verified') return {};
  return { verifiedOn: meeting.verified ? dayOf(meeting.verified.at) : heldOn };
}
