// The whole product for a browser: the server as a process of its own on a fresh database, with officers and one cooperative.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '../../server/store/accounts.ts';
import type { Database } from '../../server/store/database.ts';
import { recordSurely, systemAuthor } from '../../server/store/server-device.ts';
import { freshDatabase } from './database.ts';
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

export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

export async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not get ready within a minute');
}
