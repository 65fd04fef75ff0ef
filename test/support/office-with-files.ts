// The whole office on a port of this machine, files and all, with its doors open to tablets of the tests.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openUploads, type Uploads } from '../../server/files/uploads.ts';
import { folderVault, type Vault } from '../../server/files/vault.ts';
import { buildApp } from '../../server/http/app.ts';
import { openArriving } from '../../server/rescue/arriving.ts';
import type { Database } from '../../server/store/database.ts';
import { addOfficer, foundedOffice, signInTablet, type TestTablet } from './founded-office.ts';
import { tabletOf } from './tablet.ts';

export interface OfficeWithFiles {
  db: Database;
  /** Its database for a command line that is started as a process of its own. */
  databaseUrl: string;
  folder: string;
  vault: Vault;
  uploads: Uploads;
  port: number;
  url: string;
  /** The server ends and another begins over the same folder and database, on the same port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function officeWithFiles(
  vaultOf: (folder: string) => Vault = (folder) => folderVault(join(folder, 'kept')),
): Promise<OfficeWithFiles> {
  const fresh = await foundedOffice();
  const folder = mkdtempSync(join(tmpdir(), 'pantau-files-'));
  const vault = vaultOf(folder);
  const start = async (port: number) => {
    const uploads = openUploads(fresh.db, vault, join(folder, 'uploads'));
    const rescue = openArriving(fresh.db, vault, join(folder, 'rescue'));
    const app = await buildApp(fresh.db, { version: 'test', files: { vault, uploads }, rescue });
    await app.listen({ port, host: '127.0.0.1' });
    return { app, uploads, port: (app.server.address() as AddressInfo).port };
  };
  let running = await start(0);
  return {
    db: fresh.db,
    databaseUrl: fresh.url,
    folder,
    vault,
    get uploads() {
      return running.uploads;
    },
    port: running.port,
    url: `http://127.0.0.1:${running.port}`,
    restart: async () => {
      running.app.server.closeAllConnections();
      await running.app.close();
      running = await start(running.port);
      // The connections that were kept open to the former server are found out to be dead.
      for (let dead = true; dead; )
        dead = await fetch(`http://127.0.0.1:${running.port}/healthz`).then(
          () => false,
          () => true,
        );
    },
    close: async () => {
      running.app.server.closeAllConnections();
      await running.app.close();
      await fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A tablet on an IndexedDB in memory, signed in at the office with a token that it knows. */
export async function tabletAt(office: OfficeWithFiles, username: string, areas: string[], role: 'officer' | 'verifier' = 'officer') {
  await addOfficer(office.db, username, role, areas);
  const device: TestTablet = await signInTablet(office.db, username);
  const db = await tabletOf(device.officer, { deviceId: device.deviceId, token: device.token, now: Date.now() });
  return { db, device };
}
