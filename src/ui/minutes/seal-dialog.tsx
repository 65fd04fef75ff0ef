/** The last question before the seal, which says that there is no way back. */
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showCount } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { minutesWords } from './minutes-words.ts';

export interface SealDialogProps {
  open: boolean;
  openQuestions: number;
  busy: boolean;
  onClose: () => void;
  onSeal: () => Promise<void>;
}

export function SealDialog({ open, openQuestions, busy, onClose, onSeal }: SealDialogProps) {
  const words = useWords(minutesWords);
  const general = useWords();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.sealTitle}
      actions={
        <>
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button look="danger" icon="lock" busy={busy} onClick={() => void onSeal()}>
            {words.sealNow}
          </Button>
        </>
      }
    >
      <p>{words.sealBody}</p>
      {openQuestions > 0 && <Banner tone="warn" title={words.sealQuestions(showCount(openQuestions))} />}
    </Dialog>
  );
}
