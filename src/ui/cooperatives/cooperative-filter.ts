/** What the list of cooperatives is narrowed by, as it stands in the page's address. */
import { type Register, type RegisterEntry, searchRegister } from '../../data/register.ts';
import { activityStatuses, legalStatuses } from '../../domain/cooperative.ts';
import type { Day } from '../../domain/day.ts';
import { type RatStatusName, ratStatuses } from '../../domain/rat-status.ts';
import { standingOf } from '../standing.ts';

export interface CooperativeFilter {
  query: string;
  activity?: (typeof activityStatuses)[number] | undefined;
  legal?: (typeof legalStatuses)[number] | undefined;
  rat?: RatStatusName | undefined;
  /** Code of the regency. */
  regency?: string | undefined;
  /** Name of the district: registers often know no code. */
  district?: string | undefined;
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);

export const filterFrom = (query: Record<string, string>): CooperativeFilter => ({
  query: query.q ?? '',
  activity: oneOf(activityStatuses, query.aktif),
  legal: oneOf(legalStatuses, query.hukum),
  rat: oneOf(ratStatuses, query.rat),
  regency: query.kab,
  district: query.kec,
});

/** `/koperasi?q=tirta&rat=due`; what is not asked for is left out. */
export function addressOf(filter: CooperativeFilter): string {
  const { query, activity, legal, rat, regency, district } = filter;
  const given = Object.entries({ q: query, aktif: activity, hukum: legal, rat, kab: regency, kec: district }).filter(([, value]) => value);
  const text = new URLSearchParams(given as [string, string][]).toString();
  return text ? `/koperasi?${text}` : '/koperasi';
}

/** How many filters are set besides the words that are searched for. */
export const filterCount = ({ activity, legal, rat, regency, district }: CooperativeFilter): number =>
  [activity, legal, rat, regency, district].filter((value) => value !== undefined).length;

export function entriesFound(register: Register, filter: CooperativeFilter, asOf: Day): readonly RegisterEntry[] {
  const { activity, legal, rat, regency, district } = filter;
  const found = searchRegister(register.entries, filter.query);
  if (filterCount(filter) === 0) return found;
  return found.filter((entry) => {
    if (regency !== undefined && entry.area !== regency) return false;
    if (district !== undefined && entry.cooperative.districtName !== district) return false;
    if (legal !== undefined && entry.cooperative.legalStatus !== legal) return false;
    if (activity === undefined && rat === undefined) return true;
    const standing = standingOf(register, entry, asOf);
    return (
      standing !== undefined &&
      (activity ?? standing.activity.status) === standing.activity.status &&
      (rat ?? standing.rat.status) === standing.rat.status
    );
  });
}

export const regenciesOf = (register: Register): string[] => [...new Set(register.entries.map((entry) => entry.area))].sort();

/** Names of the districts within a regency, or of all when none is chosen. */
export function districtsOf(register: Register, regency: string | undefined): string[] {
  const names = new Set<string>();
  for (const { area, cooperative } of register.entries) {
    if (cooperative.districtName && (regency === undefined || area === regency)) names.add(cooperative.districtName);
  }
  return [...names].sort();
}
