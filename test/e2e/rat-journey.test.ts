import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayOf, lastEndedBookYear } from '../../src/domain/day.ts';
import type { Minutes } from '../../src/domain/minutes.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { meeting } from '../../src/ui/words/id/meeting.ts';
import { minutes } from '../../src/ui/words/id/minutes.ts';
import { signing } from '../../src/ui/words/id/signing.ts';
import { sync } from '../../src/ui/words/id/sync.ts';
import { today } from '../../src/ui/words/id/today.ts';
import { visit } from '../../src/ui/words/id/visit.ts';
import { launchBrowser, tablet as tabletLooks } from '../support/browser.ts';
import { type BrowserTablet, tabletIn, tabletOnProfile } from '../support/browser-tablet.ts';
import { namedMembers } from '../support/members.ts';
import { type Product, startProduct } from '../support/product.ts';
import { cooperativeName, openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, appIsKept, goTo, signIn, syncNow, titleOf } from './pages/frame.ts';
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
import {
  amendNotes,
  beginMinutes,
  fillDecisions,
  fillFigures,
  fillMeeting,
  fillShares,
  goToSigning,
  seal,
  signAll,
} from './pages/minutes-page.ts';
import { openPaper, savePdf } from './pages/paper-page.ts';
import { openWaiting, returnWith, verify, votersListed } from './pages/verification-page.ts';
import { beginVisit, fillVisit, finishVisit } from './pages/visit-page.ts';

const members = namedMembers(80);
const here = members.slice(0, 60);
const place = 'Balai Desa Loa Ulung';
const day = dayOf(Date.now());
const bookYear = lastEndedBookYear(day, 12);
/** Each with its picture and the name of its file. */
const papers = [
  [minutes.toDocument, '14-minutes-phone', 'berita-acara'],
  [signing.toNotes, '14-notes-phone', 'notulen'],
  [minutes.toAttendance, '14-attendance-phone', 'daftar-hadir'],
] as const;
const reason = 'Susunan pengurus terpilih belum ditulis di catatan pembahasan.';

let product: Product;
let browser: Browser;
let own: Awaited<ReturnType<typeof tabletOnProfile>>;
const others: BrowserTablet[] = [];
const barriers: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  own = await tabletOnProfile(product.url);
  browser = await launchBrowser();
});
afterAll(async () => {
  await own.throwAway();
  await browser.close();
  await product.close();
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(async () => {
    for (const [index, tablet] of [own.tablet, ...others].entries()) await tablet.shoot(`failed-${index}`).catch(() => undefined);
  });
});

/** Keeps a picture of the screen and looks at it as somebody does who cannot see it. */
async function look(tablet: BrowserTablet, name: string): Promise<void> {
  await tablet.shoot(name);
  barriers.push(...(await tablet.barriers()).map((found) => `${name}: ${found}`));
}

async function another(username: string): Promise<BrowserTablet> {
  const tablet = await tabletIn(browser, product.url);
  others.push(tablet);
  await tablet.open('/');
  await signIn(tablet.page, username);
  return tablet;
}

test('an officer signs in once with a network, and goes on without any after a restart', async () => {
  const { tablet } = own;
  await tablet.open('/');
  await tablet.page.getByRole('heading', { level: 1 }).waitFor();
  await look(tablet, '01-sign-in');
  await signIn(tablet.page, 'petugas.satu');
  await openCooperative(tablet.page);
  await appIsKept(tablet.page);
  await product.stop();
  await tablet.loseNetwork();
  const restarted = await own.restart();
  await restarted.open('/');
  await titleOf(restarted.page, today.title).waitFor();
  await allAtOffice(restarted.page);
  await look(restarted, '02-today-offline');
  await goTo(restarted.page, frame.cooperatives);
  await look(restarted, '03-cooperatives');
  await openCooperative(restarted.page);
  await look(restarted, '04-cooperative');
});

test('without a network the officer records a visit that the representative of the cooperative signs', async () => {
  const { tablet } = own;
  const { page } = tablet;
  await beginVisit(page);
  await fillVisit(page, {
    letter: '518/ST-112/2026',
    found: 'Papan nama sudah lapuk; buku daftar anggota belum diisi sejak tahun lalu.',
    men: '41',
    women: '39',
    counterpart: 'Ketua Pengurus Tirta',
  });
  await look(tablet, '05-visit-form');
  await finishVisit(page);
  await page.getByText(visit.delivery.unsent, { exact: true }).first().waitFor();
  await look(tablet, '06-visit-finished');
});

test('without a network the officer plans a RAT, pastes its members and opens it', async () => {
  const { tablet } = own;
  const { page } = tablet;
  await openCooperative(page);
  await planMeeting(page, bookYear, day, place);
  await look(tablet, '07-meeting-planned');
  await pasteRoster(page, members);
  await look(tablet, '08-roster');
  await openMeeting(page, members.length);
  await look(tablet, '09-meeting-open');
});

test('sixty taps mark sixty members, and the quorum is reached on the way', async () => {
  const { tablet } = own;
  const { page } = tablet;
  await goToRollCall(page);
  await markPresent(page, here.slice(0, 41));
  await page.getByText(meeting.quorumStates.reached(''), { exact: true }).waitFor();
  await look(tablet, '10-roll-call');
  await markPresent(page, here.slice(41));
  expect(await presentCount(page)).toBe(60);
});

test('the minutes are written, signed by five and sealed, still without a network', async () => {
  const { tablet } = own;
  const { page } = tablet;
  await goBack(page);
  await beginMinutes(page);
  await fillMeeting(page, { chair: 'Hamid Hidayat', secretary: 'Citra Abdullah' });
  await look(tablet, '10-minutes-agenda');
  await fillDecisions(page, { yes: 52, no: 8 });
  await look(tablet, '11-minutes-decisions');
  await fillFigures(page, {
    membersMale: 41,
    membersFemale: 39,
    ownCapital: 310_000_000,
    externalCapital: 125_000_000,
    assets: 435_000_000,
    businessVolume: 612_000_000,
    shu: 48_000_000,
  });
  await look(tablet, '12-minutes-figures');
  await fillShares(page, { Cadangan: 20_000_000, 'Jasa usaha': 28_000_000 });
  await goToSigning(page);
  await signAll(page);
  await look(tablet, '13-signing');
  await seal(page);
  await look(tablet, '14-sealed');
  await page.setViewportSize({ width: 360, height: 800 });
  for (const [document, picture, file] of papers) {
    await openPaper(page, document);
    await look(tablet, picture);
    const pdf = await savePdf(page);
    await look(tablet, `${picture}-pdf`);
    expect(pdf).toMatchObject({ name: `${file}-ksu-tirta-makmur-${bookYear}.pdf`, text: expect.stringMatching(/^%PDF-1/) });
    expect(pdf.pages).toBeGreaterThan(0);
    await page.goBack();
    await page.getByText(signing.sealedTitle, { exact: true }).waitFor();
  }
  await page.setViewportSize(tabletLooks.viewport);
  await goTo(page, frame.sync);
  await look(tablet, '15-sync-unsent');
});

test('with the network back everything reaches the office without being asked for', async () => {
  const { tablet } = own;
  await product.start();
  await tablet.regainNetwork();
  await allAtOffice(tablet.page);
  await tablet.page.getByText(sync.allSent.title, { exact: true }).waitFor();
  await look(tablet, '16-sync-sent');
});

test('whoever holds the paper finds its meeting on the public page of the office', async () => {
  const { data } = await product.db.selectFrom('record').select('data').where('noun', '=', 'minutes').executeTakeFirstOrThrow();
  const stranger = await tabletIn(browser, product.url);
  others.push(stranger);
  await stranger.open(`/V/${(data as unknown as Minutes).contentHash.toUpperCase()}`);
  await titleOf(stranger.page, 'Dokumen ini ada di kantor').waitFor();
  await stranger.page.getByText('60 dari 80 yang berhak memberikan suara', { exact: true }).waitFor();
  await look(stranger, '16-public-page');
});

test('a second tablet sees every mark', async () => {
  const tablet = await another('petugas.dua');
  const { page } = tablet;
  await openMeetingOf(page, bookYear);
  await page.getByText(meeting.waitingTitle, { exact: true }).waitFor();
  await goToRollCall(page);
  expect(await presentCount(page)).toBe(60);
  await rowOf(page, here[0]?.name ?? '', true).waitFor();
  await look(tablet, '17-second-tablet');
});

test('the office sees every mark, and returns the RAT with a reason', async () => {
  const tablet = await another('verifikator');
  const { page } = tablet;
  await goTo(page, frame.verification);
  await look(tablet, '18-verification-queue');
  await openWaiting(page);
  await look(tablet, '19-verification');
  expect(await votersListed(page)).toBe(60);
  await look(tablet, '20-verification-attendance');
  await returnWith(page, reason);
  await allAtOffice(page);
});

test('the reason reaches the officer, who mends the minutes and hands them in again', async () => {
  const { tablet } = own;
  const { page } = tablet;
  await syncNow(page);
  await goTo(page, frame.today);
  await look(tablet, '21-today-returned');
  await page.getByRole('list', { name: today.meetingsReturned }).getByRole('link', { name: cooperativeName }).click();
  await page.getByText(reason, { exact: true }).waitFor();
  await look(tablet, '22-returned');
  await page.getByRole('link', { name: meeting.answerReturn, exact: true }).click();
  await amendNotes(page, 'Pengurus lama dipilih kembali untuk lima tahun.', 'Catatan pembahasan dilengkapi.');
  await look(tablet, '23-amended');
  await syncNow(page);
  await allAtOffice(page);
});

test('the office verifies it, and the recap counts it', async () => {
  const tablet = others.at(-1);
  if (!tablet) throw new Error('the office has not signed in');
  const { page } = tablet;
  await syncNow(page);
  await openWaiting(page);
  await verify(page);
  await allAtOffice(page);
  await look(tablet, '24-verified');
  await goTo(page, frame.recap);
  await look(tablet, '25-recap');
});

test('no screen on the way shut anybody out, asked a foreign host, or complained', () => {
  expect(barriers).toEqual([]);
  expect([own.tablet, ...others].flatMap(({ complaints }) => complaints)).toEqual([]);
});
