// A paper of a meeting: the screen that shows it, and the PDF that the tablet makes of it.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { paper as words } from '../../../src/ui/words/id/paper.ts';

/** Follows the link to the paper from wherever it is offered. */
export async function openPaper(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await page.getByRole('article').first().waitFor();
}

export interface SavedPdf {
  name: string;
  /** As it lies in the folder of downloads. */
  text: string;
  pages: number;
}

export async function savePdf(page: Page): Promise<SavedPdf> {
  await page.getByRole('button', { name: words.make, exact: true }).click();
  await page.getByText(words.madeNote, { exact: true }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.save, exact: true }).click(),
  ]);
  const text = await readFile(await download.path(), 'latin1');
  return { name: download.suggestedFilename(), text, pages: text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0 };
}
