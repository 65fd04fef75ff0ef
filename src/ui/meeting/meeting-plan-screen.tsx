/** Preparing a RAT: book years, call, day, place; kept as typed, recorded when the officer says so, changed here later. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { discardDraft, readDraft } from '../../data/drafts.ts';
import { changesBetween } from '../../domain/change.ts';
import { isClosed } from '../../domain/cooperative.ts';
import { dayOf } from '../../domain/day.ts';
import { meetingFields, meetingStateOf } from '../../domain/rat-meeting.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { ErrorState, Loading } from '../kit/page-state.tsx';
import { showToast } from '../kit/toast.tsx';
import { useSavedAsTyped } from '../saved-as-typed.ts';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { cooperativeHref, meetingHref } from './meeting-links.ts';
import './meeting.css';
import { meetingWords } from './meeting-words.ts';
import { fieldsOf, keptPlan, newPlan, type Plan, planOf, planWarnings } from './plan-content.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanWarnings } from './plan-warnings.tsx';
import { type MeetingRoute, type MeetingSurroundings, Missing, useMeeting } from './use-meeting.tsx';
import { useRecord } from './use-record.ts';

export function MeetingPlanScreen({ cooperativeId, meetingId }: MeetingRoute) {
  const { db } = useApp();
  const words = useWords(meetingWords);
  const live = useMeeting({ cooperativeId, meetingId });
  const draft = useLive(async () => (await readDraft(db, `meeting:${meetingId}`)) ?? null, [db, meetingId]);
  const found = live.value ?? undefined;
  if (found && draft.value !== undefined) {
    const fresh = found.meeting
      ? planOf(found.meeting.data)
      : newPlan(found.meetings, dayOf(Date.now()), found.cooperative.data.bookYearEndMonth);
    const kept = draft.value ? keptPlan(draft.value.content, fresh) : fresh;
    return <PlanEditor key={meetingId} meetingId={meetingId} around={found} start={kept} savedAt={draft.value?.savedAt} />;
  }
  return (
    <Shell title={words.planTitle} back={cooperativeHref(cooperativeId)}>
      {draft.error ? <ErrorState onRetry={draft.retry} /> : found ? <Loading /> : <Missing live={live} title={words.unknownCooperative} />}
    </Shell>
  );
}

interface PlanEditorProps {
  meetingId: string;
  around: MeetingSurroundings;
  start: Plan;
  savedAt: number | undefined;
}

function PlanEditor({ meetingId, around, start, savedAt }: PlanEditorProps) {
  const { db } = useApp();
  const words = useWords(meetingWords);
  const general = useWords();
  const { route } = useLocation();
  const { cooperative, meetings, meeting, policy } = around;
  const [plan, setPlan] = useState(start);
  const [asked, setAsked] = useState(false);
  const draftKey = `meeting:${meetingId}`;
  const saver = useSavedAsTyped(db, { key: draftKey, kind: 'meeting', cooperativeId: cooperative.id }, savedAt);
  const recorder = useRecord();
  const overview = meetingHref(cooperative.id, meetingId);
  const back = meeting ? overview : cooperativeHref(cooperative.id);
  const warnings = planWarnings(plan, { meetingId, meetings, cooperative: cooperative.data, policy: policy?.parameters });
  const closed = isClosed(cooperative.data);
  const sealed = meeting && !['planned', 'open'].includes(meetingStateOf(meeting.data));
  const yearMissing = plan.bookYears.length === 0;

  const change = (part: Partial<Plan>) => {
    const next = { ...plan, ...part };
    setPlan(next);
    recorder.clear();
    saver.type(next);
  };

  const save = async () => {
    setAsked(true);
    if (yearMissing) return;
    const fields = fieldsOf(plan, meetings);
    const area = cooperative.area;
    const changes = meeting && changesBetween(meeting.data, fields, Object.keys(meetingFields));
    if (meeting && !changes) {
      await dropDraft();
      route(overview, true);
      return;
    }
    // What is typed is on the disk before it becomes a fact, so that a failure in between loses nothing.
    await saver.flush();
    const done = await recorder.record(
      [
        changes
          ? { type: 'ratMeetingChanged', id: meetingId, area, body: { changes } }
          : { type: 'ratMeetingRecorded', id: meetingId, area, body: { cooperativeId: cooperative.id, source: 'officer', ...fields } },
      ],
      draftKey,
    );
    if (!done) return;
    saver.rest();
    showToast({ text: done.outcome === 'conflict' ? words.planSavedWithRival : words.planSaved });
    route(overview, true);
  };

  const dropDraft = async () => {
    saver.rest();
    await discardDraft(db, draftKey);
  };

  const discard = async () => {
    await dropDraft();
    route(back, true);
  };

  return (
    <Shell
      title={meeting ? words.planChangeTitle : words.planTitle}
      back={back}
      actions={
        closed || sealed ? undefined : (
          <>
            <Button look="primary" icon="check" busy={recorder.busy} onClick={() => void save()}>
              {words.planSave}
            </Button>
            {saver.state.kind !== 'untouched' && (
              <Button look="quiet" onClick={() => void discard()}>
                {meeting ? general.cancel : words.planDiscard}
              </Button>
            )}
          </>
        )
      }
    >
      <p class="lede">{cooperativeTitle(cooperative.data)}</p>
      {closed && (
        <Banner tone="bad" title={words.closedTitle}>
          {words.closedBody}
        </Banner>
      )}
      {sealed && (
        <Banner tone="info" title={words.planFixedTitle}>
          {words.planFixedBody}
        </Banner>
      )}
      {!closed && !sealed && (
        <>
          <PlanForm
            plan={plan}
            onChange={change}
            meetingId={meetingId}
            meetings={meetings}
            cooperative={cooperative.data}
            policy={policy?.parameters}
            opened={meeting?.data.opening !== undefined}
            yearsError={asked && yearMissing ? words.bookYearsMissing : undefined}
          />
          <PlanWarnings warnings={warnings} cooperativeId={cooperative.id} />
          {recorder.problem && (
            <Banner tone="bad" urgent title={words.planNotSaved}>
              {recorder.problem}
            </Banner>
          )}
          {saver.state.kind === 'failed' && (
            <Banner tone="bad" urgent title={words.draftFailed}>
              {words.draftFailedBody}
            </Banner>
          )}
          {saver.state.kind === 'saved' && <p class="small muted">{words.draftSaved}</p>}
        </>
      )}
    </Shell>
  );
}
