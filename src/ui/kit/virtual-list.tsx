/** The whole register as one list: thousands of rows of one height, of which only those near the eye exist. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Span, visibleRows } from './visible-rows.ts';

export interface VirtualListProps<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Draws one row: an `Item` with `clipped`. */
  children: (row: Row, place: number) => ComponentChildren;
  /** CSS pixels. */
  rowHeight?: number;
  /** Under this name the place in the list is remembered until the app closes, for coming back. */
  name?: string;
}

const rememberedScroll = new Map<string, number>();

export function VirtualList<Row>({ label, rows, keyOf, children, rowHeight = 76, name }: VirtualListProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const [span, setSpan] = useState<Span>(() => visibleRows(0, window.innerHeight, rowHeight, rows.length));
  const [focused, setFocused] = useState(-1);
  const wanted = useRef(-1);

  useLayoutEffect(() => {
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = visibleRows(top, window.innerHeight, rowHeight, rows.length);
      setSpan((now) => (now.first === next.first && now.end === next.end ? now : next));
    };
    const scrolled = () => {
      if (name) rememberedScroll.set(name, window.scrollY);
      measure();
    };
    measure();
    addEventListener('scroll', scrolled, { passive: true });
    addEventListener('resize', measure);
    return () => {
      removeEventListener('scroll', scrolled);
      removeEventListener('resize', measure);
    };
  }, [rows.length, rowHeight, name]);

  useEffect(() => {
    const before = name ? rememberedScroll.get(name) : undefined;
    if (before) window.scrollTo(0, before);
  }, [name]);

  const inRow = (place: number) => list.current?.querySelector<HTMLElement>(`[data-place="${place}"] :is(a, button)`);

  useLayoutEffect(() => {
    if (wanted.current < 0) return;
    inRow(wanted.current)?.focus();
    wanted.current = -1;
  }, [focused]);

  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(window.innerHeight / rowHeight) - 2);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const by = steps[event.key];
    if (by === undefined || focused < 0) return;
    event.preventDefault();
    const target = Math.max(0, Math.min(rows.length - 1, focused + by));
    if (target === focused) return;
    wanted.current = target;
    setFocused(target);
  };

  // A row drawn once is handed over as it was, so that scrolling costs only the rows that come into reach.
  const kept = useMemo(() => new Map<number, ComponentChildren>(), [rows, children, rowHeight]);
  const drawn = (place: number): ComponentChildren => {
    const row = rows[place];
    if (row === undefined) return null;
    const made = kept.get(place) ?? (
      <li
        key={keyOf(row)}
        class="virtual-row"
        data-place={place}
        aria-setsize={rows.length}
        aria-posinset={place + 1}
        style={{ top: `${place * rowHeight}px`, height: `${rowHeight}px` }}
      >
        {children(row, place)}
      </li>
    );
    kept.set(place, made);
    return made;
  };

  // The row with the focus stays, however far it is scrolled away: otherwise the keyboard's place would be lost.
  const places = [
    ...new Set([...range(span.first, Math.min(span.end, rows.length)), ...(focused >= 0 && focused < rows.length ? [focused] : [])]),
  ];
  return (
    <ul
      ref={list}
      class="virtual"
      aria-label={label}
      style={{ height: `${rows.length * rowHeight}px` }}
      onKeyDown={move}
      onFocusCapture={(event) => setFocused(placeOf(event.target))}
      onBlurCapture={(event) => {
        if (placeOf(event.relatedTarget) < 0) setFocused(-1);
      }}
    >
      {places.map(drawn)}
    </ul>
  );
}

const range = (from: number, end: number): number[] => Array.from({ length: Math.max(0, end - from) }, (_, step) => from + step);

function placeOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return Number(row?.dataset.place ?? -1);
}
