/** The note beside the database of what the office has not heard of: no officer's words, only kinds, cooperatives and numbers. */
import type { FieldDatabase } from '../../data/database.ts';
import { type UnsentNote, unsentNoteSchema } from '../../data/loss.ts';
import { unsentOf } from '../../data/outbox.ts';
import { readSetting } from '../../data/settings.ts';
import type { Cooperative } from '../../domain/cooperative.ts';
import { stretchesOf } from '../../domain/missing-facts.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { remember } from '../kit/remembered.ts';
import { cooperativeIdOf, groupFacts } from '../outbox/fact-groups.ts';
import { keyOfNote } from './read-note.ts';

/** More kinds than an officer records in months; the numbers of what is beyond them are still told. */
const mostGroups = 200;

/** Undefined for a database that is no tablet's yet: an emptied one must not write over what was noted of the former. */
export async function unsentNoteOf(
  db: FieldDatabase,
  cooperativeOf: (cooperativeId: string) => Cooperative | undefined,
): Promise<UnsentNote | undefined> {
  const device = await readSetting(db, 'device');
  if (!device) return undefined;
  const groups = groupFacts(await unsentOf(db)).slice(0, mostGroups);
  const facts = await Promise.all(
    groups.map(async ({ facts, firstAt, lastAt }) => {
      const [first] = facts;
      const cooperativeId = first && (await cooperativeIdOf(db, first.fact));
      const cooperative = cooperativeId === undefined ? undefined : cooperativeOf(cooperativeId);
      const numbers = stretchesOf(facts.map(({ deviceSeq }) => deviceSeq));
      return {
        type: first?.fact.type ?? '',
        ...(cooperative ? { cooperative: cooperativeTitle(cooperative) } : {}),
        firstAt,
        lastAt,
        numbers,
      };
    }),
  );
  return unsentNoteSchema.parse({ deviceId: device.deviceId, lastSeq: device.nextSeq - 1, facts });
}

export const writeNote = (officerId: string, note: UnsentNote): void => remember(keyOfNote(officerId), JSON.stringify(note));
