/** The columns of the register: how each stands in the table, and which cells it writes into the file. */
import type { ComponentChildren } from 'preact';
import { StatusBadge } from '../kit/badge.tsx';
import { showCount, showRupiah, showShortDay } from '../kit/figures.ts';
import type { Column } from '../kit/table.tsx';
import { ActivityBadge, LegalBadge, RatBadge, type standingWords } from '../standing-badge.tsx';
import type { CsvCell } from './csv.ts';
import type { officeWords } from './office-words.ts';
import type { RegisterLine } from './register-line.ts';
import type { ColumnKey } from './register-query.ts';

export interface ColumnWords {
  office: (typeof officeWords)['id'];
  standing: (typeof standingWords)['id'];
  bookYear: number;
  /** Missed years from which on the office reprimands; without a policy nobody is marked. */
  reprimandFrom: number | undefined;
}

const blank = '–';

export function labelOf(key: ColumnKey, { office, bookYear }: ColumnWords): string {
  const { column } = office.register;
  return key === 'rat' ? column.rat(String(bookYear)) : column[key];
}

export const tableColumn = (key: ColumnKey, words: ColumnWords): Column<RegisterLine, ColumnKey> => ({
  key,
  label: labelOf(key, words),
  sortable: true,
  end: key === 'members' || key === 'assets' || key === 'shu',
  cell: (line) => cellOf(key, line, words) ?? blank,
});

function cellOf(key: ColumnKey, line: RegisterLine, words: ColumnWords): ComponentChildren | undefined {
  const { cooperative } = line.entry;
  const { figures } = line;
  switch (key) {
    case 'name':
      return <a href={`/koperasi/${line.id}`}>{line.title}</a>;
    case 'legalEntity':
      return <LegalEntity number={cooperative.legalEntityNumber} on={cooperative.legalEntityOn} />;
    case 'village':
      return cooperative.villageName;
    case 'district':
      return cooperative.districtName;
    case 'regency':
      return line.regency.replace(/^Kabupaten /, 'Kab. ');
    case 'legal':
      return <LegalBadge status={line.legal} />;
    case 'activity':
      return line.activity && <ActivityBadge status={line.activity} />;
    case 'rat':
      return line.rat && <RatBadge status={line.rat} />;
    case 'missed':
      return <Missed line={line} words={words} />;
    case 'lastRat':
      return line.lastRatOn && <span class="nowrap">{showShortDay(line.lastRatOn)}</span>;
    case 'members':
      return figures?.members === undefined ? undefined : showCount(figures.members);
    case 'assets':
      return figures?.assets === undefined ? undefined : showRupiah(figures.assets);
    case 'shu':
      return figures?.shu === undefined ? undefined : showRupiah(figures.shu);
  }
}

function LegalEntity({ number, on }: { number: string | undefined; on: string | undefined }) {
  if (!number && !on) return <>{blank}</>;
  return (
    <span class="two-lines">
      <span>{number ?? blank}</span>
      {on && <small class="muted">{showShortDay(on)}</small>}
    </span>
  );
}

function Missed({ line: { missed, needsVerification }, words }: { line: RegisterLine; words: ColumnWords }) {
  const { years, needsVerification: waits } = words.office.register;
  if (missed === undefined) return <>{blank}</>;
  const counted = missed === 0 ? '0' : years(showCount(missed));
  const open = words.reprimandFrom !== undefined && missed >= words.reprimandFrom && !needsVerification;
  return (
    <span class="two-lines">
      {open ? <StatusBadge tone="bad">{counted}</StatusBadge> : <span class="nowrap">{counted}</span>}
      {needsVerification && <small class="muted">{waits}</small>}
    </span>
  );
}

type CsvColumn = readonly [heading: string, cell: (line: RegisterLine) => CsvCell];

/** A column of the table may be two of the file: there, the group and the date stand in columns of their own. */
function csvColumns(key: ColumnKey, words: ColumnWords): readonly CsvColumn[] {
  const { column, heading } = words.office.register;
  const { rat, activity, legal } = words.standing;
  switch (key) {
    case 'name':
      return [
        [heading.group, ({ entry }) => entry.cooperative.group],
        [heading.name, ({ entry }) => entry.cooperative.name],
      ];
    case 'legalEntity':
      return [
        [heading.number, ({ entry }) => entry.cooperative.legalEntityNumber],
        [heading.date, ({ entry }) => entry.cooperative.legalEntityOn],
      ];
    case 'village':
      return [[column.village, ({ entry }) => entry.cooperative.villageName]];
    case 'district':
      return [[column.district, ({ entry }) => entry.cooperative.districtName]];
    case 'regency':
      return [[column.regency, (line) => line.regency]];
    case 'legal':
      return [[column.legal, (line) => legal[line.legal]]];
    case 'activity':
      return [[column.activity, (line) => line.activity && activity[line.activity]]];
    case 'rat':
      return [[column.rat(String(words.bookYear)), (line) => line.rat && rat[line.rat]]];
    case 'missed':
      return [[heading.missed, (line) => line.missed]];
    case 'lastRat':
      return [[column.lastRat, (line) => line.lastRatOn]];
    case 'members':
      return [[column.members, (line) => line.figures?.members]];
    case 'assets':
      return [[heading.assets, (line) => line.figures?.assets]];
    case 'shu':
      return [[heading.shu, (line) => line.figures?.shu]];
  }
}

/** Figures come from different years; which one, a column before the first of them says. */
const figureKeys: readonly ColumnKey[] = ['members', 'assets', 'shu'];

export function registerCells(lines: readonly RegisterLine[], keys: readonly ColumnKey[], words: ColumnWords) {
  const firstFigure = keys.find((key) => figureKeys.includes(key));
  const year: CsvColumn = [words.office.register.heading.figuresYear, (line) => line.figures?.bookYear];
  const columns = keys.flatMap((key) => [...(key === firstFigure ? [year] : []), ...csvColumns(key, words)]);
  return { headings: columns.map(([heading]) => heading), rows: lines.map((line) => columns.map(([, cell]) => cell(line))) };
}
