import { expect, test } from 'vitest';
import { exchange } from '../../server/store/exchange.ts';
import { newId } from '../../server/store/id.ts';
import { attendanceIdOf } from '../../src/domain/attendance.ts';
import { chainStart } from '../../src/domain/fact.ts';
import { conflict as words } from '../../src/ui/words/id/conflict.ts';
import { fields } from '../../src/ui/words/id/fields.ts';
import { frame } from '../../src/ui/words/id/frame.ts';
import { meeting } from '../../src/ui/words/id/meeting.ts';
import { rules } from '../../src/ui/words/id/rules.ts';
import { sync } from '../../src/ui/words/id/sync.ts';
import type { BrowserTablet } from '../support/browser-tablet.ts';
import { nextFact, requestOf, type TestTablet } from '../support/founded-office.ts';
import { cooperativeId, kukar, meetingBody, meetingId, membersOf, openingOf } from '../support/world.ts';
import { changeProfile, cooperativeName, openCooperative } from './pages/cooperative-page.ts';
import { appIsKept, goTo, syncNow, titleOf } from './pages/frame.ts';
import { officeForFile } from './pages/office-for-file.ts';

const office = officeForFile();
const { tablets, signedIn } = office;

/** Without barriers for anybody, as a tablet and as a phone. */
async function looksRight(tablet: BrowserTablet, name: string): Promise<void> {
  const size = tablet.page.viewportSize();
  await tablet.shoot(name);
  expect(await tablet.barriers()).toEqual([]);
  await tablet.page.setViewportSize({ width: 360, height: 800 });
  const overflow = await tablet.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
  await tablet.shoot(`${name}-phone`);
  if (size) await tablet.page.setViewportSize(size);
}

test('an officer sees both values, who and when; the verifier writes a third one, and nobody is called for any more', async () => {
  const first = await signedIn('petugas.satu');
  const second = await signedIn('petugas.dua');
  const desk = await signedIn('verifikator');
  for (const [tablet, address] of [
    [first, 'Jalan Poros Satu'],
    [second, 'Jalan Poros Dua'],
  ] as const) {
    await appIsKept(tablet.page);
    await openCooperative(tablet.page);
    await tablet.loseNetwork();
    await changeProfile(tablet.page, fields.names.address, address);
  }
  for (const tablet of [first, second]) {
    await tablet.regainNetwork();
    await syncNow(tablet.page);
  }

  const { page } = second;
  await page.getByRole('heading', { name: sync.attention }).waitFor();
  await looksRight(second, 'attention');
  await page.getByRole('link', { name: sync.decide, exact: true }).click();
  await titleOf(page, words.title).waitFor();
  await page.getByRole('radio', { name: 'Jalan Poros Satu' }).waitFor();
  expect(await page.getByText(words.shown).first().textContent()).toContain('Petugas Satu');
  expect(await page.getByRole('radio', { name: 'Jalan Poros Dua' }).isDisabled()).toBe(true);
  expect(await page.getByRole('radio', { name: words.third }).count()).toBe(0);
  await looksRight(second, 'conflict-officer');

  await syncNow(desk.page);
  await goTo(desk.page, frame.differences);
  await titleOf(desk.page, words.list.title).waitFor();
  await looksRight(desk, 'conflict-list');
  await desk.page.getByRole('list', { name: words.list.label }).getByRole('link', { name: cooperativeName }).click();
  await titleOf(desk.page, words.title).waitFor();
  await desk.page.getByRole('button', { name: words.save }).click();
  await desk.page.getByText(words.pickFirst).waitFor();
  await desk.page.getByRole('radio', { name: words.third }).check();
  await desk.page.getByRole('button', { name: words.save }).click();
  await desk.page.getByText(words.thirdMissing).waitFor();
  await desk.page.getByLabel(words.thirdLabel(fields.names.address)).fill('Jalan Poros Tiga');
  await desk.page.getByLabel(words.note).fill('Dilihat di surat keterangan domisili');
  await looksRight(desk, 'conflict-office');
  await desk.page.getByRole('button', { name: words.save }).click();
  await desk.page.getByText(words.none).waitFor();
  await desk.page.getByText(words.decidedAs('Jalan Poros Tiga')).waitFor();
  await looksRight(desk, 'conflict-decided');

  await syncNow(desk.page);
  await syncNow(page);
  await page.getByRole('heading', { name: sync.settled }).waitFor();
  expect(await page.getByRole('heading', { name: sync.attention }).count()).toBe(0);
  await openCooperative(page);
  await page.getByText('Jalan Poros Tiga').first().waitFor();
  for (const { complaints } of tablets) expect(complaints).toEqual([]);
});

test('a member marked at one door and voided at another, and two RATs for one year, are shown with the way to decide', async () => {
  const desk = tablets[2] ?? (await signedIn('verifikator'));
  const [one, two] = [await handIn('petugas.satu'), await handIn('petugas.dua')];
  await one(
    { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody },
    { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId, members: membersOf(20) } },
    { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(20) },
  );
  const mark = {
    meetingId,
    memberKey: '0001',
    name: 'Anggota 1',
    role: 'voter' as const,
    mode: 'inPerson' as const,
    arrivedAt: Date.now(),
  };
  const [marked = ''] = await one({ type: 'attendanceMarked', id: attendanceIdOf(meetingId, '0001'), area: kukar, body: mark });
  await two({ type: 'attendanceMarked', id: attendanceIdOf(meetingId, '0001'), area: kukar, body: mark });
  const reason = 'Salah orang';
  await one({
    type: 'attendanceVoided',
    id: attendanceIdOf(meetingId, '0001'),
    area: kukar,
    body: { meetingId, markIds: [marked], reason },
  });
  await two({ type: 'ratMeetingRecorded', id: newId(), area: kukar, body: { ...meetingBody, place: 'Kantor Koperasi' } });

  await syncNow(desk.page);
  await desk.open(`/koperasi/${cooperativeId}/rat/${meetingId}/hadir`);
  await desk.page.getByText(meeting.disputedTitle('1')).waitFor();
  await looksRight(desk, 'conflict-roll-call');
  await desk.page.getByRole('link', { name: meeting.conflictDecide }).click();
  await desk.page.getByText(words.duplicate('2025')).waitFor();
  await looksRight(desk, 'conflict-rat');
  await desk.page.getByRole('radio', { name: words.absent }).check();
  await desk.page.getByRole('button', { name: words.save }).click();
  await desk.page.getByText(rules.reasonRequired).waitFor();
  await desk.page.getByLabel(words.reason).fill('Sudah pulang sebelum rapat dibuka');
  await desk.page.getByRole('heading', { name: words.attendance('Anggota 1') }).scrollIntoViewIfNeeded();
  await looksRight(desk, 'conflict-attendance');
  await desk.page.getByRole('button', { name: words.save }).click();
  await desk.page.getByRole('heading', { name: words.attendance('Anggota 1') }).waitFor({ state: 'detached' });
  expect(desk.complaints).toEqual([]);
});

/** What an officer's other tablet hands in, which no browser is needed for. Answers the ids of the facts. */
async function handIn(username: string) {
  const { officer_id: id } = await office.product.db
    .selectFrom('account')
    .select('officer_id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  const officer = { id, name: username, role: 'officer' as const, areas: [kukar] };
  const tablet: TestTablet = { deviceId: newId(), token: '', officer, next: { deviceSeq: 1, previousHash: chainStart } };
  await office.product.db.insertInto('device').values({ id: tablet.deviceId, officer_id: id }).execute();
  return async (...acts: Parameters<typeof nextFact>[1][]): Promise<string[]> => {
    const facts = acts.map((act) => nextFact(tablet, act));
    const { verdicts } = await exchange(office.product.db, { deviceId: tablet.deviceId, officer }, requestOf(facts), Date.now());
    expect(verdicts.filter(({ kind }) => kind === 'refused' || kind === 'quarantined')).toEqual([]);
    return facts.map((fact) => fact.id);
  };
}
