// A new version of the app: it waits behind the one at work, leaves an open form alone, and comes when the officer says so.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundOffice } from '../../server/store/bootstrap.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { today } from '../../src/ui/words/id/today.ts';
import { visit } from '../../src/ui/words/id/visit.ts';
import { launchBrowser, tablet as tabletLooks } from '../support/browser.ts';
import { type BrowserTablet, tabletIn } from '../support/browser-tablet.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { fillOffice } from '../support/product.ts';
import { type Releases, serveReleases } from '../support/releases.ts';
import { province } from '../support/world.ts';
import { cooperativeName, openCooperative } from './pages/cooperative-page.ts';
import { appIsKept, goTo, signIn, titleOf } from './pages/frame.ts';
import { beginVisit, fillHead } from './pages/visit-page.ts';

let office: FreshDatabase;
let releases: Releases;
let browser: Browser;
let tablet: BrowserTablet;

beforeAll(async () => {
  office = await freshDatabase();
  await foundOffice(office.db, province);
  await fillOffice(office.db);
  releases = await serveReleases(office.db);
  browser = await launchBrowser();
  tablet = await tabletIn(browser, releases.url);
});
afterAll(async () => {
  await browser.close();
  await releases.close();
  await office.drop();
});

const releaseOf = (page: Page) => page.getAttribute('html', 'data-release');
const offer = (page: Page) => page.getByRole('button', { name: today.update.act, exact: true });

/** What the browser does by itself at every start of the app. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

test('the first version takes over a page that came with it, found it half made, and is not loaded anew for that', async () => {
  const context = await browser.newContext(tabletLooks);
  const page = await context.newPage();
  // As in a second tab that comes between the finding of the worker and its taking over.
  await page.addInitScript(() => {
    ServiceWorkerRegistration.prototype.addEventListener = () => undefined;
  });
  await page.goto(releases.url);
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await signIn(page, 'petugas.dua');
  await goTo(page, frame.cooperatives);
  // A page that loads itself anew still answers for a moment.
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
  await context.close();
});

test('a new version waits while a form is open, and nothing of what is being typed moves', async () => {
  const { page } = tablet;
  await tablet.open('/');
  await signIn(page, 'petugas.satu');
  await appIsKept(page);
  await openCooperative(page);
  await beginVisit(page);
  await fillHead(page, '094/77/DPPK/2026');
  releases.release('dua');
  await lookForUpdate(page);
  await page.waitForTimeout(500);
  expect(await releaseOf(page)).toBeNull();
  expect(await offer(page).count()).toBe(0);
  expect(await page.getByLabel(visit.assignmentLetterNumber, { exact: true }).inputValue()).toBe('094/77/DPPK/2026');
});

test('a restart alone does not bring it: the version at work stays until the officer agrees', async () => {
  await tablet.open('/');
  await titleOf(tablet.page, today.title).waitFor();
  expect(await releaseOf(tablet.page)).toBeNull();
});

test('asked for under Hari ini it comes without a network, and the draft is still there', async () => {
  const { page } = tablet;
  await goTo(page, frame.today);
  await offer(page).waitFor();
  await tablet.shoot('update-offered');
  await tablet.loseNetwork();
  await offer(page).click();
  await page.waitForFunction(() => document.documentElement.dataset.release === 'dua');
  await titleOf(page, today.title).waitFor();
  await page.getByRole('link', { name: cooperativeName }).first().click();
  const letter = page.getByLabel(visit.assignmentLetterNumber, { exact: true });
  await letter.waitFor();
  expect(await letter.inputValue()).toBe('094/77/DPPK/2026');
  expect(await offer(page).count()).toBe(0);
  expect(tablet.complaints).toEqual([]);
});
