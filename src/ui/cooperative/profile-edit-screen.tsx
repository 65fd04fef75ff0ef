/** Editing a cooperative's profile: saved as typed, recorded deliberately as one change. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { discardDraft, readDraft } from '../../data/drafts.ts';
import { recordActs } from '../../data/record.ts';
import { readRow } from '../../data/rows.ts';
import { isOffice } from '../../domain/officer.ts';
import type { Row } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { useAreas } from '../area-names.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showRecent } from '../kit/figures.ts';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { ruleWords } from '../rule-words.ts';
import { useSavedAsTyped } from '../saved-as-typed.ts';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { cooperativeWords } from './cooperative-words.ts';
import { draftOf, keptProfileDraft, type ProfileDraft, type ProfileProblem, wishOf } from './profile-draft.ts';
import { ProfileFields } from './profile-fields.tsx';
import { profileFormWords } from './profile-form-words.ts';
import { SeatsField } from './seats-field.tsx';

const draftKeyOf = (id: string): string => `cooperative:${id}`;

export function ProfileEditScreen({ cooperativeId = '' }: { cooperativeId?: string }) {
  const words = useWords(profileFormWords);
  const missing = useWords(cooperativeWords).missing;
  const { db } = useApp();
  const read = useLive(async () => {
    const row = await readRow(db, 'cooperative', cooperativeId);
    return row ? { row, draft: await readDraft(db, draftKeyOf(cooperativeId)) } : null;
  }, [db, cooperativeId]);
  if (read.value) {
    const { row, draft } = read.value;
    return <Form key={cooperativeId} row={row} kept={keptProfileDraft(draft?.content)} savedAt={draft?.savedAt} />;
  }
  return (
    <Shell title={words.title} back={`/koperasi/${cooperativeId}`}>
      {read.error ? <ErrorState onRetry={read.retry} /> : read.value === undefined && <Loading />}
      {read.value === null && <EmptyState title={missing.title}>{missing.body}</EmptyState>}
    </Shell>
  );
}

type Outcome = { kind: 'refused'; why: string } | { kind: 'notKept' | 'unchanged' };

function Form({ row, kept, savedAt }: { row: Row<'cooperative'>; kept: ProfileDraft | undefined; savedAt: number | undefined }) {
  const words = useWords(profileFormWords);
  const { db, session } = useApp();
  const { route } = useLocation();
  const areas = useAreas(db);
  const [draft, setDraft] = useState(() => kept ?? draftOf(row.data));
  const [problems, setProblems] = useState<ProfileProblem[]>([]);
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const key = draftKeyOf(row.id);
  const saver = useSavedAsTyped(db, { key, kind: 'cooperative', cooperativeId: row.id }, savedAt);
  const back = `/koperasi/${row.id}`;
  const form = useRef<HTMLDivElement>(null);
  // The button stands at the foot of a long form: what it answered is brought into sight.
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    if (problems.length > 0 && field) field.focus();
    else if (problems.length > 0 || outcome) form.current?.scrollIntoView();
  }, [problems, outcome]);

  const change = (next: ProfileDraft) => {
    setDraft(next);
    saver.type(next);
    setProblems([]);
    setOutcome(undefined);
  };
  const save = async () => {
    const wish = wishOf(draft);
    setProblems(wish.kind === 'problems' ? wish.problems : []);
    setOutcome(wish.kind === 'unchanged' ? { kind: 'unchanged' } : undefined);
    if (wish.kind === 'unchanged' && draft.reason.trim() === '') {
      // All is as before, so there is nothing to come back to either.
      saver.rest();
      await discardDraft(db, key);
    }
    if (wish.kind !== 'changed') return;
    setBusy(true);
    try {
      await saver.flush();
      const reason = draft.reason.trim();
      const body = { changes: wish.changes, ...(reason ? { reason } : {}) };
      const result = await recordActs(db, [{ type: 'cooperativeChanged', id: row.id, area: row.area, body }], { doneDraft: key });
      if (result.kind !== 'recorded') {
        setOutcome({ kind: 'refused', why: result.kind === 'refused' ? ruleWords(result) : words.waiting });
      } else {
        saver.rest();
        showToast({ text: result.outcome === 'conflict' ? words.conflict : words.done });
        route(back, true);
      }
    } catch {
      setOutcome({ kind: 'notKept' });
    }
    setBusy(false);
  };
  const errorOf = (field: string) => {
    const problem = problems.find((one) => one.field === field && (one.kind === 'blank' || one.kind === 'unfit'));
    return problem && words[problem.kind];
  };
  const seatErrorOf = (seat: string) => {
    const problem = problems.find((one) => 'key' in one && one.key === seat);
    return problem && words[problem.kind];
  };
  const saved = saver.state.kind === 'saved' ? words.savedAt(showRecent(saver.state.at, Date.now())) : words.saving;
  return (
    <Shell
      title={words.title}
      back={back}
      actions={
        <>
          <Button look="primary" icon="check" busy={busy} onClick={() => void save()}>
            {words.save}
          </Button>
          <DiscardButton
            disabled={saver.state.kind === 'untouched'}
            onDiscard={async () => {
              saver.rest();
              await discardDraft(db, key);
              route(back, true);
            }}
          />
        </>
      }
    >
      <p class="lede">{cooperativeTitle(row.data)}</p>
      {saver.state.kind === 'failed' ? (
        <Banner tone="bad" urgent title={words.draftFailed.title}>
          {words.draftFailed.body}
        </Banner>
      ) : (
        <p class="small muted">{saver.state.kind === 'untouched' ? words.untouched : saved}</p>
      )}
      <div class="stack wide" ref={form}>
        {problems.length > 0 && <Banner tone="bad" urgent title={words.check} />}
        {outcome && <OutcomeBanner outcome={outcome} />}
        <ProfileFields
          edited={draft.edited}
          onChange={(changed) => change({ ...draft, edited: { ...draft.edited, ...changed } })}
          errorOf={errorOf}
          area={areas.find(({ code }) => code === row.area)}
          decides={isOffice(session.officer.role)}
        />
        <SeatsField seats={draft.board} onSeats={(board) => change({ ...draft, board })} errorOf={seatErrorOf} />
        <TextArea label={words.reason} optional value={draft.reason} onValue={(reason) => change({ ...draft, reason })} maxLength={2000} />
      </div>
    </Shell>
  );
}

function OutcomeBanner({ outcome }: { outcome: Outcome }) {
  const words = useWords(profileFormWords);
  if (outcome.kind === 'unchanged') return <Banner tone="info" urgent title={words.unchanged} />;
  const [title, body] = outcome.kind === 'refused' ? [words.refused, outcome.why] : [words.notKept.title, words.notKept.body];
  return (
    <Banner tone="bad" urgent title={title}>
      {body}
    </Banner>
  );
}

function DiscardButton({ disabled, onDiscard }: { disabled: boolean; onDiscard: () => Promise<void> }) {
  const words = useWords(profileFormWords);
  const { cancel } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button disabled={disabled} onClick={() => setAsking(true)}>
        {words.discard}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.discardTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{cancel}</Button>
            <Button look="danger" onClick={() => void onDiscard()}>
              {words.discard}
            </Button>
          </>
        }
      >
        <p>{words.discardBody}</p>
      </Dialog>
    </>
  );
}
