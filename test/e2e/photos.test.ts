// A real photo in a real browser: taken without a network, kept over a restart, sent when there is one, seen by the office.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordSurely, systemAuthor } from '../../server/store/server-device.ts';
import { cooperative as cooperativeWords } from '../../src/ui/words/id/cooperative.ts';
import { verification } from '../../src/ui/words/id/office-verification.ts';
import { photos as words } from '../../src/ui/words/id/photos.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BrowserTablet, tabletIn, tabletOnProfile } from '../support/browser-tablet.ts';
import { cameraPhoto, jpegSize } from '../support/camera-photo.ts';
import { hashOfBytes } from '../support/photo.ts';
import { type Product, startProduct } from '../support/product.ts';
import { cooperativeId, idOf, kukar, meetingBody, openingOf } from '../support/world.ts';
import { cooperativeName, openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, appIsKept, signIn, syncNow, unsent } from './pages/frame.ts';
import { choosePhotos } from './pages/photos-page.ts';
import { beginVisit, fillHead, finishVisit } from './pages/visit-page.ts';

let product: Product;
let browser: Browser;
let owner: Awaited<ReturnType<typeof tabletOnProfile>>;
const tablets: BrowserTablet[] = [];
beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  owner = await tabletOnProfile(product.url);
});
afterAll(async () => {
  for (const tablet of tablets) await tablet.close();
  await browser.close();
  await owner.throwAway();
  await product.close();
});

const keptAtOffice = (): Buffer[] => {
  const folder = join(product.dataFolder, 'files', 'kept');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name));
  return names.map((name) => readFileSync(join(folder, name)));
};
test('photos of a visit: offline, over a restart, then at the office and seen by a colleague', async () => {
  let { tablet } = owner;
  await tablet.open('/');
  await signIn(tablet.page, 'petugas.satu');
  await appIsKept(tablet.page);
  await openCooperative(tablet.page);
  await tablet.loseNetwork();
  await product.stop();
  await beginVisit(tablet.page);
  const [sign, books] = [await cameraPhoto(tablet.page, 1), await cameraPhoto(tablet.page, 2)];
  await tablet.page.locator('input[type=file][capture]').setInputFiles({ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: sign });
  await tablet.page.getByRole('button', { name: words.open(words.photo('1')) }).waitFor();
  await choosePhotos(tablet.page, [books]);
  await tablet.page.getByRole('button', { name: words.open(words.photo('2')) }).waitFor();
  await tablet.page.getByLabel(words.caption('1')).fill('Papan nama');
  await tablet.shoot('photos-form');
  expect(await tablet.barriers()).toEqual([]);

  // Turned off with nothing typed but the photos.
  tablet = await owner.restart();
  await tablet.open('/');
  await tablet.page.getByRole('link', { name: cooperativeName }).first().click();
  await tablet.page.getByRole('button', { name: words.open(words.photo('2')) }).waitFor();
  expect(await tablet.page.getByLabel(words.caption('1')).inputValue()).toBe('Papan nama');
  await fillHead(tablet.page, '094/9/2026');
  await finishVisit(tablet.page);
  await tablet.page.getByText(words.atOffice('0', '2')).waitFor();
  await unsent(tablet.page, 3);
  await tablet.shoot('photos-unsent');

  await product.start();
  await tablet.regainNetwork();
  await syncNow(tablet.page);
  await allAtOffice(tablet.page);
  const kept = keptAtOffice();
  expect(kept).toHaveLength(2);
  for (const photo of kept) {
    expect(jpegSize(photo)).toEqual({ width: 1200, height: 1600 });
    expect(photo.includes('Exif')).toBe(false);
  }
  expect(sign.includes('Exif')).toBe(true);
  const rows = await product.db.selectFrom('record').select('data').where('noun', '=', 'visit').execute();
  const visit = rows[0]?.data as { photos: { sha256: string; caption?: string }[]; photosAtOffice: string[] };
  expect(visit.photos.map(({ sha256 }) => sha256).sort()).toEqual(kept.map(hashOfBytes).sort());
  expect(visit.photosAtOffice.toSorted()).toEqual(kept.map(hashOfBytes).sort());
  expect(visit.photos[0]?.caption).toBe('Papan nama');

  const colleague = await tabletIn(browser, product.url);
  tablets.push(colleague);
  await colleague.open('/');
  await signIn(colleague.page, 'verifikator');
  await openCooperative(colleague.page);
  await colleague.page.getByRole('list', { name: cooperativeWords.visits }).getByRole('link').first().click();
  await colleague.page.getByText(words.atOffice('2', '2')).waitFor();
  const first = colleague.page.getByRole('button', { name: words.open(words.photoOf('1', 'Papan nama')) });
  await first.click();
  const whole = colleague.page.getByRole('dialog').getByRole('img');
  await whole.waitFor();
  expect(await whole.evaluate((image) => [(image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight])).toEqual([
    1200, 1600,
  ]);
  await colleague.shoot('photos-office');
  expect(await colleague.barriers()).toEqual([]);
  expect([...tablet.complaints, ...colleague.complaints]).toEqual([]);
});

test('a sheet photographed at the meeting is at the office at once, and stands before the verifier', async () => {
  const meetingId = idOf(0xd7);
  await product.db.transaction().execute(async (trx) => {
    const act = { id: meetingId, area: kukar };
    const acts = [
      { ...act, type: 'ratMeetingRecorded' as const, body: meetingBody },
      { ...act, type: 'ratMeetingOpened' as const, body: openingOf(10) },
    ];
    await recordSurely(trx, acts, await systemAuthor(trx, kukar));
  });
  const officer = await tabletIn(browser, product.url);
  const verifier = await tabletIn(browser, product.url);
  tablets.push(officer, verifier);
  await officer.open('/');
  await signIn(officer.page, 'petugas.satu');
  await syncNow(officer.page);
  await officer.open(`/koperasi/${cooperativeId}/rat/${meetingId}`);
  const sheets = officer.page.getByRole('region', { name: words.sheets });
  await sheets.locator('input[type=file][multiple]').setInputFiles([
    { name: 'lembar.jpg', mimeType: 'image/jpeg', buffer: await cameraPhoto(officer.page, 5) },
    { name: 'pindai.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') },
  ]);
  await sheets.getByText(words.atOffice('2', '2')).waitFor();
  await sheets.scrollIntoViewIfNeeded();
  await officer.shoot('sheets-meeting');
  expect(await officer.barriers()).toEqual([]);

  await verifier.open('/');
  await signIn(verifier.page, 'verifikator');
  await syncNow(verifier.page);
  await verifier.open(`/kantor/verifikasi/${cooperativeId}/${meetingId}`);
  await verifier.page.getByRole('tab', { name: verification.tabAttendance }).click();
  const seen = verifier.page.getByRole('region', { name: words.sheets });
  await seen.getByRole('button', { name: words.open(words.photo('1')) }).waitFor();
  const [download] = await Promise.all([verifier.page.waitForEvent('download'), seen.getByRole('link', { name: words.openPdf }).click()]);
  expect(download.suggestedFilename()).toMatch(/^[0-9a-f]{12}\.pdf$/);
  await seen.scrollIntoViewIfNeeded();
  await verifier.shoot('sheets-verifier');
  expect(await verifier.barriers()).toEqual([]);
  expect([...officer.complaints, ...verifier.complaints]).toEqual([]);
});
