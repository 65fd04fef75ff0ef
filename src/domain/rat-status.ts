// Where a cooperative stands with the RAT of a book year as of a date: table R-S, missed years in a row, and activity.
import { addMonths, bookYearEnd, calendarYearOf, compareDays, type Day, endOfMonth, ratDeadline } from './day.ts';
import { type AdminDeadline, adminDeadlineOf, type Policy } from './policy.ts';
import { isHeldBy, isValidBy, isVerifiedBy, type RatRecord } from './rat-record.ts';

export const ratStatuses = [
  'notRequired',
  'waived',
  'heldOnTime',
  'heldLate',
  'heldUnverified',
  'adjourned',
  'invalidNoQuorum',
  'notStarted',
  'due',
  'missed',
] as const;
export type RatStatusName = (typeof ratStatuses)[number];

/** A row of a cooperative has all of this. */
export interface RatSubject {
  bookYearEndMonth: number;
  legalEntityOn?: Day | undefined;
  dissolvedOn?: Day | undefined;
  form: keyof AdminDeadline;
}

export interface RatHistory {
  cooperative: RatSubject;
  rats: readonly RatRecord[];
  /** Book years for which the office asked for no RAT, from the day it decided so. */
  waivers: readonly { bookYear: number; decidedOn: Day }[];
  asOf: Day;
  policy: Pick<Policy, 'id' | 'parameters'>;
}

/** Which policy and which date an answer stands on (invariant I9). */
export interface Basis {
  policyId: string;
  asOf: Day;
}

export interface RatStatus extends Basis {
  status: RatStatusName;
  row: 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S7' | 'S8' | 'S9' | 'S10';
  bookYear: number;
  counts: boolean;
  missed: 'no' | 'yes' | 'pending';
  flags: { afterAdminDate?: true; remind?: true; adminOverdue?: true };
  /** The meeting that decided, for S3 to S7. */
  meetingId?: string;
}

type Row = Pick<RatStatus, 'row' | 'status' | 'counts' | 'missed'> & Partial<Pick<RatStatus, 'flags' | 'meetingId'>>;

/**
 * R-S, first match wins. Only what had happened by `asOf` is seen: meetings held, verifications given, waivers decided
 * and dissolutions by that day, so that the same question has the same answer for ever.
 */
export function ratStatusOf({ bookYear, ...history }: RatHistory & { bookYear: number }): RatStatus {
  const { asOf, policy } = history;
  return { flags: {}, ...rowOf(bookYear, history), bookYear, asOf, policyId: policy.id };
}

function rowOf(bookYear: number, { cooperative, rats, waivers, asOf, policy }: RatHistory): Row {
  const { bookYearEndMonth, legalEntityOn, dissolvedOn } = cooperative;
  const end = bookYearEnd(bookYear, bookYearEndMonth);
  const deadline = ratDeadline(bookYear, bookYearEndMonth);
  const adminDate = adminDateOf(bookYear, cooperative, policy.parameters);

  const notYetFounded = legalEntityOn !== undefined && legalEntityOn > end;
  const dissolvedBefore = dissolvedOn !== undefined && dissolvedOn < end && dissolvedOn <= asOf;
  if (notYetFounded || dissolvedBefore) return { row: 'S1', status: 'notRequired', counts: false, missed: 'no' };
  if (waivers.some((waiver) => waiver.bookYear === bookYear && waiver.decidedOn <= asOf)) {
    return { row: 'S2', status: 'waived', counts: false, missed: 'no' };
  }

  const held = rats
    .filter((rat) => rat.bookYears.includes(bookYear) && isHeldBy(rat, asOf))
    .sort((one, other) => compareDays(one.heldOn, other.heldOn));
  const valid = held.find((rat) => isValidBy(rat, asOf));
  if (valid && valid.heldOn <= deadline) {
    const flags = adminDate !== undefined && valid.heldOn > adminDate ? { afterAdminDate: true as const } : {};
    return { row: 'S3', status: 'heldOnTime', counts: true, missed: 'no', flags, meetingId: valid.meetingId };
  }
  if (valid) return { row: 'S4', status: 'heldLate', counts: true, missed: 'no', meetingId: valid.meetingId };

  const waiting = held.find((rat) => !isVerifiedBy(rat, asOf));
  if (waiting) return { row: 'S5', status: 'heldUnverified', counts: false, missed: 'pending', meetingId: waiting.meetingId };
  const inquorate = held.at(-1);
  if (inquorate && asOf <= deadline) {
    return { row: 'S6', status: 'adjourned', counts: false, missed: 'pending', meetingId: inquorate.meetingId };
  }
  if (inquorate) return { row: 'S7', status: 'invalidNoQuorum', counts: false, missed: 'yes', meetingId: inquorate.meetingId };

  if (asOf <= end) {
    const remindAfter = endOfMonth(addMonths(end, -policy.parameters.remindMonths));
    return { row: 'S8', status: 'notStarted', counts: false, missed: 'no', flags: asOf > remindAfter ? { remind: true } : {} };
  }
  if (asOf <= deadline) {
    const flags = adminDate !== undefined && asOf > adminDate ? { adminOverdue: true as const } : {};
    return { row: 'S9', status: 'due', counts: false, missed: 'no', flags };
  }
  return { row: 'S10', status: 'missed', counts: false, missed: 'yes' };
}

/** The first administrative deadline after the book year's end; none where the office set none. */
function adminDateOf(bookYear: number, { bookYearEndMonth, form }: RatSubject, parameters: Policy['parameters']): Day | undefined {
  const monthDay = adminDeadlineOf(parameters, bookYear, form);
  if (monthDay === null) return undefined;
  const end = bookYearEnd(bookYear, bookYearEndMonth);
  const sameYear = `${end.slice(0, 5)}${monthDay}`;
  return sameYear > end ? sameYear : addMonths(sameYear, 12);
}

/** The latest book year whose RAT can no longer be in time. */
export function latestDueBookYear(asOf: Day, endMonth: number): number {
  let bookYear = calendarYearOf(asOf);
  while (ratDeadline(bookYear, endMonth) >= asOf) bookYear -= 1;
  return bookYear;
}

export interface MissedYears extends Basis {
  /** The missed book years, latest first. */
  years: number[];
  count: number;
  /** A RAT waits for the office behind these years: no warning may go out before it is verified. */
  needsVerification: boolean;
}

/** A cooperative whose founding day nobody wrote down is asked for no RAT older than UU 25/1992. */
const oldestBookYear = 1993;

/** Book years missed in a row up to the latest due one: waived years are passed over, a RAT even late ends the walk. */
export function consecutiveMissed(history: RatHistory): MissedYears {
  const { cooperative, asOf, policy } = history;
  const years: number[] = [];
  let needsVerification = false;
  const oldest = cooperative.legalEntityOn === undefined ? oldestBookYear : Number.NEGATIVE_INFINITY;
  for (let bookYear = latestDueBookYear(asOf, cooperative.bookYearEndMonth); bookYear >= oldest; bookYear -= 1) {
    const { status, missed } = ratStatusOf({ ...history, bookYear });
    if (status === 'waived') continue;
    needsVerification = missed === 'pending';
    if (missed !== 'yes') break;
    years.push(bookYear);
  }
  return { years, count: years.length, needsVerification, asOf, policyId: policy.id };
}

export interface Activity extends Basis {
  status: 'active' | 'inactive';
  /** What shows that it is active. */
  shownBy: ('rat' | 'business')[];
}

/**
 * Active, as the ODS counts: a valid RAT held in the last years, or its business seen running at a visit in the last
 * months. `businessSeenOn` is the latest such visit up to `asOf`.
 */
export function activityOf({
  rats,
  businessSeenOn,
  asOf,
  policy,
}: Pick<RatHistory, 'rats' | 'asOf' | 'policy'> & { businessSeenOn?: Day | undefined }): Activity {
  const { activeWindowYears, businessSeenMonths } = policy.parameters;
  const ratsSince = addMonths(asOf, -12 * activeWindowYears);
  const businessSince = addMonths(asOf, -businessSeenMonths);
  const shownBy: Activity['shownBy'] = [];
  if (rats.some((rat) => isValidBy(rat, asOf) && rat.heldOn >= ratsSince)) shownBy.push('rat');
  if (businessSeenOn !== undefined && businessSeenOn >= businessSince && businessSeenOn <= asOf) shownBy.push('business');
  return { status: shownBy.length > 0 ? 'active' : 'inactive', shownBy, asOf, policyId: policy.id };
}
