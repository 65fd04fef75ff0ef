/** The office's word on a RAT: verified with a note, or returned with a reason; what was typed stays until it is kept. */
import { useState } from 'preact/hooks';
import type { Act } from '../../data/record.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { useRecord } from '../meeting/use-record.ts';
import type { MinutesSources } from '../minutes/minutes-sources.ts';
import { useWords } from '../words/words.ts';
import { verificationWords } from './verification-words.ts';

/** The office's word as it was kept, before the rows have been read again. */
export interface Word {
  kind: 'verified' | 'returned';
  officerId: string;
  at: number;
  said: string;
}

interface DecisionProps {
  sources: MinutesSources;
  onClose: () => void;
  onDecided: (word: Word) => void;
}

const mostLetters = 2000;

export function VerifyDialog({ sources, onClose, onDecided }: DecisionProps) {
  const words = useWords(verificationWords);
  const general = useWords();
  const [note, setNote] = useState('');
  const { busy, problem, decide } = useDecision(onDecided);
  const { cooperativeId, meetingId, area, meeting } = sources;
  const act: Act = {
    type: 'ratVerified',
    id: meetingId,
    area,
    body: { cooperativeId, ...(note.trim() ? { note: note.trim() } : {}) },
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.verifyTitle}
      actions={
        <>
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button look="primary" icon="check" busy={busy} onClick={() => void decide(act, 'verified', note.trim())}>
            {words.verify}
          </Button>
        </>
      }
    >
      <p>{words.verifyBody(meeting.bookYears.join(', '))}</p>
      <TextArea label={words.note} hint={words.noteHint} optional value={note} onValue={setNote} rows={2} maxLength={mostLetters} />
      <NotKept problem={problem} />
    </Dialog>
  );
}

export function ReturnDialog({ sources, onClose, onDecided }: DecisionProps) {
  const words = useWords(verificationWords);
  const general = useWords();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { busy, problem, decide } = useDecision(onDecided);
  const given = reason.trim();
  const send = () => {
    setAsked(true);
    if (given) void decide({ type: 'ratReturned', id: sources.meetingId, area: sources.area, body: { reason: given } }, 'returned', given);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.returnTitle}
      actions={
        <>
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button look="danger" icon="undo" busy={busy} onClick={send}>
            {words.return}
          </Button>
        </>
      }
    >
      <p>{words.returnBody}</p>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onValue={setReason}
        maxLength={mostLetters}
        {...(asked && !given ? { error: words.reasonMissing } : {})}
      />
      <NotKept problem={problem} />
    </Dialog>
  );
}

function NotKept({ problem }: { problem: string | undefined }) {
  const words = useWords(verificationWords);
  return problem === undefined ? null : (
    <Banner tone="bad" urgent title={words.notKept}>
      {problem}
    </Banner>
  );
}

/** Answers only after the commit; the office hears of it at once where there is a network. */
function useDecision(onDecided: (word: Word) => void) {
  const { syncNow } = useApp();
  const { busy, problem, record } = useRecord();
  const decide = async (act: Act, kind: Word['kind'], said: string) => {
    const kept = await record([act]);
    const fact = kept?.facts[0];
    if (!fact) return;
    onDecided({ kind, officerId: fact.officerId, at: fact.at, said });
    void syncNow();
  };
  return { busy, problem, decide };
}
