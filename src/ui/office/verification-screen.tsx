/** One RAT before the office: everything that was recorded, what is odd about it, and the office's word. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { unsentOf } from '../../data/outbox.ts';
import { meetingStateOf, type RatMeeting } from '../../domain/rat-meeting.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { showMoment } from '../kit/figures.ts';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { type MinutesSources, readMinutesSources } from '../minutes/minutes-sources.ts';
import { SheetPhotos } from '../photos/sheet-photos.tsx';
import { Shell } from '../shell.tsx';
import { today } from '../standing.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import './verification.css';
import { useOfficerName } from './officer-names.ts';
import { VerificationCheck } from './verification-check.tsx';
import { ReturnDialog, VerifyDialog, type Word } from './verification-decision.tsx';
import { flagsOf, forbidsVerifying } from './verification-flags.ts';
import { VerificationHistory } from './verification-history.tsx';
import { NextWaiting } from './verification-next.tsx';
import { AttendancePaper, MinutesPapers } from './verification-papers.tsx';
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
  const { cooperative, meeting, minutes } = sources;
  const [part, setPart] = useState<Part>('check');
  const [deciding, setDeciding] = useState<'verify' | 'return'>();
  const flags = useMemo(() => flagsOf(sources), [sources]);
  const state = meetingStateOf(meeting);
  const [decided, setDecided] = useState<Word>();
  // Once the rows tell it, they have the word: a RAT that is submitted again waits again.
  useEffect(() => {
    if (state !== 'waitingForVerification') setDecided(undefined);
  }, [state]);
  const waits = state === 'waitingForVerification' && !decided;
  const close = () => setDeciding(undefined);
  const take = (word: Word) => {
    close();
    setDecided(word);
    scrollTo({ top: 0 });
  };
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
      <Standing sources={sources} decided={decided} />
      <Tabs label={words.tabs} tabs={tabs} value={part} onValue={setPart}>
        {part === 'check' && <VerificationCheck sources={sources} flags={flags} />}
        {part === 'minutes' &&
          (minutes ? (
            <MinutesPapers sources={sources} minutes={minutes} />
          ) : (
            <EmptyState title={words.flag.withoutMinutes}>{words.flagDetail.withoutMinutes}</EmptyState>
          ))}
        {part === 'attendance' && (
          <>
            <AttendancePaper sources={sources} />
            <SheetPhotos
              meeting={{
                noun: 'ratMeeting',
                id: sources.meetingId,
                root: sources.cooperativeId,
                area: sources.area,
                version: 0,
                data: meeting,
              }}
              mayAdd={false}
              eager
            />
          </>
        )}
        {part === 'history' && <VerificationHistory meeting={meeting} minutes={minutes} />}
      </Tabs>
      {deciding === 'verify' && <VerifyDialog sources={sources} onClose={close} onDecided={take} />}
      {deciding === 'return' && <ReturnDialog sources={sources} onClose={close} onDecided={take} />}
    </Shell>
  );
}

/** Where the RAT stands with the office, and after its word the way to the next. */
function Standing({ sources, decided }: { sources: MinutesSources; decided: Word | undefined }) {
  const words = useWords(verificationWords);
  const nameOf = useOfficerName();
  const { meeting, meetingId } = sources;
  const state = meetingStateOf(meeting);
  const since = waitingSinceOf(meeting) ?? today();
  const word = wordOf(meeting) ?? decided;
  const { db } = useApp();
  const unsent = useLive(async () => (await unsentOf(db)).some(({ fact }) => fact.subject.id === meetingId), [db, meetingId]).value;
  if (!word) {
    const waits = state === 'waitingForVerification';
    return <Banner tone="info" title={waits ? words.waiting(daysBetween(since, today())) : words.notWaiting} />;
  }
  const { title, body } = words[word.kind];
  return (
    <Banner
      urgent={decided !== undefined}
      tone={word.kind === 'verified' ? 'good' : 'info'}
      title={title(showMoment(word.at))}
      actions={<NextWaiting meetingId={meetingId} waitingSince={since} />}
    >
      <p>{body(nameOf(word.officerId))}</p>
      {word.said && <blockquote class="said">{word.said}</blockquote>}
      {unsent && <p class="small">{words.savedHere}</p>}
    </Banner>
  );
}

/** What the rows say; undefined while nobody has said anything, or the RAT waits again. */
function wordOf(meeting: RatMeeting): Word | undefined {
  const state = meetingStateOf(meeting);
  const { verified, returned } = meeting;
  if (state === 'verified' && verified) return { kind: 'verified', ...verified, said: verified.note ?? '' };
  if (state === 'returned' && returned) return { kind: 'returned', ...returned, said: returned.reason };
  return undefined;
}
