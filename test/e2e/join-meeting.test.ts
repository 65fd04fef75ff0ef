// A second tablet that has no signal joins a RAT by looking at the first one's screen.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, lastEndedBookYear } from '../../src/domain/day.ts';
import { passOf } from '../../src/domain/meeting-pass.ts';
import type { Row } from '../../src/domain/world.ts';
import { framesOf } from '../../src/ui/join/frames.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { join } from '../../src/ui/words/id/join.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BrowserTablet, tabletIn } from '../support/browser-tablet.ts';
import { type FakeCamera, fakeCamera } from '../support/fake-camera.ts';
import { namedMembers } from '../support/members.ts';
import { type Product, startProduct } from '../support/product.ts';
import { openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, appIsKept, goTo, signIn, syncNow, titleOf } from './pages/frame.ts';
import {
  goToRollCall,
  markPresent,
  meetingTitle,
  openMeeting,
  openMeetingOf,
  pasteRoster,
  planMeeting,
  presentCount,
} from './pages/meeting-page.ts';

const members = namedMembers(40);
const day = dayOf(Date.now());
const bookYear = lastEndedBookYear(day, 12);

let product: Product;
let camera: FakeCamera;
const browsers: Browser[] = [];
const tablets: BrowserTablet[] = [];
beforeAll(async () => {
  product = await startProduct();
  camera = fakeCamera();
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  camera.remove();
  await product.close();
});

async function tabletOf(username: string, switches: readonly string[] = []): Promise<BrowserTablet> {
  const browser = await launchBrowser(switches);
  browsers.push(browser);
  const tablet = await tabletIn(browser, product.url);
  tablets.push(tablet);
  await tablet.open('/');
  await signIn(tablet.page, username);
  return tablet;
}

/** What the first tablet shows, as the office has it by now. */
async function framesShown(): Promise<string[]> {
  const rows = await product.db.selectFrom('record').selectAll().where('noun', 'in', ['ratMeeting', 'roster']).execute();
  const rowOf = (noun: string) => rows.find((row) => row.noun === noun) as unknown;
  return (await framesOf(passOf(rowOf('ratMeeting') as Row<'ratMeeting'>, rowOf('roster') as Row<'roster'>))) ?? [];
}

test('it takes the meeting over with its camera, marks, and the office joins what both marked', async () => {
  const second = await tabletOf('petugas.dua', camera.switches);
  await openCooperative(second.page);
  await appIsKept(second.page);
  await second.loseNetwork();

  const first = await tabletOf('petugas.satu');
  await openCooperative(first.page);
  await planMeeting(first.page, bookYear, day, 'Balai Desa');
  await pasteRoster(first.page, members);
  await openMeeting(first.page, members.length);
  await first.page.getByRole('link', { name: join.show, exact: true }).click();
  await first.page.getByRole('img', { name: join.code, exact: true }).waitFor();
  await first.shoot('join-show');
  expect(await first.barriers()).toEqual([]);
  await allAtOffice(first.page);

  camera.holdOut(await framesShown());
  await goTo(second.page, frame.meetings);
  await second.page.getByRole('link', { name: join.open, exact: true }).click();
  await titleOf(second.page, meetingTitle(bookYear)).waitFor();
  await second.page.getByText(join.lentTitle, { exact: true }).waitFor();
  await second.shoot('join-joined');
  expect(await second.barriers()).toEqual([]);
  await goToRollCall(second.page);
  await markPresent(second.page, members.slice(0, 3));

  await openMeetingOf(first.page, bookYear);
  await goToRollCall(first.page);
  await markPresent(first.page, members.slice(2, 6));
  await second.regainNetwork();
  await syncNow(second.page);
  await syncNow(first.page);
  await syncNow(second.page);
  for (const tablet of [second, first]) {
    await allAtOffice(tablet.page);
    await openMeetingOf(tablet.page, bookYear);
    await goToRollCall(tablet.page);
    expect(await presentCount(tablet.page)).toBe(6);
  }
  expect(await second.page.getByText(join.lentTitle, { exact: true }).count()).toBe(0);
});

test('no tablet asked a foreign host, or complained', () => {
  expect(tablets.flatMap(({ complaints }) => complaints)).toEqual([]);
});
