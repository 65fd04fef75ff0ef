/** How the tablet stands with the office, in short, for the chip that is always in sight. */
import type { FileCounts } from '../data/held-files.ts';
import type { OutboxCounts } from '../data/outbox.ts';
import type { SyncState } from '../data/settings.ts';
import type { SyncSummary } from './navigation.ts';

/** Until the first exchange has ended, statuses and counts lack what has not arrived yet. */
export const isIncomplete = (sync: SyncState | undefined): boolean => sync !== undefined && sync.lastSuccessAt === undefined;

export function syncSummaryOf(counts: OutboxCounts | undefined, sync: SyncState | undefined, files?: FileCounts): SyncSummary {
  const { unsent = 0, waiting = 0, refused = 0, conflict = 0, quarantined = 0 } = counts ?? {};
  return {
    state: sync?.running && unsent > 0 ? 'sending' : isIncomplete(sync) ? 'receiving' : 'idle',
    // A record is complete at the office only with its photos.
    waiting: unsent + (files?.unsent ?? 0),
    // What waits at the office for another tablet's fact needs no act of the officer.
    trouble: refused + conflict + quarantined + (files?.refused ?? 0),
    lastContactAt: sync?.lastSuccessAt,
    ...(waiting > 0 && unsent === 0 ? { waiting } : {}),
  };
}
