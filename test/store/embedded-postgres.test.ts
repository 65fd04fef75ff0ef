import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { type OpenedDatabase, openDatabase } from '../../server/store/embedded-postgres.ts';

const asRoot = process.getuid?.() === 0;

// Making a cluster takes a second; the tests about something else get a copy of this one.
const prepared = mkdtempSync(join(tmpdir(), 'pantau-data-'));
beforeAll(async () => (await opened(prepared)).close());
afterAll(() => rmSync(prepared, { recursive: true, force: true }));

function preparedFolder(): string {
  const folder = newDataFolder();
  execFileSync('cp', ['-a', join(prepared, 'postgres'), folder]);
  return folder;
}

/** A data folder that goes, with whatever PostgreSQL still runs in it, when the test is over. */
function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-data-'));
  onTestFinished(async () => {
    const pid = postmasterOf(folder);
    if (pid !== undefined) process.kill(pid, 'SIGQUIT');
    for (let tries = 0; postmasterOf(folder) !== undefined && tries < 100; tries += 1) await pause(20);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return folder;
}

const pidFileOf = (folder: string) => join(folder, 'postgres', 'cluster', 'postmaster.pid');
const postmasterOf = (folder: string) =>
  existsSync(pidFileOf(folder)) ? Number(readFileSync(pidFileOf(folder), 'utf8').split('\n')[0]) : undefined;

async function opened(dataFolder: string, as: 'server' | 'guest' = 'server', log: string[] = []): Promise<OpenedDatabase> {
  const database = await openDatabase({ dataFolder, databaseUrl: undefined }, { as, log: (line) => log.push(line) });
  if (database.kind === 'problem') throw new Error(database.says);
  return database;
}

async function ask(database: OpenedDatabase, query: string): Promise<unknown> {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    const { rows } = await client.query({ text: query, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** A server in a process of its own, which says when the database is open. */
async function serverProcess(dataFolder: string): Promise<ChildProcess> {
  const program = `
    import { openDatabase } from '${resolve('server/store/embedded-postgres.ts')}';
    const { kind } = await openDatabase({ dataFolder: '${dataFolder}', databaseUrl: undefined }, { as: 'server', log: () => {} });
    process.stdout.write(kind);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('embedded');
  return child;
}

test('a folder that does not exist yet becomes a database that keeps what it is told', async () => {
  const folder = join(newDataFolder(), 'data');
  const first = await opened(folder);
  expect(await ask(first, 'show fsync')).toBe('on');
  expect(await ask(first, 'show listen_addresses')).toBe('');
  await ask(first, 'create table kept as select 42 as answer');
  await first.close();
  expect(postmasterOf(folder)).toBeUndefined();

  const second = await opened(folder);
  expect(await ask(second, 'select answer from kept')).toBe(42);
  await second.close();
  rmSync(folder, { recursive: true });
});

test('nobody but its owner can enter the cluster', async () => {
  const folder = preparedFolder();
  const database = await opened(folder);
  expect(statSync(join(folder, 'postgres', 'cluster')).mode & 0o777).toBe(0o700);
  await database.close();
});

test('a second server is told that the folder is in use, and the first goes on', async () => {
  const folder = preparedFolder();
  const first = await opened(folder);
  expect(await openDatabase({ dataFolder: folder, databaseUrl: undefined }, { as: 'server', log: () => {} })).toEqual({
    kind: 'problem',
    says: expect.stringMatching(/in use.*PANTAU_DATA/),
  });
  expect(await ask(first, 'select 1')).toBe(1);
  await first.close();
});

test('a guest beside a server uses its database, and leaves it running', async () => {
  const folder = preparedFolder();
  const server = await opened(folder);
  const pid = postmasterOf(folder);
  const guest = await opened(folder, 'guest');
  expect(await ask(guest, 'select 1')).toBe(1);
  await guest.close();
  expect(postmasterOf(folder)).toBe(pid);
  expect(await ask(server, 'select 1')).toBe(1);
  await server.close();
});

test('a guest without a server starts the database and stops it; a server that came meanwhile keeps it', async () => {
  const folder = preparedFolder();
  const alone = await opened(folder, 'guest');
  await alone.close();
  expect(postmasterOf(folder)).toBeUndefined();

  const guest = await opened(folder, 'guest');
  const server = await opened(folder);
  await guest.close();
  expect(await ask(server, 'select 1')).toBe(1);
  await server.close();
  expect(postmasterOf(folder)).toBeUndefined();
});

test('of many that open an empty folder at once all get the one database', async () => {
  const folder = newDataFolder();
  const all = await Promise.all(['server', 'guest', 'guest'].map((as) => opened(folder, as as 'server' | 'guest')));
  await ask(all[0] as OpenedDatabase, 'create table met ()');
  for (const database of all) expect(await ask(database, 'select count(*)::int from met')).toBe(0);
  await Promise.all(all.map((database) => database.close()));
  expect(postmasterOf(folder)).toBeUndefined();
});

describe('kill -9', () => {
  test('of the server leaves a database that the next server takes over', async () => {
    const folder = preparedFolder();
    const killed = await serverProcess(folder);
    const pid = postmasterOf(folder);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const next = await vi.waitFor(() => opened(folder), { timeout: 10_000 });
    expect(postmasterOf(folder)).toBe(pid);
    await next.close();
    expect(postmasterOf(folder)).toBeUndefined();
  });

  test('of PostgreSQL loses nothing acknowledged, and the server starts it again', async () => {
    const folder = preparedFolder();
    const log: string[] = [];
    const server = await opened(folder, 'server', log);
    await ask(server, 'create table kept as select n from generate_series(1, 1000) n');
    const pid = postmasterOf(folder);
    process.kill(pid as number, 'SIGKILL');
    await vi.waitFor(() => expect(log).toContain('PostgreSQL is back.'), { timeout: 20_000 });
    expect(await ask(server, 'select count(*)::int from kept')).toBe(1000);
    expect(postmasterOf(folder)).not.toBe(pid);
    await server.close();
  });

  test('of both leaves a folder that opens again', async () => {
    const folder = preparedFolder();
    const killed = await serverProcess(folder);
    const pid = postmasterOf(folder) as number;
    killed.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    const next = await opened(folder);
    expect(postmasterOf(folder)).not.toBe(pid);
    await next.close();
  });

  test('leaves a number that may have gone to another program since', async () => {
    const folder = preparedFolder();
    await (await opened(folder)).close();
    // PostgreSQL only sees that a process of this number lives and gives up.
    const other = spawn('sleep', ['60'], asRoot ? { uid: statSync(join(folder, 'postgres', 'cluster')).uid } : {});
    onTestFinished(() => void other.kill('SIGKILL'));
    writeFileSync(pidFileOf(folder), `${other.pid}\n${join(folder, 'postgres', 'cluster')}\n1700000000\n5432\n.\n\n\nready   \n`);
    const database = await opened(folder);
    expect(await ask(database, 'select 1')).toBe(1);
    await database.close();
  });

  test('in the middle of making a database leaves no half of one', async () => {
    const folder = newDataFolder();
    const dead = spawn('true');
    await once(dead, 'exit');
    const half = join(folder, 'postgres', `unfinished-${dead.pid}-0`);
    mkdirSync(half, { recursive: true });
    const database = await opened(folder);
    expect(existsSync(half)).toBe(false);
    await database.close();
  });
});

test('a folder below one that lets nobody pass, as the home of root, will do', async () => {
  const closed = newDataFolder();
  chmodSync(closed, 0o700);
  const folder = join(closed, 'pantau', 'data');
  const first = await opened(folder);
  await ask(first, 'create table kept as select 42 as answer');
  await first.close();
  const second = await opened(folder);
  expect(await ask(second, 'select answer from kept')).toBe(42);
  await second.close();
  rmSync(join(closed, 'pantau'), { recursive: true });
});

test('a path longer than a socket can have will do', async () => {
  const folder = join(newDataFolder(), 'kabupaten-penajam-paser-utara'.repeat(3), 'dinas-koperasi');
  const database = await opened(folder);
  expect(await ask(database, 'select 1')).toBe(1);
  await database.close();
  rmSync(folder, { recursive: true });
});

test('a folder that cannot be made is said in one line', async () => {
  const folder = newDataFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(await openDatabase({ dataFolder: join(folder, 'file'), databaseUrl: undefined }, { as: 'server', log: () => {} })).toEqual({
    kind: 'problem',
    says: expect.stringMatching(/cannot be made.*PANTAU_DATA/),
  });
});

describe('DATABASE_URL', () => {
  const open = (databaseUrl: string) => openDatabase({ dataFolder: '/nowhere', databaseUrl }, { as: 'server', log: () => {} });

  test('is used as it is, by as many servers as there are', async () => {
    const [one, two] = await Promise.all([open(inject('postgresUrl')), open(inject('postgresUrl'))]);
    expect([one.kind, two.kind]).toEqual(['external', 'external']);
    expect(await ask(one as OpenedDatabase, 'select 1')).toBe(1);
  });

  test('that does not answer is said in one line without its password', async () => {
    const answer = await open('postgres://me:secret@127.0.0.1:1/pantau');
    expect(answer).toEqual({ kind: 'problem', says: expect.stringMatching(/127\.0\.0\.1:1\/pantau.*ECONNREFUSED/) });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});
