// The browser of the tests: Chromium, or with PANTAU_TEST_BROWSER=firefox the system's Firefox, for what an engine may do otherwise.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, firefox } from 'playwright-core';
import { findChromium } from './chromium.ts';

export const isFirefox = process.env.PANTAU_TEST_BROWSER === 'firefox';

/** The tablet of the field: eight inches, held upright, in the office's language and time. */
export const tablet = {
  viewport: { width: 800, height: 1280 },
  locale: 'id-ID',
  timezoneId: 'Asia/Makassar',
  hasTouch: true,
} satisfies BrowserContextOptions;

// Without these Chromium asks for hosts of its maker at every start, and is refused many at a time in a closed network.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
  '--disable-dev-shm-usage',
];

const inFirefox = { channel: 'moz-firefox', executablePath: fileURLToPath(new URL('firefox-bridge.mjs', import.meta.url)) };

/** `more`: switches of Chromium alone. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  if (isFirefox) return firefox.launch(inFirefox);
  return chromium.launch({ ...findChromium(), args: [...quiet, ...more], chromiumSandbox: false });
}

/** A browser on a profile that outlives it: close it and open the folder again, and the tablet has been restarted. */
export function openProfile(folder: string, options: BrowserContextOptions = tablet): Promise<BrowserContext> {
  if (isFirefox) return firefox.launchPersistentContext(folder, { ...options, ...inFirefox });
  return chromium.launchPersistentContext(folder, { ...options, ...findChromium(), args: quiet, chromiumSandbox: false });
}

/** An empty folder for a profile, and what removes it. */
export function newProfile(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-profile-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** The browser's own process over a profile, whose end is the end of all its tabs. */
export function processOver(folder: string): number {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      if (isBrowser(words, folder)) return Number(name);
    } catch {
      // It ended while the list was read.
    }
  }
  throw new Error(`no browser runs over ${folder}`);
}

function isBrowser(words: readonly string[], folder: string): boolean {
  if (isFirefox) return words[0]?.includes('firefox') === true && words.includes(folder) && !words.includes('-contentproc');
  return words.includes(`--user-data-dir=${folder}`) && !words.some((word) => word.startsWith('--type='));
}
