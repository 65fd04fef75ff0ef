// The recap per regency; cases live in test/fixtures/recap.txt and percentages.txt.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { ratStatuses } from '../../src/domain/rat-status.ts';
import { basisPointsOf, formatBasisPoints, type RecapCounts, type RecapRow, recapOf } from '../../src/domain/recap.ts';
import { casesOf } from '../support/cases.ts';
import { ratsFrom } from '../support/rats.ts';

const policy = { id: 'a policy', parameters: defaultPolicy };
const asOf = '2015-12-31';
const optional = (text: string) => (text === '-' ? undefined : text);
const columns = ['regency', 'founded', 'dissolved', 'rats', 'seen', 'active', 'ratHeld', 'status', 'why'] as const;
const cases = casesOf('recap.txt', columns);
const rowFrom = (line: (typeof cases)[number]): RecapRow => ({
  regencyCode: line.regency,
  cooperative: { bookYearEndMonth: 12, legalEntityOn: optional(line.founded), dissolvedOn: optional(line.dissolved), form: 'primary' },
  rats: ratsFrom(line.rats),
  waivers: [],
  businessSeenOn: optional(line.seen),
});
const rows = cases.map(rowFrom);

describe('a cooperative in the recap', () => {
  test.each(cases)('$why: active $active, RAT held $ratHeld, $status', (line) => {
    const { total } = recapOf([rowFrom(line)], { asOf, policy });
    const counted = line.status === '-' ? 0 : 1;
    expect(total).toMatchObject({ cooperatives: counted, active: line.active === 'yes' ? 1 : 0, ratHeld: line.ratHeld === 'yes' ? 1 : 0 });
    expect(ratStatuses.filter((status) => total.statuses[status] === 1)).toEqual(counted ? [line.status] : []);
  });
});

describe('the recap of the regencies', () => {
  const recap = recapOf([...rows].reverse(), { asOf, policy });

  test('says which date, policy, calendar year and book year it stands on', () => {
    expect(recap).toMatchObject({ asOf, policyId: policy.id, calendarYear: 2015, bookYear: 2014 });
    expect(recapOf(rows, { asOf, policy, bookYear: 2015 }).bookYear).toBe(2015);
  });

  test('lists the regencies by code, each with its own counts', () => {
    expect(recap.regencies.map(({ regencyCode, cooperatives, ratHeld }) => ({ regencyCode, cooperatives, ratHeld }))).toEqual([
      { regencyCode: '64.01', cooperatives: 7, ratHeld: 2 },
      { regencyCode: '64.72', cooperatives: 5, ratHeld: 2 },
    ]);
  });

  test('gives the share of all and of the active cooperatives, rounded down', () => {
    expect(recap.total).toMatchObject({ cooperatives: 12, active: 6, inactive: 6, ratHeld: 4, ratOfAll: 3333, ratOfActive: 6666 });
  });

  test('gives no share of nothing', () => {
    const { total, regencies } = recapOf([], { asOf, policy });
    expect(regencies).toEqual([]);
    expect(total).not.toHaveProperty('ratOfAll');
    expect(total).not.toHaveProperty('ratOfActive');
  });

  test('adds up, whatever the rows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...rows)), (some) => {
        const { regencies, total } = recapOf(some, { asOf, policy });
        const sumOf = (read: (counts: RecapCounts) => number) => regencies.reduce((sum, regency) => sum + read(regency), 0);
        for (const field of ['cooperatives', 'active', 'inactive', 'ratHeld'] as const)
          expect(sumOf((counts) => counts[field])).toBe(total[field]);
        for (const counts of [total, ...regencies]) {
          expect(counts.active + counts.inactive).toBe(counts.cooperatives);
          expect(ratStatuses.reduce((sum, status) => sum + counts.statuses[status], 0)).toBe(counts.cooperatives);
          expect(counts.ratHeld).toBeLessThanOrEqual(counts.active);
        }
      }),
    );
  });
});

describe('a percentage', () => {
  test.each(casesOf('percentages.txt', ['part', 'whole', 'indonesian', 'english']))('$part of $whole is $indonesian', (line) => {
    const basisPoints = basisPointsOf(Number(line.part), Number(line.whole));
    expect([formatBasisPoints(basisPoints), formatBasisPoints(basisPoints, 'en')]).toEqual([line.indonesian, line.english]);
  });
});
