// The register in memory: one light entry a cooperative, with what its statuses and the search need.
import { liveQuery } from 'dexie';
import type { Cooperative } from '../domain/cooperative.ts';
import { type Day, lastEndedBookYear } from '../domain/day.ts';
import type { Policy } from '../domain/policy.ts';
import { policyAt } from '../domain/policy.ts';
import { meetingStateOf } from '../domain/rat-meeting.ts';
import { type RatRecord, ratRecordOf } from '../domain/rat-record.ts';
import {
  type Activity,
  activityOf,
  consecutiveMissed,
  type MissedYears,
  type RatHistory,
  type RatStatus,
  ratStatusOf,
} from '../domain/rat-status.ts';
import type { Row } from '../domain/world.ts';
import type { FieldDatabase } from './database.ts';
import { type FollowUp, followUpsOf } from './follow-ups.ts';
import { readAll } from './rows.ts';
import { readSetting } from './settings.ts';

export interface RegisterEntry {
  id: string;
  area: string;
  cooperative: Cooperative;
  rats: RatRecord[];
  /** Days of visits that saw its business running, in their order; absent where there were none. */
  businessSeen?: readonly Day[];
  /** Lower-case words that the search looks through. */
  words: string;
}

export interface Register {
  entries: RegisterEntry[];
  byId: ReadonlyMap<string, RegisterEntry>;
  policies: Policy[];
  /** Meetings that somebody still has to do something about: not yet held, waiting for the office, returned by it. */
  unsettled: Row<'ratMeeting'>[];
  /** What visits have left to be done. */
  followUps: FollowUp[];
}

export async function loadRegister(db: FieldDatabase): Promise<Register> {
  const [cooperatives, meetings, visits, policies] = await Promise.all([
    readAll(db, 'cooperative'),
    readAll(db, 'ratMeeting'),
    readAll(db, 'visit'),
    readAll(db, 'policy'),
  ]);
  const rats = ratsByCooperative(meetings);
  const seen = businessSeenDays(visits);
  const entries = cooperatives.map((row) => entryOf(row, rats.get(row.id) ?? [], seen.get(row.id)));
  entries.sort((a, b) => (a.cooperative.name < b.cooperative.name ? -1 : 1));
  return {
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    policies: policies.map((row) => row.data),
    unsettled: meetings.filter((row) => meetingStateOf(row.data) !== 'verified'),
    followUps: followUpsOf(visits),
  };
}

/** Loads once and again after each change that the register shows; answers how to stop. */
export function watchRegister(db: FieldDatabase, take: (register: Register) => void, fail: (error: unknown) => void): () => void {
  let stopped = false;
  let loading = false;
  let stale = false;
  const load = async () => {
    stale = true;
    if (loading) return;
    loading = true;
    try {
      while (stale && !stopped) {
        stale = false;
        const register = await loadRegister(db);
        if (!stopped) take(register);
      }
    } catch (error) {
      fail(error);
    } finally {
      loading = false;
    }
  };
  // A timer leaves the live query's zone: it must watch the version alone, not five thousand rows.
  const subscription = liveQuery(() => readSetting(db, 'registerVersion')).subscribe({ next: () => void setTimeout(load), error: fail });
  return () => {
    stopped = true;
    subscription.unsubscribe();
  };
}

export function historyOf(entry: RegisterEntry, asOf: Day, policy: RatHistory['policy']): RatHistory {
  const { cooperative, rats } = entry;
  return { cooperative, rats, waivers: cooperative.ratWaivers ?? [], asOf, policy };
}

/** The latest visit by the day that saw the business running: a later visit must not hide it from a question about the past. */
export const businessSeenBy = ({ businessSeen }: Pick<RegisterEntry, 'businessSeen'>, asOf: Day): Day | undefined =>
  businessSeen?.findLast((day) => day <= asOf);

export interface DerivedStatus {
  /** RAT of the latest ended book year: the one a RAT held now answers for. */
  rat: RatStatus;
  missed: MissedYears;
  activity: Activity;
}

/** The statuses of an entry as of a day, each with the policy it was derived under (I9). Undefined without a policy. */
export function derivedOf(entry: RegisterEntry, asOf: Day, policies: readonly Policy[]): DerivedStatus | undefined {
  const policy = policyAt(policies, asOf);
  if (!policy) return undefined;
  const history = historyOf(entry, asOf, policy);
  return {
    rat: ratStatusOf({ ...history, bookYear: lastEndedBookYear(asOf, entry.cooperative.bookYearEndMonth) }),
    missed: consecutiveMissed(history),
    activity: activityOf({ rats: entry.rats, businessSeenOn: businessSeenBy(entry, asOf), asOf, policy }),
  };
}

export const wordsOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** Entries in which every word of the query occurs; an empty query finds all. */
export function searchRegister(entries: readonly RegisterEntry[], query: string): readonly RegisterEntry[] {
  const terms = wordsOf(query).split(/\s+/).filter(Boolean);
  if (terms.length === 0) return entries;
  return entries.filter((entry) => terms.every((term) => entry.words.includes(term)));
}

function entryOf(row: Row<'cooperative'>, rats: RatRecord[], businessSeen: Day[] | undefined): RegisterEntry {
  const { name, legalEntityNumber, nikKoperasi, villageName, districtName, group } = row.data;
  const words = wordsOf([name, group, villageName, districtName, legalEntityNumber, nikKoperasi].filter(Boolean).join(' '));
  return { id: row.id, area: row.area, cooperative: row.data, rats, words, ...(businessSeen ? { businessSeen: businessSeen.sort() } : {}) };
}

function ratsByCooperative(meetings: readonly Row<'ratMeeting'>[]): Map<string, RatRecord[]> {
  const rats = new Map<string, RatRecord[]>();
  for (const { id, data } of meetings) {
    const record = ratRecordOf(id, data);
    if (!record) continue;
    const held = rats.get(data.cooperativeId);
    if (held) held.push(record);
    else rats.set(data.cooperativeId, [record]);
  }
  return rats;
}

function businessSeenDays(visits: readonly Row<'visit'>[]): Map<string, Day[]> {
  const seen = new Map<string, Day[]>();
  for (const { data } of visits) {
    if (!data.business?.running) continue;
    const days = seen.get(data.cooperativeId);
    if (days) days.push(data.visitedOn);
    else seen.set(data.cooperativeId, [data.visitedOn]);
  }
  return seen;
}
