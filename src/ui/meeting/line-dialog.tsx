/** Mending one line of a pasted list, in fields instead of in the text. */
import { useEffect, useState } from 'preact/hooks';
import type { RosterColumn } from '../../domain/roster-columns.ts';
import type { RosterLine } from '../../domain/roster-paste.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showCount } from '../kit/figures.ts';
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';

export interface LineDialogProps {
  line: RosterLine | undefined;
  columns: readonly RosterColumn[];
  onClose: () => void;
  onLine: (cells: readonly string[] | undefined) => void;
}

export function LineDialog({ line, columns, onClose, onLine }: LineDialogProps) {
  const words = useWords(meetingWords);
  const [cells, setCells] = useState<readonly string[]>();
  useEffect(() => setCells(undefined), [line]);
  const shown = cells ?? line?.cells ?? [];
  const write = (place: number, text: string) => {
    const next = columns.map((_, other) => shown[other] ?? '');
    next[place] = text;
    setCells(next);
  };
  const { outcome } = line ?? {};
  return (
    <Dialog
      open={line !== undefined}
      onClose={onClose}
      title={words.mendTitle(showCount(line?.line ?? 0))}
      actions={
        <>
          <Button look="danger" icon="minus" onClick={() => onLine(undefined)}>
            {words.mendDrop}
          </Button>
          <Button look="primary" icon="check" disabled={cells === undefined} onClick={() => onLine(shown)}>
            {words.mendSave}
          </Button>
        </>
      }
    >
      {outcome?.kind === 'problem' && <p>{words.lineProblems[outcome.code](outcome.like ?? '')}</p>}
      {columns.map((column, place) =>
        column === 'ignored' ? null : (
          <TextField
            key={column}
            label={words.columnNames[column]}
            value={shown[place]?.trim() ?? ''}
            onValue={(text) => write(place, text)}
          />
        ),
      )}
    </Dialog>
  );
}
