// What several tablets meet: a tab that dies, two officers at one field, a stranger's area. In a real browser, each with its own storage.
import type { Page, Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { newId } from '../../server/store/id.ts';
import { factHashOf } from '../../server/store/server-hash.ts';
import { chainStart } from '../../src/domain/fact.ts';
import type { ExchangeResponse } from '../../src/domain/wire.ts';
import { cooperative as cooperativeWords } from '../../src/ui/words/id/cooperative.ts';
import { fields } from '../../src/ui/words/id/fields.ts';
import { firstSync } from '../../src/ui/words/id/first-sync.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { visit as visitWords } from '../../src/ui/words/id/visit.ts';
import { visitForm } from '../../src/ui/words/id/visit-form.ts';
import { cooperativeBody, cooperativeId, kukar, mahulu } from '../support/world.ts';
import { changeProfile, cooperativeName, openCooperative } from './pages/cooperative-page.ts';
import { appIsKept, goTo, syncNow, titleOf } from './pages/frame.ts';
import { officeForFile } from './pages/office-for-file.ts';
import { beginVisit, fillHead } from './pages/visit-page.ts';

const office = officeForFile();
const { signedIn } = office;

test('a tab that dies in the middle of typing leaves the draft, and the officer finds it under Hari ini', async () => {
  const tablet = await signedIn('petugas.satu');
  await openCooperative(tablet.page);
  await beginVisit(tablet.page);
  await fillHead(tablet.page, '094/112/DPPK/2026');
  await tablet.page.waitForTimeout(1_000);
  await tablet.killTab();
  await tablet.open('/');
  await tablet.page.getByRole('link', { name: cooperativeName }).first().click();
  const letter = tablet.page.getByLabel(visitWords.assignmentLetterNumber, { exact: true });
  await letter.waitFor();
  expect(await letter.inputValue()).toBe('094/112/DPPK/2026');
});

test('a second tap of the same finger opens the form once, so that one step back leaves it', async () => {
  const { page } = await signedIn('petugas.satu');
  await openCooperative(page);
  await page.getByRole('link', { name: cooperativeWords.newVisit }).dblclick();
  await titleOf(page, visitForm.titleNew).waitFor();
  await page.goBack();
  await titleOf(page, cooperativeName).waitFor();
});

test('two officers change the same field without a network, and both values survive', async () => {
  const first = await signedIn('petugas.satu');
  const second = await signedIn('petugas.dua');
  for (const tablet of [first, second]) await appIsKept(tablet.page);
  for (const [tablet, address] of [
    [first, 'Jalan Poros Satu'],
    [second, 'Jalan Poros Dua'],
  ] as const) {
    await openCooperative(tablet.page);
    await tablet.loseNetwork();
    await changeProfile(tablet.page, fields.names.address, address);
  }
  for (const tablet of [first, second, first]) {
    await tablet.regainNetwork();
    await syncNow(tablet.page);
  }
  for (const tablet of [first, second]) {
    await openCooperative(tablet.page);
    await tablet.page.getByText('Jalan Poros Satu').first().waitFor();
    await tablet.page.getByText('Jalan Poros Dua').first().waitFor();
  }
});

test('a screen of the office shows what a tablet hands in, without being touched', async () => {
  const desk = await signedIn('verifikator');
  await openCooperative(desk.page);
  const tablet = await signedIn('petugas.satu');
  await openCooperative(tablet.page);
  await changeProfile(tablet.page, fields.names.address, 'Jalan Langsung');
  await syncNow(tablet.page);
  // Two seconds are promised; a machine that is busy with browsers gets some more.
  await desk.page.getByText('Jalan Langsung').first().waitFor({ timeout: 5_000 });
});

test("a stranger is sent nothing of another's area, and nothing that they forge there is accepted", async () => {
  const { page } = await signedIn('petugas.mahulu');
  await goTo(page, frame.cooperatives);
  await page.getByText(firstSync.nothing.title).waitFor();
  expect(await page.getByText(cooperativeName).count()).toBe(0);

  const [own] = await Promise.all([page.waitForRequest('**/api/sync'), syncNow(page)]);
  const answer = await postFrom(page, own, await forgeriesOf('petugas.mahulu'));
  expect(answer.verdicts).toMatchObject([
    { kind: 'refused', rule: 'area' },
    { kind: 'refused', rule: 'areaOfSubject' },
  ]);
  expect(answer.pages.filter(({ area }) => area === kukar)).toEqual([]);
  const rows = await office.product.db.selectFrom('record').select(['id', 'data']).where('noun', '=', 'cooperative').execute();
  expect(rows.map(({ id }) => id)).toEqual([cooperativeId]);
  expect(JSON.stringify(rows)).not.toContain('Ditempa');
});

/** The page's own request once more, with facts that it never made, and asking for an area that is not the officer's. */
async function postFrom(page: Page, own: Request, facts: unknown[]): Promise<ExchangeResponse> {
  const { cursors, ...rest } = own.postDataJSON();
  const { authorization = '' } = await own.allHeaders();
  const body = JSON.stringify({ ...rest, facts, cursors: { ...cursors, [kukar]: 0 } });
  return page.evaluate(
    async ([token, text]) => {
      const headers = { 'content-type': 'application/json', authorization: token };
      const response = await fetch('/api/sync', { method: 'POST', headers, body: text });
      return response.json();
    },
    [authorization, body] as const,
  );
}

/** A new cooperative in the area of others; and a change of theirs, said to be in the officer's own area. */
async function forgeriesOf(username: string) {
  const device = await office.product.db
    .selectFrom('device')
    .innerJoin('account', 'account.officer_id', 'device.officer_id')
    .select(['device.id', 'device.officer_id'])
    .where('account.username', '=', username)
    .executeTakeFirstOrThrow();
  const head = { officerId: device.officer_id, deviceId: device.id, at: Date.now(), clock: { offsetMs: 0, confidence: 'good' } as const };
  const recorded = {
    ...head,
    id: newId(),
    type: 'cooperativeRecorded',
    subject: { noun: 'cooperative' as const, id: newId() },
    area: kukar,
    deviceSeq: 1,
    previousHash: chainStart,
    body: { ...cooperativeBody, name: 'Ditempa Satu' },
  };
  const changed = {
    ...head,
    id: newId(),
    type: 'cooperativeChanged',
    subject: { noun: 'cooperative' as const, id: cooperativeId },
    area: mahulu,
    deviceSeq: 2,
    previousHash: factHashOf(recorded),
    body: { changes: { name: { from: cooperativeBody.name, to: 'Ditempa Dua' } } },
  };
  return [recorded, changed];
}
