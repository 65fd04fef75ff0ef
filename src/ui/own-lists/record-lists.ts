/** Which visits and meetings a list shows, and in which order. */
import { heldOnOf, type MeetingState, meetingStateOf, type RatMeeting } from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';

/** Latest first; of one officer, or of all. */
export function visitsShown(rows: readonly Row<'visit'>[], officerId: string | undefined): Row<'visit'>[] {
  const shown = officerId === undefined ? [...rows] : rows.filter(({ data }) => data.recordedBy === officerId);
  return shown.sort((one, other) => (keyOfVisit(one) < keyOfVisit(other) ? 1 : -1));
}

const keyOfVisit = ({ data }: Row<'visit'>): string => `${data.visitedOn} ${data.recordedAt}`;

export interface MeetingWish {
  officerId?: string | undefined;
  state?: MeetingState | undefined;
}

/** Meetings of the field alone: what was taken over from a register stands on its cooperative's page. */
export function meetingsShown(rows: readonly Row<'ratMeeting'>[], { officerId, state }: MeetingWish): Row<'ratMeeting'>[] {
  return rows
    .filter(({ data }) => data.source === 'officer')
    .filter(({ data }) => officerId === undefined || isOf(data, officerId))
    .filter(({ data }) => state === undefined || meetingStateOf(data) === state)
    .sort((one, other) => (meetingDayOf(one.data) < meetingDayOf(other.data) ? 1 : -1));
}

/** The day it was held, or is planned for; a meeting without a day stands first, to be given one. */
export const meetingDayOf = (meeting: RatMeeting): string => heldOnOf(meeting) ?? meeting.opening?.heldOn ?? meeting.plannedOn ?? '9999';

const isOf = (meeting: RatMeeting, officerId: string): boolean =>
  [meeting.recordedBy, meeting.opening?.officerId, meeting.holding?.officerId].includes(officerId);

export const meetingStatesShown: readonly MeetingState[] = [
  'planned',
  'open',
  'adjourned',
  'returned',
  'waitingForVerification',
  'verified',
  'cancelled',
];
