import { beforeAll, expect, test } from 'vitest';
import { fields } from '../../src/ui/words/id/fields.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { signIn as words } from '../../src/ui/words/id/sign-in.ts';
import type { BrowserTablet } from '../support/browser-tablet.ts';
import { changeProfile, openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, appIsKept, signIn, syncNow, titleOf, unsent } from './pages/frame.ts';
import { officeForFile } from './pages/office-for-file.ts';

const office = officeForFile();
let tablet: BrowserTablet;
beforeAll(async () => {
  tablet = await office.newTablet();
});

test('the sign-in screen leads back to the work that lies on the tablet, offline too, and what was unsent goes after signing in', async () => {
  const { page } = tablet;
  const back = page.getByRole('link', { name: words.goOn, exact: true });
  await tablet.open('/');
  await titleOf(page, words.title).waitFor();
  expect(await back.count()).toBe(0);
  await signIn(page, 'petugas.satu');
  await appIsKept(page);
  await syncNow(page);
  await office.product.db.updateTable('device').set({ token_hash: null }).execute();
  await openCooperative(page);
  await changeProfile(page, fields.names.address, 'Jalan Baru');
  await unsent(page, 1);
  await page.getByRole('link', { name: frame.sessionEnded.act, exact: true }).click();
  await titleOf(page, words.title).waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  await back.waitFor();
  await tablet.shoot('sign-in-again');
  expect(await tablet.barriers()).toEqual([]);
  await back.click();
  await titleOf(page, frame.today).waitFor();
  await unsent(page, 1);

  // As a start of the app leaves it, without a network.
  await tablet.loseNetwork();
  await tablet.open('/masuk');
  await back.click();
  await titleOf(page, frame.today).waitFor();
  await unsent(page, 1);
  await tablet.regainNetwork();
  await tablet.open('/masuk');
  await signIn(page, 'petugas.satu');
  await allAtOffice(page);
  expect(tablet.complaints.filter((each) => !each.includes('status of 401'))).toEqual([]);
});
