/** Where a meeting stands, and the one thing to do next. */
import type { ComponentChildren } from 'preact';
import type { Presence } from '../../domain/attendance.ts';
import type { MeetingRule } from '../../domain/meeting-quorum.ts';
import type { Quorum } from '../../domain/quorum.ts';
import type { Row } from '../../domain/world.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { showCount, showDay, showMoment } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { partHref, planHref } from './meeting-links.ts';
import { type MeetingProgress, nextStep } from './meeting-steps.ts';
import { meetingWords } from './meeting-words.ts';
import { QuorumMeter } from './quorum-meter.tsx';
import { RuleNote } from './rule-note.tsx';

export interface NextStepProps {
  progress: MeetingProgress;
  meeting: Row<'ratMeeting'>;
  presence: Presence;
  quorum: Quorum;
  judgedBy: MeetingRule['judgedBy'];
  registered: number;
  secondCallHref: string | undefined;
  /** For a plan that takes this one's place. */
  anewId: string;
  onOpen: () => void;
  onAdjourn: () => void;
  onSecondCall: () => void;
}

const stateTones = {
  planned: 'info',
  open: 'good',
  adjourned: 'warn',
  cancelled: 'neutral',
  waitingForVerification: 'warn',
  returned: 'bad',
  verified: 'good',
} as const;

export function NextStep(props: NextStepProps) {
  const words = useWords(meetingWords);
  const { progress, meeting, presence, quorum, registered } = props;
  const { state, opened, sealed } = progress;
  const { returned, adjournment, cancellation, verified } = meeting.data;
  const to = (part: Parameters<typeof partHref>[2]) => partHref(meeting.data.cooperativeId, meeting.id, part);
  const voters = showCount(presence.voters);

  if (state === 'returned' && returned) {
    return (
      <Banner
        tone="bad"
        title={words.returnedTitle(showMoment(returned.at))}
        actions={
          <LinkButton look="primary" icon="pen" href={to('notulen')}>
            {words.answerReturn}
          </LinkButton>
        }
      >
        <p class="quoted">{returned.reason}</p>
        <p>{words.returnedBody}</p>
      </Banner>
    );
  }
  if (state === 'verified') {
    return (
      <Banner tone="good" title={words.verifiedTitle}>
        {verified && <p>{words.verifiedBody(showMoment(verified.at))}</p>}
        {verified?.note && <p class="quoted">{verified.note}</p>}
      </Banner>
    );
  }
  if (sealed) {
    return (
      <Banner tone="info" title={words.waitingTitle}>
        {words.waitingBody(voters, showCount(registered))}
      </Banner>
    );
  }
  if (state === 'adjourned' && adjournment) {
    return (
      <Banner
        tone="warn"
        title={words.adjournedTitle(showMoment(adjournment.adjournedAt))}
        actions={
          props.secondCallHref ? (
            <LinkButton look="primary" href={props.secondCallHref}>
              {words.seeSecondCall}
            </LinkButton>
          ) : (
            <Button look="primary" icon="calendar" onClick={props.onSecondCall}>
              {words.planSecondCall}
            </Button>
          )
        }
      >
        <p>{words.adjournedBody(showCount(adjournment.present), showCount(registered))}</p>
        <p class="quoted">{adjournment.reason}</p>
      </Banner>
    );
  }
  if (state === 'cancelled' && cancellation) {
    return (
      <Banner
        tone="info"
        title={words.cancelledTitle(showMoment(cancellation.cancelledAt))}
        actions={
          <LinkButton icon="calendar" href={planHref(meeting.data.cooperativeId, props.anewId)}>
            {words.planAnew}
          </LinkButton>
        }
      >
        <p class="quoted">{cancellation.reason}</p>
        <p>{words.cancelledBody}</p>
      </Banner>
    );
  }
  if (!opened) return progress.memberCount === 0 ? rosterFirst() : openNow();

  const next = nextStep(progress);
  return framed(
    words.openTitle(meeting.data.opening ? showDay(meeting.data.opening.heldOn) : ''),
    <>
      <QuorumMeter quorum={quorum} present={presence.voters} registered={registered} rule={props.judgedBy.rule} />
      <div class="actions">
        <LinkButton look={next === 'rollCall' ? 'primary' : 'secondary'} icon="meeting" href={to('hadir')}>
          {words.toRollCall}
        </LinkButton>
        <LinkButton look={next === 'minutes' ? 'primary' : 'secondary'} icon="document" href={to('notulen')}>
          {progress.minutesBegun ? words.goOnMinutes : words.toMinutes}
        </LinkButton>
        {progress.minutesBegun && (
          <LinkButton look={next === 'sign' ? 'primary' : 'secondary'} icon="signature" href={to('tandatangan')}>
            {words.toSign}
          </LinkButton>
        )}
        {quorum.kind === 'notReached' && (
          <Button look="danger" icon="clock" onClick={props.onAdjourn}>
            {words.adjourn}
          </Button>
        )}
      </div>
    </>,
  );

  function rosterFirst() {
    return framed(
      words.nextRoster,
      <>
        <p>{words.nextRosterBody}</p>
        <div class="actions">
          <LinkButton look="primary" icon="user" href={to('roster')}>
            {words.toRoster}
          </LinkButton>
        </div>
      </>,
    );
  }

  function openNow() {
    return framed(
      words.nextOpen(showCount(progress.memberCount)),
      <>
        <RuleNote judgedBy={props.judgedBy} />
        <div class="actions">
          <Button look="primary" icon="check" onClick={props.onOpen}>
            {words.openMeeting}
          </Button>
          <LinkButton icon="user" href={to('roster')}>
            {words.toRosterAgain}
          </LinkButton>
        </div>
      </>,
    );
  }

  function framed(title: string, children: ComponentChildren) {
    return (
      <section class="next-step stack">
        <div class="row apart">
          <h2>{title}</h2>
          <StatusBadge tone={stateTones[state]}>{words.states[state]}</StatusBadge>
        </div>
        {children}
      </section>
    );
  }
}
