/** That two officers wrote different things about this meeting, and where it is decided. */
import type { Attendance } from '../../domain/attendance.ts';
import { disputeOf } from '../../domain/attendance.ts';
import type { RatMeeting } from '../../domain/rat-meeting.ts';
import { fieldName, lastPart } from '../field-words.ts';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';

export function MeetingConflicts({ meeting }: { meeting: RatMeeting }) {
  const words = useWords(meetingWords);
  const fields = new Set((meeting.conflicts ?? []).map(({ field }) => fieldName(lastPart(field))));
  if (fields.size === 0) return null;
  return (
    <Banner tone="warn" title={words.conflictTitle([...fields].join(', '))} actions={<DecideLink cooperativeId={meeting.cooperativeId} />}>
      {words.conflictBody}
    </Banner>
  );
}

/** Members marked at one door and voided at another: they count as the marks stand, until somebody decides. */
export function AttendanceConflicts({ list, cooperativeId }: { list: Iterable<Attendance>; cooperativeId: string }) {
  const words = useWords(meetingWords);
  const names = [...list].filter((attendance) => disputeOf(attendance)).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Banner tone="warn" title={words.disputedTitle(showCount(names.length))} actions={<DecideLink cooperativeId={cooperativeId} />}>
      {words.disputedBody(names.slice(0, 3).join(', '))}
    </Banner>
  );
}

function DecideLink({ cooperativeId }: { cooperativeId: string }) {
  return <LinkButton href={`/koperasi/${cooperativeId}/perbedaan`}>{useWords(meetingWords).conflictDecide}</LinkButton>;
}
