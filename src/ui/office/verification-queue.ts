/** The RATs that wait for the office's word, oldest first, each with what is worth a look. */
import type { FieldDatabase } from '../../data/database.ts';
import { readRow, readUnder } from '../../data/rows.ts';
import type { Cooperative } from '../../domain/cooperative.ts';
import { type Day, dayOf } from '../../domain/day.ts';
import { heldOnOf, meetingStateOf, type RatMeeting } from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';
import { flagsOf, type VerificationFlag } from './verification-flags.ts';

export interface WaitingRat {
  meetingId: string;
  cooperativeId: string;
  area: string;
  cooperative: Cooperative;
  meeting: RatMeeting;
  heldOn: Day;
  /** Since when the office has the word: the RAT's day, or the day of the answer to a return. */
  waitingSince: Day;
  recordedBy: string;
  flags: VerificationFlag[];
}

export const waitingHref = ({ cooperativeId, meetingId }: Pick<WaitingRat, 'cooperativeId' | 'meetingId'>): string =>
  `/kantor/verifikasi/${cooperativeId}/${meetingId}`;

/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export function waitingSinceOf(meeting: RatMeeting): Day | undefined {
  return meeting.resubmitted ? dayOf(meeting.resubmitted.at) : heldOnOf(meeting);
}

export function oldestFirst<Waiting extends Pick<WaitingRat, 'waitingSince' | 'meetingId'>>(waiting: readonly Waiting[]): Waiting[] {
  return [...waiting].sort((one, other) =>
    one.waitingSince === other.waitingSince ? (one.meetingId < other.meetingId ? -1 : 1) : one.waitingSince < other.waitingSince ? -1 : 1,
  );
}

/** The next to look at: the one behind this in the queue, else the oldest. */
export function nextWaiting<Waiting extends Pick<WaitingRat, 'waitingSince' | 'meetingId'>>(
  queue: readonly Waiting[],
  current: { meetingId: string; waitingSince: Day },
): Waiting | undefined {
  const others = queue.filter(({ meetingId }) => meetingId !== current.meetingId);
  const ordered = oldestFirst([...others, current as Waiting]);
  const place = ordered.findIndex(({ meetingId }) => meetingId === current.meetingId);
  return ordered[place + 1] ?? others[0];
}

export const waitingAmong = (meetings: readonly Row<'ratMeeting'>[]): Row<'ratMeeting'>[] =>
  meetings.filter(({ data }) => meetingStateOf(data) === 'waitingForVerification');

/** Looks into the papers of every RAT that waits among the unsettled ones of the register. */
export async function readQueue(db: FieldDatabase, unsettled: readonly Row<'ratMeeting'>[]): Promise<WaitingRat[]> {
  const queue = await Promise.all(waitingAmong(unsettled).map((row) => readOne(db, row)));
  return oldestFirst(queue.filter((rat) => rat !== undefined));
}

/** Undefined for a meeting whose cooperative the tablet does not hold. */
async function readOne(db: FieldDatabase, row: Row<'ratMeeting'>): Promise<WaitingRat | undefined> {
  const { id: meetingId, data: meeting, area } = row;
  const [cooperative, meetings, minutes, attendance] = await Promise.all([
    readRow(db, 'cooperative', meeting.cooperativeId),
    readUnder(db, 'ratMeeting', row.root, area),
    readRow(db, 'minutes', meetingId),
    readUnder(db, 'attendance', meetingId, area),
  ]);
  const heldOn = heldOnOf(meeting);
  if (!cooperative || heldOn === undefined) return undefined;
  const flags = flagsOf({
    meetingId,
    meeting,
    meetings,
    cooperative: cooperative.data,
    minutes: minutes?.data,
    attendance: attendance.map(({ data }) => data),
  });
  return {
    meetingId,
    cooperativeId: meeting.cooperativeId,
    area,
    cooperative: cooperative.data,
    meeting,
    heldOn,
    waitingSince: waitingSinceOf(meeting) ?? heldOn,
    recordedBy: meeting.holding?.officerId ?? meeting.recordedBy,
    flags,
  };
}
