/** The form of a visit: six parts, saved as typed, finished deliberately. */
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { discardDraft } from '../../data/drafts.ts';
import { filesOf } from '../../data/held-files.ts';
import { isClosed } from '../../domain/cooperative.ts';
import { dayOf } from '../../domain/day.ts';
import { mostPhotosPerVisit } from '../../domain/file.ts';
import type { Visit } from '../../domain/visit.ts';
import type { Row } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { TextArea } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { DraftPhotos } from '../photos/draft-photos.tsx';
import { photoWords } from '../photos/photo-words.ts';
import { useSavedAsTyped } from '../saved-as-typed.ts';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { BusinessPart } from './business-part.tsx';
import { ClosingPart } from './closing-part.tsx';
import { DiscardDraft } from './discard-draft.tsx';
import { ExistencePart } from './existence-part.tsx';
import { FinancePart } from './finance-part.tsx';
import { FindingsPart } from './findings-part.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { FollowUps } from './follow-ups.tsx';
import { type Failure, FailureBanner, Whose } from './form-notices.tsx';
import { FormPart } from './form-part.tsx';
import { HeaderPart } from './header-part.tsx';
import { InstitutionPart } from './institution-part.tsx';
import { MarkedField, showField } from './marked-field.tsx';
import { RecordedElsewhere } from './recorded-elsewhere.tsx';
import { SaveFailure, SaveSign } from './save-sign.tsx';
import { type CheckName, isLate, partOf, problemsOf } from './visit-checks.ts';
import { fieldsOf, filledOf, firstEmptyPart, partsFilled, type VisitPart, visitParts } from './visit-content.ts';
import { emptyDraft, type VisitDraft } from './visit-draft.ts';
import type { VisitFormState } from './visit-form-state.ts';
import { endedBookYear, type VisitOpening } from './visit-opening.ts';
import { asAmendment } from './visit-rebase.ts';
import { recordVisit, visitDraftKey, withPhotos } from './visit-record.ts';
import { visitWords } from './visit-words.ts';

const partBodies = {
  existence: ExistencePart,
  institution: InstitutionPart,
  business: BusinessPart,
  finance: FinancePart,
  findings: FindingsPart,
  closing: ClosingPart,
};

export interface VisitFormProps {
  visitId: string;
  cooperative: Row<'cooperative'>;
  opening: VisitOpening;
  /** What the form begins with, and when it was last saved if it was found on the tablet. */
  initial: VisitDraft;
  savedAt: number | undefined;
}

export function VisitForm({ visitId, cooperative, opening, initial, savedAt }: VisitFormProps) {
  const words = useWords(visitWords);
  const photo = useWords(photoWords);
  const { db, session } = useApp();
  const { route } = useLocation();
  const key = visitDraftKey(visitId);
  const saver = useSavedAsTyped(db, { key, kind: 'visit', cooperativeId: cooperative.id }, savedAt);
  const [draft, setDraft] = useState(initial);
  const latest = useRef(initial);
  // A draft left behind by a tab that was too late is all typed here.
  const begun = useRef(opening.visit ? emptyDraft() : initial);
  const now = Date.now() + opening.clockOffsetMs;
  const ended = endedBookYear(opening, now);
  const [open, setOpen] = useState<VisitPart | undefined>(() =>
    savedAt === undefined ? undefined : firstEmptyPart(fieldsOf(initial, ended)),
  );
  const taken = useLive(() => filesOf(db, key), [db, key], { keep: true }).value ?? [];
  const [takingPhoto, setTakingPhoto] = useState(false);
  const moved = useRef(false);
  const [attempted, setAttempted] = useState(false);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>();
  const form = useRef<HTMLDivElement>(null);

  const fields = fieldsOf(draft, ended);
  const amending = draft.amendment !== undefined;
  // Once this tab's own act is under way, the visit is this tab's.
  const finishedElsewhere = amending || busy ? undefined : opening.visit;
  const problems = problemsOf(withPhotos(draft, taken), { cooperative: cooperative.data, ended, now }).filter(
    ({ check }) => attempted || !isLate(check),
  );
  const visitHref = `/koperasi/${cooperative.id}/kunjungan/${visitId}`;
  const back = amending ? visitHref : `/koperasi/${cooperative.id}`;
  const sayCheck = (check: CheckName) => words.checks[check];
  const state: VisitFormState = {
    draft,
    opening,
    ended,
    officerName: session.officer.name,
    set: (field, change) => {
      const value = typeof change === 'function' ? change(latest.current[field]) : change;
      latest.current = { ...latest.current, [field]: value };
      setDraft(latest.current);
      setFailure(undefined);
      saver.type(latest.current);
    },
    errorOf: (field) => {
      const found = problems.find((problem) => problem.field === field);
      return found && sayCheck(found.check);
    },
  };

  const goTo = (part: VisitPart | undefined) => {
    moved.current = true;
    setOpen(part);
  };
  const showProblem = (field: string) => {
    setOpen(partOf(field) ?? open);
    // The part that holds the field is drawn first.
    setTimeout(() => showField(form.current, field));
  };
  const showTop = () => form.current?.scrollIntoView({ block: 'start' });
  const goOnAsAmendment = (visit: Visit) => {
    latest.current = asAmendment(latest.current, begun.current, visit);
    setDraft(latest.current);
    setAttempted(false);
    saver.type(latest.current);
  };
  const attempt = () => {
    setAttempted(true);
    setFailure(undefined);
    if (finishedElsewhere) return showTop();
    const [first] = problemsOf(withPhotos(latest.current, taken), { cooperative: cooperative.data, ended, now });
    if (first) showProblem(first.field);
    else setAsking(true);
  };
  const finish = async () => {
    setBusy(true);
    try {
      await saver.flush();
      saver.rest();
      const result = await recordVisit(db, {
        visitId,
        cooperativeId: cooperative.id,
        area: cooperative.area,
        draft: latest.current,
        ended,
      });
      if (result.kind === 'recorded') {
        showToast({ text: amending ? words.amendedTitle : words.finishedTitle });
        route(visitHref, true);
        return;
      }
      if (result.kind === 'recordedElsewhere') saver.type(latest.current);
      else setFailure(result);
    } catch {
      setFailure({ kind: 'database' });
      saver.type(latest.current);
    }
    setBusy(false);
    setAsking(false);
    showTop();
  };

  return (
    <Shell
      title={amending ? words.titleAmend : words.titleNew}
      back={back}
      actions={
        <>
          <SaveSign state={saver.state} progress={words.progress(String(partsFilled(fields)), String(visitParts.length))} />
          <Button look="primary" icon="check" disabled={takingPhoto} onClick={attempt}>
            {amending ? words.finishAmend : words.finish}
          </Button>
        </>
      }
    >
      <div class="stack wide visit-form" ref={form}>
        <Whose cooperative={cooperative} />
        <SaveFailure saver={saver} />
        {finishedElsewhere && <RecordedElsewhere visitHref={visitHref} onGoOn={() => goOnAsAmendment(finishedElsewhere)} />}
        <FailureBanner failure={failure} onShow={showProblem} />
        {attempted && problems.length > 0 && (
          <Banner
            tone="warn"
            urgent
            title={words.problemCount(String(problems.length))}
            actions={<Button onClick={() => showProblem(problems[0]?.field ?? '')}>{words.openProblem}</Button>}
          >
            {words.problemSafe}
          </Banner>
        )}
        {!amending && isClosed(cooperative.data) && (
          <Banner tone="warn" title={words.closedTitle}>
            {words.closedBody}
          </Banner>
        )}
        {draft.amendment && (
          <Section title={words.amendNotice}>
            <MarkedField name="reason">
              <TextArea
                label={words.amendReason}
                hint={words.amendReasonHint}
                rows={2}
                maxLength={2000}
                value={draft.amendment.reason}
                onValue={(reason) => state.set('amendment', (of) => of && { ...of, reason })}
                error={state.errorOf('reason')}
              />
            </MarkedField>
          </Section>
        )}
        {!amending && <FollowUps previous={opening.previous} today={dayOf(now)} />}
        <Section title={words.header}>
          <HeaderPart form={state} />
        </Section>
        <div class="form-parts">
          {visitParts.map((part, place) => {
            const Body = partBodies[part];
            const next = visitParts[place + 1];
            return (
              <FormPart
                key={part}
                letter={'ABCDEF'[place] ?? ''}
                title={words.parts[part]}
                filled={filledOf(part, fields)}
                wrong={problems.some(({ field }) => partOf(field) === part)}
                open={open === part}
                shownOnOpen={moved.current}
                onToggle={() => goTo(open === part ? undefined : part)}
              >
                <Body form={state} />
                <div>
                  <Button icon={next ? 'down' : 'check'} onClick={() => goTo(next)}>
                    {next ? words.nextPart(words.partName('ABCDEF'[place + 1] ?? '', words.parts[next])) : words.closePart}
                  </Button>
                </div>
              </FormPart>
            );
          })}
        </div>
        <Section title={photo.title} side={showCount((draft.photos?.length ?? 0) + taken.length)}>
          <DraftPhotos
            draftKey={key}
            draftNow={() => ({ key, kind: 'visit', cooperativeId: cooperative.id, content: latest.current })}
            most={mostPhotosPerVisit - (draft.photos?.length ?? 0)}
            onBusy={setTakingPhoto}
            onKept={() => saver.type(latest.current)}
          />
        </Section>
        {saver.state.kind !== 'untouched' && (
          <DiscardDraft
            amending={amending}
            onDiscard={async () => {
              saver.rest();
              await discardDraft(db, key);
              showToast({ text: amending ? words.dropped : words.discarded });
              route(back, true);
            }}
          />
        )}
      </div>
      <FinishDialog
        open={asking}
        busy={busy}
        amending={amending}
        cooperativeName={cooperativeTitle(cooperative.data)}
        fields={fields}
        onClose={() => setAsking(false)}
        onFinish={() => void finish()}
      />
    </Shell>
  );
}
