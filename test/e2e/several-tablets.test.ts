// What several tablets meet: a tab that dies, two officers at one field, a stranger's area. In a real browser, each with its own storage.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fields } from '../../src/ui/words/id/fields.ts';
import { firstSync } from '../../src/ui/words/id/first-sync.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { visit as visitWords } from '../../src/ui/words/id/visit.ts';
import { type BrowserTablet, tabletIn } from '../support/browser-tablet.ts';
import { launchBrowser } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { changeProfile, cooperativeName, openCooperative } from './pages/cooperative-page.ts';
import { appIsKept, goTo, signIn, syncNow } from './pages/frame.ts';
import { beginVisit, fillHead } from './pages/visit-page.ts';

let product: Product;
let browser: Browser;
const tablets: BrowserTablet[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
});
afterAll(async () => {
  for (const tablet of tablets) await tablet.close();
  await browser.close();
  await product.close();
});

async function tabletOf(username: string): Promise<BrowserTablet> {
  const tablet = await tabletIn(browser, product.url);
  tablets.push(tablet);
  await tablet.open('/');
  await signIn(tablet.page, username);
  return tablet;
}

test('a tab that dies in the middle of typing leaves the draft, and the officer finds it under Hari ini', async () => {
  const tablet = await tabletOf('petugas.satu');
  await openCooperative(tablet.page);
  await beginVisit(tablet.page);
  await fillHead(tablet.page, '094/112/DPPK/2026');
  await tablet.page.waitForTimeout(1_000);
  await tablet.killTab();
  await tablet.open('/');
  await tablet.page.getByRole('link', { name: cooperativeName }).first().click();
  const letter = tablet.page.getByLabel(visitWords.assignmentLetterNumber, { exact: true });
  await letter.waitFor();
  expect(await letter.inputValue()).toBe('094/112/DPPK/2026');
});

test('two officers change the same field without a network, and both values survive', async () => {
  const first = await tabletOf('petugas.satu');
  const second = await tabletOf('petugas.dua');
  for (const tablet of [first, second]) await appIsKept(tablet.page);
  for (const [tablet, address] of [
    [first, 'Jalan Poros Satu'],
    [second, 'Jalan Poros Dua'],
  ] as const) {
    await openCooperative(tablet.page);
    await tablet.loseNetwork();
    await changeProfile(tablet.page, fields.names.address, address);
  }
  for (const tablet of [first, second, first]) {
    await tablet.regainNetwork();
    await syncNow(tablet.page);
  }
  for (const tablet of [first, second]) {
    await openCooperative(tablet.page);
    await tablet.page.getByText('Jalan Poros Satu').first().waitFor();
    await tablet.page.getByText('Jalan Poros Dua').first().waitFor();
  }
});

test("a stranger is sent nothing of another's area", async () => {
  const tablet = await tabletOf('petugas.mahulu');
  await goTo(tablet.page, frame.cooperatives);
  await tablet.page.getByText(firstSync.nothing.title).waitFor();
  expect(await tablet.page.getByText(cooperativeName).count()).toBe(0);
});
