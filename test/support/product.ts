// The whole product for a browser: the server as a process of its own on a fresh database, with officers and one cooperative.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '../../server/store/accounts.ts';
import type { Database } from '../../server/store/database.ts';
import { recordSurely, systemAuthor } from '../../server/store/server-device.ts';
import { freshDatabase } from './database.ts';
import { freePort, untilReady } from './server-process.ts';
import { cooperativeBody, cooperativeId, kukar, mahulu, province } from './world.ts';

export const password = 'rapat-di-balai-desa';

export interface Product {
  url: string;
  db: Database;
  /** Where the server keeps what does not lie in its database: photos. */
  dataFolder: string;
  /** Takes the server away, as a lost network or a power cut does; the address stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const accounts = [
  { username: 'petugas.satu', name: 'Petugas Satu', role: 'officer' as const, areas: [kukar] },
  { username: 'petugas.dua', name: 'Petugas Dua', role: 'officer' as const, areas: [kukar] },
  { username: 'petugas.mahulu', name: 'Petugas Mahulu', role: 'officer' as const, areas: [mahulu] },
  { username: 'verifikator', name: 'Verifikator', role: 'verifier' as const, areas: [province] },
];

/** Officers of each kind that tests need, and one cooperative in Kutai Kartanegara. */
export async function fillOffice(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const account of accounts) {
      const created = await createAccount(trx, { ...account, password });
      if (created.kind === 'refused') throw new Error(`${account.username}: ${created.reason}`);
    }
    await recordSurely(
      trx,
      [{ type: 'cooperativeRecorded', id: cooperativeId, area: kukar, body: cooperativeBody }],
      await systemAuthor(trx, kukar),
    );
  });
}

export async function startProduct(): Promise<Product> {
  const { db, url: databaseUrl, drop } = await freshDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataFolder = mkdtempSync(join(tmpdir(), 'pantau-product-'));
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        HOST: '127.0.0.1',
        PANTAU_DATA: dataFolder,
        PANTAU_DEMO: '0',
        PANTAU_LOG: 'warn',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await untilReady(url, server);
  };
  const stop = async () => {
    if (!server || server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  await start();
  await fillOffice(db);
  return {
    url,
    db,
    dataFolder,
    start,
    stop,
    close: async () => {
      await stop();
      await drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
