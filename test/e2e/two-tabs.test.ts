import { beforeAll, expect, test } from 'vitest';
import { visit as words } from '../../src/ui/words/id/visit.ts';
import { visitForm } from '../../src/ui/words/id/visit-form.ts';
import type { BrowserTablet } from '../support/browser-tablet.ts';
import { openCooperative } from './pages/cooperative-page.ts';
import { signIn } from './pages/frame.ts';
import { officeForFile } from './pages/office-for-file.ts';
import { beginVisit, fillHead, finishVisit } from './pages/visit-page.ts';

const office = officeForFile();
let tablet: BrowserTablet;
beforeAll(async () => {
  tablet = await office.newTablet();
  await tablet.open('/');
  await signIn(tablet.page, 'petugas.satu');
});

const letterOf = (page: BrowserTablet['page']) => page.getByLabel(words.assignmentLetterNumber, { exact: true });

test('a visit that another tab finished is gone on with as a change, with what was typed here', async () => {
  const { page } = tablet;
  await openCooperative(page);
  await beginVisit(page);
  await fillHead(page, '090/1');
  await page.getByText(/Tersimpan di tablet/).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await letterOf(other).fill('090/2');
  await finishVisit(page);

  const notice = other.getByRole('alert').filter({ hasText: visitForm.recordedElsewhere.title });
  await notice.waitFor();
  expect(await letterOf(other).inputValue()).toBe('090/2');
  await other.getByRole('button', { name: visitForm.finish, exact: true }).click();
  expect(await other.getByRole('dialog').isVisible()).toBe(false);
  expect(await other.getByText(visitForm.finishedTitle).count()).toBe(0);

  await notice.getByRole('button', { name: visitForm.recordedElsewhere.goOn }).click();
  await other.screenshot({ path: 'test-results/two-tabs.png' });
  await other.getByLabel(visitForm.amendReason).fill('Nomor surat yang benar');
  await other.getByRole('button', { name: visitForm.finishAmend, exact: true }).click();
  await other.getByRole('dialog').getByRole('button', { name: visitForm.finishAmend, exact: true }).click();
  await other.getByText(visitForm.amendedTitle).waitFor();
  await page.getByText('090/2').first().waitFor();
  expect(tablet.complaints).toEqual([]);
});
