import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newProfile, openProfile, tablet } from '../support/browser.ts';
import { serveBuiltApp } from '../support/static-server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('the built app opens under a policy that allows no inline script or style', async () => {
  const server = await serveBuiltApp();
  const context = await browser.newContext(tablet);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(server.url);
  await page.locator('#app > *').first().waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('id');
  expect(complaints).toEqual([]);
  await context.close();
  await server.close();
});

test('the service worker keeps the whole app, so that a tablet without any network starts it after a restart', async () => {
  const profile = newProfile();
  const server = await serveBuiltApp();
  const online = await openProfile(profile.folder);
  const page = await online.newPage();
  await page.goto(server.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
  });
  await online.close();
  await server.close();

  const offline = await openProfile(profile.folder);
  const again = await offline.newPage();
  await again.goto(`${server.url}kunjungan/baru`);
  await again.locator('#app > *').first().waitFor();
  expect(await again.evaluate(() => fetch('/icon-192.png').then((icon) => icon.status))).toBe(200);
  // What is not the app is never answered with it.
  expect(
    await again.evaluate(() =>
      fetch('/api/sync', { method: 'POST' }).then(
        () => 'answered',
        () => 'no network',
      ),
    ),
  ).toBe('no network');
  await offline.close();
  profile.remove();
});
