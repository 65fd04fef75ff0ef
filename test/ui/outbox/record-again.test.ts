// The way on from a record that the office refused: its form, with what was typed.
import { expect, test } from 'vitest';
import { readDraft, saveDraft } from '../../../src/data/drafts.ts';
import type { FactTypeName } from '../../../src/domain/fact-types.ts';
import type { KnownFact } from '../../../src/domain/fold.ts';
import { againHref, formHref, takeOver } from '../../../src/ui/outbox/record-again.ts';
import { tabletOf } from '../../support/tablet.ts';
import { cooperativeId, idOf, kukar, meetingBody, meetingId, officerOne, today } from '../../support/world.ts';

const factOf = (type: FactTypeName, id: string, body: unknown = {}): KnownFact => ({
  id: idOf(1),
  type,
  subject: { noun: 'visit', id },
  area: kukar,
  officerId: officerOne.id,
  deviceId: idOf(2),
  deviceSeq: 1,
  at: today,
  clock: { offsetMs: 0, confidence: 'good' },
  previousHash: '0'.repeat(64),
  body,
});
test.each([
  ['refused', 'cooperativeChanged', `/koperasi/${cooperativeId}/ubah`],
  ['refused', 'visitConflictResolved', undefined],
  ['quarantined', 'cooperativeChanged', undefined],
  ['waiting', 'cooperativeChanged', undefined],
  ['conflict', 'cooperativeChanged', undefined],
] as const)('what is %s (%s) is recorded again only where it cannot count any more', (state, type, href) => {
  expect(againHref(state, factOf(type as FactTypeName, cooperativeId), cooperativeId)).toBe(href);
});

const visit = {
  cooperativeId,
  purpose: 'monitoring',
  visitedOn: '2026-07-01',
  findings: 'Buku kas belum diisi',
  actions: [{ text: 'Isi' }],
};

test.each([
  ['cooperativeChanged', cooperativeId, 'ubah'],
  ['visitAmended', idOf(7), `kunjungan/baru/${idOf(7)}?ubah=1`],
  ['ratMeetingChanged', meetingId, `rat/baru/${meetingId}`],
  ['attendanceMarked', `${meetingId}:0001`, `rat/${meetingId}/hadir`],
  ['minutesSigned', meetingId, `rat/${meetingId}/notulen`],
] as const)('%s leads to the form it came from', (type, id, place) => {
  expect(formHref(factOf(type, id), cooperativeId)).toBe(`/koperasi/${cooperativeId}/${place}`);
});

test('what no form makes has none', () => {
  expect(formHref(factOf('visitPhotosReceived', idOf(7)), cooperativeId)).toBeUndefined();
});

test('a refused visit stands in a new form as it was typed, under an id of its own', async () => {
  const db = await tabletOf(officerOne, { deviceId: idOf(2) });
  const fact = factOf('visitRecorded', idOf(7), visit);
  const href = formHref(fact, cooperativeId) ?? '';
  const id = href.split('/').at(-1) ?? '';
  expect(id).not.toBe(idOf(7));
  await takeOver(db, fact, cooperativeId, href);
  expect(await readDraft(db, `visit:${id}`)).toMatchObject({
    kind: 'visit',
    cooperativeId,
    content: { purpose: 'monitoring', findings: 'Buku kas belum diisi', actions: [{ text: 'Isi' }] },
  });
});

test('a refused plan of a RAT stands in a new form; what is being typed there already is left alone', async () => {
  const db = await tabletOf(officerOne, { deviceId: idOf(2) });
  const fact = factOf('ratMeetingRecorded', meetingId, meetingBody);
  const href = `/koperasi/${cooperativeId}/rat/baru/${idOf(8)}`;
  await takeOver(db, fact, cooperativeId, href);
  expect(await readDraft(db, `meeting:${idOf(8)}`)).toMatchObject({ kind: 'meeting', content: { bookYears: [2025], place: 'Balai Desa' } });
  await saveDraft(db, { key: `meeting:${idOf(8)}`, kind: 'meeting', cooperativeId, content: { place: 'Aula' } });
  await takeOver(db, fact, cooperativeId, href);
  expect(await readDraft(db, `meeting:${idOf(8)}`)).toMatchObject({ content: { place: 'Aula' } });
});
