import { describe, expect, test } from 'vitest';
import type { YearlyFigures } from '../../../src/domain/yearly-figures.ts';
import { type FiguresWish, figuresActs, figuresSeen, lastKnown } from '../../../src/ui/visit/visit-figures.ts';

const row = (bookYear: number, figures: Partial<YearlyFigures> = {}): YearlyFigures => ({
  cooperativeId: 'koperasi',
  bookYear,
  source: 'visit',
  recordedBy: 'petugas',
  recordedAt: 0,
  ...figures,
});
const acts = (wish: Partial<FiguresWish>) => figuresActs({ cooperativeId: 'koperasi', area: '64.02', after: {}, held: [], ...wish });

describe('figures seen at a visit', () => {
  test('without a book year they belong to none', () => {
    expect(figuresSeen({ institution: { membersMale: 10 } })).toBeUndefined();
    expect(acts({ after: { institution: { membersMale: 10 } } })).toEqual([]);
  });

  test('a book year without figures is no figure', () => {
    expect(acts({ after: { finance: { bookYear: 2025, source: 'oral' } } })).toEqual([]);
  });

  test('members and money join the book year together, with their sum', () => {
    expect(
      acts({ after: { institution: { membersMale: 10, membersFemale: 20 }, finance: { bookYear: 2025, externalCapital: 0, shu: -5 } } }),
    ).toEqual([
      {
        type: 'figuresRecorded',
        id: 'koperasi:2025:visit',
        area: '64.02',
        body: {
          cooperativeId: 'koperasi',
          bookYear: 2025,
          source: 'visit',
          membersMale: 10,
          membersFemale: 20,
          membersTotal: 30,
          externalCapital: 0,
          shu: -5,
        },
      },
    ]);
  });

  test('a later visit changes what an earlier one said, and leaves the rest', () => {
    const held = [row(2025, { membersMale: 10, membersFemale: 20, membersTotal: 30, assets: 100 })];
    expect(acts({ after: { institution: { membersMale: 12 }, finance: { bookYear: 2025, shu: 7 } }, held })).toEqual([
      {
        type: 'figuresChanged',
        id: 'koperasi:2025:visit',
        area: '64.02',
        body: { changes: { membersMale: { from: 10, to: 12 }, membersTotal: { from: 30, to: 32 }, shu: { from: null, to: 7 } } },
      },
    ]);
  });

  test('what stands there already is not said again', () => {
    expect(acts({ after: { finance: { bookYear: 2025, assets: 100 } }, held: [row(2025, { assets: 100 })] })).toEqual([]);
  });
});

describe('figures of an amended visit', () => {
  const before = { finance: { bookYear: 2024, assets: 100 } };

  test('a book year that was wrong loses the figures, the right one gains them', () => {
    const wish = { before, after: { finance: { bookYear: 2025, assets: 100 } }, held: [row(2024, { assets: 100 })] };
    expect(acts(wish).map(({ type, id, body }) => [type, id, body])).toEqual([
      ['figuresRecorded', 'koperasi:2025:visit', { cooperativeId: 'koperasi', bookYear: 2025, source: 'visit', assets: 100 }],
      ['figuresChanged', 'koperasi:2024:visit', { changes: { assets: { from: 100, to: null } } }],
    ]);
  });

  test('a figure that a later visit replaced stays replaced', () => {
    expect(acts({ before, after: { finance: { bookYear: 2024 } }, held: [row(2024, { assets: 120 })] })).toEqual([]);
    expect(acts({ before, after: before, held: [row(2024, { assets: 120 })] })).toEqual([]);
  });
});

describe('the last known value', () => {
  test('is of the latest book year, from the most trusted source', () => {
    const rows = [row(2023, { assets: 1 }), row(2024, { assets: 2 }), row(2024, { assets: 3, source: 'rat' }), row(2025, { shu: 9 })];
    expect(lastKnown(rows, 'assets')).toEqual({ value: 3, bookYear: 2024, source: 'rat' });
  });

  test('zero is known, a blank is not', () => {
    expect(lastKnown([row(2024, { assets: 0 })], 'assets')?.value).toBe(0);
    expect(lastKnown([row(2024)], 'assets')).toBeUndefined();
  });
});
