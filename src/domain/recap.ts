// How the RATs of each regency stand as of a date, with both percentages and what they are of.
import { calendarYearOf, type Day, type Language } from './day.ts';
import { isValidBy, type RatRecord } from './rat-record.ts';
import {
  activityOf,
  type Basis,
  latestDueBookYear,
  type RatHistory,
  type RatStatusName,
  type RatSubject,
  ratStatuses,
  ratStatusOf,
} from './rat-status.ts';

export interface RecapRow {
  regencyCode: string;
  cooperative: RatSubject;
  rats: readonly RatRecord[];
  waivers: RatHistory['waivers'];
  /** The latest visit up to the date asked about that saw the business running. */
  businessSeenOn?: Day | undefined;
}

export interface RecapCounts {
  /** Cooperatives that existed on the date: founded by then and not dissolved. */
  cooperatives: number;
  active: number;
  inactive: number;
  /** Cooperatives with a valid RAT held in the calendar year of the date, up to it. */
  ratHeld: number;
  /** How the same cooperatives stand with the recap's book year. */
  statuses: Record<RatStatusName, number>;
  /** `ratHeld` of all and of the active cooperatives in basis points, rounded down; absent where there are none. */
  ratOfAll?: number;
  ratOfActive?: number;
}

export interface Recap extends Basis {
  calendarYear: number;
  bookYear: number;
  /** In the order of their codes. */
  regencies: (RecapCounts & { regencyCode: string })[];
  total: RecapCounts;
}

/** Counted in one pass. The book year is the latest due one of a December closing unless another is asked for. */
export function recapOf(
  rows: Iterable<RecapRow>,
  { asOf, policy, bookYear }: Pick<RatHistory, 'asOf' | 'policy'> & { bookYear?: number | undefined },
): Recap {
  const ofBookYear = bookYear ?? latestDueBookYear(asOf, 12);
  const calendarYear = calendarYearOf(asOf);
  const total = nothingCounted();
  const byRegency = new Map<string, RecapCounts>();

  for (const { regencyCode, ...row } of rows) {
    if (!existsOn(row.cooperative, asOf)) continue;
    const regency = byRegency.get(regencyCode) ?? nothingCounted();
    byRegency.set(regencyCode, regency);
    const isActive = activityOf({ ...row, asOf, policy }).status === 'active';
    const isHeld = row.rats.some((rat) => isValidBy(rat, asOf) && calendarYearOf(rat.heldOn) === calendarYear);
    const { status } = ratStatusOf({ ...row, bookYear: ofBookYear, asOf, policy });
    for (const counts of [regency, total]) {
      counts.cooperatives += 1;
      counts[isActive ? 'active' : 'inactive'] += 1;
      counts.ratHeld += isHeld ? 1 : 0;
      counts.statuses[status] += 1;
    }
  }

  const regencies = [...byRegency]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([regencyCode, counts]) => ({ regencyCode, ...withShares(counts) }));
  return { calendarYear, bookYear: ofBookYear, regencies, total: withShares(total), asOf, policyId: policy.id };
}

/** Founded by the day, or nobody knows when, and not dissolved by it. */
export const existsOn = ({ legalEntityOn, dissolvedOn }: Pick<RatSubject, 'legalEntityOn' | 'dissolvedOn'>, day: Day): boolean =>
  (legalEntityOn === undefined || legalEntityOn <= day) && (dissolvedOn === undefined || dissolvedOn > day);

/** A share in basis points, rounded down so that no target is reached by rounding; none of nothing. */
export const basisPointsOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.floor((part * 10_000) / whole);

/** `16,66 %`, in English `16.66%`; a share of nothing is shown as `-`. */
export function formatBasisPoints(basisPoints: number | undefined, language: Language = 'id'): string {
  if (basisPoints === undefined) return '-';
  const whole = Math.floor(basisPoints / 100);
  const hundredths = String(basisPoints % 100).padStart(2, '0');
  return language === 'id' ? `${whole},${hundredths} %` : `${whole}.${hundredths}%`;
}

function nothingCounted(): RecapCounts {
  const statuses = Object.fromEntries(ratStatuses.map((status) => [status, 0])) as Record<RatStatusName, number>;
  return { cooperatives: 0, active: 0, inactive: 0, ratHeld: 0, statuses };
}

function withShares(counts: RecapCounts): RecapCounts {
  const ratOfAll = basisPointsOf(counts.ratHeld, counts.cooperatives);
  const ratOfActive = basisPointsOf(counts.ratHeld, counts.active);
  return { ...counts, ...(ratOfAll === undefined ? {} : { ratOfAll }), ...(ratOfActive === undefined ? {} : { ratOfActive }) };
}
