// A browser that throws the database away, or refuses to write: what is said, what stays, what is named. In a real browser.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { missingFacts } from '../../server/store/missing-facts.ts';
import { databaseNameOf } from '../../src/data/database.ts';
import { fields } from '../../src/ui/words/id/fields.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { loss } from '../../src/ui/words/id/loss.ts';
import { rescue } from '../../src/ui/words/id/rescue.ts';
import { today as todayWords } from '../../src/ui/words/id/today.ts';
import { isFirefox } from '../support/browser.ts';
import type { BrowserTablet } from '../support/browser-tablet.ts';
import { changeProfile, cooperativeName, openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, appIsKept, goTo, signIn, syncNow, unsent } from './pages/frame.ts';
import { officeForFile } from './pages/office-for-file.ts';

const office = officeForFile();
let tablet: BrowserTablet;

beforeEach(async ({ onTestFailed }) => {
  tablet = await office.newTablet();
  await tablet.open('/');
  onTestFailed(() => tablet.shoot('lost-storage-failed').catch(() => undefined));
});

/** As the browser does when the disk runs full while nobody looks: the databases go, the small notes beside them stay. */
async function evict(page: Page): Promise<void> {
  if (isFirefox) return deleteDatabases(await page.context().newPage());
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: office.product.url, storageTypes: 'indexeddb' });
}

/** As whoever clears the page's data does it. */
async function deleteDatabases(page: Page, only?: string): Promise<void> {
  await page.goto(`${office.product.url}/favicon.svg`);
  await page.evaluate(async (one) => {
    const names = one ? [one] : (await indexedDB.databases()).map(({ name }) => name ?? '');
    const requests = names.map((name) => indexedDB.deleteDatabase(name));
    await Promise.all(requests.map((request) => new Promise((resolve) => Object.assign(request, { onsuccess: resolve }))));
  }, only);
  await page.close();
}

test('a tablet that was emptied names what had not reached the office, before and after signing in, and so does the office', async () => {
  const { page: before } = tablet;
  await signIn(before, 'petugas.satu');
  await appIsKept(before);
  await openCooperative(before);
  await changeProfile(before, fields.names.address, 'Jalan Sampai');
  await syncNow(before);
  await allAtOffice(before);
  await tablet.loseNetwork();
  await openCooperative(before);
  await changeProfile(before, fields.names.address, 'Jalan Hilang');
  await changeProfile(before, fields.names.address, 'Jalan Hilang Juga');
  await unsent(before, 2);
  // Some seconds after the last fact.
  await before.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('\\"lastSeq\\":3'));
  // Closed, so that nothing of it hears of the network any more.
  await before.close();
  const elsewhere = await before.context().newPage();
  await evict(elsewhere);
  await tablet.regainNetwork();
  await tablet.open('/');
  const { page } = tablet;
  await page.getByText(loss.emptied).waitFor();
  await page.getByText(loss.unsent('2')).waitFor();
  await page.getByRole('list', { name: loss.list }).getByText(cooperativeName).waitFor();
  await tablet.shoot('emptied');
  expect(await tablet.barriers()).toEqual([]);
  await signIn(page, 'petugas.satu');
  await page.getByText(todayWords.lost('2')).waitFor();
  await goTo(page, frame.sync);
  await page.getByText(loss.title('2')).waitFor();
  await page.getByRole('list', { name: loss.list }).getByText(loss.numbers('2–3')).waitFor();
  await tablet.shoot('loss');
  expect(await tablet.barriers()).toEqual([]);
  await openCooperative(page);
  await page.getByText('Jalan Sampai').first().waitFor();
  await changeProfile(page, fields.names.address, 'Jalan Lagi');
  await syncNow(page);
  const missing = [{ username: 'petugas.satu', from: 2, to: 3 }];
  await vi.waitFor(async () => expect(await missingFacts(office.product.db)).toMatchObject(missing), { timeout: 20_000, interval: 300 });
  await page.getByRole('button', { name: loss.seen, exact: true }).click();
  await page.getByText(loss.title('2')).waitFor({ state: 'detached' });
  expect(tablet.complaints).toEqual([]);
});

/** Made without a network, and out of the browser before its storage goes. */
async function rescueFile(page: Page): Promise<Buffer> {
  await goTo(page, frame.sync);
  await page.getByRole('button', { name: rescue.make, exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: rescue.save, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

/** At a desk of the office. */
async function handIn({ page }: BrowserTablet, buffer: Buffer): Promise<void> {
  await page.goto(`${office.product.url}/sinkron`);
  const part = page.getByRole('region', { name: rescue.deskTitle, exact: true });
  await part.locator('input[type=file]').setInputFiles({ name: 'a.pantau', mimeType: 'application/octet-stream', buffer });
  await part.getByRole('alert').waitFor();
}

test('what a rescue file brings to the office after all is no longer called lost, and the rest still is', async () => {
  const { page: before } = tablet;
  await signIn(before, 'petugas.dua');
  await appIsKept(before);
  await syncNow(before);
  await openCooperative(before);
  await tablet.loseNetwork();
  await changeProfile(before, fields.names.address, 'Jalan Satu');
  await unsent(before, 1);
  const first = await rescueFile(before);
  await openCooperative(before);
  await changeProfile(before, fields.names.address, 'Jalan Dua');
  await unsent(before, 2);
  // Some seconds after the last fact; a page that was loaded anew has no file of before.
  await before.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('\\"lastSeq\\":2'));
  await before.reload();
  const both = await rescueFile(before);
  await before.close();
  await evict(await before.context().newPage());
  await tablet.regainNetwork();
  await tablet.open('/');
  const { page } = tablet;
  await signIn(page, 'petugas.dua');
  await page.getByText(todayWords.lost('2')).waitFor();

  const desk = await office.newTablet();
  await desk.open('/');
  await signIn(desk.page, 'verifikator');
  await page.setViewportSize({ width: 360, height: 800 });
  await handIn(desk, first);
  await tablet.open('/sinkron');
  await page.getByText(loss.title('1')).waitFor();
  await page.getByText(loss.arrivedToo('1')).waitFor();
  await tablet.shoot('loss-partly-arrived');
  expect(await tablet.barriers()).toEqual([]);
  await handIn(desk, both);
  await tablet.open('/sinkron');
  await page.getByText(loss.arrivedTitle('2')).waitFor();
  await tablet.shoot('loss-arrived');
  expect(await tablet.barriers()).toEqual([]);
  await tablet.open('/');
  await allAtOffice(page);
  expect(await page.getByText(/hilang bersama penyimpanan/).count()).toBe(0);
  await desk.close();
  expect(tablet.complaints).toEqual([]);
});

test('a database that goes under an open form closes the screen, and nothing is shown as saved', async () => {
  const { page } = tablet;
  await signIn(page, 'petugas.dua');
  await openCooperative(page);
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('\\"lastSeq\\":0'));
  await evict(page);
  await page.getByText(frame.lost.emptied.title).waitFor();
  await tablet.shoot('emptied-under-way');
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  await page.getByText(loss.emptied).waitFor();
  await page.getByText(loss.nothingUnsent).waitFor();
  await signIn(page, 'petugas.dua');
  await openCooperative(page);
});

test('where two officers share the tablet, it says whose data is gone, and those of the other are still there', async () => {
  const { page: before } = tablet;
  await signIn(before, 'petugas.satu');
  await appIsKept(before);
  await syncNow(before);
  await tablet.open('/masuk');
  await signIn(before, 'petugas.dua');
  await syncNow(before);
  await before.close();
  const gone = await office.product.db
    .selectFrom('account')
    .select('officer_id')
    .where('username', '=', 'petugas.dua')
    .executeTakeFirstOrThrow();
  await deleteDatabases(await before.context().newPage(), databaseNameOf(gone.officer_id));
  await tablet.open('/');
  const { page } = tablet;
  await page.getByText(loss.emptiedOf('Petugas Dua')).waitFor();
  await tablet.shoot('emptied-one-of-two');
  await signIn(page, 'petugas.satu');
  await goTo(page, frame.sync);
  expect(await page.getByText(frame.incomplete.title).count()).toBe(0);
  expect(tablet.complaints).toEqual([]);
});
