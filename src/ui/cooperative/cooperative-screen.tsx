/** The page of one cooperative: its statuses apart, its RATs, figures, visits, board and profile, and what to do next. */
import { useMemo } from 'preact/hooks';
import { followUpsOf } from '../../data/follow-ups.ts';
import { newId } from '../../data/id.ts';
import { isClosed } from '../../domain/cooperative.ts';
import { duplicateRatsOf } from '../../domain/duplicate-rat.ts';
import { policyAt } from '../../domain/policy.ts';
import { useApp } from '../app-context.ts';
import { cooperativePlace, cooperativeTitle } from '../cooperative-title.ts';
import { followUpWords } from '../follow-up/follow-up-words.ts';
import { FollowUpsSection } from '../follow-up/follow-ups-section.tsx';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { Shell } from '../shell.tsx';
import { standingOf, today } from '../standing.ts';
import { DraftsSection } from '../today/drafts-section.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { BoardSection } from './board-section.tsx';
import { type CooperativeReading, readCooperative } from './cooperative-reading.ts';
import { cooperativeWords } from './cooperative-words.ts';
import { FiguresSection } from './figures-section.tsx';
import { HistorySection } from './history-section.tsx';
import { openConflictsOf } from './open-conflicts.ts';
import { ProfileSection } from './profile-section.tsx';
import { ratHistoryOf } from './rat-history.ts';
import { StatusesSection } from './statuses-section.tsx';
import { ConflictsNotice, DuplicatesNotice } from './trouble-notices.tsx';
import { VisitsSection } from './visits-section.tsx';

export function CooperativeScreen({ cooperativeId = '' }: { cooperativeId?: string }) {
  const words = useWords(cooperativeWords);
  const { db } = useApp();
  const { value: reading, error, retry } = useLive(() => readCooperative(db, cooperativeId), [db, cooperativeId]);
  if (reading) return <Page key={cooperativeId} id={cooperativeId} reading={reading} />;
  return (
    <Shell title={words.title} back="/koperasi">
      {error && <ErrorState onRetry={retry} />}
      {reading === undefined && !error && <Loading />}
      {reading === null && (
        <EmptyState
          icon="search"
          title={words.missing.title}
          action={
            <LinkButton icon="sync" href="/sinkron">
              {words.missing.act}
            </LinkButton>
          }
        >
          {words.missing.body}
        </EmptyState>
      )}
    </Shell>
  );
}

function Page({ id, reading }: { id: string; reading: CooperativeReading }) {
  const words = useWords(cooperativeWords);
  const register = useApp().register.value;
  const asOf = today();
  const { row, meetings, visits, figures, drafts, officers } = reading;
  const cooperative = row.data;
  const entry = register?.byId.get(id);
  const policies = register?.policies ?? [];
  const standing = register && entry && standingOf(register, entry, asOf);
  const years = useMemo(() => entry && ratHistoryOf(entry, meetings, asOf, policies), [entry, meetings, asOf, policies]);
  const [visitId, meetingId] = useMemo(() => [newId(), newId()], [id]);
  const followUp = useWords(followUpWords);
  const followUps = useMemo(() => followUpsOf(visits), [visits]);
  const closed = isClosed(cooperative);
  return (
    <Shell
      title={cooperativeTitle(cooperative)}
      back="/koperasi"
      actions={
        <>
          <LinkButton look="primary" icon="visit" href={`/koperasi/${id}/kunjungan/baru/${visitId}`}>
            {words.newVisit}
          </LinkButton>
          {!closed && (
            <LinkButton icon="meeting" href={`/koperasi/${id}/rat/baru/${meetingId}`}>
              {words.newMeeting}
            </LinkButton>
          )}
        </>
      }
    >
      <p class="muted">{[cooperativePlace(cooperative), cooperative.legalEntityNumber].filter(Boolean).join(' · ')}</p>
      <div class="stack wide">
        {closed && <Banner tone="warn" title={words.closed} />}
        <DuplicatesNotice duplicates={duplicateRatsOf(meetings)} cooperativeId={id} />
        <ConflictsNotice cooperativeId={id} conflicts={openConflictsOf([row, ...meetings, ...visits, ...figures])} officers={officers} />
        <StatusesSection cooperative={cooperative} entry={entry} standing={standing} policies={policies} asOf={asOf} />
        <DraftsSection drafts={drafts} register={register} />
        {years && (
          <HistorySection
            cooperativeId={id}
            years={years}
            missed={standing?.missed}
            others={meetings.filter(({ data }) => data.kind !== 'rat')}
          />
        )}
        {followUps.length > 0 && <FollowUpsSection title={followUp.ofCooperative} followUps={followUps} day={asOf} />}
        <FiguresSection figures={figures.map(({ data }) => data)} />
        <VisitsSection visits={visits} officers={officers} />
        <BoardSection board={cooperative.board ?? []} asOf={asOf} mostYears={policyAt(policies, asOf)?.parameters.boardTermMaxYears} />
        <ProfileSection id={id} cooperative={cooperative} />
      </div>
    </Shell>
  );
}
