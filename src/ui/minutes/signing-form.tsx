/** The signatures of an open meeting's minutes and the seal. Signatures are bound to the content that stood when the first was given. */
import { useState } from 'preact/hooks';
import type { Signature, SignatureRole } from '../../domain/minutes.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { meetingHref, partHref } from '../meeting/meeting-links.ts';
import { meetingWords } from '../meeting/meeting-words.ts';
import { ruleWords } from '../rule-words.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { changedSinceSigned } from './minutes-acts.ts';
import { type MinutesForm, type MinutesStart, useMinutesForm } from './minutes-form.ts';
import { MinutesSteps } from './minutes-steps.tsx';
import { minutesWords } from './minutes-words.ts';
import { ProblemList, QuestionList } from './problem-list.tsx';
import { SaveFailure, SaveState } from './save-state.tsx';
import { SealDialog } from './seal-dialog.tsx';
import { sealMinutes } from './seal-minutes.ts';
import { SignatureDialog } from './signature-dialog.tsx';
import { SignatureList } from './signature-list.tsx';
import { usualSigner } from './signers.ts';
import { SigningSummary } from './signing-summary.tsx';

export function SigningForm({ start }: { start: MinutesStart }) {
  const words = useWords(minutesWords);
  const form = useMinutesForm(start);
  const [signing, setSigning] = useState<SignatureRole>();
  const [sealing, setSealing] = useState(false);
  const { draft, content, sources, change, problems, unsigned, questions, saver } = form;
  const { cooperativeId, meetingId } = sources;
  const seal = useSeal(form);
  const changed = changedSinceSigned(draft, content);
  const blocked = problems.length > 0;
  const without = (role: SignatureRole) => draft.signatures.filter((signature) => signature.role !== role);

  const keep = (signature: Signature) => {
    const first = draft.signatures.length === 0;
    change({ signatures: [...without(signature.role), signature], ...(first ? { signedContent: content } : {}) });
    setSigning(undefined);
  };
  const remove = (role: SignatureRole) => {
    change({ signatures: without(role) });
    setSigning(undefined);
  };

  return (
    <Shell
      title={words.signTitle}
      back={meetingHref(cooperativeId, meetingId)}
      actions={
        <>
          <SaveState saver={saver} />
          <Button
            look="primary"
            icon="lock"
            disabled={blocked || unsigned.length > 0 || changed !== undefined}
            busy={seal.busy}
            onClick={() => setSealing(true)}
          >
            {words.seal}
          </Button>
        </>
      }
    >
      <MinutesSteps form={form} current="sign" />
      <p class="muted">{cooperativeTitle(sources.cooperative)}</p>
      <SaveFailure saver={saver} />
      {seal.problem && (
        <Banner tone="bad" urgent title={words.refusedTitle}>
          {seal.problem} {words.notSavedSafe}
        </Banner>
      )}
      {changed && <ChangedBanner changed={changed} onAgain={() => change({ signatures: [], signedContent: undefined })} />}
      {blocked && <ProblemList form={form} />}
      <QuestionList form={form} />
      <SigningSummary
        content={content}
        side={
          <LinkButton look="quiet" icon="pen" href={partHref(cooperativeId, meetingId, 'notulen')}>
            {words.toMinutes}
          </LinkButton>
        }
      />
      <SignatureList signatures={draft.signatures} disabled={blocked || changed !== undefined} onSign={setSigning} />
      {signing && (
        <Signer
          key={signing}
          form={form}
          role={signing}
          onKeep={keep}
          onRemove={() => remove(signing)}
          onClose={() => setSigning(undefined)}
        />
      )}
      <SealDialog
        open={sealing}
        openQuestions={questions.length}
        busy={seal.busy}
        onClose={() => setSealing(false)}
        onSeal={async () => {
          await seal.seal();
          setSealing(false);
        }}
      />
    </Shell>
  );
}

/** A success needs no word here: the sealed row itself replaces this form. */
function useSeal({ draft, sources, saver }: MinutesForm) {
  const { db } = useApp();
  const words = useWords(minutesWords);
  const general = useWords(meetingWords);
  const [state, setState] = useState<{ busy: boolean; problem?: string }>({ busy: false });
  const seal = async () => {
    setState({ busy: true });
    try {
      await saver.flush();
      saver.rest();
      const result = await sealMinutes(db, sources, draft);
      if (result.kind === 'refused') return setState({ busy: false, problem: ruleWords(result) });
      if (result.kind === 'waiting') return setState({ busy: false, problem: general.waiting });
      if (result.kind === 'changed') return setState({ busy: false, problem: words.changedTitle });
      setState({ busy: false });
    } catch {
      setState({ busy: false, problem: general.notKept });
    }
  };
  return { ...state, seal };
}

function Signer({
  form,
  role,
  ...acts
}: {
  form: MinutesForm;
  role: SignatureRole;
  onKeep: (signature: Signature) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const { session } = useApp();
  const { draft, sources } = form;
  const known = { draft, board: sources.cooperative.board ?? [], officerName: session.officer.name };
  return (
    <SignatureDialog
      role={role}
      usualName={usualSigner(role, known)}
      former={draft.signatures.find((signature) => signature.role === role)}
      attendance={sources.attendance}
      {...acts}
    />
  );
}

function ChangedBanner({ changed, onAgain }: { changed: readonly string[]; onAgain: () => void }) {
  const words = useWords(minutesWords);
  const names = [...new Set(changed.map((field) => words.contentNames[field] ?? words.otherContent))];
  return (
    <Banner
      tone="bad"
      urgent
      title={words.changedTitle}
      actions={
        <Button look="primary" icon="signature" onClick={onAgain}>
          {words.changedAct}
        </Button>
      }
    >
      {words.changedBody(names.join(', '))}
    </Banner>
  );
}
