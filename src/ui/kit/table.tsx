/** Tables: the office's register with a heading that stays, and figures by year. */
import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { showCount } from './figures.ts';
import { Icon } from './icon.tsx';

export interface Column<Row, Key extends string = string> {
  key: Key;
  label: string;
  cell: (row: Row) => ComponentChildren;
  /** Figures stand at the right. */
  end?: boolean;
  sortable?: boolean;
}

export interface Sort<Key extends string> {
  key: Key;
  descending: boolean;
}

export interface DataTableProps<Row, Key extends string> {
  caption: string;
  columns: readonly Column<Row, Key>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  sort?: Sort<Key>;
  onSort?: (sort: Sort<Key>) => void;
  /** Cells of a closing row, one for each column. */
  total?: readonly ComponentChildren[];
}

/** The first column names its row. */
export function DataTable<Row, Key extends string>({ caption, columns, rows, keyOf, sort, onSort, total }: DataTableProps<Row, Key>) {
  return (
    <TableFrame caption={caption}>
      <thead>
        <tr>
          {columns.map((column) => {
            const sorted = sort?.key === column.key;
            const direction = sort?.descending ? 'descending' : 'ascending';
            return (
              <th key={column.key} scope="col" class={column.end ? 'end' : undefined} aria-sort={sorted ? direction : undefined}>
                {column.sortable && onSort ? (
                  <SortButton label={column.label} onClick={() => onSort({ key: column.key, descending: sorted && !sort.descending })} />
                ) : (
                  column.label
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column, place) =>
              place === 0 ? (
                <th key={column.key} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} class={column.end ? 'end' : undefined}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
        {total && (
          <tr class="total">
            {columns.map((column, place) => (
              <td key={column.key} class={column.end ? 'end' : undefined}>
                {total[place]}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </TableFrame>
  );
}

function SortButton({ label, onClick }: { label: string; onClick: () => void }) {
  const words = useWords();
  return (
    <button type="button" class="sort" title={words.sortBy(label)} onClick={onClick}>
      {label}
      <Icon name="down" size={16} />
    </button>
  );
}

export interface FigureRow {
  label: string;
  values: readonly ComponentChildren[];
  total?: boolean;
}

/** One line a figure, one column a year; a missing figure is a dash, not a zero. */
export function FigureTable({ caption, columns, rows }: { caption: string; columns: readonly string[]; rows: readonly FigureRow[] }) {
  return (
    <TableFrame caption={caption} visible>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col" class="end">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label} class={row.total ? 'total' : undefined}>
            <th scope="row">{row.label}</th>
            {columns.map((column, place) => (
              <td key={column} class="end">
                {row.values[place] ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

// A frame that scrolls must be reachable by keyboard, which Chrome sees to by itself only since 130.
export const reachable = { tabIndex: 0 };

function TableFrame({ caption, visible, children }: { caption: string; visible?: boolean; children: ComponentChildren }) {
  return (
    <section class={visible ? 'table-frame' : 'table-frame tall'} aria-label={caption} {...reachable}>
      <table class="table">
        <caption class={visible ? undefined : 'unseen'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export interface PagerProps {
  /** From 0. */
  page: number;
  pageSize: number;
  count: number;
  onPage: (page: number) => void;
}

export function Pager({ page, pageSize, count, onPage }: PagerProps) {
  const words = useWords();
  const last = Math.max(0, Math.ceil(count / pageSize) - 1);
  return (
    <nav class="row apart no-print" aria-label={words.pages}>
      <output class="figure">
        {words.range(showCount(count === 0 ? 0 : page * pageSize + 1), showCount(Math.min(count, (page + 1) * pageSize)), showCount(count))}
      </output>
      <div class="row">
        <Button icon="back" label={words.previous} disabled={page === 0} onClick={() => onPage(page - 1)} />
        <Button icon="chevron" label={words.next} disabled={page >= last} onClick={() => onPage(page + 1)} />
      </div>
    </nav>
  );
}
