// One officer's tablet at work: their database kept open, the register in memory, the exchange with the office.
import { signal } from '@preact/signals';
import { askOffice, fileFromOffice } from './ask-office.ts';
import type { FieldDatabase } from './data/database.ts';
import { fileCounts } from './data/held-files.ts';
import { type Register, watchRegister } from './data/register.ts';
import { dropToken } from './data/session.ts';
import { readSetting, type Session } from './data/settings.ts';
import { isOffice } from './domain/officer.ts';
import { keepNote } from './note-keeper.ts';
import { applyUpdate, updateWaiting } from './service-worker.ts';
import type { RoundResult } from './sync/exchange.ts';
import type { FileLoop } from './sync/file-loop.ts';
import type { SyncLoop } from './sync/loop.ts';
import type { App, SyncAnswer } from './ui/app-context.ts';

export interface Tablet {
  app: App;
  /** Stops the exchange and closes the database. */
  stop(): void;
}

export interface TabletEvents {
  signedOut(): void;
  /** The browser took the database away and does not give it back, or gave back an empty one. */
  lost(reason: 'closed' | 'emptied'): void;
}

const reopenAfterMs = [100, 1_000, 4_000];

export function startTablet(db: FieldDatabase, session: Session, events: TabletEvents): Tablet {
  const register = signal<Register | undefined>(undefined);
  let stopped = false;
  let stopWatching = () => {};
  const watch = () => {
    stopWatching();
    stopWatching = watchRegister(db, (next) => (register.value = next), reopen);
  };

  let reopening = false;
  async function reopen(): Promise<void> {
    if (stopped || reopening) return;
    reopening = true;
    const state = await reopened(db);
    reopening = false;
    if (stopped) return;
    if (state !== 'open') events.lost(state);
    else watch();
  }

  const files = filesLater(db);
  const note = keepNote(db, session.officer.id, (id) => register.value?.byId.get(id)?.cooperative);
  let loop: Promise<SyncLoop> | undefined;
  const syncNow = async (): Promise<SyncAnswer> => {
    loop ??= startLoop(db, () => {
      files.wake();
      note.wake();
    });
    const ready = await loop.catch(() => undefined);
    if (!ready || stopped) {
      loop = undefined;
      ready?.stop();
      return { kind: 'failed', failure: 'unreachable' };
    }
    return ready.now().then(answerOf, () => ({ kind: 'failed', failure: 'storage' }));
  };
  const wake = () => void syncNow();
  // Only at the office: a standing line would cost a tablet in the field its battery.
  let stopListening = () => {};
  const listenWhileSeen = () => {
    stopListening();
    stopListening = document.visibilityState === 'visible' && isOffice(session.officer.role) ? listenToOffice(db, syncNow) : () => {};
  };
  const wakeWhenSeen = () => {
    listenWhileSeen();
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wakeWhenSeen);
  db.on('close', reopen);
  watch();
  wake();
  listenWhileSeen();

  const app: App = {
    db,
    session,
    register,
    appVersion: __APP_VERSION__,
    syncNow,
    askOffice: (method, path, body) => askOffice(db, method, path, body),
    fileFromOffice: (sha256) => fileFromOffice(db, sha256),
    signOut: async () => {
      await dropToken(db);
      events.signedOut();
    },
    updateWaiting,
    applyUpdate,
  };
  const stop = () => {
    stopped = true;
    stopWatching();
    stopListening();
    files.stop();
    note.stop();
    void loop?.then((ready) => ready.stop()).catch(() => undefined);
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wakeWhenSeen);
    db.close();
  };
  return { app, stop };
}

/** The exchange is loaded behind the first screen, which shows what the tablet already has. */
async function startLoop(db: FieldDatabase, onDone: () => void): Promise<SyncLoop> {
  const [{ startSyncLoop }, { officeAt }] = await Promise.all([import('./sync/loop.ts'), import('./sync/send.ts')]);
  return startSyncLoop(db, officeAt(location.origin), { appVersion: __APP_VERSION__, locks: navigator.locks, onDone });
}

/** What carries files is loaded when there is the first one to send. */
function filesLater(db: FieldDatabase): FileLoop {
  let loop: FileLoop | undefined;
  let stopped = false;
  const wake = async () => {
    if (!loop && (await fileCounts(db)).unsent === 0) return;
    const [{ startFileLoop }, { fileOfficeAt }] = await Promise.all([import('./sync/file-loop.ts'), import('./sync/file-office.ts')]);
    if (stopped) return;
    loop ??= startFileLoop(db, fileOfficeAt(location.origin), { locks: navigator.locks });
    loop.wake();
  };
  return {
    // Whatever stands in the way, the next round of facts asks again.
    wake: () => void wake().catch(() => undefined),
    stop: () => {
      stopped = true;
      loop?.stop();
    },
  };
}

function listenToOffice(db: FieldDatabase, exchange: () => Promise<unknown>): () => void {
  const listening = import('./sync/news.ts').then(({ listenForNews }) => listenForNews(db, location.origin, exchange));
  return () => void listening.then((stop) => stop()).catch(() => undefined);
}

function answerOf(result: RoundResult): SyncAnswer {
  if (result.kind === 'done') return result;
  return { kind: 'failed', failure: result.kind === 'notSignedIn' ? 'signedOut' : result.kind };
}

/** Three tries: a browser under pressure closes databases and gives them back a moment later. */
async function reopened(db: FieldDatabase): Promise<'open' | 'closed' | 'emptied'> {
  for (const delayMs of reopenAfterMs) {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    try {
      if (!db.isOpen()) await db.open();
      return (await readSetting(db, 'session')) ? 'open' : 'emptied';
    } catch {
      db.close({ disableAutoOpen: false });
    }
  }
  return 'closed';
}
