/** Asks once before a visit is finished, and says what is still empty. */
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showWeekday } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { filledOf, visitParts } from './visit-content.ts';
import type { VisitFields } from './visit-draft.ts';
import { figuresSeen } from './visit-figures.ts';
import { visitWords } from './visit-words.ts';

export interface FinishDialogProps {
  open: boolean;
  busy: boolean;
  amending: boolean;
  cooperativeName: string;
  fields: Partial<VisitFields>;
  onClose: () => void;
  onFinish: () => void;
}

export function FinishDialog({ open, busy, amending, cooperativeName, fields, onClose, onFinish }: FinishDialogProps) {
  const words = useWords(visitWords);
  const { cancel } = useWords();
  const empty = visitParts.filter((part) => part !== 'closing' && filledOf(part, fields).answered === 0);
  const seen = figuresSeen(fields);
  return (
    <Dialog
      open={open}
      onClose={busy ? () => undefined : onClose}
      title={amending ? words.finishAmendTitle : words.finishTitle}
      actions={
        <>
          <Button onClick={onClose} disabled={busy}>
            {cancel}
          </Button>
          <Button look="primary" icon="check" busy={busy} onClick={onFinish}>
            {amending ? words.finishAmend : words.finish}
          </Button>
        </>
      }
    >
      <p>
        <strong>{cooperativeName}</strong>
        <br />
        {fields.purpose && words.purposes[fields.purpose]} · {fields.visitedOn && showWeekday(fields.visitedOn)}
      </p>
      {!amending && <p>{words.finishAsk}</p>}
      {!amending && empty.length > 0 && <p>{words.finishEmpty(empty.map((part) => words.parts[part]).join(', '))}</p>}
      {!amending && !fields.counterpartSignature && <p>{words.finishUnsigned}</p>}
      {seen && <p>{words.finishFigures(String(seen.bookYear))}</p>}
    </Dialog>
  );
}
