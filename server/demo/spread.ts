// How many cooperatives each regency of the demo province has: as published where somebody published it, the rest in proportion.
import type { Area } from '../../src/domain/area.ts';

/** The province at 31 December 2015, as its office announced it in May 2016. */
export const publishedCooperatives = 5407;

/** Balikpapan counted 588 (2021) and Penajam Paser Utara 265 (2020); no other regency's number could be read. */
const publishedByRegency: Readonly<Record<string, number>> = { '64.71': 588, '64.09': 265 };

/** A kelurahan has as many cooperatives as seven desa: Balikpapan's 588 lie in 34 kelurahan. */
export const weightOfVillage = (village: { kind: 'desa' | 'kelurahan' }): number => (village.kind === 'kelurahan' ? 7 : 1);

/** Cooperatives by regency code; they add up to `total`. */
export function spreadOver(areas: readonly Area[], total = publishedCooperatives): Map<string, number> {
  const regencies = areas.filter((area) => area.level === 'regency');
  const published = regencies.filter(({ code }) => publishedByRegency[code] !== undefined);
  const others = regencies.filter(({ code }) => publishedByRegency[code] === undefined);
  const spread = new Map(published.map(({ code }) => [code, publishedByRegency[code] ?? 0]));
  const rest = total - [...spread.values()].reduce((sum, count) => sum + count, 0);
  for (const [code, count] of inProportion(others, rest)) spread.set(code, count);
  return spread;
}

/** Largest remainders, so that the shares add up to the whole. */
function inProportion(regencies: readonly Area[], whole: number): [string, number][] {
  const weights = regencies.map(weightOfRegency);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = regencies.map(({ code }, index) => {
    const exact = (whole * (weights[index] ?? 0)) / sum;
    return { code, count: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  const left = whole - shares.reduce((total, { count }) => total + count, 0);
  for (const share of [...shares].sort((one, other) => other.remainder - one.remainder).slice(0, left)) share.count += 1;
  return shares.map(({ code, count }) => [code, count]);
}

const weightOfRegency = (regency: Area): number =>
  regency.districts.flatMap(({ villages }) => villages).reduce((sum, village) => sum + weightOfVillage(village), 0);
