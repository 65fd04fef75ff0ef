// Registers the service worker and says when a new version waits: it is taken only when the officer agrees.
import { signal } from '@preact/signals';
import type { Workbox } from 'workbox-window';

export const updateWaiting = signal(false);

/** Another tab took a new version: this one must load it before it asks for a screen that the cache no longer holds. */
let isOutdated = false;
let isAsked = false;
let workbox: Workbox | undefined;

/** A tablet is left open for days; without asking, the browser looks for a new version only at a navigation. */
const askAgainMs = 60 * 60_000;

export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const worker = new Workbox('/sw.js');
  workbox = worker;
  // The first worker of all takes over pages that came with the very same version: nothing of theirs is outdated.
  let isControlled = navigator.serviceWorker.controller !== null;
  worker.addEventListener('waiting', () => {
    updateWaiting.value = true;
  });
  worker.addEventListener('controlling', (event) => {
    if (isAsked) location.reload();
    else isOutdated ||= isControlled && Boolean(event.isUpdate || event.isExternal);
    isControlled = true;
  });
  // Without network, or where the browser forbids it, the app goes on as it is.
  worker.register().catch(() => undefined);
  let askedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - askedAt < askAgainMs) return;
    askedAt = Date.now();
    worker.update().catch(() => undefined);
  });
}

export function applyUpdate(): void {
  isAsked = true;
  workbox?.messageSkipWaiting();
}

/** Between two screens no form is open, so that a version taken elsewhere can be loaded. */
export function loadIfOutdated(): void {
  if (isOutdated) location.reload();
}
