/** The roster made ready for the roll call: sorted, searchable, parted by letters to jump to. */
import { wordsOf } from '../../data/register.ts';
import { type Attendance, isPresent, standingMarksOf } from '../../domain/attendance.ts';
import type { RosterMember } from '../../domain/roster.ts';

export type RollOrder = 'name' | 'number';

export interface RollEntry {
  member: RosterMember;
  /** Lower-case words that the search looks through. */
  words: string;
  number: string;
}

const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' });

export function rollEntriesOf(members: readonly RosterMember[], order: RollOrder): RollEntry[] {
  const entries = members.map((member) => ({
    member,
    words: wordsOf([member.memberNumber, member.name, member.group].filter(Boolean).join(' ')),
    number: wordsOf(member.memberNumber ?? ''),
  }));
  // Members without a number stand at the end of a list that goes by number.
  const keyOf = ({ member }: RollEntry) => (order === 'name' ? member.name : (member.memberNumber ?? '\uffff'));
  return entries.sort((one, other) => collator.compare(keyOf(one), keyOf(other)) || collator.compare(one.number, other.number));
}

/** Entries in which every word occurs; of digits alone, the member with just that number comes first. */
export function searchRoll(entries: readonly RollEntry[], query: string): readonly RollEntry[] {
  const terms = wordsOf(query).split(/\s+/).filter(Boolean);
  if (terms.length === 0) return entries;
  const found = entries.filter((entry) => terms.every((term) => entry.words.includes(term)));
  const [digits] = terms;
  if (terms.length > 1 || digits === undefined || !/^\d+$/.test(digits)) return found;
  const wanted = bare(digits);
  const rank = ({ number }: RollEntry) => (bare(number) === wanted ? 0 : bare(number).startsWith(wanted) ? 1 : 2);
  return found
    .map((entry, place) => ({ entry, place, rank: rank(entry) }))
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .map(({ entry }) => entry);
}

const bare = (number: string): string => number.replace(/^0+(?=.)/, '');

export interface Jump {
  label: string;
  place: number;
}

/** The letters that names begin with and where each begins; of a list by number, every tenth part of it. */
export function jumpsOf(entries: readonly RollEntry[], order: RollOrder): Jump[] {
  const jumps: Jump[] = [];
  if (order === 'number') {
    const stride = Math.max(1, Math.ceil(entries.length / 20));
    for (let place = 0; place < entries.length; place += stride) {
      jumps.push({ label: entries[place]?.member.memberNumber ?? '–', place });
    }
    return jumps;
  }
  for (const [place, { member }] of entries.entries()) {
    const label =
      wordsOf(member.name)
        .replace(/[^a-z0-9]/g, '')
        .charAt(0)
        .toUpperCase() || '#';
    if (jumps.at(-1)?.label !== label) jumps.push({ label, place });
  }
  return jumps;
}

export interface LatestMark {
  attendance: Attendance;
  factId: string;
  at: number;
}

/** The last standing marks of one officer, newest first: what a slip of the finger is taken back from. */
export function latestMarksOf(list: Iterable<Attendance>, officerId: string, most: number): LatestMark[] {
  const latest: LatestMark[] = [];
  for (const attendance of list) {
    if (!isPresent(attendance)) continue;
    for (const mark of standingMarksOf(attendance)) {
      if (mark.officerId !== officerId) continue;
      if (latest.length === most && mark.at <= (latest.at(-1)?.at ?? 0)) continue;
      latest.push({ attendance, factId: mark.factId, at: mark.at });
      latest.sort((one, other) => other.at - one.at || (one.factId < other.factId ? 1 : -1));
      latest.length = Math.min(latest.length, most);
    }
  }
  return latest;
}
