// The office does not know the tablet any more: signing in is asked for, and never stands between the officer and the work on the tablet.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fields } from '../../src/ui/words/id/fields.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { signIn as words } from '../../src/ui/words/id/sign-in.ts';
import { type BrowserTablet, tabletIn } from '../support/browser-tablet.ts';
import { launchBrowser } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { changeProfile, openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, appIsKept, signIn, syncNow, titleOf, unsent } from './pages/frame.ts';

let product: Product;
let browser: Browser;
let tablet: BrowserTablet;
beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  tablet = await tabletIn(browser, product.url);
});
afterAll(async () => {
  await tablet.close();
  await browser.close();
  await product.close();
});

test('the sign-in screen leads back to the work that lies on the tablet, offline too, and what was unsent goes after signing in', async () => {
  const { page } = tablet;
  const back = page.getByRole('link', { name: words.goOn, exact: true });
  await tablet.open('/');
  await titleOf(page, words.title).waitFor();
  expect(await back.count()).toBe(0);
  await signIn(page, 'petugas.satu');
  await appIsKept(page);
  await syncNow(page);
  await product.db.updateTable('device').set({ token_hash: null }).execute();
  await openCooperative(page);
  await changeProfile(page, fields.names.address, 'Jalan Baru');
  await unsent(page, 1);
  await page.getByRole('link', { name: frame.sessionEnded.act, exact: true }).click();
  await titleOf(page, words.title).waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  await back.waitFor();
  await tablet.shoot('sign-in-again');
  expect(await tablet.barriers()).toEqual([]);
  await back.click();
  await titleOf(page, frame.today).waitFor();
  await unsent(page, 1);

  // As a start of the app leaves it, without a network.
  await tablet.loseNetwork();
  await tablet.open('/masuk');
  await back.click();
  await titleOf(page, frame.today).waitFor();
  await unsent(page, 1);
  await tablet.regainNetwork();
  await tablet.open('/masuk');
  await signIn(page, 'petugas.satu');
  await allAtOffice(page);
  expect(tablet.complaints.filter((each) => !each.includes('status of 401'))).toEqual([]);
});
