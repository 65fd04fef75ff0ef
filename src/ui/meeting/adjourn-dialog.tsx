/** Adjourning a meeting to which too few came. */
import { useState } from 'preact/hooks';
import type { Row } from '../../domain/world.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showCount } from '../kit/figures.ts';
import { TextArea } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { useRecord } from './use-record.ts';

export interface AdjournDialogProps {
  open: boolean;
  onClose: () => void;
  meeting: Row<'ratMeeting'>;
  present: number;
}

export function AdjournDialog({ open, onClose, meeting, present }: AdjournDialogProps) {
  const words = useWords(meetingWords);
  const general = useWords();
  const registered = meeting.data.opening?.registeredVoters ?? 0;
  const usual = words.adjournReason(showCount(present), showCount(registered));
  const [reason, setReason] = useState<string>();
  const recorder = useRecord();
  const said = (reason ?? usual).trim();

  const adjourn = async () => {
    const done = await recorder.record([
      { type: 'ratMeetingAdjourned', id: meeting.id, area: meeting.area, body: { adjournedAt: Date.now(), present, reason: said } },
    ]);
    if (!done) return;
    showToast({ text: words.adjourned });
    onClose();
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.adjournQuestion}
      actions={
        <>
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button look="danger" icon="clock" busy={recorder.busy} disabled={said === ''} onClick={() => void adjourn()}>
            {words.adjourn}
          </Button>
        </>
      }
    >
      <p>{words.adjournBody(showCount(present), showCount(registered))}</p>
      <TextArea label={words.reason} rows={3} maxLength={2000} value={reason ?? usual} onValue={setReason} />
      {recorder.problem && (
        <Banner tone="bad" urgent title={words.notAdjourned}>
          {recorder.problem}
        </Banner>
      )}
    </Dialog>
  );
}
