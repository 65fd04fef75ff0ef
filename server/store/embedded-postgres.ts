// The database of an office: the PostgreSQL of DATABASE_URL, or the one that npm brought along, running in the data folder.
//
// Whoever uses the embedded one holds a session with an advisory lock in it, so the locks die with their holders, kill -9 included:
// one lock admits a single server; the other is shared by all users, and the last of them to leave stops PostgreSQL.

import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../config.ts';
import { type Cluster, connectOrStart, findOrMakeCluster, type Log, type Problem, stop } from './postgres-cluster.ts';

export type OpenedDatabase = {
  kind: 'embedded' | 'external';
  /** What a pg.Pool connects with. */
  connection: pg.PoolConfig;
  /** Call it after the pools are ended. Stops the embedded PostgreSQL when nobody else uses it. */
  close(): Promise<void>;
};

/** A server is alone on its data folder and restarts a PostgreSQL that dies; a guest (the command line) works beside it or without it. */
export type Use = { as: 'server' | 'guest'; log: Log };

const lockSpace = 8064;
const serverLock = 1;
const usersLock = 2;
const oldestVersion = 15;

export async function openDatabase(config: Pick<Config, 'dataFolder' | 'databaseUrl'>, use: Use): Promise<OpenedDatabase | Problem> {
  return config.databaseUrl === undefined ? openEmbedded(config.dataFolder, use) : openExternal(config.databaseUrl);
}

async function openEmbedded(dataFolder: string, use: Use): Promise<OpenedDatabase | Problem> {
  const cluster = await findOrMakeCluster(dataFolder, use.log);
  if ('kind' in cluster) return cluster;
  const first = await join(cluster, use);
  if ('kind' in first) return first;
  let keeper = first;
  let closing = false;

  const watch = () => {
    keeper.once('end', () => {
      if (!closing) void revive();
    });
  };
  const revive = async (): Promise<void> => {
    if (use.as === 'guest') return use.log('PostgreSQL went away.');
    use.log('PostgreSQL went away; starting it again.');
    for (let waitMs = 100; !closing; waitMs = Math.min(waitMs * 2, 5_000)) {
      const again = await join(cluster, use);
      if (!('kind' in again)) {
        keeper = again;
        watch();
        return use.log('PostgreSQL is back.');
      }
      use.log(again.says);
      await pause(waitMs);
    }
  };
  watch();
  return {
    kind: 'embedded',
    connection: cluster.socket,
    close: async () => {
      closing = true;
      await leave(cluster, keeper);
    },
  };
}

/** A session that holds this user's locks, or why it cannot have them. */
async function join(cluster: Cluster, use: Use): Promise<pg.Client | Problem> {
  for (;;) {
    const client = await connectOrStart(cluster, use.log);
    if ('kind' in client) return client;
    // The end of a session is told by `end` and by the query that fails; without a listener `error` would end the process.
    client.on('error', () => {});
    try {
      if (use.as === 'server' && !(await tryLock(client, serverLock))) {
        await client.end();
        return {
          kind: 'problem',
          says: `The data folder is in use: another Pantau server runs on ${cluster.folder}. Stop it first, or set PANTAU_DATA to another folder.`,
        };
      }
      // Waits for one that is just stopping PostgreSQL; the session then breaks and the next round starts it anew.
      await client.query('select pg_advisory_lock_shared($1, $2)', [lockSpace, usersLock]);
      return client;
    } catch {
      await client.end().catch(() => {});
    }
  }
}

async function leave(cluster: Cluster, keeper: pg.Client): Promise<void> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1, $2)', [lockSpace, usersLock]);
    if (await tryLock(keeper, usersLock)) await stop(cluster);
  } catch {
    // PostgreSQL is gone already, so there is nobody to stop.
  }
  await keeper.end().catch(() => {});
}

async function tryLock(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [lockSpace, lock]);
  return rows[0]?.got === true;
}

async function openExternal(databaseUrl: string): Promise<OpenedDatabase | Problem> {
  const { host, pathname } = new URL(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int / 10000 as version");
    const version = rows[0]?.version ?? 0;
    if (version < oldestVersion) {
      return { kind: 'problem', says: `The PostgreSQL at ${host} is version ${version}; Pantau needs ${oldestVersion} or newer.` };
    }
    return { kind: 'external', connection: { connectionString: databaseUrl }, close: async () => {} };
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return {
      kind: 'problem',
      says: `The PostgreSQL of DATABASE_URL (${host}${pathname}) does not let Pantau in: ${message || code}. Check the address, the user and whether it runs.`,
    };
  } finally {
    await client.end().catch(() => {});
  }
}
