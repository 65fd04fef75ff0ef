// The minutes of a RAT, their signatures and the seal.
import type { Page } from 'playwright-core';
import type { SignatureRole } from '../../../src/domain/minutes.ts';
import { meeting } from '../../../src/ui/words/id/meeting.ts';
import { minutes } from '../../../src/ui/words/id/minutes.ts';
import { signing } from '../../../src/ui/words/id/signing.ts';
import { openPart } from './form-part.ts';
import { titleOf } from './frame.ts';
import { drawSignature } from './signature.ts';

const words = { ...minutes, ...signing };

export async function beginMinutes(page: Page): Promise<void> {
  await page.getByRole('link', { name: meeting.toMinutes, exact: true }).click();
  await titleOf(page, words.title).waitFor();
}

export interface Led {
  chair: string;
  secretary: string;
}

/** When it ended is the time of the tap. */
export async function fillMeeting(page: Page, { chair, secretary }: Led): Promise<void> {
  await openPart(page, words.parts.meeting);
  await page.getByRole('button', { name: words.now, exact: true }).click();
  await page.getByLabel(words.chairName, { exact: true }).fill(chair);
  await page.getByLabel(words.secretaryName, { exact: true }).fill(secretary);
  await openPart(page, words.parts.agenda);
  await page.getByRole('button', { name: words.agendaStartOf(words.agenda.opening), exact: true }).click();
  await putFirst(page, words.agenda.lastMinutes);
  await page.getByRole('button', { name: words.agendaAll, exact: true }).click();
}

/** By the buttons, as somebody does who cannot drag. */
async function putFirst(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: words.agendaReorder, exact: true }).click();
  const up = page.getByRole('button', { name: words.reorder.up(name), exact: true });
  while (await up.isEnabled()) await up.click();
  await page.getByRole('button', { name: words.agendaReordered, exact: true }).click();
  await page.getByRole('checkbox', { name: `1. ${name}`, exact: true }).waitFor();
}

/** The account of the year by consensus, and the plan by a vote. */
export async function fillDecisions(page: Page, votes: { yes: number; no: number }): Promise<void> {
  await openPart(page, words.parts.decisions);
  await page.getByRole('button', { name: words.agenda.ratification, exact: true }).click();
  await page.getByRole('button', { name: words.agenda.workPlanBudget, exact: true }).click();
  const plan = page.getByRole('region', { name: words.decisionNumber('2') });
  await plan.getByRole('radio', { name: words.vote, exact: true }).check();
  await plan.getByLabel(words.yes, { exact: true }).fill(String(votes.yes));
  await plan.getByLabel(words.no, { exact: true }).fill(String(votes.no));
  await plan.getByText(words.adopted, { exact: true }).waitFor();
}

export type TypedFigures = Partial<Record<keyof typeof words.figureFields, number>>;

export async function fillFigures(page: Page, figures: TypedFigures): Promise<void> {
  await openPart(page, words.parts.figures);
  for (const [field, figure] of Object.entries(figures)) {
    await page.getByLabel(words.figureFields[field as keyof TypedFigures], { exact: true }).fill(String(figure));
  }
}

export async function fillShares(page: Page, shares: Record<string, number>): Promise<void> {
  await openPart(page, words.parts.shu);
  for (const [purpose, amount] of Object.entries(shares)) await page.getByLabel(purpose, { exact: true }).fill(String(amount));
}

export async function goToSigning(page: Page): Promise<void> {
  await page.getByRole('link', { name: words.toSigning, exact: true }).click();
  await titleOf(page, words.signTitle).waitFor();
}

async function sign(page: Page, role: SignatureRole, name?: string): Promise<void> {
  await page.getByRole('button', { name: `${words.sign}: ${words.signatureRoles[role]}`, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (name !== undefined) await dialog.getByLabel(words.signerName, { exact: true }).fill(name);
  await drawSignature(page, dialog);
  await dialog.getByRole('button', { name: words.keepSignature, exact: true }).click();
  await page.getByRole('button', { name: `${words.signAgain}: ${words.signatureRoles[role]}`, exact: true }).waitFor();
}

/** The five that a seal needs; chair and secretary have their names from the minutes. */
export async function signAll(page: Page): Promise<void> {
  await sign(page, 'chair');
  await sign(page, 'secretary');
  await sign(page, 'witness1', 'Bakri Darmawan');
  await sign(page, 'witness2', 'Ernawati Ginting');
  await sign(page, 'boardChair', 'Ketua Pengurus Tirta');
}

export async function seal(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.seal, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.sealNow, exact: true }).click();
  await page.getByText(words.sealedTitle, { exact: true }).waitFor();
}

/** Mends what the office returned: another word in the notes, with the reason. */
export async function amendNotes(page: Page, notes: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: words.amend, exact: true }).click();
  await titleOf(page, words.titleAmend).waitFor();
  await openPart(page, words.parts.notes);
  await page.getByRole('textbox', { name: words.notes }).fill(notes);
  await page.getByLabel(words.reason, { exact: true }).fill(reason);
  await page.getByRole('button', { name: words.sendAmendment, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.sendAmendment, exact: true }).click();
  await page.getByText(words.amendmentSent).waitFor();
}
