// A register in memory for tests of the office's tables: entries with their RATs, under the usual policy.
import { type Register, type RegisterEntry, wordsOf } from '../../src/data/register.ts';
import type { RatRecord } from '../../src/domain/rat-record.ts';
import { cooperativeBody, idOf, policy } from './world.ts';

let made = 0;

export function entryOf(
  area: string,
  fields: Partial<RegisterEntry['cooperative']> = {},
  rats: RatRecord[] = [],
  businessSeen?: readonly string[],
): RegisterEntry {
  made += 1;
  const cooperative = { ...cooperativeBody, regencyCode: area, recordedBy: 'officer', recordedAt: 0, ...fields };
  const words = wordsOf([cooperative.name, cooperative.group, cooperative.villageName].filter(Boolean).join(' '));
  return { id: idOf(made), area, cooperative, rats, words, ...(businessSeen ? { businessSeen } : {}) };
}

/** Held with its quorum and verified on the day. */
export const heldRat = (bookYear: number, heldOn: string): RatRecord => ({
  meetingId: `rat-${bookYear}`,
  bookYears: [bookYear],
  heldOn,
  quorumReached: true,
  verifiedOn: heldOn,
  callNumber: 1,
  source: 'register',
});

export const registerOf = (entries: RegisterEntry[]): Register => ({
  entries,
  byId: new Map(entries.map((entry) => [entry.id, entry])),
  policies: [policy],
  unsettled: [],
  followUps: [],
});
