/** Rows that are added and taken away while typing: people met, agreed actions, letters. */
import type { ComponentChildren } from 'preact';
import { newId } from '../../data/id.ts';
import { Button } from '../kit/button.tsx';
import { showToast } from '../kit/toast.tsx';
import { useWords } from '../words/words.ts';
import { visitWords } from './visit-words.ts';

export interface RowListProps<Row extends { key: string }> {
  label: string;
  rows: readonly Row[];
  onRows: (change: (rows: readonly Row[]) => Row[]) => void;
  /** 'Orang 1'. */
  nameOf: (place: string) => string;
  addLabel: string;
  most: number;
  children: (row: Row, set: (patch: Partial<Row>) => void) => ComponentChildren;
}

export function RowList<Row extends { key: string }>({ label, rows, onRows, nameOf, addLabel, most, children }: RowListProps<Row>) {
  const words = useWords(visitWords);
  return (
    <fieldset class="field row-list" aria-label={label}>
      <span class="field-label" aria-hidden="true">
        {label}
      </span>
      {rows.map((row, place) => {
        const name = nameOf(String(place + 1));
        return (
          <div class="row-item" key={row.key}>
            <div class="row apart">
              <strong>{name}</strong>
              <Button
                look="quiet"
                icon="cross"
                label={words.removeRow(name)}
                onClick={() => {
                  onRows((now) => now.filter(({ key }) => key !== row.key));
                  showToast({ text: words.removedRow(name), undo: () => onRows((now) => now.toSpliced(place, 0, row)) });
                }}
              />
            </div>
            {children(row, (patch) => onRows((now) => now.map((other) => (other.key === row.key ? { ...other, ...patch } : other))))}
          </div>
        );
      })}
      {rows.length < most && (
        <div>
          <Button icon="plus" onClick={() => onRows((now) => [...now, { key: newId() } as Row])}>
            {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
