/** The latest figures of each cooperative as of a day, each taken from the best source that knows it. */
import { bookYearEnd, calendarYearOf, type Day } from '../../domain/day.ts';
import type { YearlyFigures } from '../../domain/yearly-figures.ts';
import { figureOf } from '../minutes/figures-beside.ts';

export type FiguresIndex = ReadonlyMap<string, readonly YearlyFigures[]>;

export interface LatestFigures {
  bookYear: number;
  members?: number;
  assets?: number;
  shu?: number;
}

export function figuresIndexOf(rows: readonly YearlyFigures[]): FiguresIndex {
  const index = new Map<string, YearlyFigures[]>();
  for (const row of rows) {
    const known = index.get(row.cooperativeId);
    if (known) known.push(row);
    else index.set(row.cooperativeId, [row]);
  }
  return index;
}

/** Of the latest book year that had ended by the day and of which anything shown here is known. */
export function latestFigures(rows: readonly YearlyFigures[] | undefined, asOf: Day, endMonth: number): LatestFigures | undefined {
  const ended = (rows ?? []).filter(({ bookYear }) => bookYear <= calendarYearOf(asOf) && bookYearEnd(bookYear, endMonth) <= asOf);
  const years = [...new Set(ended.map(({ bookYear }) => bookYear))].sort((one, other) => other - one);
  for (const bookYear of years) {
    const [members, assets, shu] = (['membersTotal', 'assets', 'shu'] as const).map((field) => figureOf(ended, bookYear, field)?.figure);
    if (members === undefined && assets === undefined && shu === undefined) continue;
    return {
      bookYear,
      ...(members === undefined ? {} : { members }),
      ...(assets === undefined ? {} : { assets }),
      ...(shu === undefined ? {} : { shu }),
    };
  }
  return undefined;
}
