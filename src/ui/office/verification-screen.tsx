/** One RAT before the office: everything that was recorded, what is odd about it, and the office's word. */
import { useMemo, useState } from 'preact/hooks';
import { meetingStateOf } from '../../domain/rat-meeting.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { showMoment } from '../kit/figures.ts';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { AttendanceView } from '../minutes/attendance-document.tsx';
import { LanguageNote } from '../minutes/document-frame.tsx';
import { MinutesView } from '../minutes/minutes-document.tsx';
import { type MinutesSources, readMinutesSources } from '../minutes/minutes-sources.ts';
import { Shell } from '../shell.tsx';
import { today } from '../standing.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import './office.css';
import { useOfficerName } from './officer-names.ts';
import { VerificationCheck } from './verification-check.tsx';
import { ReturnDialog, VerifyDialog } from './verification-decision.tsx';
import { flagsOf, forbidsVerifying } from './verification-flags.ts';
import { VerificationHistory } from './verification-history.tsx';
import { NextWaiting } from './verification-next.tsx';
import { daysBetween, waitingSinceOf } from './verification-queue.ts';
import { verificationWords } from './verification-words.ts';

export interface VerificationRoute {
  cooperativeId: string;
  meetingId: string;
}

const queueHref = '/kantor/verifikasi';

export function VerificationScreen({ cooperativeId, meetingId }: VerificationRoute) {
  const words = useWords(verificationWords);
  const { db } = useApp();
  const live = useLive(async () => (await readMinutesSources(db, cooperativeId, meetingId)) ?? null, [db, cooperativeId, meetingId]);
  if (live.value) return <Recorded key={meetingId} sources={live.value} />;
  return (
    <Shell title={words.title} back={queueHref}>
      {live.error ? (
        <ErrorState onRetry={live.retry} />
      ) : live.loading ? (
        <Loading />
      ) : (
        <EmptyState icon="meeting" title={words.missing.title} action={<LinkButton href={queueHref}>{words.toQueue}</LinkButton>}>
          {words.missing.body}
        </EmptyState>
      )}
    </Shell>
  );
}

type Part = 'check' | 'minutes' | 'attendance' | 'history';

function Recorded({ sources }: { sources: MinutesSources }) {
  const words = useWords(verificationWords);
  const { cooperative, meeting, minutes, attendance } = sources;
  const [part, setPart] = useState<Part>('check');
  const [deciding, setDeciding] = useState<'verify' | 'return'>();
  const flags = useMemo(() => flagsOf(sources), [sources]);
  const waits = meetingStateOf(meeting) === 'waitingForVerification';
  const close = () => setDeciding(undefined);
  const tabs = [
    { key: 'check', label: words.tabCheck },
    { key: 'minutes', label: words.tabMinutes },
    { key: 'attendance', label: words.tabAttendance },
    { key: 'history', label: words.tabHistory },
  ] as const;
  return (
    <Shell
      title={cooperativeTitle(cooperative)}
      back={queueHref}
      actions={
        waits && (
          <>
            <Button look="primary" icon="check" disabled={flags.some(forbidsVerifying)} onClick={() => setDeciding('verify')}>
              {words.verify}
            </Button>
            <Button look="danger" icon="undo" onClick={() => setDeciding('return')}>
              {words.return}
            </Button>
          </>
        )
      }
    >
      <Standing sources={sources} />
      <Tabs label={words.tabs} tabs={tabs} value={part} onValue={setPart}>
        {part === 'check' && <VerificationCheck sources={sources} flags={flags} />}
        {part === 'minutes' &&
          (minutes ? (
            <>
              <LanguageNote />
              <MinutesView minutes={minutes} meeting={meeting} cooperative={cooperative} />
            </>
          ) : (
            <EmptyState title={words.flag.withoutMinutes}>{words.flagDetail.withoutMinutes}</EmptyState>
          ))}
        {part === 'attendance' && (
          <>
            <LanguageNote />
            <AttendanceView attendance={attendance} meeting={meeting} cooperative={cooperative} />
          </>
        )}
        {part === 'history' && <VerificationHistory meeting={meeting} minutes={minutes} />}
      </Tabs>
      {deciding === 'verify' && <VerifyDialog sources={sources} onClose={close} />}
      {deciding === 'return' && <ReturnDialog sources={sources} onClose={close} />}
    </Shell>
  );
}

/** Where the RAT stands with the office, and after its word the way to the next. */
function Standing({ sources }: { sources: MinutesSources }) {
  const words = useWords(verificationWords);
  const nameOf = useOfficerName();
  const { meeting, meetingId } = sources;
  const state = meetingStateOf(meeting);
  const since = waitingSinceOf(meeting) ?? today();
  if (state === 'waitingForVerification') return <Banner tone="info" title={words.waiting(daysBetween(since, today()))} />;
  const word = state === 'verified' ? meeting.verified : state === 'returned' ? meeting.returned : undefined;
  if (!word) return <Banner tone="info" title={words.notWaiting} />;
  const said = state === 'verified' ? words.verified : words.returned;
  return (
    <Banner
      tone={state === 'verified' ? 'good' : 'warn'}
      title={said.title(showMoment(word.at))}
      actions={<NextWaiting meetingId={meetingId} waitingSince={since} />}
    >
      <p>{said.body(nameOf(word.officerId))}</p>
      {'reason' in word && <blockquote class="said">{word.reason}</blockquote>}
      {'note' in word && word.note && <blockquote class="said">{word.note}</blockquote>}
      <p class="small">{words.savedHere}</p>
    </Banner>
  );
}
