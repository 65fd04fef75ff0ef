// Puts the app together: opens the last officer's database, starts the exchange, registers the service worker, renders.
// The looks of the kit come first: a screen's own looks, which come with its code, may then differ from them.
import './ui/kit/kit.css';
import './ui/app.css';

import { signal } from '@preact/signals';
import { render } from 'preact';
import * as z from 'zod/mini';
import { type FieldDatabase, officersOnDisk } from './data/database.ts';
import { openOfficerDatabase } from './data/session.ts';
import { readSetting, type Session } from './data/settings.ts';
import { loadIfOutdated, registerServiceWorker } from './service-worker.ts';
import { startTablet, type Tablet } from './tablet.ts';
import { Pantau, type Stage } from './ui/app.tsx';
import type { SignInAnswer } from './ui/app-context.ts';
import { knownOfficers, officerCalled, rememberOfficer } from './ui/known-officers.ts';
import { ignoreSameAddress } from './ui/same-address.ts';

// The policy of the page forbids to compile text, which zod would otherwise try.
z.config({ jitless: true });

const stage = signal<Stage>({ kind: 'opening' });
let tablet: Tablet | undefined;

function open(db: FieldDatabase, session: Session): void {
  tablet?.stop();
  tablet = startTablet(db, session, {
    signedOut: () => close({ kind: 'signedOut' }),
    lost: (reason) => close({ kind: 'lost', reason }),
  });
  stage.value = { kind: 'open', app: tablet.app };
}

function close(next: Stage): void {
  tablet?.stop();
  tablet = undefined;
  stage.value = next;
}

/** Without asking the network: the last officer goes on where they stopped. */
async function openLast(): Promise<void> {
  const last = knownOfficers()[0]?.officerId;
  try {
    // The list is written lazily, and a tablet whose battery died soon after signing in has forgotten it: its databases have not.
    for (const officerId of last === undefined ? await officersOnDisk() : [last]) {
      const { db, session } = await openOfficerDatabase(officerId);
      if (session?.token) return open(db, session);
      db.close();
      // Signing out leaves the session where it is: without one, the browser has thrown the database away.
      if (!session && officerId === last) return close({ kind: 'signedOut', emptied: officerId });
    }
    close({ kind: 'signedOut' });
  } catch {
    close({ kind: 'lost', reason: 'closed' });
  }
}

async function signIn(username: string, password: string): Promise<SignInAnswer> {
  const known = officerCalled(username);
  const deviceId = known?.deviceId;
  const deviceName = navigator.userAgent.slice(0, 200);
  const sync = await Promise.all([import('./sync/sign-in.ts'), import('./sync/send.ts'), import('./ui/loss/read-note.ts')]).catch(
    () => undefined,
  );
  if (!sync) return { kind: 'unreachable' };
  const [{ signIn: signInAt }, { officeAt }, { noteOf }] = sync;
  const note = known && noteOf(known.officerId);
  const credentials = { username: username.trim(), password, appVersion: __APP_VERSION__, deviceName, deviceId, note };
  try {
    const result = await signInAt(officeAt(location.origin), credentials);
    if (result.kind === 'signedOut') return { kind: 'wrongPassword' };
    if (result.kind !== 'signedIn') return result;
    const { db, session } = result;
    const device = await readSetting(db, 'device');
    const { id: officerId, name } = session.officer;
    if (device) rememberOfficer({ officerId, username: credentials.username, name, deviceId: device.deviceId });
    open(db, session);
    return { kind: 'signedIn' };
  } catch {
    return { kind: 'storage' };
  }
}

// Asked for, never counted on: a browser that refuses may throw the data away when the disk is full.
void navigator.storage?.persist?.().catch(() => false);
void registerServiceWorker().catch(() => undefined);
ignoreSameAddress();
const root = document.getElementById('app');
if (root) render(<Pantau stage={stage} signIn={signIn} onScreen={loadIfOutdated} />, root);
void openLast();
