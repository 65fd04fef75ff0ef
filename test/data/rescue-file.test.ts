// The rescue file as the tablet writes it: what is in it, how much memory it takes, and what carries it without reading it.

import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { unpackTar } from 'modern-tar';
import { beforeAll, describe, expect, test } from 'vitest';
import { carriedOf, carriedPieceAt, carriedToDeliver, carry, dropCarried, handedIn } from '../../src/data/carried.ts';
import { type FieldDatabase, openFieldDatabase } from '../../src/data/database.ts';
import { putFile } from '../../src/data/files.ts';
import { recordActs } from '../../src/data/record.ts';
import { rescuableCounts } from '../../src/data/rescuable.ts';
import { judgeOutside } from '../../src/data/rescue-delivery.ts';
import { makeRescueFile, type RescueEnd, type RescueFile, type RescueLimits } from '../../src/data/rescue-file.ts';
import { writeSetting } from '../../src/data/settings.ts';
import { mostRescueBytes, rescueManifestSchema, signedBytes, signingAlgorithm } from '../../src/domain/rescue.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import { formerDatabase } from '../support/former-tablet.ts';
import { hashOfBytes, photoOf } from '../support/photo.ts';
import { newTestKeys, type TestKeys } from '../support/rescue-maker.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, idOf, kukar, officerOne, today } from '../support/world.ts';

let identity: string;
let recipient: string;
let keys: TestKeys;
beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  keys = await newTestKeys();
});

async function tablet(facts: number): Promise<FieldDatabase> {
  const db = await tabletOf(officerOne, { deviceId: idOf(1) });
  await writeSetting(db, 'rescue', { ...keys, recipient, askedAt: today });
  for (let place = 0; place < facts; place += 1) {
    const act = { type: 'cooperativeRecorded' as const, id: idOf(0xc00 + place), area: kukar, body: cooperativeBody };
    await recordActs(db, [act], { now: today });
  }
  return db;
}

const judged = (db: FieldDatabase, deviceSeq: number, kind: Verdict['kind']) => db.outbox.update(deviceSeq, { state: kind });
const keep = (db: FieldDatabase, photo: Uint8Array<ArrayBuffer>, state: 'unsent' | 'atOffice' | 'refused' | 'draft', owner = 'visit/1') => {
  const file = { sha256: hashOfBytes(photo), bytes: photo.length, type: 'image/jpeg' as const, takenAt: today, owner, state, area: kukar };
  return putFile(db, file, photo.buffer);
};

async function opened(blob: Blob) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const entries = await unpackTar(await decrypter.decrypt(new Uint8Array(await blob.arrayBuffer())), { strict: true });
  return new Map(entries.map(({ header, data }) => [header.name, data ?? new Uint8Array()]));
}

test('everything that the office may not have is in the file, in order, and nothing else', async () => {
  const db = await tablet(7);
  for (const [deviceSeq, kind] of [
    [1, 'applied'],
    [2, 'refused'],
    [3, 'waiting'],
    [4, 'quarantined'],
    [5, 'merged'],
  ] as const) {
    await judged(db, deviceSeq, kind);
  }
  const [mine, theirs, typed, turned] = [photoOf(5000, 1), photoOf(6000, 2), photoOf(7000, 3), photoOf(8000, 4)];
  await keep(db, mine, 'unsent');
  await keep(db, mine, 'unsent', 'visit/2');
  await keep(db, theirs, 'atOffice');
  await keep(db, typed, 'draft');
  await keep(db, turned, 'refused');
  expect(await rescuableCounts(db)).toMatchObject({ facts: 5, unsent: 2, files: 2, hasKey: true });
  const made = await makeRescueFile(db, { appVersion: 'test', now: today });
  if (made.kind !== 'made') throw new Error(made.kind);
  expect(made).toMatchObject({ name: 'penyelamat-petugas-satu-2026-07-06-10-00.pantau', part: 1, facts: 5, files: 2 });
  expect(made.rest).toBeUndefined();

  const entries = await opened(made.blob);
  const photos = [mine, turned].map(hashOfBytes);
  expect([...entries.keys()].sort()).toEqual(
    ['facts.jsonl', ...photos.map((hash) => `files/${hash}`), 'manifest.json', 'manifest.sig'].sort(),
  );
  const lines = new TextDecoder().decode(entries.get('facts.jsonl')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).deviceSeq)).toEqual([2, 3, 4, 6, 7]);
  expect(JSON.parse(lines[3] ?? '')).toEqual((await db.outbox.get(6))?.fact);
  const text = entries.get('manifest.json') as Uint8Array<ArrayBuffer>;
  const manifest = rescueManifestSchema.parse(JSON.parse(new TextDecoder().decode(text)));
  expect(manifest.facts.sha256).toBe(hashOfBytes(entries.get('facts.jsonl') ?? new Uint8Array()));
  const publicKey = await crypto.subtle.importKey('raw', Buffer.from(keys.publicKey, 'base64'), signingAlgorithm, false, ['verify']);
  const signature = entries.get('manifest.sig') as Uint8Array<ArrayBuffer>;
  expect(await crypto.subtle.verify(signingAlgorithm, publicKey, signature, signedBytes(text))).toBe(true);
  // Nothing that was rescued counts as sent.
  expect((await db.outbox.toArray()).filter(({ state }) => state === 'unsent')).toHaveLength(2);
});

test('nothing to rescue makes no file, and a tablet without the office’s key says so', async () => {
  const db = await tablet(0);
  expect(await makeRescueFile(db, { appVersion: 'test' })).toEqual({ kind: 'nothing' });
  await db.setting.delete('rescue');
  expect(await rescuableCounts(db)).toMatchObject({ hasKey: false });
  expect(await makeRescueFile(db, { appVersion: 'test' })).toEqual({ kind: 'noKey' });
});

describe('more than the office takes in one file', () => {
  const makeAll = async (db: FieldDatabase, limits: Partial<RescueLimits>) => {
    const made: RescueFile[] = [];
    for (let after: RescueEnd | undefined, more = true; more; more = after !== undefined) {
      const next = await makeRescueFile(db, { appVersion: 'test', now: today, limits, after });
      if (next.kind !== 'made') throw new Error(next.kind);
      made.push(next);
      after = next.rest?.after;
    }
    return made;
  };
  const numbersIn = async ({ blob }: RescueFile) => {
    const text = new TextDecoder().decode((await opened(blob)).get('facts.jsonl'));
    return text.split('\n').flatMap((line) => (line ? [JSON.parse(line).deviceSeq as number] : []));
  };

  test('goes into several, the oldest facts first, each within what the office takes and none twice', async () => {
    const db = await tablet(7);
    const made = await makeAll(db, { facts: 3 });
    expect(made.map(({ part, facts, rest }) => [part, facts, rest?.facts])).toEqual([
      [1, 3, 4],
      [2, 3, 1],
      [3, 1, undefined],
    ]);
    expect(await Promise.all(made.map(numbersIn))).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(made.map(({ name }) => name)).toEqual([1, 2, 3].map((part) => `penyelamat-petugas-satu-2026-07-06-10-00-bagian-${part}.pantau`));
  });

  test('is cut by the bytes of its facts as by their number', async () => {
    const db = await tablet(5);
    const lines = (await db.outbox.toArray()).map(({ fact }) => new TextEncoder().encode(`${JSON.stringify(fact)}\n`).length);
    const two = (lines[0] ?? 0) + (lines[1] ?? 0);
    const made = await makeAll(db, { factBytes: two });
    expect(await Promise.all(made.map(numbersIn))).toEqual([[1, 2], [3, 4], [5]]);
  });

  test('has photos left for the next file, by number and by room', async () => {
    const db = await tablet(1);
    for (const seed of [1, 2, 3]) await keep(db, photoOf(1_000_000, seed), 'unsent');
    for (const limits of [{ files: 2 }, { bytes: 4 * 1024 * 1024 + 2_200_000 }]) {
      const made = await makeAll(db, limits);
      expect(made.map(({ facts, files, rest }) => [facts, files, rest?.files])).toEqual([
        [1, 2, 1],
        [0, 1, undefined],
      ]);
      const names = await Promise.all(
        made.map(async ({ blob }) => [...(await opened(blob)).keys()].filter((key) => key.startsWith('files/'))),
      );
      expect(new Set(names.flat()).size).toBe(3);
    }
  });

  test('takes along what was recorded after the first file, in the last one', async () => {
    const db = await tablet(3);
    const first = await makeRescueFile(db, { appVersion: 'test', limits: { facts: 2 } });
    if (first.kind !== 'made') throw new Error(first.kind);
    await recordActs(db, [{ type: 'cooperativeRecorded', id: idOf(0xcff), area: kukar, body: cooperativeBody }], { now: today });
    const second = await makeRescueFile(db, { appVersion: 'test', limits: { facts: 2 }, after: first.rest?.after });
    expect(second).toMatchObject({ kind: 'made', part: 2, facts: 2, found: { facts: 4 } });
  });
});

test('100 MB of photos pass through in pieces: no step holds more than a few of them', { timeout: 60_000 }, async () => {
  const db = await tablet(1);
  for (let seed = 0; seed < 12; seed += 1) await keep(db, photoOf(8_500_000, seed), 'unsent');
  const told: number[] = [];
  let longest = 0;
  let before = performance.now();
  const made = await makeRescueFile(db, {
    appVersion: 'test',
    onProgress: (done, all) => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
      told.push(done / all);
    },
  });
  if (made.kind !== 'made') throw new Error(made.kind);
  expect(made.blob.size).toBeGreaterThan(102_000_000);
  expect(told.at(-1)).toBe(1);
  expect(told.length).toBeGreaterThan(390);
  // The screen had a turn after every slice; reading a photo from this store in memory is the longest of the steps.
  expect(longest).toBeLessThan(2_000);
});

describe('a file that is carried for a colleague', () => {
  const foreign = (bytes: number) => new Blob(['age-encryption.org/v1\n', photoOf(bytes, 9)]);

  test('lies in pieces, is kept once, and goes with its receipt', async () => {
    const db = await tablet(0);
    const carried = await carry(db, foreign(600_000), 'penyelamat.pantau', today);
    expect(carried).toMatchObject({ kind: 'carried', file: { bytes: 600_022, state: 'carried', receivedAt: today } });
    expect(await carry(db, foreign(600_000), 'again.pantau')).toMatchObject({ file: { name: 'penyelamat.pantau' } });
    expect(await db.carriedPiece.count()).toBe(3);
    const sha256 = (await carriedOf(db))[0]?.sha256 ?? '';
    const all = [0, 262_144, 524_288, 599_000].map((at) => carriedPieceAt(db, sha256, at));
    expect((await Promise.all(all)).map((blob) => blob?.size)).toEqual([262_144, 262_144, 75_734, 1_022]);
    const receipt = { sha256, takenAt: today, proof: 'proved' as const, facts: {}, files: { kept: 0, refused: 0, missing: 0 } };
    await handedIn(db, sha256, receipt);
    expect(await carriedOf(db)).toMatchObject([{ state: 'handedIn', receipt }]);
    expect(await db.carriedPiece.count()).toBe(0);
    await dropCarried(db, sha256);
    expect(await carriedOf(db)).toEqual([]);
  });

  test('in parts is handed in part after part, in whatever order they came', async () => {
    const db = await tablet(0);
    for (const part of [10, 2, 1]) await carry(db, foreign(1000 + part), `penyelamat-satu-2026-07-06-10-00-bagian-${part}.pantau`, today);
    expect((await carriedToDeliver(db)).map(({ name }) => name.replace(/\D*$/, '').split('-').at(-1))).toEqual(['1', '2', '10']);
  });

  test.each([
    ['empty', new Blob([])],
    ['notRescue', new Blob(['%PDF-1.4 something'])],
    ['damaged', new Blob(['age-encryp'])],
  ])('%s: said at once, and nothing of it is kept', async (reason, file) => {
    const db = await tablet(0);
    expect(await carry(db, file, 'x')).toEqual({ kind: 'refused', reason });
    expect(await db.carriedPiece.count()).toBe(0);
  });

  test('one of two gigabytes is not even read', async () => {
    const huge = { size: 2 * 1024 ** 3, slice: () => expect.unreachable() } as unknown as Blob;
    expect(mostRescueBytes).toBeLessThan(huge.size);
    expect(await judgeOutside(huge)).toBe('tooLarge');
  });

  test('a disk that fills in the middle leaves nothing half kept', async () => {
    const db = await tablet(0);
    let left = 2;
    db.carriedPiece.hook('creating', () => {
      left -= 1;
      if (left < 0) throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await carry(db, foreign(1_000_000), 'x')).toEqual({ kind: 'refused', reason: 'storage' });
    expect(await carriedOf(db)).toEqual([]);
    expect(await db.carriedPiece.count()).toBe(0);
  });

  test('pieces of one that a battery cut off are cleared away with the next', async () => {
    const db = await tablet(0);
    await db.carriedPiece.put({ sha256: 'f'.repeat(64), place: 0, bytes: new ArrayBuffer(10) });
    await carry(db, foreign(10), 'x');
    expect((await db.carriedPiece.toArray()).map(({ sha256 }) => sha256)).not.toContain('f'.repeat(64));
  });
});

test('a tablet of the version before gets the new tables and keeps what it had', async () => {
  const name = 'tablet-before-rescue';
  const former = formerDatabase(name, 3);
  await former.table('outbox').put({ deviceSeq: 1, id: idOf(1), subject: 'visit/1', state: 'unsent', folding: 1, bytes: 10, fact: {} });
  await former.table('file').put({ owner: 'visit/1', sha256: 'a', state: 'unsent', bytes: 3, takenAt: today });
  await former.table('fileContent').put({ sha256: 'a', bytes: new Uint8Array([1, 2, 3]).buffer });
  former.close();
  const db = openFieldDatabase(name);
  expect(await db.outbox.count()).toBe(1);
  expect(await rescuableCounts(db)).toMatchObject({ facts: 1, files: 1, hasKey: false });
  expect(await carriedOf(db)).toEqual([]);
});
