import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { officeRecipient } from '../../server/rescue/office-key.ts';
import { noteDeviceKey } from '../../server/store/rescue-keys.ts';
import type { FreshDatabase } from '../support/database.ts';
import { addOfficer, foundedOffice, newCooperative, nextFact, signInTablet, type TestTablet } from '../support/founded-office.ts';
import { hashOfBytes, photoOf } from '../support/photo.ts';
import { makeRescue, newTestKeys, type TestKeys } from '../support/rescue-maker.ts';
import { onDisk } from '../support/rescue-office.ts';
import { kukar } from '../support/world.ts';

// Each call starts a process of its own.
vi.setConfig({ testTimeout: 90_000 });

let fresh: FreshDatabase;
let folder: string;
let tablet: TestTablet;
let keys: TestKeys;
let recipient: string;
beforeAll(async () => {
  fresh = await foundedOffice();
  folder = mkdtempSync(join(tmpdir(), 'pantau-cli-'));
  await addOfficer(fresh.db, 'lapangan', 'officer', [kukar]);
  tablet = await signInTablet(fresh.db, 'lapangan');
  keys = await newTestKeys();
  await noteDeviceKey(fresh.db, tablet.deviceId, keys.publicKey);
  recipient = await officeRecipient(fresh.db);
});
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

const pantau = (...args: string[]) => run('rescue', 'import', ...args);

function run(...args: string[]): Promise<{ code: number | null; out: string; said: string }> {
  const env = { ...process.env, DATABASE_URL: fresh.url, PANTAU_DATA: folder };
  const child = spawn(process.execPath, ['bin/pantau.js', ...args], { env });
  const ended = { code: null as number | null, out: '', said: '' };
  child.stdout.on('data', (chunk) => {
    ended.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    ended.said += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code })));
}

const fileOf = (facts: Parameters<typeof makeRescue>[0]['facts'], files: Uint8Array<ArrayBuffer>[] = [], by = keys) =>
  makeRescue({ recipient, deviceId: tablet.deviceId, officerId: tablet.officer.id, keys: by, facts: facts ?? [], files });
const logged = async () => (await fresh.db.selectFrom('fact').select('id').where('device_id', '=', tablet.deviceId).execute()).length;

test('a rescue file is looked at, taken in, and has no effect twice', async () => {
  const photo = photoOf(20_000, 1);
  const path = onDisk(await fileOf([nextFact(tablet, newCooperative(kukar)), nextFact(tablet, newCooperative(kukar))], [photo]));
  const look = await pantau(path, '--dry-run', '--json');
  expect(look).toMatchObject({ code: 0, said: '' });
  expect(JSON.parse(look.out)).toMatchObject({ dryRun: true, proof: 'proved', facts: { applied: 2 }, files: { kept: 1 } });
  expect(await logged()).toBe(0);

  for (const _round of [1, 2]) {
    const { code, out } = await pantau(path);
    expect(code).toBe(0);
    expect(out).toContain('Taken in: of Petugas lapangan');
    expect(out).toContain('Facts: 2 applied. Files: 1 kept');
    expect(out).toMatch(/^2 +cooperativeRecorded +\S+ +applied$/m);
    expect(await logged()).toBe(2);
  }
  const sha256 = hashOfBytes(photo);
  expect(readFileSync(join(folder, 'files', 'kept', sha256.slice(0, 2), sha256)).equals(photo)).toBe(true);
});

test('a file without proof is held, and says so', async () => {
  const path = onDisk(await fileOf([nextFact({ ...tablet }, newCooperative(kukar))], [], await newTestKeys()));
  const { code, out } = await pantau(path);
  expect(code).toBe(0);
  expect(out).toContain('No tablet is known by the key that signed it. Its facts lie in quarantine');
  expect(await logged()).toBe(2);
  // Once somebody at the office has asked the officer.
  const held = await fresh.db.selectFrom('quarantine').select(['id', 'problem']).execute();
  expect(held.map(({ problem }) => problem)).toEqual(['unproved']);
  const released = await run('quarantine', 'release', String(held[0]?.id), '999');
  expect(released).toMatchObject({ code: 1, said: 'Nothing is held under 999. pantau quarantine list shows all.\n' });
  expect(released.out).toContain('is in the log: applied');
  expect(await logged()).toBe(3);
});

test('what a file says cannot make the terminal show something else', async () => {
  const forged = { ...nextFact({ ...tablet }, newCooperative(kukar)), type: '\u001b[1A\u001b[2K\u009b1A\u202eproved\u0007' };
  const path = onDisk(await fileOf([JSON.stringify(forged), 'no fact'], [], await newTestKeys()));
  const { code, out } = await pantau(path, '--dry-run');
  expect(code).toBe(0);
  expect(out).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  expect(out).toMatch(/^\d+ +\ufffd\[1A.+ quarantined +unproved$/m);
  // Of a line that is no fact there is neither a number nor a time.
  expect(out).toMatch(/^- +unreadable +- +quarantined +unproved$/m);
});

test('what cannot be taken in is said with a code, and nothing is taken', async () => {
  const good = await fileOf([nextFact({ ...tablet }, newCooperative(kukar))]);
  const wrong = await Promise.all([
    pantau(onDisk(new Uint8Array(0)), '--json'),
    pantau(onDisk(good.subarray(0, good.length - 5))),
    pantau(join(folder, 'not-there.pantau'), '--json'),
  ]);
  expect(wrong.map(({ code, out, said }) => [code, out.trim(), said.split(' ')[0]])).toEqual([
    [1, '{"code":"empty"}', 'empty:'],
    [1, '', 'damaged:'],
    [2, '{"code":"noFile"}', 'There'],
  ]);
  expect(await logged()).toBe(3);
});
