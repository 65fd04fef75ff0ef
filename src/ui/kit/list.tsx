/** Ruled rows, each one big target, as in the pages of a register. */
import type { ComponentChildren } from 'preact';
import type { Tone } from './badge.tsx';
import { Icon } from './icon.tsx';

export interface ItemProps {
  title: ComponentChildren;
  detail?: ComponentChildren;
  /** A badge or a figure at the right. */
  side?: ComponentChildren;
  /** Where a tap leads; or `onClick` for what it does. Neither: the row only shows. */
  href?: string;
  onClick?: () => void;
  /** A stripe at the left edge. Only beside words that say the same. */
  tone?: Tone;
  /** One line each, for lists whose rows all have one height; `roomy` rows have a second line for the title on a phone. */
  clipped?: boolean | 'roomy';
  pressed?: boolean;
}

export function Item({ title, detail, side, href, onClick, tone, clipped, pressed }: ItemProps) {
  const className = `item${tone ? ` marked ${tone}` : ''}${clipped ? ' clipped' : ''}${clipped === 'roomy' ? ' roomy' : ''}`;
  const inside = (
    <>
      <span class="item-title">{title}</span>
      {detail && <span class="item-detail">{detail}</span>}
      {side && <span class="item-side">{side}</span>}
      {href && <Icon name="chevron" size={20} class="item-go" />}
    </>
  );
  if (href)
    return (
      <a class={className} href={href}>
        {inside}
      </a>
    );
  if (onClick)
    return (
      <button type="button" class={className} onClick={onClick} aria-pressed={pressed}>
        {inside}
      </button>
    );
  return <div class={className}>{inside}</div>;
}

export interface ListProps<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  children: (row: Row) => ComponentChildren;
  label?: string;
}

/** For up to some hundred rows; beyond that, `VirtualList`. */
export function List<Row>({ rows, keyOf, children, label }: ListProps<Row>) {
  return (
    <ul class="rows" aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)}>{children(row)}</li>
      ))}
    </ul>
  );
}
