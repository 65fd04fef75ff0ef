// The second way out in a real browser: a file made without a network, carried by a colleague, handed in at the office, counted once.
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { photos as photoWords } from '../../src/ui/words/id/photos.ts';
import { rescue as words } from '../../src/ui/words/id/rescue.ts';
import { sync } from '../../src/ui/words/id/sync.ts';
import type { BrowserTablet } from '../support/browser-tablet.ts';
import { cameraPhoto } from '../support/camera-photo.ts';
import { openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, appIsKept, goTo, syncNow, unsent } from './pages/frame.ts';
import { officeForFile } from './pages/office-for-file.ts';
import { choosePhotos } from './pages/photos-page.ts';
import { beginVisit, fillHead, finishVisit } from './pages/visit-page.ts';

const office = officeForFile();
const { tablets, signedIn } = office;

const part = ({ page }: BrowserTablet, name: string): Locator => page.getByRole('region', { name, exact: true });
const choose = (where: Locator, name: string, buffer: Buffer) =>
  where.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

/** Pictures of one part in the hand and on the tablet, and what axe says of the whole. */
async function look(tablet: BrowserTablet, name: string, where: Locator): Promise<void> {
  for (const [size, width, height] of [
    ['phone', 360, 800],
    ['tablet', 800, 1280],
  ] as const) {
    await tablet.page.setViewportSize({ width, height });
    await where.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await tablet.shoot(`rescue-${name}-${size}`);
    const isWide = await tablet.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(isWide).toBe(false);
  }
  expect(await tablet.barriers()).toEqual([]);
}

test('a file made offline is saved, carried by a colleague, handed in at the office, and the tablet learns of it', async () => {
  const officer = await signedIn('petugas.satu');
  await appIsKept(officer.page);
  await syncNow(officer.page);
  await part(officer, words.title).getByText(words.nothing).waitFor();
  await openCooperative(officer.page);
  await officer.loseNetwork();
  await beginVisit(officer.page);
  await choosePhotos(officer.page, [await cameraPhoto(officer.page, 7)]);
  await officer.page.getByRole('button', { name: photoWords.open(photoWords.photo('1')) }).waitFor();
  await fillHead(officer.page, '094/11/2026');
  await finishVisit(officer.page);
  await unsent(officer.page, 2);

  await goTo(officer.page, sync.title);
  // Not green, as long as something of its own waits.
  await officer.page.getByText(sync.sameness.sameBut('1')).waitFor();
  const rescue = part(officer, words.title);
  await look(officer, 'before', rescue);
  await rescue.getByRole('button', { name: words.make, exact: true }).click();
  // What is made is still there after a look at another screen.
  await goTo(officer.page, 'Koperasi');
  await goTo(officer.page, sync.title);
  await rescue.getByText('Berkas siap: 1 catatan dan 1 foto').waitFor();
  // The browser of the tests has no sheet for sharing: this one stands in its place.
  await officer.page.evaluate(() => {
    const shared: string[] = [];
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files = [] }: ShareData) => {
        shared.push(...files.map((file) => `${file.name} ${file.type} ${file.size}`));
        document.title = shared.join();
      },
    });
  });
  await goTo(officer.page, 'Koperasi');
  await goTo(officer.page, sync.title);
  await look(officer, 'made', rescue);
  await rescue.getByRole('button', { name: words.share, exact: true }).click();
  await rescue.getByText(words.shared).waitFor();
  expect(await officer.page.title()).toMatch(/^penyelamat-petugas-satu-\S+\.pantau\.txt text\/plain \d{6}$/);
  const [download] = await Promise.all([
    officer.page.waitForEvent('download'),
    rescue.getByRole('button', { name: words.save, exact: true }).click(),
  ]);
  const name = download.suggestedFilename();
  expect(name).toMatch(/^penyelamat-petugas-satu-[\d-]{16}\.pantau$/);
  const file = readFileSync(await download.path());
  expect(file.subarray(0, 22).toString()).toBe('age-encryption.org/v1\n');
  await rescue.getByText(words.saved(name)).waitFor();

  const colleague = await signedIn('petugas.mahulu');
  await goTo(colleague.page, sync.title);
  const carried = part(colleague, words.carriedTitle);
  await choose(carried, 'IMG.jpg', Buffer.from('no rescue file'));
  await carried.getByText(words.refusals.notRescue).waitFor();
  await colleague.loseNetwork();
  await choose(carried, name, file);
  await carried.getByText(words.carriedStates.carried).waitFor();
  await look(colleague, 'carried', carried);
  await colleague.regainNetwork();
  await syncNow(colleague.page);
  await carried.getByText(words.carriedStates.handedIn).waitFor();
  await carried.getByText(/^Tanda terima kantor, .+: 1 catatan dan 1 foto\.$/).waitFor();
  await look(colleague, 'receipt', carried);
  await carried.getByRole('button', { name: words.putAway, exact: true }).click();
  await carried.getByText(words.carriedStates.handedIn).waitFor({ state: 'detached' });

  const desk = await signedIn('verifikator');
  await goTo(desk.page, sync.title);
  const handIn = part(desk, words.deskTitle);
  await look(desk, 'desk', handIn);
  const broken = Buffer.from(file);
  broken[broken.length - 1000] = (broken[broken.length - 1000] ?? 0) ^ 1;
  await choose(handIn, name, broken);
  await handIn.getByText(words.refusals.damaged).waitFor();
  await look(desk, 'desk-damaged', handIn);
  await handIn.getByRole('button', { name: words.another, exact: true }).click();
  await choose(handIn, name, file);
  await handIn.getByText(words.taken('Petugas Satu')).waitFor();
  await handIn
    .getByRole('listitem')
    .filter({ hasText: words.types.visitRecorded })
    .getByText(words.kinds.applied, { exact: true })
    .waitFor();
  await look(desk, 'desk-taken', handIn);

  const facts = () => office.product.db.selectFrom('fact').select('id').execute();
  const before = (await facts()).length;
  await officer.regainNetwork();
  await syncNow(officer.page);
  await allAtOffice(officer.page);
  expect(await facts()).toHaveLength(before);
  expect(await office.product.db.selectFrom('file').select('sha256').execute()).toHaveLength(1);
  for (const { complaints } of tablets) expect(complaints.filter((each) => !each.includes('status of 422'))).toEqual([]);
});
