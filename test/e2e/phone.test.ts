// The same app in the hand: what a screen of 360 pixels must not hide from whoever taps on it.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, lastEndedBookYear } from '../../src/domain/day.ts';
import { app } from '../../src/ui/words/id/app.ts';
import { cooperative } from '../../src/ui/words/id/cooperative.ts';
import { fields } from '../../src/ui/words/id/fields.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { profileForm } from '../../src/ui/words/id/profile-form.ts';
import { today } from '../../src/ui/words/id/today.ts';
import { visitForm } from '../../src/ui/words/id/visit-form.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BrowserTablet, tabletIn } from '../support/browser-tablet.ts';
import { namedMembers } from '../support/members.ts';
import { type Product, startProduct } from '../support/product.ts';
import { changeProfile, openCooperative } from './pages/cooperative-page.ts';
import { goTo, signIn } from './pages/frame.ts';
import { goToRollCall, openMeeting, pasteRoster, planMeeting, rowOf } from './pages/meeting-page.ts';
import { beginVisit, fillHead, finishVisit } from './pages/visit-page.ts';

let product: Product;
let browser: Browser;
let phone: BrowserTablet;

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  phone = await tabletIn(browser, product.url);
  await phone.page.setViewportSize({ width: 360, height: 800 });
  await phone.open('/');
  await signIn(phone.page, 'petugas.satu');
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

const boxOf = async (part: Locator) => {
  const box = await part.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
};

/** Between the title bar and the foot, where a thumb and an eye reach it. */
async function isInSight(page: Page, part: Locator): Promise<boolean> {
  const [box, bar, foot] = await Promise.all([boxOf(part), boxOf(page.locator('header.bar')), boxOf(page.locator('footer.bar-actions'))]);
  return box.y >= bar.bottom && box.bottom <= foot.y;
}

const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('a profile that cannot be saved shows the field that is wrong', async () => {
  const { page } = phone;
  await openCooperative(page);
  await page.getByRole('link', { name: cooperative.edit }).click();
  const name = page.getByRole('textbox', { name: fields.names.name, exact: true });
  const former = await name.inputValue();
  await name.fill('');
  await page.getByRole('textbox', { name: profileForm.reason }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: profileForm.save, exact: true }).click();
  await page.getByText(profileForm.blank, { exact: true }).waitFor();
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await isInSight(page, name)).toBe(true);
  await name.fill(former);
});

test('a profile that was put back as it was leaves no draft behind, and says so in sight', async () => {
  const { page } = phone;
  await page.getByRole('textbox', { name: profileForm.reason }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: profileForm.save, exact: true }).click();
  const answer = page.getByText(profileForm.unchanged, { exact: true });
  await answer.waitFor();
  expect(await isInSight(page, answer)).toBe(true);
  await goTo(page, frame.today);
  await page.getByText(today.calm.title, { exact: true }).waitFor();
});

test('a profile that was saved is no draft any more, there and then', async () => {
  const { page } = phone;
  for (const address of ['Jl. Poros Km 12', 'Jl. Poros Km 13', 'Jl. Poros Km 14']) {
    await openCooperative(page);
    await changeProfile(page, fields.names.address, address);
    await page.getByRole('region', { name: cooperative.profile }).getByText(address, { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: today.drafts }).count()).toBe(0);
  }
});

test('the word that a visit is kept leaves the buttons at the foot free', async () => {
  const { page } = phone;
  await openCooperative(page);
  await beginVisit(page);
  await fillHead(page, '518/ST-112/2026');
  await finishVisit(page);
  const toast = page.locator('.toast').filter({ hasText: visitForm.finishedTitle });
  const foot = page.locator('footer.bar-actions').filter({ hasText: app.print });
  await foot.waitFor();
  expect((await boxOf(toast)).bottom).toBeLessThanOrEqual((await boxOf(foot)).y);
  expect(await scrollsSideways(page)).toBe(false);
});

test('at the roll call the whole name of a member stands above their number', async () => {
  const { page } = phone;
  const day = dayOf(Date.now());
  const members = namedMembers(20);
  await openCooperative(page);
  await planMeeting(page, lastEndedBookYear(day, 12), day, 'Balai Desa Loa Ulung');
  await pasteRoster(page, members);
  await openMeeting(page, members.length);
  await goToRollCall(page);
  const row = rowOf(page, members[3]?.name ?? '', false);
  const name = row.locator('.roll-name');
  const [above, below] = [await boxOf(name), await boxOf(row.locator('.roll-detail'))];
  expect(below.y).toBeGreaterThanOrEqual(above.bottom - 1);
  expect(await name.evaluate((text) => text.scrollWidth <= text.clientWidth)).toBe(true);
  for (const tab of await page.getByRole('tab').all()) expect((await boxOf(tab)).right).toBeLessThanOrEqual(360);
  expect(await scrollsSideways(page)).toBe(false);
});
