/** The register as of a day, one line a cooperative: what the office's table shows, sorts, filters and writes into its file. */
import { businessSeenBy, historyOf, type Register, type RegisterEntry } from '../../data/register.ts';
import type { Cooperative } from '../../domain/cooperative.ts';
import type { Day } from '../../domain/day.ts';
import { type Policy, policyAt } from '../../domain/policy.ts';
import { isValidBy } from '../../domain/rat-record.ts';
import { activityOf, consecutiveMissed, type RatStatusName, ratStatusOf } from '../../domain/rat-status.ts';
import { existsOn } from '../../domain/recap.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import type { LatestFigures } from './latest-figures.ts';

export interface RegisterLine {
  entry: RegisterEntry;
  id: string;
  title: string;
  regencyCode: string;
  regency: string;
  legal: Cooperative['legalStatus'];
  /** Founded by the day and not dissolved by it: what the recap counts. */
  exists: boolean;
  /** Absent without a policy for the day. */
  activity?: 'active' | 'inactive';
  rat?: RatStatusName;
  missed?: number;
  /** A RAT waits for the office behind the missed years. */
  needsVerification?: boolean;
  lastRatOn?: Day;
  figures?: LatestFigures | undefined;
}

export interface RegisterQuestion {
  asOf: Day;
  /** The book year whose RAT is asked about. */
  bookYear: number;
}

/** Cooperatives founded later than the day are not in the register yet; those dissolved by it stay, and say so. */
export function registerLines(register: Register, question: RegisterQuestion, regencyNames: ReadonlyMap<string, string>): RegisterLine[] {
  const policy = policyAt(register.policies, question.asOf);
  return register.entries
    .filter(({ cooperative }) => cooperative.legalEntityOn === undefined || cooperative.legalEntityOn <= question.asOf)
    .map((entry) => lineOf(entry, question, policy, regencyNames));
}

function lineOf(
  entry: RegisterEntry,
  { asOf, bookYear }: RegisterQuestion,
  policy: Policy | undefined,
  regencyNames: ReadonlyMap<string, string>,
): RegisterLine {
  const { cooperative, area } = entry;
  const line: RegisterLine = {
    entry,
    id: entry.id,
    title: cooperativeTitle(cooperative),
    regencyCode: area,
    regency: regencyNames.get(area) ?? area,
    legal: legalStatusBy(cooperative, asOf),
    exists: existsOn(cooperative, asOf),
  };
  for (const rat of entry.rats) {
    if (isValidBy(rat, asOf) && rat.heldOn > (line.lastRatOn ?? '')) line.lastRatOn = rat.heldOn;
  }
  if (!policy) return line;
  const history = historyOf(entry, asOf, policy);
  const missed = consecutiveMissed(history);
  line.activity = activityOf({ rats: entry.rats, businessSeenOn: businessSeenBy(entry, asOf), asOf, policy }).status;
  line.rat = ratStatusOf({ ...history, bookYear }).status;
  line.missed = missed.count;
  if (missed.needsVerification) line.needsVerification = true;
  return line;
}

/** A dissolution of a later day had not happened yet. */
export function legalStatusBy({ legalStatus, dissolvedOn }: Cooperative, asOf: Day): Cooperative['legalStatus'] {
  if (dissolvedOn === undefined) return legalStatus;
  return dissolvedOn <= asOf ? 'dissolved' : 'active';
}
