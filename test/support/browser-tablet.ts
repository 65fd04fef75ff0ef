// A tablet in a real browser: its page, its network taken away and given back, and everything that went wrong on it unseen.

import { mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { isFirefox, newProfile, openProfile, processOver, tablet as tabletLooks } from './browser.ts';

export interface BrowserTablet {
  page: Page;
  /** Errors of the page, refusals by its policy, requests to anybody but the office: none of these may happen. */
  complaints: string[];
  readonly isOffline: boolean;
  /** An address of the app, such as '/koperasi'; as typed into the browser. */
  open(path: string): Promise<void>;
  loseNetwork(): Promise<void>;
  regainNetwork(): Promise<void>;
  /** The tab dies as when the system takes its memory: no last word of the page is heard. The next `open` is a new tab. */
  killTab(): Promise<void>;
  /** Keeps a picture of the screen for whoever wants to see the journey. */
  shoot(name: string): Promise<void>;
  /** What axe finds serious or critical on the screen as it stands, as `rule: where`. */
  barriers(): Promise<string[]>;
  close(): Promise<void>;
}

/** Slower than any machine that runs these tests, so that only what never comes fails. */
const patienceMs = 30_000;
const pictures = 'test-results';

/** One of several tablets that share a browser; each has its own storage, which goes with it. */
export async function tabletIn(browser: Browser, url: string): Promise<BrowserTablet> {
  const context = await browser.newContext(tabletLooks);
  return tabletOf(context, await context.newPage(), url);
}

/** A tablet with a storage that outlives its browser: `restart` turns it off and on again. One that restarts without a network finds none
 *  only if the office is stopped as well. */
export async function tabletOnProfile(url: string) {
  const profile = newProfile();
  const start = async (isOffline = false) => {
    const context = await openProfile(profile.folder);
    return tabletOf(context, context.pages()[0] ?? (await context.newPage()), url, isOffline);
  };
  let current = await start();
  let isDead = false;
  return {
    get tablet() {
      return current;
    },
    /** As a dead battery does it: all tabs end at once, and nothing more is written. */
    killBrowser: async () => {
      const ended = new Promise((resolve) => current.page.context().once('close', resolve));
      process.kill(processOver(profile.folder), 'SIGKILL');
      await ended;
      isDead = true;
    },
    restart: async (): Promise<BrowserTablet> => {
      if (!isDead) await current.close();
      isDead = false;
      const { complaints, isOffline } = current;
      current = await start(isOffline);
      current.complaints.push(...complaints);
      return current;
    },
    throwAway: async () => {
      if (!isDead) await current.close();
      profile.remove();
    },
  };
}

function tabletOf(context: BrowserContext, first: Page, url: string, startsOffline = false): BrowserTablet {
  const complaints: string[] = [];
  let isOffline = startsOffline;
  const watch = (page: Page) => {
    page.setDefaultTimeout(patienceMs);
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      // A browser reports every request that found no network; the app knows, and says it in words.
      const isMissingNetwork = isOffline && message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isMissingNetwork) complaints.push(`console: ${message.text()} ${message.location().url}`);
    });
  };
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== new URL(url).origin) complaints.push(`foreign host: ${request.url()}`);
  });
  watch(first);
  const tablet: BrowserTablet = {
    page: first,
    complaints,
    get isOffline() {
      return isOffline;
    },
    open: async (path) => {
      if (tablet.page.isClosed()) {
        tablet.page = await context.newPage();
        watch(tablet.page);
      }
      await tablet.page.goto(`${url}${path}`);
      // Told before there is a page, the browser leaves the page in the belief that it has a network.
      if (isOffline) await context.setOffline(true);
    },
    loseNetwork: async () => {
      isOffline = true;
      await context.setOffline(true);
    },
    regainNetwork: async () => {
      await context.setOffline(false);
      isOffline = false;
    },
    killTab: async () => {
      const { page } = tablet;
      const died = new Promise((resolve) => page.once('crash', resolve));
      const session = await context.newCDPSession(page);
      // It never answers: what would answer is dead.
      session.send('Page.crash').catch(() => undefined);
      await died;
      await page.close();
    },
    shoot: async (name) => {
      // To take one, its driver writes a style into the page, which our policy refuses there.
      if (isFirefox) return;
      mkdirSync(pictures, { recursive: true });
      await tablet.page.screenshot({ path: `${pictures}/${name}.png` });
    },
    barriers: async () => {
      const { violations } = await new AxeBuilder({ page: tablet.page }).setLegacyMode(true).analyze();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
    },
    close: () => context.close(),
  };
  return tablet;
}
