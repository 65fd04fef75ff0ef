/** The figures of another year to stand beside those being typed, and the questions that a great difference raises. */
import type { Figures, YearlyFigures } from '../../domain/yearly-figures.ts';
import { countFields } from '../../domain/yearly-figures.ts';

export type FigureField = keyof Figures;

export const mainFigures = [
  'membersMale',
  'membersFemale',
  'membersTotal',
  'ownCapital',
  'externalCapital',
  'assets',
  'businessVolume',
  'shu',
] as const satisfies readonly FigureField[];
export const furtherFigures = [
  'principalSavings',
  'mandatorySavings',
  'participationCapital',
  'candidateMembers',
  'managers',
  'employees',
] as const satisfies readonly FigureField[];

/** Every figure in the order of a report: members, capital, and at the end what was left over. */
export const allFigures: readonly FigureField[] = [
  'membersMale',
  'membersFemale',
  'membersTotal',
  'candidateMembers',
  'managers',
  'employees',
  'principalSavings',
  'mandatorySavings',
  'participationCapital',
  'ownCapital',
  'externalCapital',
  'assets',
  'businessVolume',
  'shu',
];
/** Those that stand in a document: the main ones, blank or not, and the further ones that were given. */
export const shownFigures = (years: readonly Figures[]): FigureField[] =>
  allFigures.filter((field) => mainFigures.some((main) => main === field) || years.some((figures) => figures[field] !== undefined));

export const isCount = (field: FigureField): boolean => Object.hasOwn(countFields, field);

// What a meeting ratified is worth more than what an officer saw, and that more than what a system or somebody said.
const worth: readonly YearlyFigures['source'][] = ['rat', 'visit', 'register', 'ods', 'oral'];

export interface Beside {
  figure: number;
  source: YearlyFigures['source'] | 'typed';
}

/** A figure of a book year from the best source that knows it. */
export function figureOf(rows: readonly YearlyFigures[], bookYear: number, field: FigureField): Beside | undefined {
  for (const source of worth) {
    const figure = rows.find((row) => row.bookYear === bookYear && row.source === source)?.[field];
    if (figure !== undefined) return { figure, source };
  }
  return undefined;
}

/** Last year's figure: of the same meeting where it ratifies both years, else of the register. */
export function figureBefore(
  rows: readonly YearlyFigures[],
  ratified: Record<string, Figures>,
  bookYear: number,
  field: FigureField,
): Beside | undefined {
  const typed = ratified[bookYear - 1]?.[field];
  return typed === undefined ? figureOf(rows, bookYear - 1, field) : { figure: typed, source: 'typed' };
}

export type FigureDoubt = 'jumped' | 'fell' | 'aboveAssets' | 'aboveVolume';

/** A zero too many or too few is a factor of ten; half of that is asked about. */
const doubtfulFactor = 5;
/** Below these a figure may well change that much. */
const smallCount = 20;
const smallAmount = 10_000_000;

/** Why a figure deserves a second look; undefined when nothing is odd. */
export function doubtOf(field: FigureField, figures: Figures, before: number | undefined): FigureDoubt | undefined {
  const figure = figures[field];
  if (figure === undefined) return undefined;
  const small = isCount(field) ? smallCount : smallAmount;
  if (before !== undefined && before !== 0) {
    const [now, then] = [Math.abs(figure), Math.abs(before)];
    if (now >= then * doubtfulFactor && now >= small) return 'jumped';
    if (now * doubtfulFactor <= then && then >= small) return 'fell';
  }
  if (field === 'ownCapital' && figures.assets !== undefined && figure > figures.assets) return 'aboveAssets';
  if (field === 'shu' && figures.businessVolume !== undefined && figure > figures.businessVolume) return 'aboveVolume';
  return undefined;
}
