/** A question that is answered with a reason: adjourning a meeting, calling off its plan. */
import { useState } from 'preact/hooks';
import type { Act } from '../../data/record.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import type { IconName } from '../kit/icon.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { useRecord } from './use-record.ts';

export interface ReasonDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What will be, once it is done. */
  body: string;
  /** What stands there until somebody writes otherwise. */
  usual?: string;
  act: { label: string; icon: IconName };
  said: { done: string; notDone: string };
  actOf: (reason: string) => Act;
}

export function ReasonDialog({ open, onClose, title, body, usual = '', act, said, actOf }: ReasonDialogProps) {
  const words = useWords(meetingWords);
  const general = useWords();
  const [typed, setTyped] = useState<string>();
  const recorder = useRecord();
  const reason = (typed ?? usual).trim();

  const record = async () => {
    if (!(await recorder.record([actOf(reason)]))) return;
    showToast({ text: said.done });
    onClose();
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button look="danger" icon={act.icon} busy={recorder.busy} disabled={reason === ''} onClick={() => void record()}>
            {act.label}
          </Button>
        </>
      }
    >
      <p>{body}</p>
      <TextArea label={words.reason} rows={3} maxLength={2000} value={typed ?? usual} onValue={setTyped} />
      {recorder.problem && (
        <Banner tone="bad" urgent title={said.notDone}>
          {recorder.problem}
        </Banner>
      )}
    </Dialog>
  );
}
