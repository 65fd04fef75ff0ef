/** What a screen may ask of the app around it. main.tsx puts it together, since screens know nothing of the network. */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldDatabase } from '../data/database.ts';
import type { Register } from '../data/register.ts';
import type { Session, SyncState } from '../data/settings.ts';

export type SyncFailure = NonNullable<SyncState['failure']>;

/** How an exchange that the officer asked for ended; `failure` names the words to show. */
export type SyncAnswer = { kind: 'done'; sent: number; received: number } | { kind: 'failed'; failure: SyncFailure };

export type SignInRefusal =
  | { kind: 'wrongPassword' | 'notAllowed' | 'unreachable' | 'outdated' | 'serverError' | 'storage' }
  | { kind: 'busy'; retryAfterMs: number };
export type SignInAnswer = { kind: 'signedIn' } | SignInRefusal;

/** A question to the office that needs its network: imports, lists that only the server holds. */
export type OfficeAnswer =
  | { kind: 'answered'; body: unknown }
  | { kind: 'failed'; failure: 'unreachable' | 'signedOut' | 'refused' | 'serverError'; body?: unknown };

/** A photo or sheet that the office has. `notThere`: it does not have it, or it hangs on nothing in the officer's areas. */
export type OfficeFile =
  | { kind: 'file'; blob: Blob }
  | { kind: 'failed'; failure: 'unreachable' | 'signedOut' | 'notThere' | 'serverError' };

export interface App {
  db: FieldDatabase;
  session: Session;
  /** Undefined until the register has been read for the first time. */
  register: ReadonlySignal<Register | undefined>;
  appVersion: string;
  /** Whether the office can be reached is never assumed: the answer says. */
  syncNow(): Promise<SyncAnswer>;
  askOffice(method: 'GET' | 'POST', path: string, body?: Blob | object): Promise<OfficeAnswer>;
  fileFromOffice(sha256: string): Promise<OfficeFile>;
  signOut(): Promise<void>;
  /** A new version is waiting; `applyUpdate` takes it, when the officer says so. */
  updateWaiting: ReadonlySignal<boolean>;
  applyUpdate(): void;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('this screen stands outside the app');
  return app;
}
