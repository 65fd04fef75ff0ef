/** A cooperative's RATs by book year: the status of each year, its meetings, and years that two meetings claim. */
import { historyOf, type RegisterEntry } from '../../data/register.ts';
import { calendarYearOf, type Day, lastEndedBookYear } from '../../domain/day.ts';
import { type Policy, policyAt } from '../../domain/policy.ts';
import { type RatStatus, ratStatusOf } from '../../domain/rat-status.ts';
import type { Row } from '../../domain/world.ts';

export interface HistoryYear {
  bookYear: number;
  status: RatStatus;
  meetings: Row<'ratMeeting'>[];
}

/** At least these many years are shown, however young the trouble is. */
const yearsAtLeast = 5;
const yearsAtMost = 40;

/** Latest book year first; undefined without a policy. */
export function ratHistoryOf(
  entry: RegisterEntry,
  meetings: readonly Row<'ratMeeting'>[],
  asOf: Day,
  policies: readonly Policy[],
): HistoryYear[] | undefined {
  const policy = policyAt(policies, asOf);
  if (!policy) return undefined;
  const history = historyOf(entry, asOf, policy);
  const { bookYearEndMonth, legalEntityOn } = entry.cooperative;
  const ended = lastEndedBookYear(asOf, bookYearEndMonth);
  const known = meetings.filter(({ data }) => data.kind === 'rat').flatMap(({ data }) => data.bookYears);
  const founded = legalEntityOn === undefined ? ended - yearsAtLeast + 1 : calendarYearOf(legalEntityOn);
  const latest = Math.max(ended, ...known);
  const oldest = Math.max(Math.min(ended - yearsAtLeast + 1, ...known), founded, latest - yearsAtMost + 1);
  const years: HistoryYear[] = [];
  for (let bookYear = latest; bookYear >= Math.min(oldest, latest); bookYear -= 1) {
    const covering = meetings.filter(({ data }) => data.kind === 'rat' && data.bookYears.includes(bookYear));
    years.push({ bookYear, status: ratStatusOf({ ...history, bookYear }), meetings: covering });
  }
  return years;
}
