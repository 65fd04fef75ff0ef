/** A plan of a RAT as it is being typed, what it is recorded as, and what is worth saying before it is saved. */
import type { Cooperative } from '../../domain/cooperative.ts';
import { addDays, bookYearEnd, type Day, lastEndedBookYear, ratDeadline } from '../../domain/day.ts';
import { firstCallOf } from '../../domain/meeting-quorum.ts';
import type { PolicyParameters } from '../../domain/policy.ts';
import {
  heldOnOf,
  isGivenUp,
  type MeetingBody,
  meetingStateOf,
  type RatMeeting,
  ratDocuments,
  rivalsOf,
} from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';

export type Plan = Omit<MeetingBody, 'cooperativeId' | 'source' | 'heldOn' | 'place'> & { place: string };
type Meetings = readonly Row<'ratMeeting'>[];

/** The latest ended book year for which no RAT is on record; the latest ended one when every recent year has its RAT. */
export function suggestedBookYear(meetings: Meetings, today: Day, endMonth: number): number {
  const latest = lastEndedBookYear(today, endMonth);
  const recent = [0, 1, 2, 3, 4].map((back) => latest - back);
  const open = recent.find((year) => ['none', 'adjourned'].includes(standingOf(year, meetings).kind));
  return open ?? latest;
}

/** The book years a RAT held now may be about, latest first: five that have ended, and the one that is running. */
export function bookYearChoices(plan: Pick<Plan, 'bookYears'>, today: Day, endMonth: number): number[] {
  const latest = lastEndedBookYear(today, endMonth);
  const years = new Set([latest + 1, latest, latest - 1, latest - 2, latest - 3, latest - 4, ...plan.bookYears]);
  return [...years].sort((one, other) => other - one);
}

export type YearStanding = { kind: 'none' } | { kind: 'planned' | 'adjourned' } | { kind: 'held'; heldOn: Day };

/** What is on record about the RAT of a book year; `except` leaves one meeting out. */
export function standingOf(bookYear: number, meetings: Meetings, except?: string): YearStanding {
  const own = meetings.filter(
    ({ id, data }) => id !== except && data.kind === 'rat' && data.bookYears.includes(bookYear) && meetingStateOf(data) !== 'cancelled',
  );
  const heldOn = own.map(({ data }) => heldOnOf(data)).find((day) => day !== undefined);
  if (heldOn !== undefined) return { kind: 'held', heldOn };
  if (own.some(({ data }) => !isGivenUp(data))) return { kind: 'planned' };
  return own.length > 0 ? { kind: 'adjourned' } : { kind: 'none' };
}

/** Where a first call for the year was adjourned, what is planned next is the second. */
export function newPlan(meetings: Meetings, today: Day, endMonth: number): Plan {
  const bookYears = [suggestedBookYear(meetings, today, endMonth)];
  const callNumber = firstCallOf({ kind: 'rat', bookYears, callNumber: 2 }, meetings) ? 2 : 1;
  return { kind: 'rat', bookYears, callNumber, place: '', mode: 'inPerson', system: 'direct' };
}

/** The second call after an adjourned first: the same meeting once more, within the days that the policy allows. */
export function secondCallOf(first: Row<'ratMeeting'>, today: Day, mostDays: number): Plan {
  const { adjournment, opening, ...planned } = first.data;
  const from = opening?.heldOn ?? today;
  const latest = addDays(from, mostDays);
  const plan = planOf(planned);
  return { ...plan, callNumber: 2, previousCallId: first.id, plannedOn: latest > today ? latest : undefined, invitedOn: undefined };
}

export function planOf(meeting: RatMeeting): Plan {
  const { kind, bookYears, callNumber, previousCallId, invitedOn, plannedOn, plannedTime, place = '', mode, system, documents } = meeting;
  return { kind, bookYears, callNumber, previousCallId, invitedOn, plannedOn, plannedTime, place, mode, system, documents };
}

/** A draft as it was read from the tablet, perhaps written by an earlier version of the app. */
export function keptPlan(content: unknown, fresh: Plan): Plan {
  return typeof content === 'object' && content !== null ? { ...fresh, ...content } : fresh;
}

/** The call's first is named when it is on record, so that the quorum is judged as a second call (R-Q, Q5). */
export function fieldsOf(plan: Plan, meetings: Meetings): Omit<MeetingBody, 'cooperativeId' | 'source' | 'heldOn'> {
  const { place, previousCallId: _named, documents, ...fields } = plan;
  const first = plan.callNumber === 2 ? firstCallOf(plan, meetings)?.id : undefined;
  const trimmed = place.trim();
  return {
    ...fields,
    bookYears: [...plan.bookYears].sort((one, other) => one - other),
    ...(first ? { previousCallId: first } : {}),
    ...(trimmed ? { place: trimmed } : {}),
    // In one order, so that two officers who tick the same say the same.
    ...(documents && documents.length > 0 ? { documents: ratDocuments.filter((document) => documents.includes(document)) } : {}),
  };
}

export type PlanWarning =
  | { code: 'rival'; bookYears: number[]; heldOn?: Day | undefined; rivalId: string }
  | { code: 'secondCallWithoutFirst' }
  | { code: 'secondCallLate'; days: number; most: number }
  | { code: 'noticeShort'; days: number; needed: number }
  | { code: 'invitedAfter' }
  | { code: 'beforeYearEnd'; bookYear: number; end: Day }
  | { code: 'afterDeadline'; bookYear: number; deadline: Day }
  | { code: 'delegatesNotAllowed' };

export interface PlanContext {
  meetingId: string;
  meetings: Meetings;
  cooperative: Pick<Cooperative, 'bookYearEndMonth' | 'bylawRules'>;
  policy: Pick<PolicyParameters, 'noticeDays' | 'secondCallMaxDays'> | undefined;
}

/** None of these keeps a plan from being saved: the field knows what the form cannot. */
export function planWarnings(plan: Plan, { meetingId, meetings, cooperative, policy }: PlanContext): PlanWarning[] {
  const warnings: PlanWarning[] = [];
  for (const rival of rivalsOf(plan, meetingId, meetings)) {
    const shared = rival.data.bookYears.filter((year) => plan.bookYears.includes(year));
    warnings.push({ code: 'rival', bookYears: shared, heldOn: heldOnOf(rival.data), rivalId: rival.id });
  }
  const first = plan.callNumber === 2 ? firstCallOf(plan, meetings) : undefined;
  if (plan.callNumber === 2 && !first) warnings.push({ code: 'secondCallWithoutFirst' });
  const { plannedOn, invitedOn } = plan;
  if (plannedOn) warnings.push(...dayWarnings(plan.bookYears, plannedOn, cooperative.bookYearEndMonth));
  if (plannedOn && first?.data.opening && policy) {
    const days = daysBetween(first.data.opening.heldOn, plannedOn);
    if (days > policy.secondCallMaxDays) warnings.push({ code: 'secondCallLate', days, most: policy.secondCallMaxDays });
  }
  const needed = cooperative.bylawRules?.noticeDays ?? policy?.noticeDays;
  if (plannedOn && invitedOn) {
    const days = daysBetween(invitedOn, plannedOn);
    if (days < 0) warnings.push({ code: 'invitedAfter' });
    else if (needed !== undefined && days < needed) warnings.push({ code: 'noticeShort', days, needed });
  }
  if (plan.system === 'delegate' && cooperative.bylawRules?.delegateAllowed === false) warnings.push({ code: 'delegatesNotAllowed' });
  return warnings;
}

function dayWarnings(bookYears: readonly number[], plannedOn: Day, endMonth: number): PlanWarning[] {
  const early = bookYears.find((year) => plannedOn < bookYearEnd(year, endMonth));
  if (early !== undefined) return [{ code: 'beforeYearEnd', bookYear: early, end: bookYearEnd(early, endMonth) }];
  const latest = Math.max(...bookYears);
  const deadline = bookYears.length > 0 ? ratDeadline(latest, endMonth) : undefined;
  return deadline && plannedOn > deadline ? [{ code: 'afterDeadline', bookYear: latest, deadline }] : [];
}

export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
