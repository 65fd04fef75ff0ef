// Keeps the note of what the office has not heard of beside the database: some seconds after the last fact, and when the page goes out of sight.
import type { FieldDatabase } from './data/database.ts';
import { watchNewestFact } from './data/outbox.ts';
import type { Cooperative } from './domain/cooperative.ts';

export interface NoteKeeper {
  /** Something has been recorded or handed in. */
  wake(): void;
  stop(): void;
}

/** Between two taps of a roll call there is no time for it. */
const afterMs = 5_000;

export function keepNote(
  db: FieldDatabase,
  officerId: string,
  cooperativeOf: (cooperativeId: string) => Cooperative | undefined,
): NoteKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const write = async () => {
    clearTimeout(timer);
    const { unsentNoteOf, writeNote } = await import('./ui/loss/unsent-note.ts');
    const note = await unsentNoteOf(db, cooperativeOf);
    if (note && !stopped) writeNote(officerId, note);
  };
  // A browser that cannot read now is asked again with the next fact.
  const now = () => void write().catch(() => undefined);
  const wake = () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(now, afterMs);
  };
  const beforeHidden = () => {
    if (document.visibilityState === 'hidden') now();
  };
  const stopWatching = watchNewestFact(db, wake);
  document.addEventListener('visibilitychange', beforeHidden);
  return {
    wake,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      stopWatching();
      document.removeEventListener('visibilitychange', beforeHidden);
    },
  };
}
