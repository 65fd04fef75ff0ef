/** The attendance list of a meeting as a page of its own. */
import { useMemo } from 'preact/hooks';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/page-state.tsx';
import { meetingHref, partHref } from '../meeting/meeting-links.ts';
import { PaperPage } from '../paper/paper-page.tsx';
import { usePaperSetting } from '../paper/use-paper-setting.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { attendancePaperOf } from './attendance-paper.ts';
import { paperDayOf } from './meeting-paper.ts';
import type { MinutesSources } from './minutes-sources.ts';
import { minutesWords } from './minutes-words.ts';
import { PaperLinks } from './paper-links.tsx';
import { MinutesPage, type MinutesRoute } from './use-minutes.tsx';

export function AttendanceDocument(route: MinutesRoute) {
  const words = useWords(minutesWords);
  const { cooperativeId, meetingId } = route;
  return (
    <MinutesPage {...route} title={words.attendanceTitle}>
      {({ sources }) =>
        sources.attendance.length > 0 ? (
          <AttendanceList sources={sources} />
        ) : (
          <Shell title={words.attendanceTitle} back={meetingHref(cooperativeId, meetingId)}>
            <EmptyState
              icon="meeting"
              title={words.noAttendance}
              action={<LinkButton href={partHref(cooperativeId, meetingId, 'hadir')}>{words.toRollCall}</LinkButton>}
            >
              {words.noAttendanceBody}
            </EmptyState>
          </Shell>
        )
      }
    </MinutesPage>
  );
}

function AttendanceList({ sources }: { sources: MinutesSources }) {
  const words = useWords(minutesWords);
  const setting = usePaperSetting(paperDayOf(sources.meeting));
  const { cooperativeId, meetingId, attendance, meeting, cooperative, minutes } = sources;
  const paper = useMemo(
    () => attendancePaperOf({ attendance, meeting, cooperative, minutes }, setting),
    [attendance, meeting, cooperative, minutes, setting],
  );
  return (
    <PaperPage
      title={words.attendanceTitle}
      back={meetingHref(cooperativeId, meetingId)}
      paper={paper}
      links={minutes && <PaperLinks cooperativeId={cooperativeId} meetingId={meetingId} except="daftar-hadir" />}
    />
  );
}
