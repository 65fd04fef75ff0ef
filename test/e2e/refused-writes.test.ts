// A tablet whose database refuses to write, one kind of failure after the other: the form stays, nothing is shown as saved, and it goes on.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, lastEndedBookYear } from '../../src/domain/day.ts';
import { cooperative as cooperativeWords } from '../../src/ui/words/id/cooperative.ts';
import { fields } from '../../src/ui/words/id/fields.ts';
import { meeting as meetingWords } from '../../src/ui/words/id/meeting.ts';
import { profileForm } from '../../src/ui/words/id/profile-form.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BrowserTablet, tabletIn } from '../support/browser-tablet.ts';
import { namedMembers } from '../support/members.ts';
import { type Product, startProduct } from '../support/product.ts';
import { cooperativeName, openCooperative } from './pages/cooperative-page.ts';
import { signIn, syncNow, titleOf } from './pages/frame.ts';
import { goToRollCall, openMeeting, pasteRoster, planMeeting, presentCount, rowOf } from './pages/meeting-page.ts';

/** What browsers were seen to do when they cannot write; `abort` is what Chromium does where a full disk should be named. */
type Failure = 'abort' | 'quota' | 'unknown' | 'closed';

let product: Product;
let browser: Browser;
let tablet: BrowserTablet;

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  tablet = await tabletIn(browser, product.url);
  await tablet.page.addInitScript(refuseWrites);
  await tablet.open('/');
  await signIn(tablet.page, 'petugas.satu');
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

/** In the page: lets every change of the database fail in the way that `window.failing` names, for as long as it names one. */
function refuseWrites(): void {
  const held = window as { failing?: Failure };
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    if (held.failing === 'closed' && mode === 'readwrite')
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    const transaction = open.call(this, names, mode, options);
    if (held.failing === 'abort' && mode === 'readwrite') queueMicrotask(() => transaction.abort());
    return transaction;
  };
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (value, key) {
      if (held.failing === 'quota') throw new DOMException('Encountered full disk while committing transaction.', 'QuotaExceededError');
      if (held.failing === 'unknown') throw new DOMException('Internal error.', 'UnknownError');
      return key === undefined ? write.call(this, value) : write.call(this, value, key);
    };
  }
}

const fail = (page: Page, failure: Failure | undefined) =>
  page.evaluate((name) => {
    (window as { failing?: string | undefined }).failing = name;
  }, failure);

test.each(['abort', 'quota', 'unknown', 'closed'] as const)(
  'a profile that cannot be written (%s) stays in its form, and is saved when it can be',
  async (failure) => {
    const { page } = tablet;
    await openCooperative(page);
    await page.getByRole('link', { name: cooperativeWords.edit }).click();
    const address = page.getByRole('textbox', { name: new RegExp(`^${fields.names.address}`) }).first();
    await fail(page, failure);
    await address.fill(`Jalan ${failure}`);
    await page.getByRole('button', { name: profileForm.save, exact: true }).click();
    await page.getByText(profileForm.notKept.title).waitFor();
    expect(await address.inputValue()).toBe(`Jalan ${failure}`);
    await tablet.shoot(`refused-write-${failure}`);
    await fail(page, undefined);
    await page.getByRole('button', { name: profileForm.save, exact: true }).click();
    await titleOf(page, cooperativeName).waitFor();
    await page.getByText(`Jalan ${failure}`).first().waitFor();
    await syncNow(page);
    const { data } = await product.db.selectFrom('record').select('data').where('noun', '=', 'cooperative').executeTakeFirstOrThrow();
    expect(data).toMatchObject({ address: `Jalan ${failure}` });
  },
);

test('a mark that cannot be written is not counted, is said with the name, and is taken at the next try', async () => {
  const { page } = tablet;
  const members = namedMembers(12);
  const day = dayOf(Date.now());
  await openCooperative(page);
  await planMeeting(page, lastEndedBookYear(day, 12), day, 'Balai desa');
  await pasteRoster(page, members);
  await openMeeting(page, members.length);
  await goToRollCall(page);
  const name = members[3]?.name ?? '';
  for (const failure of ['abort', 'quota'] as const) {
    await fail(page, failure);
    await rowOf(page, name).click();
    await page.getByText(meetingWords.notKept).first().waitFor();
    expect(await presentCount(page)).toBe(0);
    expect(await rowOf(page, name, true).count()).toBe(0);
    await fail(page, undefined);
  }
  await tablet.shoot('refused-mark');
  await rowOf(page, name).click();
  await rowOf(page, name, true).waitFor();
  expect(await presentCount(page)).toBe(1);
  expect(await page.getByText(meetingWords.notKept).count()).toBe(0);
});
