/** Says what became of an agreed action. */
import { useEffect, useState } from 'preact/hooks';
import type { FollowUp } from '../../data/follow-ups.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { DateField } from '../kit/date-field.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { useRecord } from '../meeting/use-record.ts';
import { useWords } from '../words/words.ts';
import { followUpWords } from './follow-up-words.ts';

export interface DoneDialogProps {
  /** Undefined while nothing is asked. */
  followUp: FollowUp | undefined;
  day: string;
  onClose: () => void;
}

export function DoneDialog({ followUp, day, onClose }: DoneDialogProps) {
  const words = useWords(followUpWords);
  const general = useWords();
  const recorder = useRecord();
  const [result, setResult] = useState('');
  const [doneOn, setDoneOn] = useState<string | undefined>(day);
  useEffect(() => {
    setResult('');
    setDoneOn(day);
    recorder.clear();
  }, [followUp, day]);

  const record = async () => {
    if (!followUp || !doneOn) return;
    const { visitId, area, text } = followUp;
    const body = { action: text, doneOn, result: result.trim() };
    if (!(await recorder.record([{ type: 'agreedActionDone', id: visitId, area, body }]))) return;
    showToast({ text: words.recorded });
    onClose();
  };

  return (
    <Dialog
      open={followUp !== undefined}
      onClose={onClose}
      title={words.doneTitle}
      actions={
        <>
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button
            look="primary"
            icon="check"
            busy={recorder.busy}
            disabled={result.trim() === '' || doneOn === undefined}
            onClick={() => void record()}
          >
            {words.record}
          </Button>
        </>
      }
    >
      {followUp && (
        <div class="stack">
          <p class="quoted">{followUp.text}</p>
          <TextArea label={words.result} hint={words.resultHint} rows={3} maxLength={1000} value={result} onValue={setResult} />
          <DateField label={words.doneOn} value={doneOn} onValue={setDoneOn} />
          {recorder.problem && (
            <Banner tone="bad" urgent title={words.notRecorded}>
              {recorder.problem}
            </Banner>
          )}
          <p>
            <LinkButton look="quiet" href={`/koperasi/${followUp.cooperativeId}/kunjungan/${followUp.visitId}`}>
              {words.openVisit}
            </LinkButton>
          </p>
        </div>
      )}
    </Dialog>
  );
}
