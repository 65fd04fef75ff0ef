import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

// Each test starts a server as a process of its own.
vi.setConfig({ testTimeout: 90_000 });

let fresh: FreshDatabase;
const dataFolder = mkdtempSync(join(tmpdir(), 'pantau-server-'));
const children: ChildProcess[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await fresh.drop();
  rmSync(dataFolder, { recursive: true, force: true });
});

function start(env: Record<string, string>) {
  const settings = { DATABASE_URL: fresh.url, PANTAU_DATA: dataFolder, PANTAU_DEMO: '0', PANTAU_LOG: 'silent', PORT: '0', ...env };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env: { ...process.env, ...settings } });
  children.push(child);
  const said = { out: '', errors: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.errors += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  const address = async () => {
    for (;;) {
      const found = /http:\/\/\S+/.exec(said.out)?.[0];
      if (found) return found;
      if (child.exitCode !== null) throw new Error(said.errors);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  return { child, ended, address };
}

test('a server says where it is, serves, and ends in order when told to', async () => {
  const { child, ended, address } = start({});
  const url = await address();
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect((await fetch(`${url}/api/sync`, { method: 'POST', body: '{}' })).status).toBe(401);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, errors: '' });
});

test('a server that cannot start says why in one line and ends with 78', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const cases: [Record<string, string>, string][] = [
    [{ PORT: String(port) }, `Port ${port} on 127.0.0.1 is in use`],
    [{ DATABASE_URL: 'postgres://nobody:geheim@127.0.0.1:9/none' }, 'does not let Pantau in'],
    [{ PORT: String(port), DATABASE_URL: '', PANTAU_DATA: '/nowhere' }, `Port ${port} on 127.0.0.1 is in use`],
    [{ DATABASE_URL: '', PANTAU_DATA: '/proc/pantau' }, 'The data folder /proc/pantau cannot be made'],
    [{ PANTAU_PROVINCE: '99' }, 'PANTAU_PROVINCE'],
  ];
  const endings = await Promise.all(cases.map(([env]) => start(env).ended));
  for (const [index, [, words]] of cases.entries()) {
    const { code, errors } = endings[index] ?? { code: null, errors: '' };
    expect([code, errors.trim().split('\n').length], words).toEqual([78, 1]);
    expect(errors).toContain(words);
    expect(errors).not.toContain('geheim');
  }
  taken.close();
});
