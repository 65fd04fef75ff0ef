// The engines that are measured, each with its server as a process of its own on durable storage.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createAccount } from '../../server/store/accounts.ts';
import { connect } from '../../server/store/database.ts';
import { freePort, untilReady } from '../../test/support/server-process.ts';
import type { Place } from './bench-page.ts';
import type { Databases } from './databases.ts';

export const engineNames = ['pantau', 'pouchdb', 'rxdb'] as const;
export type EngineName = (typeof engineNames)[number];

export interface EngineServer {
  port: number;
  /** A place for another 10,000 records, and the way in for two clients; there are nine. */
  place(number: number): Promise<{ name: string; ways: [Place, Place] }>;
  count(place: string): Promise<number>;
  /** Facts in the log beside the rows, where there is one. */
  countLogged?(place: string): Promise<number>;
  stop(): Promise<void>;
}

/** The requests that carry records up: the replies to these are lost in the storm. */
export const writing: Record<EngineName, RegExp> = {
  pantau: /^POST \/api\/sync$/,
  pouchdb: /^POST \/[^/]+\/_bulk_docs/,
  rxdb: /^POST \/push\//,
};

const regencies = ['64.01', '64.02', '64.03', '64.07', '64.09', '64.11', '64.71', '64.72', '64.74'];
const password = 'rapat-di-balai-desa';

export function startServer(engine: EngineName, databases: Databases, folder: string): Promise<EngineServer> {
  mkdirSync(folder, { recursive: true });
  if (engine === 'pantau') return startPantau(databases, folder);
  return engine === 'pouchdb' ? startPeer('pouchdb-server.ts', folder) : databases.fresh().then((url) => startPeer('rxdb-server.ts', url));
}

async function startPantau(databases: Databases, folder: string): Promise<EngineServer> {
  const databaseUrl = await databases.fresh();
  const port = await freePort();
  const settings = {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    PANTAU_DATA: folder,
    PANTAU_DEMO: '0',
    PANTAU_LOG: 'warn',
  };
  const server = run(['server/main.ts'], settings);
  server.stdout?.resume();
  await untilReady(`http://127.0.0.1:${port}`, server);
  const db = connect({ connectionString: databaseUrl }, console.error);
  const counted = (table: 'record' | 'fact', area: string, noun: string) =>
    db
      .selectFrom(table)
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('area', '=', area)
      .where('noun', '=', noun)
      .executeTakeFirstOrThrow()
      .then(({ count }) => Number(count));
  return {
    port,
    place: async (number) => {
      const name = placeOf(regencies, number);
      const ways = [`petugas.satu.${number}`, `petugas.dua.${number}`].map((username) => ({ name, username, password }));
      await db.transaction().execute(async (trx) => {
        for (const { username } of ways) {
          const made = await createAccount(trx, { username, name: `Petugas ${number}`, role: 'officer', areas: [name], password });
          if (made.kind !== 'created') throw new Error(`${username}: ${made.reason}`);
        }
      });
      return { name, ways: ways as [Place, Place] };
    },
    count: (area) => counted('record', area, 'cooperative'),
    countLogged: (area) => counted('fact', area, 'cooperative'),
    stop: async () => {
      await db.destroy();
      await end(server);
    },
  };
}

async function startPeer(program: string, where: string): Promise<EngineServer> {
  const server = run([join('bench', 'peers', program), where], {});
  const port = await portSaid(server);
  return {
    port,
    place: async (number) => {
      const name = `place-${number}`;
      return { name, ways: [{ name }, { name }] };
    },
    count: async (place) => ((await (await fetch(`http://127.0.0.1:${port}/count/${place}`)).json()) as { count: number }).count,
    stop: () => end(server),
  };
}

function run(args: string[], settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function portSaid(server: ChildProcess): Promise<number> {
  if (!server.stdout) throw new Error('a server without a voice');
  for await (const line of createInterface(server.stdout)) {
    const [, port] = /^port (\d+)$/.exec(line) ?? [];
    if (!port) continue;
    server.stdout.resume();
    return Number(port);
  }
  throw new Error('a peer ended before it had a port');
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

function placeOf(names: readonly string[], number: number): string {
  const name = names[number];
  if (!name) throw new Error(`there is no place ${number}`);
  return name;
}
