// Work that cannot reach the office by itself: written into a file, brought by hand or on a colleague's tablet, and counted once.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revokeDevice } from '../../server/store/devices.ts';
import { readQuarantine, releaseHeld } from '../../server/store/release.ts';
import { carriedOf, carry } from '../../src/data/carried.ts';
import { openFieldDatabase } from '../../src/data/database.ts';
import { filesOf } from '../../src/data/held-files.ts';
import { keepSession } from '../../src/data/keep-session.ts';
import { makeRescueFile } from '../../src/data/rescue-file.ts';
import { readRow } from '../../src/data/rows.ts';
import { dropToken } from '../../src/data/session.ts';
import { readSetting } from '../../src/data/settings.ts';
import { fileChunkBytes } from '../../src/domain/file.ts';
import { fileOfficeAt } from '../../src/sync/file-office.ts';
import { sendFiles } from '../../src/sync/files.ts';
import { deliverCarried, settleRescue } from '../../src/sync/rescue.ts';
import { officeAt } from '../../src/sync/send.ts';
import { signInTablet } from '../support/founded-office.ts';
import { type OfficeWithFiles, officeWithFiles, tabletAt } from '../support/office-with-files.ts';
import { ownFacts } from '../support/own-facts.ts';
import { hashOfBytes, photoOf } from '../support/photo.ts';
import { ask, handIn, logOf, quarantineOf, rescueOf, syncWith, workInField } from '../support/rescue-office.ts';
import { idOf, kukar, mahulu, province } from '../support/world.ts';

let office: OfficeWithFiles;
beforeAll(async () => {
  office = await officeWithFiles();
});
afterAll(() => office.close());

const keptAt = (sha256: string) => join(office.folder, 'kept', sha256.slice(0, 2), sha256);
const states = async (db: Awaited<ReturnType<typeof tabletAt>>['db']) => (await ownFacts(db)).map(({ state }) => state);

test('a file handed in at the office does all that a sync would have done, and the tablet’s own sync adds nothing', async () => {
  const { db, device } = await tabletAt(office, 'satu', [kukar]);
  await syncWith(office, db);
  const photos = [photoOf(300_000, 1), photoOf(700_000, 2)];
  const at = await workInField(db, 1, photos);
  const file = await rescueOf(db);
  expect(file).toMatchObject({ part: 1, facts: 2, files: 2 });
  expect(await states(db)).toEqual(['unsent', 'unsent']);

  const desk = await tabletAt(office, 'meja.satu', [kukar], 'verifier');
  const delivery = await handIn(office, desk.device.token, file.bytes);
  expect(delivery).toMatchObject({
    kind: 'taken',
    receipt: { proof: 'proved', facts: { applied: 2 }, files: { kept: 2, refused: 0, missing: 0 }, officer: 'Petugas satu' },
  });
  expect((await logOf(office, device.deviceId)).map(({ kind, linked, type }) => ({ kind, linked, type }))).toEqual([
    { kind: 'applied', linked: true, type: 'cooperativeRecorded' },
    { kind: 'applied', linked: true, type: 'visitRecorded' },
  ]);
  for (const photo of photos) expect(readFileSync(keptAt(hashOfBytes(photo))).equals(photo)).toBe(true);

  const logged = await office.db.selectFrom('fact').select('id').execute();
  await syncWith(office, db);
  expect(await states(db)).toEqual(['applied', 'applied']);
  expect(await sendFiles(db, fileOfficeAt(office.url))).toEqual({ kind: 'done', sent: 2 });
  expect((await filesOf(db, `visit/${at.visitId}`)).map(({ state }) => state)).toEqual(['atOffice', 'atOffice']);
  expect(await office.db.selectFrom('fact').select('id').execute()).toHaveLength(logged.length);
  expect((await readRow(db, 'visit', at.visitId, at.cooperativeId))?.data.photosAtOffice).toHaveLength(2);
  // The same file once more.
  expect(await handIn(office, desk.device.token, file.bytes)).toMatchObject({ kind: 'taken', receipt: { facts: { applied: 2 } } });
  expect(await office.db.selectFrom('fact').select('id').execute()).toHaveLength(logged.length);
  expect(await quarantineOf(office, device.deviceId)).toEqual([]);
});

test('a colleague’s tablet carries a file that it cannot read, and lets it go when the office has it', async () => {
  const { db, device } = await tabletAt(office, 'pulang.belakangan', [kukar]);
  await syncWith(office, db);
  const photo = photoOf(900_000, 11);
  await workInField(db, 2, [photo]);
  const file = await rescueOf(db);
  const colleague = await tabletAt(office, 'pembawa', [mahulu]);
  expect(await carry(colleague.db, file.blob, file.name)).toMatchObject({ kind: 'carried', file: { state: 'carried' } });
  const pieces = await colleague.db.carriedPiece.toArray();
  expect(pieces).toHaveLength(4);
  const [fact] = await db.outbox.toArray();
  const held = Buffer.concat(pieces.map(({ bytes }) => Buffer.from(bytes)));
  for (const word of [fact?.id ?? '', device.officer.name, device.deviceId, 'cooperativeRecorded']) expect(held.includes(word)).toBe(false);

  await syncWith(office, colleague.db);
  const [carried] = await carriedOf(colleague.db);
  expect(carried).toMatchObject({ state: 'handedIn', receipt: { proof: 'proved', facts: { applied: 2 }, files: { kept: 1 } } });
  // Numbers and nothing else: neither whose file it is nor what it says.
  expect(Object.keys(carried?.receipt ?? {}).sort()).toEqual(['facts', 'files', 'proof', 'sha256', 'takenAt']);
  expect(await colleague.db.carriedPiece.count()).toBe(0);
  expect((await logOf(office, device.deviceId)).map(({ kind, officer_id }) => [kind, officer_id])).toEqual([
    ['applied', device.officer.id],
    ['applied', device.officer.id],
  ]);
  await syncWith(office, db);
  expect(await states(db)).toEqual(['applied', 'applied']);
});

test('a carried file goes on where the line broke, over a restart of the office, and the receipt survives a lost answer', async () => {
  const { db } = await tabletAt(office, 'putus', [kukar]);
  await syncWith(office, db);
  await workInField(db, 3, [photoOf(1_500_000, 21)]);
  const file = await rescueOf(db);
  const colleague = await tabletAt(office, 'pembawa.putus', [kukar]);
  await syncWith(office, colleague.db);
  await carry(colleague.db, file.blob, file.name);
  let left = 3;
  let sentPieces = 0;
  const breaking = async (...[method, path, body]: Parameters<ReturnType<typeof ask>>) => {
    if (path.includes('/pieces')) sentPieces += 1;
    if (path.includes('/pieces') && left-- === 0) return { kind: 'failed', failure: 'unreachable' } as const;
    const answer = await ask(office, colleague.device.token)(method, path, body);
    // Taken in, and nobody hears of it.
    return path.endsWith('/take') ? ({ kind: 'failed', failure: 'unreachable' } as const) : answer;
  };
  await deliverCarried(colleague.db, breaking);
  expect(await carriedOf(colleague.db)).toMatchObject([{ state: 'carried', at: 3 * fileChunkBytes }]);
  await office.restart();
  await deliverCarried(colleague.db, breaking);
  expect(sentPieces).toBe(Math.ceil(file.blob.size / fileChunkBytes) + 1);
  expect(await carriedOf(colleague.db)).toMatchObject([{ state: 'carried' }]);
  expect(await colleague.db.carriedPiece.count()).toBeGreaterThan(0);
  await deliverCarried(colleague.db, ask(office, colleague.device.token));
  expect(await carriedOf(colleague.db)).toMatchObject([{ state: 'handedIn', receipt: { facts: { applied: 2 } } }]);
  expect(await colleague.db.carriedPiece.count()).toBe(0);
});

test('facts that were at the office before the file, and facts after it, are one chain', async () => {
  const { db, device } = await tabletAt(office, 'rantai', [kukar]);
  await workInField(db, 4);
  await syncWith(office, db);
  await workInField(db, 5);
  const file = await rescueOf(db);
  expect(file.facts).toBe(2);
  await workInField(db, 6);
  const desk = await tabletAt(office, 'meja.rantai', [kukar], 'verifier');
  await handIn(office, desk.device.token, file.bytes);
  await syncWith(office, db);
  const log = await logOf(office, device.deviceId);
  expect(log.map(({ device_seq, linked, kind }) => [device_seq, linked, kind])).toEqual(
    [1, 2, 3, 4, 5, 6].map((place) => [place, true, 'applied']),
  );
  expect(await states(db)).toEqual(Array(6).fill('applied'));
});

test('what a rule refuses is refused out of a file as in a sync, and its officer hears of it', async () => {
  const { db, device } = await tabletAt(office, 'pindah', [kukar, mahulu]);
  await syncWith(office, db);
  await workInField(db, 7, [], mahulu);
  const file = await rescueOf(db);
  // An officer who lost the area before the file came.
  const officer = await office.db.selectFrom('record').selectAll().where('id', '=', device.officer.id).executeTakeFirstOrThrow();
  await office.db
    .updateTable('record')
    .set({ data: JSON.stringify({ ...officer.data, areas: [kukar] }) })
    .where('id', '=', device.officer.id)
    .execute();
  const desk = await tabletAt(office, 'meja.pindah', [kukar], 'verifier');
  const delivery = await handIn(office, desk.device.token, file.bytes);
  expect(delivery).toMatchObject({
    receipt: {
      each: [
        { kind: 'refused', rule: 'area' },
        { kind: 'refused', rule: 'area' },
      ],
    },
  });
  await syncWith(office, db);
  expect((await db.outbox.toArray()).map(({ verdict }) => verdict?.rule)).toEqual(['area', 'area']);
});

test('a file of a tablet that was revoked meanwhile goes into quarantine as a whole, until the office decides', async () => {
  const { db, device } = await tabletAt(office, 'hilang', [kukar]);
  await syncWith(office, db);
  const photo = photoOf(50_000, 31);
  await workInField(db, 8, [photo]);
  const file = await rescueOf(db);
  await revokeDevice(office.db, device.deviceId);
  const colleague = await tabletAt(office, 'pembawa.hilang', [kukar]);
  await carry(colleague.db, file.blob, file.name);
  await syncWith(office, colleague.db);
  expect(await carriedOf(colleague.db)).toMatchObject([
    { state: 'handedIn', receipt: { proof: 'deviceRevoked', facts: { quarantined: 2 } } },
  ]);
  expect(await logOf(office, device.deviceId)).toEqual([]);
  const held = (await readQuarantine(office.db)).filter(({ deviceId }) => deviceId === device.deviceId);
  expect(held.map(({ problem, handedBy }) => [problem, handedBy])).toEqual(Array(2).fill(['deviceRevoked', colleague.device.deviceId]));
  for (const { id } of held)
    expect(await releaseHeld(office.db, id, Date.now())).toMatchObject({ kind: 'judged', verdict: { kind: 'applied' } });
  expect(existsSync(keptAt(hashOfBytes(photo)))).toBe(true);
});

test('a file of an officer whose account was closed goes into quarantine too', async () => {
  const { db, device } = await tabletAt(office, 'pensiun', [kukar]);
  await syncWith(office, db);
  await workInField(db, 9);
  const file = await rescueOf(db);
  await office.db.updateTable('account').set({ disabled_at: new Date() }).where('officer_id', '=', device.officer.id).execute();
  const desk = await tabletAt(office, 'meja.pensiun', [kukar], 'verifier');
  expect(await handIn(office, desk.device.token, file.bytes)).toMatchObject({
    receipt: { proof: 'accountDisabled', facts: { quarantined: 2 } },
  });
  expect(await logOf(office, device.deviceId)).toEqual([]);
});

test('a tablet that the office does not answer any more still writes its file with the keys that it has', async () => {
  const { db } = await tabletAt(office, 'sepi', [kukar]);
  await workInField(db, 10);
  expect(await makeRescueFile(db, { appVersion: 'test' })).toEqual({ kind: 'noKey' });
  await settleRescue(db, officeAt(office.url));
  await dropToken(db);
  expect(await makeRescueFile(db, { appVersion: 'test' })).toMatchObject({ kind: 'made', facts: 2 });
  expect((await readSetting(db, 'rescue'))?.privateKey.extractable).toBe(false);
});

test('a photo that the browser lost, or that broke on the tablet, keeps nothing else back', async () => {
  const { db } = await tabletAt(office, 'rusak', [kukar]);
  await syncWith(office, db);
  const photos = [photoOf(40_000, 41), photoOf(50_000, 42), photoOf(60_000, 43)];
  await workInField(db, 11, photos);
  const [good, broken, cut] = photos.map(hashOfBytes) as [string, string, string];
  await db.fileContent.update(broken, { bytes: photoOf(50_000, 44).buffer });
  await db.fileContent.update(cut, { bytes: photoOf(10, 43).buffer });
  const file = await rescueOf(db);
  const desk = await tabletAt(office, 'meja.rusak', [kukar], 'verifier');
  expect(await handIn(office, desk.device.token, file.bytes)).toMatchObject({
    receipt: { facts: { applied: 2 }, files: { kept: 1, refused: 1, missing: 1 } },
  });
  expect(existsSync(keptAt(good))).toBe(true);
});

test('a file outlives the storage of its tablet: what was thrown away comes back out of it, beside what was recorded since', async () => {
  const { db, device } = await tabletAt(office, 'kosong', [kukar]);
  await workInField(db, 12);
  await syncWith(office, db);
  await workInField(db, 13);
  const file = await rescueOf(db);
  await db.delete();

  const again = await signInTablet(office.db, 'kosong', device.deviceId);
  const emptied = openFieldDatabase('tablet-emptied');
  const answer = { token: again.token, officer: again.officer, now: Date.now(), deviceSeq: 2, lastHash: again.next.previousHash };
  const note = { deviceId: device.deviceId, lastSeq: 4, facts: [] };
  await keepSession(emptied, device.deviceId, { ...answer, province, isDemo: false }, { note });
  await syncWith(office, emptied);
  await workInField(emptied, 14);
  await syncWith(office, emptied);
  const desk = await tabletAt(office, 'meja.kosong', [kukar], 'verifier');
  // Signed by the key that went with the storage; the office still knows it as this tablet's.
  expect(await handIn(office, desk.device.token, file.bytes)).toMatchObject({ receipt: { proof: 'proved', facts: { applied: 2 } } });
  const log = await logOf(office, device.deviceId);
  expect(log.map(({ device_seq, kind }) => [device_seq, kind])).toEqual([1, 2, 3, 4, 5, 6].map((place) => [place, 'applied']));
  expect(await syncWith(office, emptied)).toMatchObject({ kind: 'done' });
  const cooperativeId = idOf(0x1c000 + 13);
  expect((await readRow(emptied, 'cooperative', cooperativeId, cooperativeId))?.id).toBe(cooperativeId);
});

test('the tablet may sync while its file is being taken in: each fact counts once', async () => {
  const { db, device } = await tabletAt(office, 'serentak', [kukar]);
  await syncWith(office, db);
  for (let place = 0; place < 10; place += 1) await workInField(db, 100 + place);
  const file = await rescueOf(db);
  const desk = await tabletAt(office, 'meja.serentak', [kukar], 'verifier');
  const colleague = await tabletAt(office, 'pembawa.serentak', [kukar]);
  await carry(colleague.db, file.blob, file.name);
  const [, delivery] = await Promise.all([
    syncWith(office, db),
    handIn(office, desk.device.token, file.bytes),
    syncWith(office, colleague.db),
  ]);
  expect(delivery).toMatchObject({ kind: 'taken', receipt: { facts: { applied: 20 } } });
  expect(await carriedOf(colleague.db)).toMatchObject([{ state: 'handedIn', receipt: { facts: { applied: 20 } } }]);
  const log = await logOf(office, device.deviceId);
  expect(log.map(({ device_seq, linked }) => [device_seq, linked])).toEqual(Array.from({ length: 20 }, (_, place) => [place + 1, true]));
  expect(await quarantineOf(office, device.deviceId)).toEqual([]);
  expect(await states(db)).toEqual(Array(20).fill('applied'));
});
