// Photos in the tablet's database: kept with their draft, handed over with their fact, let go only when the office has them.

import { describe, expect, test, vi } from 'vitest';
import { type FieldDatabase, openFieldDatabase } from '../../src/data/database.ts';
import { discardDraft, readDraft } from '../../src/data/drafts.ts';
import {
  captionFile,
  contentOf,
  filesToSend,
  isFull,
  keepForDraft,
  makeRoom,
  noteFile,
  readTaken,
  withRoom,
} from '../../src/data/files.ts';
import { dropFile, fileCounts, filesOf } from '../../src/data/held-files.ts';
import { recordActs } from '../../src/data/record.ts';
import { mostFileBytes } from '../../src/domain/file.ts';
import { emptyDraft } from '../../src/ui/visit/visit-draft.ts';
import { recordVisit, visitDraftKey } from '../../src/ui/visit/visit-record.ts';
import { formerDatabase } from '../support/former-tablet.ts';
import { hashOfBytes, photoOf } from '../support/photo.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, cooperativeId, idOf, kukar, meetingBody, meetingId, officerOne, openingOf, today } from '../support/world.ts';

const visitId = idOf(0xe1);
const key = visitDraftKey(visitId);
const draft = { key, kind: 'visit' as const, cooperativeId, content: emptyDraft() };
const taken = (photo: Uint8Array<ArrayBuffer>) => ({ bytes: photo.buffer, takenAt: today });
const one = photoOf(5_000, 1);
const two = photoOf(6_000, 2);

async function tablet(): Promise<FieldDatabase> {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  await recordActs(db, [{ type: 'cooperativeRecorded', id: cooperativeId, area: kukar, body: cooperativeBody }], { now: today });
  return db;
}

const finish = (db: FieldDatabase) =>
  recordVisit(
    db,
    { visitId, cooperativeId, area: kukar, draft: { ...emptyDraft(), purpose: 'monitoring', visitedOn: '2026-07-06' }, ended: 2025 },
    { now: today },
  );

describe('a photo that is taken for a draft', () => {
  test('stands on the disk together with the draft, even if nothing else was typed', async () => {
    const db = await tablet();
    expect(await keepForDraft(db, draft, taken(one), 12)).toMatchObject({
      kind: 'kept',
      file: { sha256: hashOfBytes(one), state: 'draft' },
    });
    expect(await readDraft(db, key)).toMatchObject({ cooperativeId });
    expect(new Uint8Array((await contentOf(db, hashOfBytes(one))) ?? new ArrayBuffer(0))).toEqual(one);
    expect(await filesToSend(db)).toEqual([]);
  });

  test('becomes part of the visit with its caption, in the transaction that records the visit', async () => {
    const db = await tablet();
    await keepForDraft(db, draft, taken(one), 12);
    await captionFile(db, { owner: key, sha256: hashOfBytes(one) }, ' Papan nama ');
    const recorded = await finish(db);
    expect(recorded).toMatchObject({
      kind: 'recorded',
      facts: [
        { body: { photos: [{ sha256: hashOfBytes(one), bytes: 5_000, type: 'image/jpeg', takenAt: today, caption: 'Papan nama' }] } },
      ],
    });
    expect(await filesOf(db, key)).toEqual([]);
    expect(await filesOf(db, `visit/${visitId}`)).toMatchObject([{ state: 'unsent', area: kukar }]);
  });

  test('is not sent while the office has not heard of the visit, and then it is', async () => {
    const db = await tablet();
    await keepForDraft(db, draft, taken(one), 12);
    await finish(db);
    expect(await filesToSend(db)).toEqual([]);
    expect(await fileCounts(db)).toEqual({ unsent: 1, unsentBytes: 5_000, refused: 0 });
    await db.outbox.toCollection().modify({ state: 'applied' });
    expect(await filesToSend(db)).toHaveLength(1);
  });

  test('stays with the draft when the visit cannot be recorded', async () => {
    const db = await tabletOf(officerOne, { deviceId: idOf(1) });
    await keepForDraft(db, draft, taken(one), 12);
    expect((await finish(db)).kind).toBe('waiting');
    expect(await filesOf(db, key)).toMatchObject([{ state: 'draft' }]);
  });

  test('that was taken in the last moment waits for an amendment instead of being lost', async () => {
    const db = await tablet();
    const acts = [
      {
        type: 'visitRecorded' as const,
        id: visitId,
        area: kukar,
        body: { cooperativeId, purpose: 'monitoring' as const, visitedOn: '2026-07-06' },
      },
    ];
    await keepForDraft(db, draft, taken(one), 12);
    await recordActs(db, acts, { now: today, doneDraft: key });
    expect(await filesOf(db, key)).toHaveLength(1);
    expect(await contentOf(db, hashOfBytes(one))).toBeDefined();
  });

  test('goes when it is taken out, or when the draft is thrown away, but not from under another record', async () => {
    const db = await tablet();
    const other = { ...draft, key: 'visit:other' };
    for (const [of, photo] of [
      [draft, one],
      [draft, two],
      [other, two],
    ] as const)
      await keepForDraft(db, of, taken(photo), 12);
    await dropFile(db, key, hashOfBytes(one));
    expect(await contentOf(db, hashOfBytes(one))).toBeUndefined();
    await discardDraft(db, key);
    expect(await filesOf(db, key)).toEqual([]);
    expect(await contentOf(db, hashOfBytes(two))).toBeDefined();
    await discardDraft(db, other.key);
    expect(await db.fileContent.count()).toBe(0);
  });

  test('is refused in words when it is no picture, too large, or one too many', async () => {
    const db = await tablet();
    expect(await keepForDraft(db, draft, { bytes: new TextEncoder().encode('<svg onload=alert(1)>').buffer, takenAt: today }, 12)).toEqual({
      kind: 'refused',
      reason: 'type',
    });
    expect(readTaken(taken(photoOf(mostFileBytes + 1, 3)))).toEqual({ kind: 'refused', reason: 'tooLarge' });
    await keepForDraft(db, draft, taken(one), 1);
    expect(await keepForDraft(db, draft, taken(two), 1)).toEqual({ kind: 'refused', reason: 'tooMany' });
    expect((await keepForDraft(db, draft, taken(one), 1)).kind).toBe('kept');
  });
});

describe('a full disk', () => {
  const full = (name: string) => Object.assign(new Error('full'), { name });

  test.each(['QuotaExceededError', 'AbortError'])('lets go of what the office has, and tries once more (%s)', async (name) => {
    const db = await tablet();
    await keepForDraft(db, draft, taken(one), 12);
    await finish(db);
    await noteFile(db, hashOfBytes(one), { state: 'atOffice' });
    const write = vi.fn(async () => 'kept' as const).mockRejectedValueOnce(full(name));
    expect(await withRoom(db, write)).toBe('kept');
    expect(await contentOf(db, hashOfBytes(one))).toBeUndefined();
    expect(await filesOf(db, `visit/${visitId}`)).toMatchObject([{ state: 'atOffice' }]);
  });

  test('is said when nothing can be let go, and takes nothing that the office does not have', async () => {
    const db = await tablet();
    await keepForDraft(db, draft, taken(one), 12);
    const write = vi.fn(async (): Promise<never> => Promise.reject(full('QuotaExceededError')));
    expect(await withRoom(db, write)).toEqual({ kind: 'refused', reason: 'storage' });
    expect(write).toHaveBeenCalledTimes(1);
    expect(await makeRoom(db)).toBe(0);
    expect(await contentOf(db, hashOfBytes(one))).toBeDefined();
  });

  test('is known by its name or by what stands inside, and other faults are not taken for it', () => {
    expect(isFull(Object.assign(new Error(), { inner: full('QuotaExceededError') }))).toBe(true);
    expect(isFull(new TypeError('no'))).toBe(false);
  });
});

test('a photo of an attendance sheet is a fact of the meeting and lies on the disk in the same moment', async () => {
  const db = await tablet();
  await recordActs(db, [{ type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody }], { now: today });
  const read = readTaken(taken(one));
  if (read.kind === 'refused') throw new Error(read.reason);
  const act = { type: 'ratSheetsAdded' as const, id: meetingId, area: kukar, body: { files: [read.reference] } };
  const add = () => recordActs(db, [act], { now: today, files: [{ ...taken(one), reference: read.reference }] });
  expect(await add()).toMatchObject({ kind: 'refused', rule: 'notOpened' });
  expect(await db.fileContent.count()).toBe(0);
  await recordActs(db, [{ type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(10) }], { now: today });
  expect(await add()).toMatchObject({ kind: 'recorded', outcome: 'applied', rows: [{ data: { sheets: [{ sha256: hashOfBytes(one) }] } }] });
  expect(await filesOf(db, `ratMeeting/${meetingId}`)).toMatchObject([{ state: 'unsent', area: kukar }]);
  expect(await add()).toMatchObject({ kind: 'recorded', outcome: 'merged' });
});

test('a tablet of the former version keeps everything when it learns of photos', async () => {
  const name = 'former-version';
  const former = formerDatabase(name, 1);
  await former.table('draft').put({ ...draft, savedAt: today });
  await former.table('setting').put({ key: 'registerVersion', value: 7 });
  former.close();
  const db = openFieldDatabase(name);
  await db.open();
  expect(await readDraft(db, key)).toMatchObject({ cooperativeId, savedAt: today });
  expect(await db.setting.get('registerVersion')).toEqual({ key: 'registerVersion', value: 7 });
  expect((await keepForDraft(db, draft, taken(one), 12)).kind).toBe('kept');
  db.close();
});
