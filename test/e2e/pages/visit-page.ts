// The form of a visit, and the visit when it is finished.
import type { Page } from 'playwright-core';
import { app } from '../../../src/ui/words/id/app.ts';
import { cooperative } from '../../../src/ui/words/id/cooperative.ts';
import { visit as words } from '../../../src/ui/words/id/visit.ts';
import { visitForm } from '../../../src/ui/words/id/visit-form.ts';
import { openPart } from './form-part.ts';
import { titleOf } from './frame.ts';
import { drawSignature } from './signature.ts';

export interface TypedVisit {
  letter: string;
  found: string;
  men: string;
  women: string;
  counterpart: string;
}

export async function beginVisit(page: Page): Promise<void> {
  await page.getByRole('link', { name: cooperative.newVisit }).click();
  await titleOf(page, visitForm.titleNew).waitFor();
}

export async function fillHead(page: Page, letter: string): Promise<void> {
  await page.getByLabel(words.purpose, { exact: true }).selectOption({ label: words.purposes.monitoring });
  await page.getByLabel(words.assignmentLetterNumber, { exact: true }).fill(letter);
}

export async function fillVisit(page: Page, typed: TypedVisit): Promise<void> {
  await fillHead(page, typed.letter);
  await openPart(page, words.parts.existence);
  await answer(page, words.officeFound, app.yes);
  await answer(page, words.signboard, app.no);
  await openPart(page, words.parts.institution);
  await page.getByLabel(words.membersMale, { exact: true }).fill(typed.men);
  await page.getByLabel(words.membersFemale, { exact: true }).fill(typed.women);
  await openPart(page, words.parts.findings);
  await page.getByLabel(words.findings, { exact: true }).fill(typed.found);
  await openPart(page, words.parts.closing);
  await page.getByLabel(words.counterpartName, { exact: true }).fill(typed.counterpart);
  await drawSignature(page, page.getByRole('group', { name: app.signatureArea(typed.counterpart) }));
}

export async function finishVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: visitForm.finish, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: visitForm.finish, exact: true }).click();
  await page.getByText(visitForm.finishedTitle).waitFor();
}

const answer = (page: Page, question: string, said: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: said, exact: true }).check();
