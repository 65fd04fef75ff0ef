/** Reads a meeting with what its screens need around it, and says so when it cannot be shown. */
import type { ComponentChildren } from 'preact';
import { readPolicy } from '../../data/policies.ts';
import { readRow, readUnder } from '../../data/rows.ts';
import { dayOf } from '../../domain/day.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Row } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { Shell } from '../shell.tsx';
import { type Live, useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { cooperativeHref } from './meeting-links.ts';
import { meetingWords } from './meeting-words.ts';

export interface MeetingSurroundings {
  cooperative: Row<'cooperative'>;
  /** Every meeting of the cooperative, this one too. */
  meetings: Row<'ratMeeting'>[];
  policy: Policy | undefined;
  meeting: Row<'ratMeeting'> | undefined;
  roster: Row<'roster'> | undefined;
  minutes: Row<'minutes'> | undefined;
}

export interface RecordedMeeting extends MeetingSurroundings {
  meeting: Row<'ratMeeting'>;
}

export interface MeetingRoute {
  cooperativeId: string;
  meetingId: string;
}

/** Null: the cooperative is not on this tablet. */
export function useMeeting({ cooperativeId, meetingId }: MeetingRoute): Live<MeetingSurroundings | null> {
  const { db } = useApp();
  return useLive(async () => {
    const cooperative = await readRow(db, 'cooperative', cooperativeId);
    if (!cooperative) return null;
    const [meetings, policy, roster, minutes] = await Promise.all([
      readUnder(db, 'ratMeeting', cooperativeId, cooperative.area),
      readPolicy(db, dayOf(Date.now())),
      readRow(db, 'roster', meetingId),
      readRow(db, 'minutes', meetingId),
    ]);
    return { cooperative, meetings, policy, meeting: meetings.find(({ id }) => id === meetingId), roster, minutes };
  }, [db, cooperativeId, meetingId]);
}

export interface MeetingPageProps extends MeetingRoute {
  title: string;
  children: (meeting: RecordedMeeting) => ComponentChildren;
}

/** For screens that stand on a recorded meeting: `children` draws its own `Shell`. */
export function MeetingPage({ title, children, ...route }: MeetingPageProps) {
  const words = useWords(meetingWords);
  const live = useMeeting(route);
  const { value } = live;
  if (value?.meeting) return <>{children({ ...value, meeting: value.meeting })}</>;
  return (
    <Shell title={title} back={cooperativeHref(route.cooperativeId)}>
      <Missing live={live} title={words.unknownMeeting} />
    </Shell>
  );
}

/** What stands there while there is nothing to show: opening, unreadable, or not on this tablet. */
export function Missing({ live, title }: { live: Live<MeetingSurroundings | null>; title: string }) {
  const words = useWords(meetingWords);
  if (live.error) return <ErrorState onRetry={live.retry} />;
  if (live.loading) return <Loading />;
  return (
    <EmptyState icon="meeting" title={title} action={<LinkButton href="/koperasi">{words.toCooperatives}</LinkButton>}>
      {words.unknownBody}
    </EmptyState>
  );
}
