// A full hall: five hundred on the roster, and the officer at the door taps names. In a real browser, the mark on the disk each time.
import type { Page } from 'playwright-core';
import { demoPassword } from '../server/demo/officers.ts';
import type { Database } from '../server/store/database.ts';
import { newId } from '../server/store/id.ts';
import { dayOf, lastEndedBookYear } from '../src/domain/day.ts';
import { newProfile, openProfile } from '../test/support/browser.ts';
import { actAs } from '../test/support/officer-acts.ts';
import { cooperativeBody, kukar, meetingBody, membersOf, openingOf } from '../test/support/world.ts';
import { type Measure, percentile } from './budget.ts';
import type { BenchOffice } from './office.ts';

const voters = 500;
const taps = 40;

export async function measureRollCall(office: BenchOffice): Promise<Measure[]> {
  const address = await openedMeeting(office.db);
  const profile = newProfile();
  const context = await openProfile(profile.folder);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(office.url);
  await page.getByLabel('Nama pengguna').fill('petugas.kukar');
  await page.getByLabel('Kata sandi').fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await page.getByRole('link', { name: /^Semua di kantor/ }).waitFor({ timeout: 60_000 });
  await page.goto(`${office.url}${address}`);
  await page.locator('.roll-row').first().waitFor();
  const session = await context.newCDPSession(page);
  const measures: Measure[] = [];
  for (const [what, slower, budget] of [
    ['marking one of 500 present, quorum updated, p95', 1, 50],
    ['the same at a sixth of the speed', 6, 100],
  ] as const) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    measures.push({ what, value: percentile(await markedAfter(page, taps), 0.95), unit: 'ms', budget });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
  await context.close();
  profile.remove();
  return measures;
}

/** From the tap to the frame that shows the new count, which is shown only when the mark is in the database. */
async function markedAfter(page: Page, count: number): Promise<number[]> {
  // Without a function of its own: tsx gives functions names by a helper that the page does not have.
  return page.evaluate(async (most) => {
    const samples: number[] = [];
    for (let tap = 0; tap < most; tap += 1) {
      let row: HTMLElement | null = null;
      while (!row) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        row = document.querySelector('.roll-row[aria-pressed="false"]');
        // Only the names near the screen are in the page.
        if (!row) scrollBy(0, 600);
      }
      const before = document.querySelector('meter')?.value;
      const since = performance.now();
      row.click();
      do await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      while (document.querySelector('meter')?.value === before);
      samples.push(performance.now() - since);
    }
    return samples;
  }, count);
}

/** A cooperative with a RAT that was opened with its five hundred; answers the address of the roll call. */
async function openedMeeting(db: Database): Promise<string> {
  const policy = await db.selectFrom('record').select('id').where('noun', '=', 'policy').executeTakeFirstOrThrow();
  const [cooperativeId, meetingId] = [newId(), newId()];
  const now = Date.now();
  const today = dayOf(now);
  const act = await actAs(db, 'officer', kukar);
  await act('cooperativeRecorded', cooperativeId, cooperativeBody);
  const bookYears = [lastEndedBookYear(today, 12)];
  await act('ratMeetingRecorded', meetingId, { ...meetingBody, cooperativeId, bookYears, plannedOn: today });
  await act('rosterRecorded', meetingId, { cooperativeId, members: membersOf(voters) });
  await act('ratMeetingOpened', meetingId, { ...openingOf(voters, now), heldOn: today, policyId: policy.id });
  return `/koperasi/${cooperativeId}/rat/${meetingId}/hadir`;
}
