// The database of a tablet as a former release left it: what an update must find whole.
import { Dexie } from 'dexie';

/** What each schema added to the one before; they never change. */
const schemas: readonly Record<string, string>[] = [
  {
    page: 'key',
    row: 'key, bucket',
    outbox: 'deviceSeq, &id, subject, state, folding',
    draft: 'key, kind, cooperativeId',
    setting: 'key',
  },
  { tally: 'key' },
  { file: '[owner+sha256], owner, sha256, state', fileContent: 'sha256' },
  { carried: 'sha256', carriedPiece: '[sha256+place]' },
];

/** The schemas of which tablets are still out there: each but the last. */
export type FormerSchema = 1 | 2 | 3 | 4;

/** To be closed before the app opens it. */
export function formerDatabase(name: string, version: FormerSchema): Dexie {
  const former = new Dexie(name);
  for (const [index, stores] of schemas.slice(0, version).entries()) former.version(index + 1).stores(stores);
  return former;
}
