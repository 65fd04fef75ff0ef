// Members' cards: printed for a roster, held before the camera at the door, and what the tablet says without a camera.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, lastEndedBookYear } from '../../src/domain/day.ts';
import { cardTextOf } from '../../src/domain/member-card.ts';
import { scan } from '../../src/ui/words/id/scan.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BrowserTablet, tabletIn } from '../support/browser-tablet.ts';
import { type FakeCamera, fakeCamera } from '../support/fake-camera.ts';
import { namedMembers } from '../support/members.ts';
import { type Product, startProduct } from '../support/product.ts';
import { cooperativeId, idOf } from '../support/world.ts';
import { openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, signIn } from './pages/frame.ts';
import { goToRollCall, openMeeting, openMeetingOf, pasteRoster, planMeeting, presentCount, rowOf } from './pages/meeting-page.ts';
import { savePdf } from './pages/paper-page.ts';

const members = namedMembers(30);
const day = dayOf(Date.now());
const bookYear = lastEndedBookYear(day, 12);
const keyOf = (place: number): string => members[place]?.memberNumber ?? '';
const nameOf = (place: number): string => members[place]?.name ?? '';

let product: Product;
let camera: FakeCamera;
const browsers: Browser[] = [];
const tablets: BrowserTablet[] = [];
beforeAll(async () => {
  product = await startProduct();
  camera = fakeCamera([
    cardTextOf(cooperativeId, keyOf(0)),
    cardTextOf(cooperativeId, keyOf(1)),
    '',
    cardTextOf(idOf(0xc9), keyOf(2)),
    'https://contoh.id/promo',
    cardTextOf(cooperativeId, '9999'),
  ]);
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  camera.remove();
  await product.close();
});

async function tabletWith(switches: readonly string[]): Promise<BrowserTablet> {
  const browser = await launchBrowser(switches);
  browsers.push(browser);
  const tablet = await tabletIn(browser, product.url);
  tablets.push(tablet);
  await tablet.open('/');
  await signIn(tablet.page, 'petugas.satu');
  return tablet;
}

test('a sheet of cards is made for the roster, with numbers and no names', async () => {
  const tablet = await tabletWith(camera.switches);
  const { page } = tablet;
  await openCooperative(page);
  await planMeeting(page, bookYear, day, 'Balai Desa');
  await pasteRoster(page, members);
  await page.getByRole('link', { name: scan.toCards, exact: true }).click();
  await page.getByText(scan.cardsIntro(String(members.length)), { exact: true }).waitFor();
  expect(await page.getByRole('article').innerText()).not.toContain(nameOf(0));
  await tablet.shoot('cards');
  const pdf = await savePdf(page);
  // Twenty-four on a sheet.
  expect(pdf).toMatchObject({ pages: 2, name: 'kartu-anggota-ksu-tirta-makmur.pdf' });
  await page.goBack();
  await openMeeting(page, members.length);
  await allAtOffice(page);
});

test('each card before the camera is a mark, and what is no card of this roster is said to be none', async () => {
  const [tablet] = tablets;
  if (!tablet) throw new Error('nobody has signed in');
  const { page } = tablet;
  await goToRollCall(page);
  await tablet.loseNetwork();
  await page.getByRole('button', { name: scan.open, exact: true }).click();
  const status = page.getByRole('dialog').getByRole('status');
  for (const said of [
    scan.marked(nameOf(0)),
    scan.marked(nameOf(1)),
    scan.otherCard,
    scan.noCard,
    scan.notOnRoster('9999'),
    scan.alreadyMarked(nameOf(0)),
  ]) {
    await status.getByText(said, { exact: true }).waitFor();
    if (said === scan.marked(nameOf(1))) await tablet.shoot('scan');
  }
  expect(await tablet.barriers()).toEqual([]);
  await page.keyboard.press('Escape');
  await rowOf(page, nameOf(1), true).waitFor();
  expect(await presentCount(page)).toBe(2);
  // The camera is let go with the dialog: a lamp that stays on eats the battery.
  expect(await page.evaluate(() => document.querySelector('video'))).toBeNull();
});

test('a tablet whose camera is not allowed says so, and what to do instead', async () => {
  const tablet = await tabletWith(['--deny-permission-prompts']);
  const { page } = tablet;
  await openMeetingOf(page, bookYear);
  await goToRollCall(page);
  await page.getByRole('button', { name: scan.open, exact: true }).click();
  const told = page.getByRole('alert');
  await told.waitFor();
  expect([scan.trouble.refused.title, scan.trouble.noCamera.title]).toContain(await told.locator('strong').innerText());
  await tablet.shoot('scan-refused');
});

test('no tablet asked a foreign host, or complained', () => {
  expect(tablets.flatMap(({ complaints }) => complaints)).toEqual([]);
});
