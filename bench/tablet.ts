// What the officer waits for, in a real browser with the province on the tablet: the cold start without a network, and the search.
import type { CDPSession, Page } from 'playwright-core';
import { demoPassword } from '../server/demo/officers.ts';
import { newProfile, openProfile } from '../test/support/browser.ts';
import { type Measure, percentile } from './budget.ts';
import type { BenchOffice } from './office.ts';

const row = '[aria-setsize]';

export async function measureTablet(office: BenchOffice): Promise<Measure[]> {
  const profile = newProfile();
  const online = await openProfile(profile.folder);
  const page = online.pages()[0] ?? (await online.newPage());
  await page.goto(office.url);
  await page.getByLabel('Nama pengguna').fill('verifikator');
  await page.getByLabel('Kata sandi').fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await page.goto(`${office.url}/koperasi`);
  await page.waitForFunction((rows) => Number(document.querySelector(rows)?.getAttribute('aria-setsize')) >= 5407, row, {
    timeout: 120_000,
  });
  await online.close();
  await office.closeDoors();

  const offline = await openProfile(profile.folder);
  const tablet = offline.pages()[0] ?? (await offline.newPage());
  const session = await offline.newCDPSession(tablet);
  const measures = [
    {
      what: 'cold offline start to a usable list of 5,407',
      value: await coldStart(tablet, session, office.url, 1),
      unit: 'ms',
      budget: 1000,
    },
    { what: 'the same at a sixth of the speed', value: await coldStart(tablet, session, office.url, 6), unit: 'ms', budget: 3000 },
    { what: 'search as you type over 5,407, p95', value: await searchP95(tablet, session, 1), unit: 'ms', budget: 50 },
    { what: 'the same at a sixth of the speed', value: await searchP95(tablet, session, 6), unit: 'ms', budget: 150 },
  ];
  await offline.close();
  profile.remove();
  return measures;
}

/** Median of five navigations, from the request to the first row with all of the register behind it. */
async function coldStart(page: Page, session: CDPSession, url: string, slower: number): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.goto('about:blank');
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(`${url}/koperasi`, { waitUntil: 'commit' });
    const waited = await page.waitForFunction(
      (rows) => Number(document.querySelector(rows)?.getAttribute('aria-setsize')) >= 5407 && performance.now(),
      row,
      { polling: 'raf', timeout: 60_000 },
    );
    samples.push(Number(await waited.jsonValue()));
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
  return percentile(samples, 0.5);
}

/** From the key to the frame after the list has answered. */
async function searchP95(page: Page, session: CDPSession, slower: number): Promise<number> {
  const field = page.locator('search input').first();
  await field.fill('');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const samples: number[] = [];
  for (const typed of [
    'k',
    'ko',
    'kop',
    'kar',
    'kary',
    'karya',
    'sejahtera',
    'tani',
    'ma',
    'mak',
    'makmur',
    'xyz',
    'ksp',
    'kud m',
    'sam',
    'sama',
  ]) {
    samples.push(
      await field.evaluate(async (input, text) => {
        const box = input as HTMLInputElement;
        const since = performance.now();
        box.value = text;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return performance.now() - since;
      }, typed),
    );
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return percentile(samples, 0.95);
}
