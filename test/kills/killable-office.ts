// The server as a process of its own over its embedded PostgreSQL, with every process within reach of kill -9.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { connect, type Database } from '../../server/store/database.ts';
import { openDatabase } from '../../server/store/embedded-postgres.ts';
import { freePort, untilReady } from '../support/server-process.ts';
import { narrowRoom } from './narrow-room.ts';

export interface KillableOffice {
  url: string;
  dataFolder: string;
  /** What the server has written to its error output. */
  complaints: string[];
  /** kill -9, and a new server at the same address. */
  killServer(): Promise<void>;
  /** kill -9 of the postmaster, of one of its children, or of all of them. */
  killPostgres(which: 'postmaster' | 'child' | 'all'): Promise<void>;
  /** Nothing of PostgreSQL runs for this time, and nobody is told. */
  freezePostgres(ms: number): Promise<void>;
  /** While `work` goes on, nothing more can be written: the disk under the database is full, or as if it were. */
  withoutRoom(work: () => Promise<void>): Promise<void>;
  /** Beside the server, as the command line does it. */
  withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openKillableOffice(): Promise<KillableOffice> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pantau-kills-'));
  const room = narrowRoom(dataFolder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const complaints: string[] = [];
  let server: ChildProcess;
  const start = async () => {
    server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: {
        ...process.env,
        DATABASE_URL: '',
        PANTAU_DATA: dataFolder,
        PORT: String(port),
        HOST: '127.0.0.1',
        PANTAU_DEMO: '0',
        PANTAU_LOG: 'error',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server.stdout?.on('data', (chunk) => complaints.push(...errorLinesOf(String(chunk))));
    server.stderr?.on('data', (chunk) => complaints.push(String(chunk).trim()));
    await untilReady(url, server);
  };
  const cluster = join(dataFolder, 'postgres', 'cluster');
  /** Between a kill and the next start there is none, though the office has just said that it is ready. */
  const postmaster = async (): Promise<number> => {
    const patience = Date.now() + 60_000;
    for (;;) {
      const [line] = existsSync(join(cluster, 'postmaster.pid')) ? readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n') : [];
      if (Number(line) > 0) return Number(line);
      if (Date.now() > patience) throw new Error('PostgreSQL does not come back');
      await pause(50);
    }
  };
  const withDatabase = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const opened = await openDatabase({ dataFolder, databaseUrl: undefined }, { as: 'guest', log: () => undefined });
    if (opened.kind === 'problem') throw new Error(opened.says);
    const db = connect(opened.connection, () => undefined);
    try {
      return await work(db);
    } finally {
      await db.destroy();
      await opened.close();
    }
  };
  await start();
  return {
    url,
    dataFolder,
    complaints,
    killServer: async () => {
      server.kill('SIGKILL');
      await once(server, 'exit');
      await start();
    },
    killPostgres: async (which) => {
      const pid = await postmaster();
      const children = childrenOf(pid);
      const one = children[Math.floor(Math.random() * children.length)];
      const victims = which === 'postmaster' ? [pid] : which === 'all' ? [pid, ...children] : one === undefined ? [] : [one];
      for (const victim of victims) signal(victim, 'SIGKILL');
      await untilReady(url, server);
    },
    freezePostgres: async (ms) => {
      const pid = await postmaster();
      const all = [pid, ...childrenOf(pid)];
      for (const process of all) signal(process, 'SIGSTOP');
      await pause(ms);
      for (const process of all) signal(process, 'SIGCONT');
      await untilReady(url, server);
    },
    withoutRoom: async (work) => {
      const free = room?.fill();
      if (!room) await withDatabase(sayFull);
      try {
        await work();
      } finally {
        free?.();
        if (!room) await withDatabase(sayRoom);
      }
      await untilReady(url, server);
    },
    withDatabase,
    close: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
      room?.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Where no file system can be mounted, PostgreSQL is made to say what it says of a full one. */
async function sayFull(db: Database): Promise<void> {
  await sql`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(db);
  await sql`create trigger full_disk before insert on fact execute function full_disk()`.execute(db);
}
const sayRoom = (db: Database) => sql`drop function full_disk cascade`.execute(db);

/** Of a structured log, those that tell of something unexpected. */
const errorLinesOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('{') && line.includes('"level":50'));

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    // Behind the name in brackets, which may hold blanks: the state, then the parent.
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself meanwhile.
  }
}
