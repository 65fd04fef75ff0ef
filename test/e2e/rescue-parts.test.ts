// More work on one tablet than the office takes in one rescue file: the screen says so, and makes the files one after the other.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { mostRescueFacts } from '../../src/domain/rescue.ts';
import { fields } from '../../src/ui/words/id/fields.ts';
import { rescue as words } from '../../src/ui/words/id/rescue.ts';
import type { BrowserTablet } from '../support/browser-tablet.ts';
import { changeProfile, openCooperative } from './pages/cooperative-page.ts';
import { appIsKept, signIn, syncNow, unsent } from './pages/frame.ts';
import { officeForFile } from './pages/office-for-file.ts';

const office = officeForFile();
let tablet: BrowserTablet;
beforeAll(async () => {
  tablet = await office.newTablet();
});

/** As if so many had been recorded: copies of the tablet's one unsent fact under numbers of their own. */
const recordMany = (page: Page, count: number) =>
  page.evaluate(async (many) => {
    const [name] = (await indexedDB.databases()).map((each) => each.name ?? '').filter((each) => each.startsWith('pantau-'));
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name ?? '');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const transaction = db.transaction('outbox', 'readwrite');
    const outbox = transaction.objectStore('outbox');
    const first = await new Promise<{ deviceSeq: number; fact: object }>((resolve) => {
      const asked = outbox.openCursor(null, 'prev');
      asked.onsuccess = () => resolve(asked.result?.value);
    });
    for (let deviceSeq = first.deviceSeq + 1; deviceSeq < first.deviceSeq + many; deviceSeq += 1) {
      const id = crypto.randomUUID();
      outbox.put({ ...first, deviceSeq, id, fact: { ...first.fact, deviceSeq, id } });
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = reject;
    });
    db.close();
  }, count);

test('the first file says what is not in it, and the next is made when the first has been saved', async () => {
  const { page } = tablet;
  await tablet.open('/');
  await signIn(page, 'petugas.satu');
  await appIsKept(page);
  await syncNow(page);
  await openCooperative(page);
  await tablet.loseNetwork();
  await changeProfile(page, fields.names.address, 'Jalan Baru');
  await unsent(page, 1);
  await recordMany(page, mostRescueFacts + 5);
  await page.setViewportSize({ width: 360, height: 800 });
  await tablet.open('/sinkron');
  const rescue = page.getByRole('region', { name: words.title, exact: true });
  await rescue.getByRole('button', { name: words.make, exact: true }).click();
  await rescue.getByText(/^Berkas bagian 1 siap, tetapi belum semuanya: 20\.000 catatan dan 0 foto/).waitFor();
  await rescue.getByText(words.rest('5', '0')).waitFor();
  // There is room for one file at a time, and this one is nowhere else yet.
  await rescue.getByText(words.nextLater).waitFor();
  expect(await rescue.getByRole('button', { name: words.makeNext, exact: true }).count()).toBe(0);
  await rescue.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await tablet.shoot('rescue-part-1');
  expect(await tablet.barriers()).toEqual([]);
  const save = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      rescue.getByRole('button', { name: words.save, exact: true }).click(),
    ]);
    return download.suggestedFilename();
  };
  expect(await save()).toMatch(/-bagian-1\.pantau$/);
  await rescue.getByText(words.nextNow).waitFor();
  await rescue.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await tablet.shoot('rescue-part-1-saved');
  await rescue.getByRole('button', { name: words.makeNext, exact: true }).click();
  await rescue.getByText(/^Berkas bagian 2 siap, yang terakhir: 5 catatan dan 0 foto/).waitFor();
  await rescue.getByText(words.allParts('2')).waitFor();
  await rescue.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await tablet.shoot('rescue-part-2');
  expect(await save()).toMatch(/-bagian-2\.pantau$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  expect(tablet.complaints).toEqual([]);
});
