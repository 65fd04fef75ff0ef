/** A visit being typed: a new one, a draft found again, or a finished one that is amended with a reason. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Draft, FieldDatabase } from '../../data/database.ts';
import { readDraft } from '../../data/drafts.ts';
import { dayOf } from '../../domain/day.ts';
import { useApp } from '../app-context.ts';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import './visit.css';
import { clockOf, draftOf, emptyDraft, fieldsOfVisit, keptDraft, type VisitDraft } from './visit-draft.ts';
import { VisitForm } from './visit-form.tsx';
import { readOpening, type VisitOpening } from './visit-opening.ts';
import { visitDraftKey } from './visit-record.ts';
import { visitWords } from './visit-words.ts';

export interface VisitRouteProps {
  cooperativeId: string;
  visitId: string;
}

export function VisitFormScreen({ cooperativeId, visitId }: VisitRouteProps) {
  const words = useWords(visitWords);
  const { db } = useApp();
  const { query, route } = useLocation();
  const opening = useLive(() => readOpening(db, cooperativeId, visitId), [db, cooperativeId, visitId]);
  const kept = useKeptDraft(db, visitDraftKey(visitId));
  const back = `/koperasi/${cooperativeId}`;
  // A form in which somebody types is not taken away when another tab finishes its visit: it says so itself.
  const begun = useRef<string | undefined>(undefined);
  const isFinished = begun.current !== visitId && Boolean(opening.value?.visit) && kept.read && !kept.draft && query.ubah === undefined;
  useEffect(() => {
    if (isFinished) route(`${back}/kunjungan/${visitId}`, true);
  }, [isFinished]);

  const error = opening.error ?? kept.error;
  if (error) {
    return (
      <Shell title={words.titleNew} back={back}>
        <ErrorState onRetry={() => (opening.error ? opening.retry() : location.reload())} />
      </Shell>
    );
  }
  if (!opening.value || !kept.read || isFinished) {
    return (
      <Shell title={words.titleNew} back={back}>
        <Loading />
      </Shell>
    );
  }
  const { cooperative } = opening.value;
  if (!cooperative) {
    return (
      <Shell title={words.titleNew} back="/koperasi">
        <EmptyState
          icon="cooperative"
          title={words.cooperativeMissingTitle}
          action={<LinkButton href="/sinkron">{words.delivery.openSync}</LinkButton>}
        >
          {words.missingSafe}
        </EmptyState>
      </Shell>
    );
  }
  begun.current = visitId;
  return (
    <VisitForm
      key={visitId}
      visitId={visitId}
      cooperative={cooperative}
      opening={opening.value}
      initial={kept.draft ? keptDraft(kept.draft.content) : openedDraft(opening.value)}
      savedAt={kept.draft?.savedAt}
    />
  );
}

/** Read once: while the form is open, it is the form that writes the draft. */
function useKeptDraft(db: FieldDatabase, key: string): { read: boolean; draft?: Draft | undefined; error?: Error } {
  const [kept, setKept] = useState<{ key: string; draft?: Draft | undefined; error?: Error } | undefined>();
  useEffect(() => {
    let gone = false;
    readDraft(db, key).then(
      (draft) => !gone && setKept({ key, draft }),
      (error: unknown) => !gone && setKept({ key, error: error instanceof Error ? error : new Error(String(error)) }),
    );
    return () => {
      gone = true;
    };
  }, [db, key]);
  return kept?.key === key ? { ...kept, read: true } : { read: false };
}

function openedDraft({ visit, clockOffsetMs }: VisitOpening): VisitDraft {
  if (visit) {
    const of = fieldsOfVisit(visit);
    return { ...draftOf(of), amendment: { of, reason: '' } };
  }
  const now = Date.now() + clockOffsetMs;
  return { ...emptyDraft(), visitedOn: dayOf(now), startTime: clockOf(now) };
}
