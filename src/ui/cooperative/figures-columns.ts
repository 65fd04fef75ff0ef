/** Yearly figures side by side: one column for each book year and source, latest first. */
import { type Figures, figureFields, figureSources, moneyFields, type YearlyFigures } from '../../domain/yearly-figures.ts';

export type FigureName = keyof Figures;

export interface FigureLine {
  field: FigureName;
  isMoney: boolean;
  /** One for each column; undefined is blank, never zero. */
  values: (number | undefined)[];
}

const weight = (source: YearlyFigures['source']): number => figureSources.indexOf(source);

/** What a meeting ratified stands before what others say about the same year. */
export const inOrder = (figures: readonly YearlyFigures[]): YearlyFigures[] =>
  [...figures].sort((one, other) => other.bookYear - one.bookYear || weight(one.source) - weight(other.source));

/** Only figures that at least one column has. */
export function figureLinesOf(columns: readonly YearlyFigures[]): FigureLine[] {
  return (Object.keys(figureFields) as FigureName[])
    .map((field) => ({ field, isMoney: Object.hasOwn(moneyFields, field), values: columns.map((column) => column[field]) }))
    .filter(({ values }) => values.some((value) => value !== undefined));
}
