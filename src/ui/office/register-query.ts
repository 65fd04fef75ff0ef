/** What the office asks its register, as it stands in the page's address: filter, order, page, columns, the day and the book year. */
import { wordsOf } from '../../data/register.ts';
import { activityStatuses, legalStatuses } from '../../domain/cooperative.ts';
import { type Day, daySchema, lastEndedBookYear } from '../../domain/day.ts';
import { type RatStatusName, ratStatuses } from '../../domain/rat-status.ts';
import type { Sort } from '../kit/table.tsx';
import type { RegisterLine, RegisterQuestion } from './register-line.ts';

export const columnKeys = [
  'name',
  'legalEntity',
  'village',
  'district',
  'regency',
  'rat',
  'missed',
  'lastRat',
  'activity',
  'legal',
  'members',
  'assets',
  'shu',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** What fits an office's screen; the others are chosen when they are wanted. */
export const usualColumns: readonly ColumnKey[] = columnKeys.filter((key) => key !== 'village' && key !== 'legal');

export interface RegisterFilter {
  words: string;
  /** Code of the regency. */
  regency?: string | undefined;
  /** Name of the district: registers often know no code. */
  district?: string | undefined;
  group?: string | undefined;
  activity?: (typeof activityStatuses)[number] | undefined;
  rat?: RatStatusName | undefined;
  /** Without it those that exist on the day. */
  legal?: (typeof legalStatuses)[number] | 'all' | undefined;
}

export interface RegisterQuery extends RegisterFilter, RegisterQuestion {
  sort: Sort<ColumnKey>;
  /** From 0. */
  page: number;
  columns: readonly ColumnKey[];
}

export const pageSize = 50;
export const usualBookYear = (asOf: Day): number => lastEndedBookYear(asOf, 12);
/** The first calendar year that the annual meetings of which the law speaks can be asked for. */
const firstBookYear = 1993;
const usualSort: Sort<ColumnKey> = { key: 'name', descending: false };

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);

/** A day of the address, unless it is none or lies ahead. */
export function dayFrom(text: string | undefined, today: Day): Day {
  return text !== undefined && text <= today && daySchema.safeParse(text).success ? text : today;
}

export function registerQueryFrom(query: Record<string, string>, today: Day): RegisterQuery {
  const asOf = dayFrom(query.per, today);
  const bookYear = Number(query.tb);
  const sorted = oneOf(columnKeys, query.urut?.replace(/^-/, ''));
  const page = Number(query.hal) - 1;
  const columns = query.kolom === undefined ? undefined : columnKeys.filter((key) => query.kolom?.split(',').includes(key));
  return {
    words: query.q ?? '',
    regency: query.kab,
    district: query.kec,
    group: query.kel,
    activity: oneOf(activityStatuses, query.aktif),
    rat: oneOf(ratStatuses, query.rat),
    legal: oneOf([...legalStatuses, 'all'] as const, query.hukum),
    asOf,
    bookYear:
      Number.isInteger(bookYear) && bookYear >= firstBookYear && bookYear <= usualBookYear(asOf) + 1 ? bookYear : usualBookYear(asOf),
    sort: sorted ? { key: sorted, descending: query.urut?.startsWith('-') === true } : usualSort,
    page: Number.isInteger(page) && page > 0 ? page : 0,
    columns: columns ? ['name', ...columns.filter((key) => key !== 'name')] : usualColumns,
  };
}

/** `/kantor/register?kab=64.02&rat=missed`; what is as usual is left out. */
export function registerAddress(query: RegisterQuery, today: Day): string {
  const { sort, page, columns, asOf, bookYear } = query;
  const asUsual = columns.join() === usualColumns.join();
  const sortText = `${sort.descending ? '-' : ''}${sort.key}`;
  const given = Object.entries({
    q: query.words,
    kab: query.regency,
    kec: query.district,
    kel: query.group,
    aktif: query.activity,
    rat: query.rat,
    hukum: query.legal,
    per: asOf === today ? undefined : asOf,
    tb: bookYear === usualBookYear(asOf) ? undefined : String(bookYear),
    urut: sortText === usualSort.key ? undefined : sortText,
    hal: page > 0 ? String(page + 1) : undefined,
    kolom: asUsual ? undefined : columns.join(),
  }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(given).toString();
  return text ? `/kantor/register?${text}` : '/kantor/register';
}

/** What a change leads to: the first page, and a book year that belongs to the day. */
export function changedQuery(query: RegisterQuery, changed: Partial<RegisterQuery>): RegisterQuery {
  const next = { ...query, page: 0, ...changed };
  if (changed.asOf !== undefined && changed.bookYear === undefined && query.bookYear === usualBookYear(query.asOf)) {
    next.bookYear = usualBookYear(changed.asOf);
  }
  return next;
}

/** The lines that fit, and how many fit but for being dissolved. */
export function linesFound(lines: readonly RegisterLine[], filter: RegisterFilter): { found: RegisterLine[]; dissolved: number } {
  const terms = wordsOf(filter.words).split(/\s+/).filter(Boolean);
  let dissolved = 0;
  const found = lines.filter((line) => {
    if (filter.regency !== undefined && line.regencyCode !== filter.regency) return false;
    if (filter.district !== undefined && line.entry.cooperative.districtName !== filter.district) return false;
    if (filter.group !== undefined && line.entry.cooperative.group !== filter.group) return false;
    if (filter.activity !== undefined && line.activity !== filter.activity) return false;
    if (filter.rat !== undefined && line.rat !== filter.rat) return false;
    if (!terms.every((term) => line.entry.words.includes(term))) return false;
    if (filter.legal === 'all') return true;
    if (filter.legal !== undefined) return line.legal === filter.legal;
    if (!line.exists) dissolved += 1;
    return line.exists;
  });
  return { found, dissolved };
}

type Sortable = string | number | undefined;

const sortValues: Record<ColumnKey, (line: RegisterLine) => Sortable> = {
  name: (line) => line.title,
  legalEntity: (line) => line.entry.cooperative.legalEntityOn,
  village: (line) => line.entry.cooperative.villageName,
  district: (line) => line.entry.cooperative.districtName,
  regency: (line) => line.regencyCode,
  legal: (line) => legalStatuses.indexOf(line.legal),
  activity: (line) => line.activity,
  rat: (line) => (line.rat === undefined ? undefined : ratStatuses.indexOf(line.rat)),
  missed: (line) => line.missed,
  lastRat: (line) => line.lastRatOn,
  members: (line) => line.figures?.members,
  assets: (line) => line.figures?.assets,
  shu: (line) => line.figures?.shu,
};

const collator = new Intl.Collator('id', { numeric: true });

/** Blanks stand last whichever way it is sorted; what is equal stays in the order of names. */
export function sortedLines(lines: readonly RegisterLine[], { key, descending }: Sort<ColumnKey>): RegisterLine[] {
  const sortValue = sortValues[key];
  const sign = descending ? -1 : 1;
  const keyed = lines.map((line) => ({ line, value: sortValue(line) }));
  keyed.sort((one, other) => {
    if (one.value === undefined || other.value === undefined)
      return (one.value === undefined ? 1 : 0) - (other.value === undefined ? 1 : 0);
    return sign * compared(one.value, other.value) || collator.compare(one.line.title, other.line.title);
  });
  return keyed.map(({ line }) => line);
}

function compared(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other));
}

/** What can be chosen: only what the register holds. */
export function choicesIn(
  lines: readonly RegisterLine[],
  regency: string | undefined,
): { regencies: string[]; districts: string[]; groups: string[] } {
  const regencies = new Set<string>();
  const districts = new Set<string>();
  const groups = new Set<string>();
  for (const { regencyCode, entry } of lines) {
    const { districtName, group } = entry.cooperative;
    regencies.add(regencyCode);
    if (group) groups.add(group);
    if (districtName && (regency === undefined || regencyCode === regency)) districts.add(districtName);
  }
  return { regencies: [...regencies].sort(), districts: [...districts].sort(collator.compare), groups: [...groups].sort(collator.compare) };
}
