/** One RAT at a glance: where it stands, what comes next, what is in conflict, its papers. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { saveDraft } from '../../data/drafts.ts';
import { newId } from '../../data/id.ts';
import { readUnder } from '../../data/rows.ts';
import { presenceOf } from '../../domain/attendance.ts';
import { dayOf } from '../../domain/day.ts';
import { meetingQuorumOf, meetingRuleOf } from '../../domain/meeting-quorum.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { isGivenUp, meetingStateOf, rivalsOf } from '../../domain/rat-meeting.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { joinWords } from '../join/join-words.ts';
import { LentNotice } from '../join/lent-notice.tsx';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { Item } from '../kit/list.tsx';
import { Steps } from '../kit/steps.tsx';
import { showToast } from '../kit/toast.tsx';
import { SheetPhotos } from '../photos/sheet-photos.tsx';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { AdjournDialog } from './adjourn-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { AttendanceConflicts, MeetingConflicts } from './meeting-conflicts.tsx';
import { MeetingFacts } from './meeting-facts.tsx';
import { cooperativeHref, meetingHref, partHref, planHref } from './meeting-links.ts';
import { isStepDone, isStepOpen, type MeetingProgress, type MeetingStep, meetingSteps, nextStep } from './meeting-steps.ts';
import './meeting.css';
import { meetingNameOf, meetingWords } from './meeting-words.ts';
import { NextStep } from './next-step.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { secondCallOf } from './plan-content.ts';
import { MeetingPage, type MeetingRoute, type RecordedMeeting } from './use-meeting.tsx';

export function MeetingScreen(route: MeetingRoute) {
  const words = useWords(meetingWords);
  return (
    <MeetingPage {...route} title={words.meetingTitle}>
      {(around) => <Meeting around={around} />}
    </MeetingPage>
  );
}

function Meeting({ around }: { around: RecordedMeeting }) {
  const { db, session } = useApp();
  const words = useWords(meetingWords);
  const join = useWords(joinWords);
  const { route } = useLocation();
  const { cooperative, meeting, meetings, roster, minutes } = around;
  const policy = around.policy?.parameters ?? defaultPolicy;
  const [dialog, setDialog] = useState<'open' | 'adjourn' | 'cancel'>();
  const attendance = useLive(() => readUnder(db, 'attendance', meeting.id, meeting.area), [db, meeting.id, meeting.area], { keep: true });
  const minutesBegun = useLive(async () => (await db.draft.get(`minutes:${meeting.id}`)) !== undefined, [db, meeting.id], { keep: true });
  const presence = presenceOf((attendance.value ?? []).map((row) => row.data));
  const rule = meetingRuleOf(meeting.data, meetings, cooperative.data.bylawRules, policy);
  const registered = meeting.data.opening?.registeredVoters ?? roster?.data.members.length ?? 0;
  const quorum = meetingQuorumOf(meeting.data.callNumber, rule, registered, presence.voters);
  const state = meetingStateOf(meeting.data);
  const progress: MeetingProgress = {
    state,
    memberCount: roster?.data.members.length ?? 0,
    opened: meeting.data.opening !== undefined,
    quorumReached: quorum.kind === 'reached',
    minutesBegun: minutesBegun.value ?? false,
    sealed: meeting.data.holding !== undefined || minutes !== undefined,
  };
  const rivals = isGivenUp(meeting.data) ? [] : rivalsOf(meeting.data, meeting.id, meetings);
  const [anewId] = useState(newId);
  const secondCall = meetings.find(({ data }) => data.previousCallId === meeting.id);

  const planSecondCall = async () => {
    const id = newId();
    const content = secondCallOf(meeting, dayOf(Date.now()), policy.secondCallMaxDays);
    try {
      await saveDraft(db, { key: `meeting:${id}`, kind: 'meeting', cooperativeId: cooperative.id, content });
      route(planHref(cooperative.id, id));
    } catch {
      showToast({ text: words.notKept });
    }
  };

  return (
    <Shell title={meetingNameOf(words, meeting.data)} back={cooperativeHref(cooperative.id)}>
      <p class="lede">{cooperativeTitle(cooperative.data)}</p>
      {meeting.data.source === 'officer' && state !== 'cancelled' && (
        <Steps
          current={nextStep(progress)}
          steps={meetingSteps.map((key) => {
            const href = isStepOpen(key, progress) ? stepHref(key) : undefined;
            return { key, label: words.steps[key], done: isStepDone(key, progress), ...(href ? { href } : {}) };
          })}
        />
      )}
      {meeting.data.source === 'officer' ? (
        <NextStep
          progress={progress}
          meeting={meeting}
          presence={presence}
          quorum={quorum}
          judgedBy={rule.judgedBy}
          registered={registered}
          secondCallHref={secondCall && meetingHref(cooperative.id, secondCall.id)}
          anewId={anewId}
          onOpen={() => setDialog('open')}
          onAdjourn={() => setDialog('adjourn')}
          onSecondCall={() => void planSecondCall()}
        />
      ) : (
        <Banner tone="info" title={words.fromRegister}>
          {words.fromRegisterBody}
        </Banner>
      )}
      {rivals.map((rival) => (
        <Banner
          key={rival.id}
          tone="warn"
          title={words.planWarnings.rival(rival.data.bookYears.join(', '), undefined)}
          actions={<LinkButton href={meetingHref(cooperative.id, rival.id)}>{words.planWarnings.seeRival}</LinkButton>}
        >
          {words.rivalOpenBody}
        </Banner>
      ))}
      <LentNotice meetingId={meeting.id} />
      <MeetingConflicts meeting={meeting.data} />
      <AttendanceConflicts list={(attendance.value ?? []).map((row) => row.data)} cooperativeId={cooperative.id} />
      <MeetingFacts
        meeting={meeting}
        registered={registered}
        presence={presence}
        changeHref={state === 'planned' || state === 'open' ? planHref(cooperative.id, meeting.id) : undefined}
      />
      {progress.opened && (
        <Section title={words.papers}>
          <ul class="rows">
            <li>
              <Item
                title={words.attendancePaper}
                detail={words.attendancePaperHint}
                href={partHref(cooperative.id, meeting.id, 'daftar-hadir')}
              />
            </li>
            {progress.sealed && (
              <>
                <li>
                  <Item
                    title={words.minutesPaper}
                    detail={words.minutesPaperHint}
                    href={partHref(cooperative.id, meeting.id, 'berita-acara')}
                  />
                </li>
                <li>
                  <Item
                    title={words.notesPaper}
                    detail={words.notesPaperHint}
                    href={partHref(cooperative.id, meeting.id, 'lembar-notulen')}
                  />
                </li>
              </>
            )}
          </ul>
        </Section>
      )}
      {(progress.opened || meeting.data.heldOn) && (
        <SheetPhotos meeting={meeting} mayAdd={!meeting.data.verified || session.officer.role !== 'officer'} />
      )}
      {roster && !progress.opened && (
        <OpenDialog open={dialog === 'open'} onClose={() => setDialog(undefined)} around={around} roster={roster} rule={rule} />
      )}
      {roster && !progress.sealed && !isGivenUp(meeting.data) && (
        <div class="actions">
          <LinkButton icon="tablet" href={partHref(cooperative.id, meeting.id, 'tablet')}>
            {join.show}
          </LinkButton>
        </div>
      )}
      {state === 'planned' && meeting.data.source === 'officer' && (
        <div class="actions">
          <Button look="danger" icon="cross" onClick={() => setDialog('cancel')}>
            {words.cancelPlan}
          </Button>
        </div>
      )}
      <CancelDialog open={dialog === 'cancel'} onClose={() => setDialog(undefined)} meeting={meeting} />
      <AdjournDialog open={dialog === 'adjourn'} onClose={() => setDialog(undefined)} meeting={meeting} present={presence.voters} />
    </Shell>
  );

  function stepHref(step: MeetingStep): string | undefined {
    if (step === 'plan') return state === 'planned' || state === 'open' ? planHref(cooperative.id, meeting.id) : undefined;
    const parts = { roster: 'roster', rollCall: 'hadir', minutes: 'notulen', sign: 'tandatangan' } as const;
    return step in parts ? partHref(cooperative.id, meeting.id, parts[step as keyof typeof parts]) : undefined;
  }
}
