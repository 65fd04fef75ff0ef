// Two clients of one engine in a real Chromium on a fresh profile, each in a tab of its own; what they do is timed inside the page.
import type { CDPSession, Page } from 'playwright-core';
import { newProfile, openProfile } from '../../test/support/browser.ts';
import type { FoundValues, Place } from './bench-page.ts';
import { type Front, pagePath } from './front.ts';
import type { BenchRecord, Edit } from './records.ts';

export interface Client {
  write(records: readonly BenchRecord[]): Promise<void>;
  edit(edits: readonly Edit[]): Promise<void>;
  /** Answers the milliseconds that it took. */
  push(): Promise<number>;
  pull(): Promise<number>;
  sync(): Promise<number>;
  pullAndCount(district: string): Promise<{ ms: number; count: number }>;
  find(ids: readonly string[]): Promise<FoundValues[]>;
  pushInStorm(lanes: number): Promise<{ ms: number; tries: number }>;
  throttle(cpu: number): Promise<void>;
}

export interface Clients {
  open(name: string, place: Place): Promise<Client>;
  close(): Promise<void>;
}

/** More than the slowest engine needs at a sixth of the speed over the slow line. */
const patienceMs = 20 * 60_000;

export async function openClients(front: Front): Promise<Clients> {
  const profile = newProfile();
  const context = await openProfile(profile.folder, {});
  return {
    open: async (name, place) => {
      const page = await context.newPage();
      page.setDefaultTimeout(patienceMs);
      page.on('pageerror', (error) => console.error(`  in the page: ${error.message}`));
      await page.goto(`${front.url}${pagePath}`);
      await page.waitForFunction(() => globalThis.bench !== undefined);
      await page.evaluate(({ name, place }) => bench.open(name, place), { name, place });
      return clientOf(page, name, await context.newCDPSession(page));
    },
    close: async () => {
      await context.close();
      profile.remove();
    },
  };
}

function clientOf(page: Page, name: string, session: CDPSession): Client {
  const timed = (act: 'push' | 'pull' | 'sync') =>
    page.evaluate(
      async ({ name, act }) => {
        const since = performance.now();
        await bench.clients.get(name)?.[act]();
        return performance.now() - since;
      },
      { name, act },
    );
  return {
    write: (records) => page.evaluate(({ name, records }) => bench.clients.get(name)?.write(records), { name, records }),
    edit: (edits) => page.evaluate(({ name, edits }) => bench.clients.get(name)?.edit(edits), { name, edits }),
    push: () => timed('push'),
    pull: () => timed('pull'),
    sync: () => timed('sync'),
    pullAndCount: (district) =>
      page.evaluate(
        async ({ name, district }) => {
          const client = bench.clients.get(name);
          const since = performance.now();
          await client?.pull();
          const count = (await client?.countIn(district)) ?? 0;
          return { ms: performance.now() - since, count };
        },
        { name, district },
      ),
    find: async (ids) => (await page.evaluate(({ name, ids }) => bench.clients.get(name)?.find(ids), { name, ids })) ?? [],
    pushInStorm: (lanes) =>
      page.evaluate(
        async ({ name, lanes }) => {
          const since = performance.now();
          const tries = (await bench.clients.get(name)?.pushInStorm(lanes)) ?? 0;
          return { ms: performance.now() - since, tries };
        },
        { name, lanes },
      ),
    throttle: async (cpu) => void (await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })),
  };
}
