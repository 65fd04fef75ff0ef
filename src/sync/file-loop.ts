// When files are sent: after facts got through, at a pace of their own, one sender a tablet.
import type { FieldDatabase } from '../data/database.ts';
import type { FileOffice } from './file-office.ts';
import { type FilesResult, sendFiles } from './files.ts';
import { retryDelay } from './loop.ts';

export interface FileLoop {
  /** Facts have just got through: the office answers. */
  wake(): void;
  stop(): void;
}

export interface FileLoopOptions {
  random?: () => number;
  locks?: Pick<LockManager, 'request'> | undefined;
}

/** A lock of their own: a photo that takes minutes must not hold up facts, and facts must not hold up photos. */
export async function sendFilesLocked(db: FieldDatabase, office: FileOffice, { locks }: FileLoopOptions): Promise<FilesResult> {
  const send = () => sendFiles(db, office);
  return locks ? locks.request(`${db.name}-files`, send) : send();
}

export function startFileLoop(db: FieldDatabase, office: FileOffice, options: FileLoopOptions = {}): FileLoop {
  const random = options.random ?? Math.random;
  let failures = 0;
  let stopped = false;
  let running = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitsForNetwork = true;

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (stopped) return;
    running = true;
    again = false;
    const result = await sendFilesLocked(db, office, options).catch(
      (): FilesResult => ({ kind: 'serverError', status: 0, code: 'storage' }),
    );
    running = false;
    if (stopped) return;
    if (result.kind === 'done') {
      failures = 0;
      // A photo was recorded meanwhile.
      if (again) void run();
      return;
    }
    failures += 1;
    waitsForNetwork = result.kind === 'unreachable';
    const asked = result.kind === 'busy' ? result.retryAfterMs : 0;
    timer = setTimeout(() => void run(), Math.max(asked, retryDelay(failures, random)));
  };

  return {
    wake: () => {
      if (running) again = true;
      // An office that refused or was busy is left its time; one that was out of reach has just answered.
      else if (timer === undefined || waitsForNetwork) void run();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
