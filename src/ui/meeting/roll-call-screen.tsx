/** The roll call: search, tap, present. The count and the quorum stay in sight; every mark is on the tablet before it is shown as one. */
import { useState } from 'preact/hooks';
import { presenceOf } from '../../domain/attendance.ts';
import { meetingQuorumOf, meetingRuleOf } from '../../domain/meeting-quorum.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { useApp } from '../app-context.ts';
import { LentNotice } from '../join/lent-notice.tsx';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { ErrorState, Loading } from '../kit/page-state.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { GuestPart } from './guest-part.tsx';
import './meeting.css';
import { LatestMarks } from './latest-marks.tsx';
import { AttendanceConflicts } from './meeting-conflicts.tsx';
import { meetingHref, partHref } from './meeting-links.ts';
import { meetingWords } from './meeting-words.ts';
import { QuorumMeter } from './quorum-meter.tsx';
import { RollCall } from './roll-call.tsx';
import { useAttendance } from './use-attendance.ts';
import { useMarking } from './use-marking.ts';
import { MeetingPage, type MeetingRoute, type RecordedMeeting } from './use-meeting.tsx';

export function RollCallScreen(route: MeetingRoute) {
  const words = useWords(meetingWords);
  return (
    <MeetingPage {...route} title={words.rollTitle}>
      {(around) => <RollCallPage around={around} />}
    </MeetingPage>
  );
}

function RollCallPage({ around }: { around: RecordedMeeting }) {
  const words = useWords(meetingWords);
  const { session, db } = useApp();
  const { meeting, meetings, cooperative, roster, minutes } = around;
  const [part, setPart] = useState<'members' | 'guests'>('members');
  const attendance = useAttendance(db, meeting.id, meeting.area);
  const marking = useMarking(around, attendance.keep);
  const back = meetingHref(cooperative.id, meeting.id);
  const { opening, adjournment, holding } = meeting.data;
  const closed = holding || minutes ? 'sealed' : adjournment ? 'adjourned' : opening ? undefined : 'notOpened';

  if (attendance.error) {
    return (
      <Shell title={words.rollTitle} back={back}>
        <ErrorState onRetry={attendance.retry} />
      </Shell>
    );
  }
  if (!attendance.list || closed === 'notOpened') {
    return (
      <Shell title={words.rollTitle} back={back}>
        {closed === 'notOpened' ? <ClosedBanner closed="notOpened" cooperativeId={cooperative.id} meetingId={meeting.id} /> : <Loading />}
      </Shell>
    );
  }

  const { list } = attendance;
  const presence = presenceOf([...list.values()]);
  const rule = meetingRuleOf(meeting.data, meetings, cooperative.data.bylawRules, around.policy?.parameters ?? defaultPolicy);
  const registered = opening?.registeredVoters ?? 0;
  const quorum = meetingQuorumOf(meeting.data.callNumber, rule, registered, presence.voters);
  const meter = <QuorumMeter quorum={quorum} present={presence.voters} registered={registered} rule={rule.judgedBy.rule} />;
  return (
    <Shell
      title={words.rollTitle}
      back={back}
      actions={!closed && <LatestMarks list={list} officerId={session.officer.id} marking={marking} />}
    >
      {closed && <ClosedBanner closed={closed} cooperativeId={cooperative.id} meetingId={meeting.id} />}
      <LentNotice meetingId={meeting.id} />
      <AttendanceConflicts list={list.values()} cooperativeId={cooperative.id} />
      <Tabs
        label={words.rollTitle}
        value={part}
        onValue={setPart}
        tabs={[
          { key: 'members', label: words.rollTabs.members, count: presence.voters },
          { key: 'guests', label: words.rollTabs.guests, count: presence.others },
        ]}
      >
        {part === 'members' ? (
          <RollCall
            meter={meter}
            cooperativeId={cooperative.id}
            members={roster?.data.members ?? noMembers}
            list={list}
            live={attendance.live}
            marking={marking}
            closed={closed !== undefined}
            markedTwice={presence.markedTwice}
            defaultMode={meeting.data.mode === 'online' ? 'online' : 'inPerson'}
          />
        ) : (
          <GuestPart meter={meter} meeting={meeting} list={list} marking={marking} closed={closed !== undefined} />
        )}
      </Tabs>
    </Shell>
  );
}

/** One array for every drawing, so that nothing is sorted anew. */
const noMembers: readonly RosterMember[] = [];

interface ClosedBannerProps extends MeetingRoute {
  closed: 'sealed' | 'adjourned' | 'notOpened';
}

function ClosedBanner({ closed, cooperativeId, meetingId }: ClosedBannerProps) {
  const words = useWords(meetingWords);
  const { title, body } = words.rollClosed[closed];
  return (
    <Banner
      tone={closed === 'sealed' ? 'info' : 'warn'}
      title={title}
      actions={
        closed === 'sealed' ? (
          <LinkButton icon="document" href={partHref(cooperativeId, meetingId, 'daftar-hadir')}>
            {words.attendancePaper}
          </LinkButton>
        ) : (
          <LinkButton icon="meeting" href={meetingHref(cooperativeId, meetingId)}>
            {words.toMeeting}
          </LinkButton>
        )
      }
    >
      {body}
    </Banner>
  );
}
