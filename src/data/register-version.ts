// A number that counts up whenever a row the register shows has changed, so that the screen reloads only then.
import type { Noun } from '../domain/noun.ts';
import type { FieldDatabase } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

export const registerNouns: ReadonlySet<Noun> = new Set<Noun>(['cooperative', 'ratMeeting', 'visit', 'policy']);

export async function touchRegister(db: FieldDatabase, nouns: Iterable<Noun>): Promise<void> {
  for (const noun of nouns) {
    if (!registerNouns.has(noun)) continue;
    await writeSetting(db, 'registerVersion', ((await readSetting(db, 'registerVersion')) ?? 0) + 1);
    return;
  }
}
