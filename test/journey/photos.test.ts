// Photos from the tablet's database to the office's disk, over real connections: cut, repeated, restarted, refused.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { contentOf, keepForDraft, readTaken } from '../../src/data/files.ts';
import { filesOf } from '../../src/data/held-files.ts';
import { recordActs } from '../../src/data/record.ts';
import { readRow } from '../../src/data/rows.ts';
import { mostFileBytes } from '../../src/domain/file.ts';
import { arrivedOf } from '../../src/domain/file-exchange.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import { fileOfficeAt } from '../../src/sync/file-office.ts';
import { sendFiles } from '../../src/sync/files.ts';
import { officeAt } from '../../src/sync/send.ts';
import { emptyDraft } from '../../src/ui/visit/visit-draft.ts';
import { recordVisit, visitDraftKey } from '../../src/ui/visit/visit-record.ts';
import { narrowLinkTo } from '../support/narrow-link.ts';
import { type OfficeWithFiles, officeWithFiles, tabletAt } from '../support/office-with-files.ts';
import { hashOfBytes, photoOf } from '../support/photo.ts';
import { cooperativeBody, idOf, kukar, mahulu, meetingBody, openingOf } from '../support/world.ts';

let office: OfficeWithFiles;
beforeAll(async () => {
  office = await officeWithFiles();
});
afterAll(() => office.close());

const take = async (db: FieldDatabase, visitId: string, photos: readonly Uint8Array<ArrayBuffer>[]) => {
  for (const photo of photos) {
    const draft = { key: visitDraftKey(visitId), kind: 'visit' as const, cooperativeId: idOf(1), content: emptyDraft() };
    const kept = await keepForDraft(db, draft, { bytes: photo.buffer, takenAt: Date.now() }, 12);
    expect(kept.kind).toBe('kept');
  }
};

/** A cooperative of its own and a finished visit to it, with these photos. */
async function visitWith(db: FieldDatabase, number: number, photos: readonly Uint8Array<ArrayBuffer>[], area = kukar) {
  const [cooperativeId, visitId] = [idOf(0xc000 + number), idOf(0xe000 + number)];
  await recordActs(db, [{ type: 'cooperativeRecorded', id: cooperativeId, area, body: { ...cooperativeBody, regencyCode: area } }]);
  await take(db, visitId, photos);
  const draft = { ...emptyDraft(), purpose: 'monitoring' as const, visitedOn: '2026-07-06' };
  const recorded = await recordVisit(db, { visitId, cooperativeId, area, draft, ended: 2025 });
  expect(recorded.kind).toBe('recorded');
  return { cooperativeId, visitId };
}

const exchange = async (db: FieldDatabase, url = office.url) =>
  expect(await exchangeAll(db, officeAt(url), { appVersion: 'test' })).toMatchObject({ kind: 'done' });
const visitOn = async (db: FieldDatabase, at: { cooperativeId: string; visitId: string }) =>
  (await readRow(db, 'visit', at.visitId, at.cooperativeId))?.data;
const keptAt = (sha256: string) => readFileSync(join(office.folder, 'kept', sha256.slice(0, 2), sha256));

test('photos follow their visit to the office, and a colleague sees that they are there', async () => {
  const one = await tabletAt(office, 'satu', [kukar]);
  const photos = [photoOf(300_000, 1), photoOf(600_000, 2)];
  const at = await visitWith(one.db, 1, photos);
  await exchange(one.db);
  expect(await sendFiles(one.db, fileOfficeAt(office.url))).toEqual({ kind: 'done', sent: 2 });
  for (const photo of photos) expect(keptAt(hashOfBytes(photo)).equals(photo)).toBe(true);
  expect((await filesOf(one.db, `visit/${at.visitId}`)).map(({ state }) => state)).toEqual(['atOffice', 'atOffice']);
  expect(readdirSync(join(office.folder, 'uploads'))).toEqual([]);

  const two = await tabletAt(office, 'dua', [kukar]);
  await exchange(two.db);
  const seen = await visitOn(two.db, at);
  expect(arrivedOf(seen?.photos ?? [], seen?.photosAtOffice)).toHaveLength(2);
});

test('30 MB over a link of 1 Mbit/s that breaks off every 20 s cost at most 1.05 times the bytes', { timeout: 180_000 }, async () => {
  // Faster than that radio, and broken off after as many bytes as it carries in 20 s.
  const link = await narrowLinkTo(office.port, { bytesPerSecond: 5_000_000, cutEveryBytes: (20 * 1_000_000) / 8 });
  try {
    const { db } = await tabletAt(office, 'jauh', [kukar]);
    const photos = [photoOf(mostFileBytes, 11), photoOf(mostFileBytes, 12), photoOf(mostFileBytes, 13)];
    const all = photos.reduce((sum, photo) => sum + photo.length, 0);
    await visitWith(db, 2, photos);
    await exchange(db);
    const door = fileOfficeAt(link.url);
    for (let round = 0; round < 60 && (await sendFiles(db, door)).kind !== 'done'; round += 1);
    for (const photo of photos) expect(keptAt(hashOfBytes(photo)).equals(photo)).toBe(true);
    expect(link.cuts).toBeGreaterThan(8);
    expect(link.bytesUp / all).toBeLessThanOrEqual(1.05);
  } finally {
    await link.close();
  }
});

test('an upload goes on behind what had arrived, after both tablet and office were turned off and on', async () => {
  const { db } = await tabletAt(office, 'lama', [kukar]);
  const photo = photoOf(3_000_000, 21);
  await visitWith(db, 3, [photo]);
  await exchange(db);
  const first = await narrowLinkTo(office.port, { bytesPerSecond: 1_500_000 });
  const sending = sendFiles(db, fileOfficeAt(first.url));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await first.close();
  expect(await sending).toMatchObject({ kind: 'unreachable' });
  expect(first.bytesUp).toBeGreaterThan(500_000);
  await office.restart();
  const second = await narrowLinkTo(office.port, { bytesPerSecond: 100_000_000 });
  expect(await sendFiles(db, fileOfficeAt(second.url))).toEqual({ kind: 'done', sent: 1 });
  await second.close();
  expect(first.bytesUp + second.bytesUp).toBeLessThan(photo.length * 1.05);
  expect(keptAt(hashOfBytes(photo)).equals(photo)).toBe(true);
});

test('the same photo of two officers is kept once and sent once', async () => {
  const photo = photoOf(400_000, 31);
  const one = await tabletAt(office, 'kembar.satu', [kukar]);
  const two = await tabletAt(office, 'kembar.dua', [kukar]);
  const [first, second] = [await visitWith(one.db, 4, [photo]), await visitWith(two.db, 5, [photo])];
  for (const { db } of [one, two]) await exchange(db);
  expect(await sendFiles(one.db, fileOfficeAt(office.url))).toEqual({ kind: 'done', sent: 1 });
  const link = await narrowLinkTo(office.port, { bytesPerSecond: 100_000_000 });
  expect(await sendFiles(two.db, fileOfficeAt(link.url))).toEqual({ kind: 'done', sent: 1 });
  await link.close();
  expect(link.bytesUp).toBeLessThan(2_000);
  await exchange(one.db);
  for (const at of [first, second]) expect((await visitOn(one.db, at))?.photosAtOffice).toEqual([hashOfBytes(photo)]);
});

test('nothing is sent before the office has heard of the visit', async () => {
  const { db } = await tabletAt(office, 'sabar', [kukar]);
  await visitWith(db, 6, [photoOf(10_000, 41)]);
  expect(await sendFiles(db, fileOfficeAt(office.url))).toEqual({ kind: 'done', sent: 0 });
  expect(readdirSync(join(office.folder, 'uploads'))).toEqual([]);
});

test('a photo of an area that is no longer the officer’s is refused, said, and stays on the tablet', async () => {
  const { db } = await tabletAt(office, 'pindah', [kukar]);
  const photo = photoOf(10_000, 51);
  const at = await visitWith(db, 7, [photo]);
  await exchange(db);
  await db.file.toCollection().modify({ area: mahulu });
  expect(await sendFiles(db, fileOfficeAt(office.url))).toEqual({ kind: 'done', sent: 0 });
  expect(await filesOf(db, `visit/${at.visitId}`)).toMatchObject([{ state: 'refused', refusal: 'area' }]);
  expect(await contentOf(db, hashOfBytes(photo))).toBeDefined();
});

test('bytes that broke on the tablet are noticed before they travel', async () => {
  const { db } = await tabletAt(office, 'rusak', [kukar]);
  const photo = photoOf(10_000, 61);
  const at = await visitWith(db, 8, [photo, photoOf(9_000, 62)]);
  await exchange(db);
  const [first, second] = await filesOf(db, `visit/${at.visitId}`);
  await db.fileContent.update(first?.sha256 ?? '', { bytes: photoOf(10_000, 63).buffer });
  await db.fileContent.delete(second?.sha256 ?? '');
  expect(await sendFiles(db, fileOfficeAt(office.url))).toEqual({ kind: 'done', sent: 0 });
  expect((await filesOf(db, `visit/${at.visitId}`)).map(({ refusal }) => refusal)).toEqual(['damaged', 'missing']);
});

test('an office that is out of reach costs nothing but the time', async () => {
  const { db } = await tabletAt(office, 'sepi', [kukar]);
  const at = await visitWith(db, 9, [photoOf(10_000, 71)]);
  await exchange(db);
  expect(await sendFiles(db, fileOfficeAt('http://127.0.0.1:9'))).toEqual({ kind: 'unreachable' });
  expect(await filesOf(db, `visit/${at.visitId}`)).toMatchObject([{ state: 'unsent' }]);
});

test('a tablet that forgot what it had begun goes on where the office stands', async () => {
  const { db } = await tabletAt(office, 'lupa', [kukar]);
  const photo = photoOf(2_000_000, 81);
  await visitWith(db, 10, [photo]);
  await exchange(db);
  const first = await narrowLinkTo(office.port, { bytesPerSecond: 1_500_000 });
  const sending = sendFiles(db, fileOfficeAt(first.url));
  await new Promise((resolve) => setTimeout(resolve, 900));
  await first.close();
  await sending;
  await db.file.toCollection().modify((file) => delete file.offset);
  const second = await narrowLinkTo(office.port, { bytesPerSecond: 100_000_000 });
  expect(await sendFiles(db, fileOfficeAt(second.url))).toEqual({ kind: 'done', sent: 1 });
  await second.close();
  expect(first.bytesUp + second.bytesUp).toBeLessThan(photo.length * 1.05);
});

test('sheets of one RAT from two tablets are one set, and the office has them all', async () => {
  const [one, two] = [await tabletAt(office, 'balai.satu', [kukar]), await tabletAt(office, 'balai.dua', [kukar])];
  const [cooperativeId, meetingId] = [idOf(0xc100), idOf(0xd100)];
  const act = { id: meetingId, area: kukar };
  await recordActs(one.db, [
    { type: 'cooperativeRecorded', id: cooperativeId, area: kukar, body: cooperativeBody },
    { ...act, type: 'ratMeetingRecorded', body: { ...meetingBody, cooperativeId } },
    { ...act, type: 'ratMeetingOpened', body: openingOf(10) },
  ]);
  await exchange(one.db);
  await exchange(two.db);
  for (const [place, { db }] of [one, two].entries()) {
    const taken = { bytes: photoOf(40_000, 90 + place).buffer, takenAt: Date.now() };
    const read = readTaken(taken);
    if (read.kind === 'refused') throw new Error(read.reason);
    const { reference } = read;
    const sheet = { ...act, type: 'ratSheetsAdded' as const, body: { files: [reference] } };
    expect(await recordActs(db, [sheet], { root: cooperativeId, files: [{ ...taken, reference }] })).toMatchObject({ kind: 'recorded' });
  }
  for (const { db } of [one, two]) {
    await exchange(db);
    expect(await sendFiles(db, fileOfficeAt(office.url))).toEqual({ kind: 'done', sent: 1 });
  }
  for (const { db } of [one, two]) {
    await exchange(db);
    const meeting = (await readRow(db, 'ratMeeting', meetingId, cooperativeId))?.data;
    expect(meeting?.sheets).toHaveLength(2);
    expect(arrivedOf(meeting?.sheets ?? [], meeting?.sheetsAtOffice)).toHaveLength(2);
  }
});

test('a photo whose last answer was lost is not sent once more', async () => {
  const { db } = await tabletAt(office, 'putus', [kukar]);
  const photo = photoOf(600_000, 95);
  await visitWith(db, 11, [photo]);
  await exchange(db);
  let bytes = 0;
  const door = fileOfficeAt(office.url, async (url, init) => {
    const response = await fetch(url, init);
    if (init?.method !== 'PATCH') return response;
    bytes += (init.body as Blob).size;
    if (response.headers.get('upload-offset') === String(photo.length)) throw new TypeError('the line is cut');
    return response;
  });
  expect(await sendFiles(db, door)).toEqual({ kind: 'done', sent: 1 });
  expect(bytes).toBe(photo.length);
});
