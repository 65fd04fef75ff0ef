import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deviceByToken, signIn } from '../../server/store/devices.ts';
import { exchange } from '../../server/store/exchange.ts';
import { newId } from '../../server/store/id.ts';
import type { FreshDatabase } from '../support/database.ts';
import { freshDatabase } from '../support/database.ts';
import { addOfficer, newCooperative, nextFact, requestOf, signInTablet } from '../support/founded-office.ts';

// Each call starts a process of its own.
vi.setConfig({ testTimeout: 90_000 });

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

interface Ended {
  code: number | null;
  out: string;
  said: string;
}

function pantau(args: string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['bin/pantau.js', ...args], { env: { ...process.env, DATABASE_URL: fresh.url, ...env } });
  const ended: Ended = { code: null, out: '', said: '' };
  child.stdout.on('data', (chunk) => {
    ended.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    ended.said += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code })));
}

const password = 'ladang-sawit-2026';
const add = (username: string, ...more: string[]) =>
  pantau(['user', 'add', username, '--name', 'Petugas Baru', '--role', 'officer', '--password-stdin', ...more], { input: `${password}\n` });

describe('pantau user', () => {
  test('makes the first account of an empty database, which then signs in', async () => {
    const added = await add('petugas.kukar', '--areas', '64.02,64.03');
    expect(added).toMatchObject({ code: 0, out: 'petugas.kukar may sign in as officer for 64.02, 64.03.\n' });
    const result = await signIn(fresh.db, { username: 'petugas.kukar', password, deviceId: newId(), appVersion: 'test' }, Date.now());
    expect(result).toMatchObject({ kind: 'signedIn', answer: { officer: { areas: ['64.02', '64.03'] } } });
  });

  test('lists accounts for programs, without a word of their passwords', async () => {
    const { out } = await pantau(['user', 'list', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ username: 'petugas.kukar', role: 'officer' }]);
    expect(out).not.toContain('argon2');
  });

  test('says in one line what it refuses, and ends with 1', async () => {
    const refused = await Promise.all([
      add('petugas.jauh', '--areas', '64.20'),
      pantau(['user', 'add', 'lemah', '--name', 'L', '--role', 'head', '--password-stdin'], { input: 'rahasia\n' }),
    ]);
    expect(refused.map(({ code, said }) => [code, said])).toEqual([
      [1, 'There is no area 64.20. Nothing was changed.\n'],
      [1, 'A password has at least 10 characters. Nothing was changed.\n'],
    ]);
  });

  test('ends with 2 when it is called wrongly, and with 78 when the settings are wrong', async () => {
    const wrong = await Promise.all([
      pantau(['user', 'add', 'x', '--name', 'X', '--role', 'king']),
      pantau(['user', 'list'], { env: { PANTAU_PROVINCE: '51' } }),
    ]);
    expect(wrong.map(({ code }) => code)).toEqual([2, 78]);
    for (const { said } of wrong) expect(said).not.toMatch(/\bat .*\.ts:/);
  });

  test('changes a password, which signs the tablets out', async () => {
    const tablet = await signInTablet(fresh.db, 'petugas.kukar');
    expect(await pantau(['user', 'password', 'petugas.kukar', '--password-stdin'], { input: 'kebun-karet-2027' })).toMatchObject({
      code: 0,
    });
    expect(await deviceByToken(fresh.db, tablet.token)).toBeUndefined();
    await pantau(['user', 'password', 'petugas.kukar', '--password-stdin'], { input: password });
  });

  test('closes an account', async () => {
    await addOfficer(fresh.db, 'pindah', 'officer', ['64.02']);
    expect((await pantau(['user', 'disable', 'pindah'])).out).toBe('pindah is closed.\n');
    await expect(signInTablet(fresh.db, 'pindah')).rejects.toThrow('accountDisabled');
  });
});

describe('pantau device, quarantine and verify', () => {
  test('show what tablets did, revoke a lost one, and prove the log', async () => {
    const tablet = await signInTablet(fresh.db, 'petugas.kukar');
    const far = { ...nextFact(tablet, newCooperative('64.02')), deviceSeq: Number.MAX_SAFE_INTEGER };
    await exchange(fresh.db, tablet, requestOf([{ poisoned: true }, far]), Date.now());

    const listed = JSON.parse((await pantau(['device', 'list', '--json'])).out) as { id: string; facts: number }[];
    // Counted: the number of the last one is what the tablet says.
    expect(listed.find(({ id }) => id === tablet.deviceId)?.facts).toBe(1);
    expect((await pantau(['device', 'revoke', tablet.deviceId])).out).toBe(`${tablet.deviceId} is revoked.\n`);
    expect(await deviceByToken(fresh.db, tablet.token)).toBeUndefined();
    expect((await pantau(['device', 'readmit', tablet.deviceId])).out).toBe(
      `${tablet.deviceId} is let in again: its officer signs in on it once, and what it holds is handed in.\n` +
        'In quarantine for it: 1. pantau quarantine list, show, release.\n',
    );
    expect(await pantau(['device', 'readmit', tablet.deviceId])).toMatchObject({
      code: 1,
      said: `${tablet.deviceId} is not revoked. Nothing was changed.\n`,
    });

    expect((await pantau(['quarantine', 'show', '1'])).out).toBe('{"poisoned":true}');
    const proof = await pantau(['verify']);
    expect(proof).toMatchObject({ code: 0, out: expect.stringContaining('The log is as it was taken in, and the rows are equal') });
  });
});
