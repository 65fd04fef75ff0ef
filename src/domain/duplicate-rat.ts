// Book years that more than one meeting claims (I2): all are kept, and the office decides by verifying the one that counts.
import { isGivenUp, type RatMeeting, rivalsOf } from './rat-meeting.ts';
import type { Row } from './world.ts';

export interface DuplicateRat {
  bookYear: number;
  meetings: Row<'ratMeeting'>[];
}

/** Book years that more than one meeting claims (I2), earliest first. */
export function duplicateRatsOf(meetings: readonly Row<'ratMeeting'>[]): DuplicateRat[] {
  const claimed = new Map<number, Row<'ratMeeting'>[]>();
  for (const meeting of meetings) {
    if (!counts(meeting.data) || rivalsOf(meeting.data, meeting.id, meetings).length === 0) continue;
    for (const bookYear of meeting.data.bookYears) claimed.set(bookYear, [...(claimed.get(bookYear) ?? []), meeting]);
  }
  return [...claimed]
    .filter(([, claims]) => claims.length > 1)
    .map(([bookYear, claims]) => ({ bookYear, meetings: claims }))
    .sort((one, other) => one.bookYear - other.bookYear);
}

const counts = (meeting: RatMeeting): boolean => meeting.kind === 'rat' && !isGivenUp(meeting);

/** Once the office has verified one of them, none of the others can be. */
export const isDecided = ({ meetings }: DuplicateRat): boolean => meetings.some(({ data }) => data.verified !== undefined);
