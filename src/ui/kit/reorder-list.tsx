/** A short list that is put in order: dragged by a handle with finger or mouse, or moved by buttons that keys reach too. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './reorder-list.css';

export interface ReorderWords {
  up: (name: string) => string;
  down: (name: string) => string;
  /** Read out after a move. */
  moved: (name: string, place: string, of: string) => string;
}

export interface ReorderListProps<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  onRows: (rows: Row[]) => void;
  label: string;
  words: ReorderWords;
}

export function ReorderList<Row>({ rows, keyOf, nameOf, onRows, label, words }: ReorderListProps<Row>) {
  const list = useRef<HTMLOListElement>(null);
  const dragged = useRef<{ key: string; pointer: number } | undefined>(undefined);
  const [lifted, setLifted] = useState<string>();
  const [said, setSaid] = useState('');
  // A row that moves takes its buttons along, and a browser drops the focus of what is moved.
  const focusAfter = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (focusAfter.current) document.getElementById(focusAfter.current)?.focus();
    focusAfter.current = undefined;
  }, [rows]);

  const move = (key: string, to: number) => {
    const from = rows.findIndex((row) => keyOf(row) === key);
    const row = rows[from];
    if (row === undefined || to === from || to < 0 || to >= rows.length) return;
    onRows(rows.filter((_, place) => place !== from).toSpliced(to, 0, row));
    setSaid(words.moved(nameOf(row), String(to + 1), String(rows.length)));
  };
  /** Where the finger has carried a row: below every other row whose middle it has passed. */
  const placeAt = (y: number, own: number): number =>
    [...(list.current?.children ?? [])].filter((child, place) => {
      const { top, height } = child.getBoundingClientRect();
      return place !== own && top + height / 2 < y;
    }).length;
  const drop = () => {
    dragged.current = undefined;
    setLifted(undefined);
  };

  return (
    <>
      <ol class="reorder" ref={list} aria-label={label}>
        {rows.map((row, place) => {
          const key = keyOf(row);
          const name = nameOf(row);
          return (
            <li key={key} class={lifted === key ? 'reorder-row lifted' : 'reorder-row'}>
              <span
                class="reorder-handle"
                aria-hidden="true"
                onPointerDown={(event) => {
                  if (event.button !== 0) return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  dragged.current = { key, pointer: event.pointerId };
                  setLifted(key);
                }}
                onPointerMove={(event) => {
                  if (dragged.current?.pointer !== event.pointerId) return;
                  move(key, placeAt(event.clientY, place));
                }}
                onPointerUp={drop}
                onPointerCancel={drop}
              >
                <Icon name="more" />
              </span>
              <span class="reorder-name">
                {place + 1}. {name}
              </span>
              <Button
                id={`naik-${key}`}
                look="quiet"
                icon="up"
                label={words.up(name)}
                disabled={place === 0}
                onClick={() => {
                  focusAfter.current = place === 1 ? `turun-${key}` : `naik-${key}`;
                  move(key, place - 1);
                }}
              />
              <Button
                id={`turun-${key}`}
                look="quiet"
                icon="down"
                label={words.down(name)}
                disabled={place === rows.length - 1}
                onClick={() => {
                  focusAfter.current = place === rows.length - 2 ? `naik-${key}` : `turun-${key}`;
                  move(key, place + 1);
                }}
              />
            </li>
          );
        })}
      </ol>
      <p class="unseen" aria-live="polite">
        {said}
      </p>
    </>
  );
}
