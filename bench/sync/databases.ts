// One embedded PostgreSQL, fsync on, for all servers of a measurement that keep their records in one; each gets databases of its own.
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../server/store/embedded-postgres.ts';

export interface Databases {
  version: string;
  /** The URL of an empty one. */
  fresh(): Promise<string>;
  close(): Promise<void>;
}

export async function openDatabases(folder: string): Promise<Databases> {
  const opened = await openDatabase(
    { dataFolder: join(folder, 'postgres'), databaseUrl: undefined },
    { as: 'guest', log: () => undefined },
  );
  if (opened.kind === 'problem') throw new Error(opened.says);
  const { host = '', user = '' } = opened.connection;
  const admin = new pg.Client(opened.connection);
  await admin.connect();
  const { rows } = await admin.query<{ server_version: string }>('show server_version');
  let made = 0;
  return {
    version: rows[0]?.server_version ?? 'unknown',
    fresh: async () => {
      made += 1;
      await admin.query(`create database bench_${made}`);
      return `postgres://${user}@localhost/bench_${made}?host=${encodeURIComponent(host)}`;
    },
    close: async () => {
      await admin.end();
      await opened.close();
    },
  };
}
