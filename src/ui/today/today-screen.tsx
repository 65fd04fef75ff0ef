/** Hari ini: what the officer left unfinished, what is planned, what is due, what the office does not have yet. */
import { useMemo } from 'preact/hooks';
import { draftsOf } from '../../data/drafts.ts';
import { fileCounts } from '../../data/held-files.ts';
import { outboxCounts } from '../../data/outbox.ts';
import { readSetting } from '../../data/settings.ts';
import { useApp } from '../app-context.ts';
import { FirstSync } from '../first-sync.tsx';
import { showWeekday } from '../kit/figures.ts';
import { EmptyState, ErrorState } from '../kit/page-state.tsx';
import { Shell } from '../shell.tsx';
import { today } from '../standing.ts';
import { isIncomplete } from '../sync-summary.ts';
import { UpdateNotice } from '../update-notice.tsx';
import { useLive } from '../use-live.ts';
import { usePart } from '../use-part.ts';
import { useWords } from '../words/words.ts';
import { agendaOf } from './agenda.ts';
import { DraftsSection } from './drafts-section.tsx';
import { DueSection } from './due-section.tsx';
import { MeetingsSection } from './meetings-section.tsx';
import { todayWords } from './today-words.ts';
import { AttentionNotice, LostNotice, troubleOf, UnsentSection } from './unsent-section.tsx';

const loadFollowUps = () => import('../follow-up/follow-ups-section.tsx').then((room) => room.OwnFollowUps);

export function TodayScreen() {
  const words = useWords(todayWords);
  const { db, register: registerSignal } = useApp();
  const register = registerSignal.value;
  const day = today();
  const own = useLive(
    async () => ({
      counts: await outboxCounts(db),
      drafts: await draftsOf(db),
      files: await fileCounts(db),
      sync: await readSetting(db, 'sync'),
      loss: await readSetting(db, 'loss'),
    }),
    [db],
  );
  const FollowUps = usePart(loadFollowUps);
  const agenda = useMemo(() => register && agendaOf(register, day), [register, day]);
  const { counts, sync, drafts = [], files, loss } = own.value ?? {};
  const lost = loss && loss.seenAt === undefined ? (loss.left ?? loss.to - loss.from + 1) : 0;
  const isFresh = register !== undefined && (register.entries.length === 0 || isIncomplete(sync));
  const isCalm =
    agenda &&
    counts &&
    !isFresh &&
    drafts.length + counts.unsent + (files?.unsent ?? 0) === 0 &&
    Object.values(agenda).every((meetings) => meetings.length === 0);
  return (
    <Shell title={words.title}>
      <p class="muted">{showWeekday(day)}</p>
      {own.error && <ErrorState onRetry={own.retry} />}
      <div class="stack wide">
        <UpdateNotice />
        {counts && <AttentionNotice count={troubleOf(counts)} />}
        {lost > 0 && <LostNotice count={lost} />}
        <FirstSync />
        {isCalm && (
          <EmptyState icon="check" title={words.calm.title}>
            {words.calm.body}
          </EmptyState>
        )}
        <DraftsSection drafts={drafts} register={register} />
        {agenda && (
          <>
            <MeetingsSection title={words.meetingsReturned} meetings={agenda.returned} day={day} />
            <MeetingsSection title={words.meetingsToday} meetings={agenda.today} day={day} />
            <MeetingsSection title={words.meetingsWeek} meetings={agenda.week} day={day} />
            <MeetingsSection title={words.meetingsOverdue} meetings={agenda.overdue} day={day} />
          </>
        )}
        {register && FollowUps && <FollowUps followUps={register.followUps} register={register} day={day} />}
        {counts && <UnsentSection counts={counts} />}
        {register && <DueSection register={register} day={day} />}
      </div>
    </Shell>
  );
}
