/** Throws a draft away, after asking: nothing brings it back. */
import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useWords } from '../words/words.ts';
import { visitWords } from './visit-words.ts';

export function DiscardDraft({ amending, onDiscard }: { amending: boolean; onDiscard: () => Promise<void> }) {
  const words = useWords(visitWords);
  const { cancel } = useWords();
  const act = amending ? words.dropAmend : words.discard;
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <div>
      <Button look="quiet" icon="cross" onClick={() => setAsking(true)}>
        {act}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={amending ? words.dropAmendTitle : words.discardTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{cancel}</Button>
            <Button look="danger" icon="cross" onClick={() => onDiscard().catch(() => setFailed(true))}>
              {act}
            </Button>
          </>
        }
      >
        <p>{amending ? words.dropAmendAsk : words.discardAsk}</p>
        {failed && <p class="field-error">{words.recordFailed}</p>}
      </Dialog>
    </div>
  );
}
