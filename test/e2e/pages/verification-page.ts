// The office's queue of RATs, and its word on one.
import type { Page } from 'playwright-core';
import { frame } from '../../../src/ui/words/id/frame.ts';
import { verification as words } from '../../../src/ui/words/id/office-verification.ts';
import { cooperativeName } from './cooperative-page.ts';
import { goTo, titleOf } from './frame.ts';

export async function openWaiting(page: Page): Promise<void> {
  await goTo(page, frame.verification);
  await page.getByRole('main').getByRole('link', { name: cooperativeName }).click();
  await titleOf(page, cooperativeName).waitFor();
}

/** Members in the attendance list as the office sees it. */
export async function votersListed(page: Page): Promise<number> {
  await page.getByRole('tab', { name: words.tabAttendance }).click();
  const rows = page.getByRole('tabpanel').getByRole('table').first().locator('tbody tr');
  await rows.first().waitFor();
  return rows.count();
}

export async function returnWith(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: words.return, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.reason, { exact: true }).fill(reason);
  await dialog.getByRole('button', { name: words.return, exact: true }).click();
  await page.getByText(new RegExp(`^${words.returned.title('')}`)).waitFor();
}

export async function verify(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.verify, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.verify, exact: true }).click();
  await page.getByText(new RegExp(`^${words.verified.title('')}`)).waitFor();
}
