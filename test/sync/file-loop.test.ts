// When the tablet sends its photos by itself, against an office that only counts.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { contentHashOf } from '../../src/data/files.ts';
import { type FileLoop, startFileLoop } from '../../src/sync/file-loop.ts';
import type { FileOffice, Uploaded } from '../../src/sync/file-office.ts';
import { photoOf } from '../support/photo.ts';
import { tabletOf } from '../support/tablet.ts';
import { idOf, kukar, officerOne, today } from '../support/world.ts';

let db: FieldDatabase;
let loop: FileLoop;
let uploads: string[];
let held: Set<string>;
let answer: Uploaded | undefined;

const office: FileOffice = {
  held: async (files) => ({ kind: 'answered', answer: { held: files.filter((file) => held.has(file)), thrownAway: [] } }),
  upload: async ({ file }) => {
    uploads.push(file.sha256);
    if (answer) return answer;
    held.add(file.sha256);
    return { kind: 'sent' };
  },
};

beforeEach(async () => {
  vi.useFakeTimers({ now: today, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  db = await tabletOf(officerOne, { deviceId: idOf(1) });
  uploads = [];
  held = new Set();
  answer = undefined;
  loop = startFileLoop(db, office, { random: () => 1 });
});
afterEach(() => {
  loop.stop();
  vi.useRealTimers();
});

async function waitingPhoto(seed: number): Promise<string> {
  const { buffer } = photoOf(1_000, seed);
  const sha256 = contentHashOf(buffer);
  await db.file.put({ sha256, owner: 'visit/x', bytes: 1_000, type: 'image/jpeg', takenAt: seed, state: 'unsent', area: kukar });
  await db.fileContent.put({ sha256, bytes: buffer });
  return sha256;
}

/** Lets the time pass in steps, so that what the database answers in between is heard. */
async function wait(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

test('photos go one by one, oldest first, once the office has answered facts', async () => {
  const hashes = [await waitingPhoto(1), await waitingPhoto(2)];
  await wait(60);
  expect(uploads).toEqual([]);
  loop.wake();
  await wait(1);
  expect(uploads).toEqual(hashes);
  loop.wake();
  await wait(1);
  expect(uploads).toHaveLength(2);
});

test('an office that stumbles is asked again at a growing pace, whatever the facts do', async () => {
  await waitingPhoto(1);
  answer = { kind: 'serverError', status: 500, code: 'unexpected' };
  loop.wake();
  await wait(1);
  for (let round = 0; round < 3; round += 1) {
    loop.wake();
    await wait(1);
  }
  expect(uploads).toHaveLength(1);
  await wait(5);
  expect(uploads).toHaveLength(2);
  answer = undefined;
  await wait(10);
  expect(uploads).toHaveLength(3);
  expect((await db.file.toArray()).map(({ state }) => state)).toEqual(['atOffice']);
});

test('an office that was out of reach is tried at once when facts got through again', async () => {
  await waitingPhoto(1);
  answer = { kind: 'unreachable' };
  loop.wake();
  await wait(1);
  answer = undefined;
  loop.wake();
  await wait(1);
  expect(uploads).toHaveLength(2);
});

test('one that asks for patience gets it', async () => {
  await waitingPhoto(1);
  answer = { kind: 'busy', retryAfterMs: 30_000 };
  loop.wake();
  await wait(25);
  expect(uploads).toHaveLength(1);
  await wait(10);
  expect(uploads).toHaveLength(2);
});

test('a refused photo does not hold up the next one', async () => {
  const [first, second] = [await waitingPhoto(1), await waitingPhoto(2)];
  const upload = office.upload;
  vi.spyOn(office, 'upload').mockImplementationOnce(async () => ({ kind: 'refused', code: 'area' }));
  loop.wake();
  await wait(1);
  const states = new Map((await db.file.toArray()).map(({ sha256, state }) => [sha256, state]));
  expect([states.get(first), states.get(second)]).toEqual(['refused', 'atOffice']);
  office.upload = upload;
});
