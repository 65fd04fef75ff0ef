// What is odd in minutes and asked about; cases of figures live in test/fixtures/figure-doubts.txt.
import { describe, expect, test } from 'vitest';
import type { YearlyFigures } from '../../../src/domain/yearly-figures.ts';
import { doubtOf, type FigureField, figureBefore, figureOf } from '../../../src/ui/minutes/figures-beside.ts';
import { isTermTooLong } from '../../../src/ui/minutes/minutes-questions.ts';
import { casesOf } from '../../support/cases.ts';
import { cooperativeId, officerOne, today } from '../../support/world.ts';

const rowOf = (bookYear: number, source: YearlyFigures['source'], figures: Partial<YearlyFigures>): YearlyFigures => ({
  cooperativeId,
  bookYear,
  source,
  recordedBy: officerOne.id,
  recordedAt: today,
  ...figures,
});

describe('a figure', () => {
  const columns = ['field', 'figure', 'before', 'assets', 'volume', 'doubt', 'why'] as const;
  const figureIn = (text: string) => (text === '-' ? undefined : Number(text));

  test.each(casesOf('figure-doubts.txt', columns))('$field $figure after $before: $doubt ($why)', (line) => {
    const figures = { assets: figureIn(line.assets), businessVolume: figureIn(line.volume), [line.field]: figureIn(line.figure) };
    expect(doubtOf(line.field as FigureField, figures, figureIn(line.before)) ?? '-').toBe(line.doubt);
  });

  test('of last year is what a meeting ratified, before what a register says', () => {
    const rows = [rowOf(2024, 'register', { assets: 1, shu: 2 }), rowOf(2024, 'rat', { assets: 3 }), rowOf(2023, 'rat', { shu: 4 })];
    expect(figureOf(rows, 2024, 'assets')).toEqual({ figure: 3, source: 'rat' });
    expect(figureOf(rows, 2024, 'shu')).toEqual({ figure: 2, source: 'register' });
    expect(figureOf(rows, 2024, 'ownCapital')).toBeUndefined();
  });

  test('of last year is the one just typed where one meeting ratifies two years', () => {
    const rows = [rowOf(2024, 'register', { assets: 1 })];
    expect(figureBefore(rows, { 2024: { assets: 7 } }, 2025, 'assets')).toEqual({ figure: 7, source: 'typed' });
    expect(figureBefore(rows, { 2024: {} }, 2025, 'assets')).toEqual({ figure: 1, source: 'register' });
  });
});

test('a term on the board of five years to the day is not too long, a day more is', () => {
  expect(isTermTooLong('2026-07-06', '2031-07-06', 5)).toBe(false);
  expect(isTermTooLong('2026-07-06', '2031-07-07', 5)).toBe(true);
  expect(isTermTooLong('2026-07-06', undefined, 5)).toBe(false);
});
