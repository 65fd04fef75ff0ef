// What happens to a tab while an officer works: the clock jumps, the system freezes it or kills the browser, a second one is open. In a real browser.
import type { Page, Request } from 'playwright-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { cooperatives } from '../../src/ui/words/id/cooperatives.ts';
import { fields } from '../../src/ui/words/id/fields.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { sync } from '../../src/ui/words/id/sync.ts';
import { type BrowserTablet, tabletOnProfile } from '../support/browser-tablet.ts';
import { changeProfile, cooperativeName, openCooperative } from './pages/cooperative-page.ts';
import { allAtOffice, appIsKept, goTo, signIn, syncNow, titleOf } from './pages/frame.ts';
import { officeForFile } from './pages/office-for-file.ts';

const office = officeForFile();
let tablet: BrowserTablet;

beforeEach(async ({ onTestFailed }) => {
  tablet = await office.newTablet();
  onTestFailed(() => tablet.shoot('tab-faults-failed').catch(() => undefined));
});

/** What the office holds of the facts that changed the cooperative, oldest first. */
const addressFacts = async () => {
  const facts = await office.product.db
    .selectFrom('fact')
    .select(['content', 'verdict'])
    .where('type', '=', 'cooperativeChanged')
    .orderBy('position')
    .execute();
  return facts.map(({ content, verdict }) => {
    const { changes } = content.body as { changes: { address?: { to: string } } };
    return { at: content.at, clock: content.clock, kind: verdict.kind, address: changes.address?.to };
  });
};

test('a clock at 1970 or a year ahead refuses nothing: it is said, and the office keeps by how much it was off', async () => {
  const { page } = tablet;
  await page.clock.setSystemTime(new Date('1970-01-02T03:00:00Z'));
  await tablet.open('/');
  await signIn(page, 'petugas.satu');
  await openCooperative(page);
  await changeProfile(page, fields.names.address, 'Jalan Tahun Tujuh Puluh');
  await syncNow(page);
  await page.getByText(sync.clock.title).waitFor();
  await tablet.shoot('clock-1970');
  const ahead = Date.now() + 365 * 86_400_000;
  await page.clock.setSystemTime(ahead);
  await openCooperative(page);
  await changeProfile(page, fields.names.address, 'Jalan Tahun Depan');
  await syncNow(page);
  await page.getByText(sync.clock.title).waitFor();
  await tablet.shoot('clock-ahead');
  const [first, second] = await addressFacts();
  expect(first).toMatchObject({ kind: 'applied', address: 'Jalan Tahun Tujuh Puluh', clock: { confidence: 'good' } });
  expect(first?.at).toBeLessThan(3 * 86_400_000);
  expect(second).toMatchObject({ kind: 'applied', address: 'Jalan Tahun Depan' });
  expect(second?.at).toBeGreaterThan(ahead - 86_400_000);
  expect(tablet.complaints).toEqual([]);
});

/** Lets a tab's requests to the office wait until they are let go. */
async function holdExchange(page: Page): Promise<{ held: Promise<void>; release: () => Promise<void> }> {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let noticed = () => {};
  const held = new Promise<void>((resolve) => {
    noticed = resolve;
  });
  await page.route('**/api/sync', async (route) => {
    noticed();
    await released;
    await route.continue().catch(() => undefined);
  });
  return {
    held,
    release: async () => {
      letGo();
      await page.unroute('**/api/sync');
    },
  };
}

test('a tab that is frozen in the middle of an exchange goes on when it thaws, and another tab loses nothing meanwhile', async () => {
  const { page } = tablet;
  await tablet.open('/');
  await signIn(page, 'petugas.satu');
  await openCooperative(page);
  await goTo(page, frame.sync);
  const exchange = await holdExchange(page);
  await page.getByRole('button', { name: sync.act, exact: true }).click();
  await exchange.held;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });

  const other = await page.context().newPage();
  await other.goto(`${office.product.url}/koperasi`);
  await other.getByRole('list', { name: cooperatives.list }).getByRole('link', { name: cooperativeName }).click();
  await titleOf(other, cooperativeName).waitFor();
  await changeProfile(other, fields.names.address, 'Jalan Beku');

  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await exchange.release();
  const arrived = async () => (await addressFacts()).filter(({ address }) => address === 'Jalan Beku').length;
  await vi.waitFor(async () => expect(await arrived()).toBe(1), { timeout: 30_000, interval: 200 });
  await allAtOffice(other);
  await allAtOffice(page);
  expect(await arrived()).toBe(1);
});

test('two tabs never send at once, and what both record arrives once', async () => {
  const { page } = tablet;
  await tablet.open('/');
  await signIn(page, 'petugas.satu');
  const other = await page.context().newPage();
  await other.goto(office.product.url);
  await titleOf(other, frame.today).waitFor();
  const underWay = new Set<Request>();
  let most = 0;
  const isExchange = (request: Request) => request.url().endsWith('/api/sync');
  page.context().on('request', (request) => {
    if (!isExchange(request)) return;
    underWay.add(request);
    most = Math.max(most, underWay.size);
  });
  // One that began before anybody counted ends here too, and is not in the set.
  const ended = (request: Request) => void underWay.delete(request);
  page.context().on('requestfinished', ended);
  page.context().on('requestfailed', ended);
  for (const round of [1, 2, 3]) {
    for (const [number, tab] of [page, other].entries()) {
      await openCooperative(tab);
      await changeProfile(tab, fields.names.address, `Isi ${round} ${number}`);
    }
    await Promise.all([page, other].map(syncNow));
  }
  expect(most).toBe(1);
  await allAtOffice(page);
  const arrived = (await addressFacts()).map(({ address }) => address).filter((address) => address?.startsWith('Isi'));
  expect(arrived).toEqual(['Isi 1 0', 'Isi 1 1', 'Isi 2 0', 'Isi 2 1', 'Isi 3 0', 'Isi 3 1']);
});

test('a browser that is killed the moment it said that something is saved has saved it', async () => {
  const place = await tabletOnProfile(office.product.url);
  try {
    const { page } = place.tablet;
    await place.tablet.open('/');
    await signIn(page, 'petugas.dua');
    await appIsKept(page);
    await openCooperative(page);
    await place.tablet.loseNetwork();
    await changeProfile(page, fields.names.address, 'Jalan Baterai Habis');
    await place.killBrowser();
    const again = await place.restart();
    await again.open('/');
    await openCooperative(again.page);
    await again.page.getByText('Jalan Baterai Habis').first().waitFor();
    await again.regainNetwork();
    await syncNow(again.page);
    expect((await addressFacts()).filter(({ address }) => address === 'Jalan Baterai Habis')).toHaveLength(1);
  } finally {
    await place.throwAway();
  }
});
