// A RAT from its plan to the opened roll call.
import type { Page } from 'playwright-core';
import type { RosterMember } from '../../../src/domain/roster.ts';
import { app } from '../../../src/ui/words/id/app.ts';
import { cooperative } from '../../../src/ui/words/id/cooperative.ts';
import { meeting as words } from '../../../src/ui/words/id/meeting.ts';
import { rollCall } from '../../../src/ui/words/id/roll-call.ts';
import { roster } from '../../../src/ui/words/id/roster.ts';
import { openCooperative } from './cooperative-page.ts';
import { titleOf } from './frame.ts';

export const meetingTitle = (bookYear: number): string => words.meetingOf(words.shortKinds.rat, String(bookYear));

export async function planMeeting(page: Page, bookYear: number, plannedOn: string, place: string): Promise<void> {
  await page.getByRole('link', { name: cooperative.newMeeting }).click();
  await titleOf(page, words.planTitle).waitFor();
  await page.getByLabel(words.plannedOn).fill(plannedOn);
  await page.getByLabel(words.place).fill(place);
  await page.getByRole('button', { name: words.planSave, exact: true }).click();
  await titleOf(page, meetingTitle(bookYear)).waitFor();
}

/** As a spreadsheet gives its cells to whoever copies them. */
const copiedCells = (members: readonly RosterMember[]): string =>
  [['No. Anggota', 'Nama', 'L/P'], ...members.map(({ memberNumber, name, sex }) => [memberNumber, name, sex === 'male' ? 'L' : 'P'])]
    .map((cells) => cells.join('\t'))
    .join('\n');

export async function pasteRoster(page: Page, members: readonly RosterMember[]): Promise<void> {
  await page.getByRole('link', { name: words.toRoster, exact: true }).click();
  await page.getByLabel(roster.pasteLabel, { exact: true }).fill(copiedCells(members));
  await page.getByRole('button', { name: roster.recordMembers(String(members.length)), exact: true }).click();
  await page.getByRole('link', { name: roster.rosterDone, exact: true }).waitFor();
}

export async function openMeeting(page: Page, voters: number): Promise<void> {
  await page.getByRole('link', { name: roster.rosterDone, exact: true }).click();
  await page.getByRole('button', { name: words.openMeeting, exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words.openWith(String(voters)), exact: true })
    .click();
  await page.getByRole('link', { name: words.toMinutes, exact: true }).waitFor();
}

/** From anywhere to the RAT of a book year, by the page of its cooperative. */
export async function openMeetingOf(page: Page, bookYear: number): Promise<void> {
  await openCooperative(page);
  await page
    .getByRole('link', { name: String(bookYear) })
    .first()
    .click();
  await titleOf(page, meetingTitle(bookYear)).waitFor();
}

export async function goToRollCall(page: Page): Promise<void> {
  // By its button while the meeting goes on, by its step of the way when that is done.
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`(^|: )${words.toRollCall}$`) })
    .last()
    .click();
  await titleOf(page, rollCall.rollTitle).waitFor();
}

/** One member's row; `present` is what the row says about them. */
export const rowOf = (page: Page, name: string, present?: boolean) =>
  page.getByRole('button', { name: new RegExp(`^${name}\\b`), ...(present === undefined ? {} : { pressed: present }) });

/** One tap a member, in the order of the list; each is waited for, as a mark is only then on the tablet. */
export async function markPresent(page: Page, members: readonly RosterMember[]): Promise<void> {
  for (const { name } of members) {
    await rowOf(page, name).click();
    await rowOf(page, name, true).waitFor();
  }
}

export async function presentCount(page: Page): Promise<number> {
  return Number(await page.getByRole('meter', { name: words.present }).getAttribute('value'));
}

export const goBack = (page: Page) => page.getByRole('link', { name: app.back, exact: true }).click();
