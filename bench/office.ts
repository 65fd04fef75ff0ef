// An office to measure: the embedded PostgreSQL in a folder of its own, the demo province, the real server on a free port.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDemo } from '../server/demo/fill.ts';
import { buildApp } from '../server/http/app.ts';
import { foundOffice } from '../server/store/bootstrap.ts';
import { connect, type Database } from '../server/store/database.ts';
import { openDatabase } from '../server/store/embedded-postgres.ts';
import { migrate } from '../server/store/migrate.ts';

export interface BenchOffice {
  db: Database;
  url: string;
  /** Takes the doors away and leaves the database, as a lost network does. */
  closeDoors(): Promise<void>;
  close(): Promise<void>;
}

export async function openBenchOffice(): Promise<BenchOffice> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pantau-bench-'));
  const opened = await openDatabase({ dataFolder, databaseUrl: undefined }, { as: 'server', log: () => undefined });
  if (opened.kind === 'problem') throw new Error(opened.says);
  const db = connect(opened.connection, console.error);
  await migrate(db);
  await foundOffice(db, '64');
  await fillDemo(db, { now: Date.now() });
  const app = await buildApp(db, { version: 'bench', appFolder: join(import.meta.dirname, '..', 'dist', 'client'), logLevel: 'silent' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  let doorsOpen = true;
  const closeDoors = async () => {
    if (doorsOpen) await app.close();
    doorsOpen = false;
  };
  return {
    db,
    url: `http://127.0.0.1:${port}`,
    closeDoors,
    close: async () => {
      await closeDoors();
      await db.destroy();
      await opened.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
