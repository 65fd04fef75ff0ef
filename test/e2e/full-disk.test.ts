// A tablet without room, in a real browser: what is said, what stays, and how it goes on.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photos as words } from '../../src/ui/words/id/photos.ts';
import { visit as visitWords } from '../../src/ui/words/id/visit.ts';
import { launchBrowser } from '../support/browser.ts';
import { tabletIn } from '../support/browser-tablet.ts';
import { cameraPhoto } from '../support/camera-photo.ts';
import { type Product, startProduct } from '../support/product.ts';
import { openCooperative } from './pages/cooperative-page.ts';
import { signIn } from './pages/frame.ts';
import { choosePhotos } from './pages/photos-page.ts';
import { beginVisit, fillHead } from './pages/visit-page.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

test('a full disk is said, the form stays as it is, and there is room again for the next photo', async () => {
  const tablet = await tabletIn(browser, product.url);
  await tablet.open('/');
  await signIn(tablet.page, 'petugas.dua');
  await openCooperative(tablet.page);
  await beginVisit(tablet.page);
  await fillHead(tablet.page, '094/10/2026');
  const photo = await cameraPhoto(tablet.page, 3);
  const devtools = await tablet.page.context().newCDPSession(tablet.page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: product.url, quotaSize: 1 });
  // Chromium believes for half a minute in the room that it saw last.
  await tablet.page.waitForTimeout(31_000);
  await choosePhotos(tablet.page, [photo]);
  await tablet.page.getByText(words.failures.storage.title).waitFor();
  expect(await tablet.page.getByRole('button', { name: words.open(words.photo('1')) }).count()).toBe(0);
  expect(await tablet.page.getByLabel(visitWords.assignmentLetterNumber, { exact: true }).inputValue()).toBe('094/10/2026');
  await tablet.shoot('photos-full');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: product.url });
  await choosePhotos(tablet.page, [photo]);
  await tablet.page.getByRole('button', { name: words.open(words.photo('1')) }).waitFor();
  expect(await tablet.page.getByText(words.failures.storage.title).count()).toBe(0);
  await tablet.page
    .locator('input[type=file][multiple]')
    .setInputFiles({ name: 'surat.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a photo') });
  await tablet.page.getByText(words.failures.type.title).waitFor();
});
