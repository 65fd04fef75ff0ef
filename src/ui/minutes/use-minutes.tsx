/** Reads a meeting's minutes and their draft for the screens that stand on them, and says so when there is nothing to show. */
import type { ComponentChildren } from 'preact';
import type { Draft } from '../../data/database.ts';
import { readDraft } from '../../data/drafts.ts';
import { useApp } from '../app-context.ts';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { cooperativeHref } from '../meeting/meeting-links.ts';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { draftKeyOf } from './minutes-draft.ts';
import { type MinutesSources, readMinutesSources } from './minutes-sources.ts';
import { minutesWords } from './minutes-words.ts';
import './minutes.css';

export interface MinutesRoute {
  cooperativeId: string;
  meetingId: string;
}

export interface ReadMinutes {
  sources: MinutesSources;
  draft: Draft | undefined;
}

export interface MinutesPageProps extends MinutesRoute {
  title: string;
  /** Draws its own `Shell`. */
  children: (read: ReadMinutes) => ComponentChildren;
}

export function MinutesPage({ cooperativeId, meetingId, title, children }: MinutesPageProps) {
  const { db } = useApp();
  const words = useWords(minutesWords);
  // The draft is read with the rows: when a seal takes it away, the sealed minutes stand in the same answer.
  const live = useLive(async () => {
    const [sources, draft] = await Promise.all([readMinutesSources(db, cooperativeId, meetingId), readDraft(db, draftKeyOf(meetingId))]);
    return { sources, draft };
  }, [db, cooperativeId, meetingId]);
  const { sources, draft } = live.value ?? {};
  if (sources) return <>{children({ sources, draft })}</>;
  return (
    <Shell title={title} back={cooperativeHref(cooperativeId)}>
      {live.error ? (
        <ErrorState onRetry={live.retry} />
      ) : live.loading ? (
        <Loading />
      ) : (
        <EmptyState icon="meeting" title={words.unknown} action={<LinkButton href="/rat">{words.toMeeting}</LinkButton>}>
          {words.unknownBody}
        </EmptyState>
      )}
    </Shell>
  );
}
