// A rescue file of which not everything counts, handed in at the office: the screen warns with counts, and speaks to the office.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deskRules } from '../../src/ui/words/id/desk-rules.ts';
import { fields } from '../../src/ui/words/id/fields.ts';
import { rescue as words } from '../../src/ui/words/id/rescue.ts';
import { sync } from '../../src/ui/words/id/sync.ts';
import { mahulu } from '../support/world.ts';
import { changeProfile, openCooperative } from './pages/cooperative-page.ts';
import { appIsKept, goTo, syncNow, unsent } from './pages/frame.ts';
import { officeForFile } from './pages/office-for-file.ts';

const office = officeForFile();
const { tablets, signedIn } = office;

/** The officer loses their area while the file is on its way. */
async function takeArea(username: string): Promise<void> {
  const account = await office.product.db.selectFrom('account').selectAll().where('username', '=', username).executeTakeFirstOrThrow();
  const officer = office.product.db.selectFrom('record').selectAll().where('id', '=', account.officer_id);
  const { data } = await officer.executeTakeFirstOrThrow();
  const changed = JSON.stringify({ ...data, areas: [mahulu] });
  await office.product.db.updateTable('record').set({ data: changed }).where('id', '=', account.officer_id).execute();
}

test('what was refused is a warning with its count and what to do, in the office’s own words', async () => {
  const { page } = await signedIn('petugas.satu');
  await appIsKept(page);
  await syncNow(page);
  await openCooperative(page);
  await tablets[0]?.loseNetwork();
  await changeProfile(page, fields.names.address, 'Jalan Satu');
  await changeProfile(page, fields.names.address, 'Jalan Dua');
  await unsent(page, 2);
  await goTo(page, sync.title);
  await page.getByRole('button', { name: words.make, exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.save, exact: true }).click(),
  ]);
  const buffer = readFileSync(await download.path());
  await takeArea('petugas.satu');

  const desk = await signedIn('verifikator');
  await goTo(desk.page, sync.title);
  const handIn = desk.page.getByRole('region', { name: words.deskTitle, exact: true });
  await handIn.locator('input[type=file]').setInputFiles({ name: 'a.pantau', mimeType: 'application/octet-stream', buffer });
  const banner = handIn.getByRole('alert');
  await banner.getByText(words.takenTrouble('Petugas Satu', '2', '2')).waitFor();
  expect(await banner.getAttribute('class')).toBe('banner warn');
  await banner.getByText(words.troubleRefused('2')).waitFor();
  expect(await handIn.getByText(deskRules.area).count()).toBe(2);
  expect(await handIn.innerText()).not.toMatch(/hubungi kantor|minta kantor|tahu kantor/i);
  await desk.page.setViewportSize({ width: 360, height: 800 });
  await handIn.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await desk.shoot('rescue-desk-refused');
  await banner.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await desk.shoot('rescue-desk-refused-banner');
  expect(await desk.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  expect(await desk.barriers()).toEqual([]);
});
