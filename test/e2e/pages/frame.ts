// What stands around every screen: signing in, the index of tabs, and the chip that says what the office does not have yet.
import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import { app } from '../../../src/ui/words/id/app.ts';
import { frame } from '../../../src/ui/words/id/frame.ts';
import { signIn as words } from '../../../src/ui/words/id/sign-in.ts';
import { sync } from '../../../src/ui/words/id/sync.ts';
import { password } from '../../support/product.ts';

export const titleOf = (page: Page, title: string | RegExp) => page.getByRole('heading', { level: 1, name: title });

export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel(words.username, { exact: true }).fill(username);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.act, exact: true }).click();
  await titleOf(page, frame.today).waitFor();
}

/** Until then a tablet that loses its network would not start again. */
export async function appIsKept(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: app.navigation }).getByRole('link', { name }).click();
  await titleOf(page, name).waitFor();
}

/** The chip in the title bar, when it says what these words begin with. */
export const chip = (page: Page, begin: string) => page.getByRole('link', { name: new RegExp(`^${begin},`) });

export const allAtOffice = (page: Page) => chip(page, app.sync.allAtOffice).waitFor();
export const unsent = (page: Page, count: number) => chip(page, app.sync.waiting(String(count))).waitFor();

const done = new RegExp(sync.done('\\S+', '\\S+'));

/** Asks the office under Sinkron and waits for its answer; a tap while a round runs of itself does nothing, so it is repeated. */
export async function syncNow(page: Page): Promise<void> {
  await goTo(page, frame.sync);
  await vi.waitFor(
    async () => {
      await page.getByRole('button', { name: sync.act, exact: true }).click();
      await page.getByText(done).waitFor({ timeout: 3_000 });
    },
    { timeout: 30_000, interval: 500 },
  );
}
