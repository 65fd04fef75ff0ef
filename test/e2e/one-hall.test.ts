// Two tablets at the two doors of one hall, neither with a network: the union of their marks, and a mark that comes after the seal.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayOf, lastEndedBookYear } from '../../src/domain/day.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { rollCall } from '../../src/ui/words/id/roll-call.ts';
import { rules } from '../../src/ui/words/id/rules.ts';
import { sync } from '../../src/ui/words/id/sync.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BrowserTablet, tabletIn } from '../support/browser-tablet.ts';
import { namedMembers } from '../support/members.ts';
import { type Product, startProduct } from '../support/product.ts';
import { openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, goTo, signIn, syncNow } from './pages/frame.ts';
import {
  goBack,
  goToRollCall,
  markPresent,
  openMeeting,
  openMeetingOf,
  pasteRoster,
  planMeeting,
  presentCount,
  rowOf,
} from './pages/meeting-page.ts';
import { beginMinutes, fillDecisions, fillFigures, fillMeeting, goToSigning, seal, signAll } from './pages/minutes-page.ts';

const members = namedMembers(30);
const atBothDoors = members.slice(8, 12);
const late = members[25]?.name ?? '';
const day = dayOf(Date.now());
const bookYear = lastEndedBookYear(day, 12);

let product: Product;
let browser: Browser;
let first: BrowserTablet;
let second: BrowserTablet;

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  first = await tabletAs('petugas.satu');
  second = await tabletAs('petugas.dua');
});
afterAll(async () => {
  await browser.close();
  await product.close();
});
beforeEach(({ onTestFailed }) => {
  onTestFailed(async () => {
    for (const [index, tablet] of [first, second].entries()) await tablet.shoot(`hall-failed-${index}`).catch(() => undefined);
  });
});

async function tabletAs(username: string): Promise<BrowserTablet> {
  const tablet = await tabletIn(browser, product.url);
  await tablet.open('/');
  await signIn(tablet.page, username);
  return tablet;
}

test('two tablets take attendance at one RAT without a network, and the union is right on both and at the office', async () => {
  await openCooperative(first.page);
  await planMeeting(first.page, bookYear, day, 'Balai Desa Loa Ulung');
  await pasteRoster(first.page, members);
  await openMeeting(first.page, members.length);
  await syncNow(first.page);
  await syncNow(second.page);
  for (const tablet of [first, second]) {
    await openMeetingOf(tablet.page, bookYear);
    await goToRollCall(tablet.page);
    await tablet.loseNetwork();
  }
  await markPresent(first.page, members.slice(0, 12));
  await markPresent(second.page, members.slice(8, 20));
  for (const tablet of [first, second]) expect(await presentCount(tablet.page)).toBe(12);

  for (const tablet of [first, second, first]) {
    await tablet.regainNetwork();
    await syncNow(tablet.page);
  }
  for (const tablet of [first, second]) {
    await openMeetingOf(tablet.page, bookYear);
    await goToRollCall(tablet.page);
    expect(await presentCount(tablet.page)).toBe(20);
    await tablet.page.getByText(rollCall.rollFilters.twice(String(atBothDoors.length)), { exact: true }).waitFor();
  }
  const rows = await product.db.selectFrom('record').select('data').where('noun', '=', 'attendance').execute();
  const marksAt = rows.map(({ data }) => (data as { marks: unknown[] }).marks.length).sort();
  expect(marksAt).toEqual([...Array(16).fill(1), ...Array(atBothDoors.length).fill(2)]);
});

test('a signed RAT refuses a mark: there at once, and the one made meanwhile elsewhere with the reason in words', async () => {
  await second.loseNetwork();
  await markPresent(second.page, members.slice(25, 26));

  await goBack(first.page);
  await beginMinutes(first.page);
  await fillMeeting(first.page, { chair: 'Hamid Hidayat', secretary: 'Citra Abdullah' });
  await fillDecisions(first.page, { yes: 15, no: 5 });
  await fillFigures(first.page, { membersMale: 15, membersFemale: 15, assets: 90_000_000, shu: 0 });
  await goToSigning(first.page);
  await signAll(first.page);
  await seal(first.page);
  await allAtOffice(first.page);
  await openMeetingOf(first.page, bookYear);
  await goToRollCall(first.page);
  await first.page.getByText(rollCall.rollClosed.sealed.title, { exact: true }).waitFor();
  await rowOf(first.page, late).click({ force: true });
  expect(await rowOf(first.page, late, true).count()).toBe(0);
  expect(await presentCount(first.page)).toBe(20);

  await second.regainNetwork();
  await syncNow(second.page);
  const refused = second.page.locator('.card').filter({ hasText: late });
  await refused.getByText(sync.kinds.refused, { exact: true }).waitFor();
  await refused.getByText(rules.I5).waitFor();
  await second.shoot('hall-refused-mark');
  await openMeetingOf(second.page, bookYear);
  await goToRollCall(second.page);
  expect(await presentCount(second.page)).toBe(20);
  await goTo(second.page, frame.today);
});

test('nothing on the way complained', () => {
  expect([first, second].flatMap(({ complaints }) => complaints)).toEqual([]);
});
