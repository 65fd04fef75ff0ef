// Looking again at a table when the hand that writes in it rests: between two taps of a roll call there is no time for counting.
import { Dexie, type ObservabilitySet } from 'dexie';
import type { FieldDatabase } from './database.ts';

const restMs = 600;
/** For hands that never rest. */
const latestMs = 4_000;

/**
 * Calls `look` now, and whenever this tab or another has changed the table and then left it alone for a moment; answers how to stop.
 * While `isHasty` says so, every change is looked at at once.
 */
export function watchRested(db: FieldDatabase, table: 'outbox', look: () => void, isHasty = () => false): () => void {
  const place = `idb://${db.name}/${table}/`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lookBy: number | undefined;
  const lookNow = () => {
    lookBy = undefined;
    look();
  };
  const changed = (parts: ObservabilitySet) => {
    if (!Object.keys(parts).some((part) => part.startsWith(place))) return;
    const now = Date.now();
    lookBy ??= now + latestMs;
    clearTimeout(timer);
    timer = setTimeout(lookNow, isHasty() ? 0 : Math.max(0, Math.min(restMs, lookBy - now)));
  };
  Dexie.on('storagemutated', changed);
  look();
  return () => {
    clearTimeout(timer);
    Dexie.on.storagemutated.unsubscribe(changed);
  };
}
