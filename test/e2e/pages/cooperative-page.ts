// The list of cooperatives, the page of one, and its profile.
import type { Page } from 'playwright-core';
import { cooperative as words } from '../../../src/ui/words/id/cooperative.ts';
import { cooperatives } from '../../../src/ui/words/id/cooperatives.ts';
import { frame } from '../../../src/ui/words/id/frame.ts';
import { profileForm } from '../../../src/ui/words/id/profile-form.ts';
import { goTo, titleOf } from './frame.ts';

export const cooperativeName = 'KSU Tirta Makmur';

export const entryOf = (page: Page, name: string) => page.getByRole('list', { name: cooperatives.list }).getByRole('link', { name });

export async function openCooperative(page: Page): Promise<void> {
  await goTo(page, frame.cooperatives);
  await entryOf(page, cooperativeName).click();
  await titleOf(page, cooperativeName).waitFor();
}

/** Changes one line of the profile, named by its label. */
export async function changeProfile(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('link', { name: words.edit }).click();
  await page
    .getByRole('textbox', { name: new RegExp(`^${label}`) })
    .first()
    .fill(value);
  await page.getByRole('button', { name: profileForm.save, exact: true }).click();
  await titleOf(page, cooperativeName).waitFor();
}
