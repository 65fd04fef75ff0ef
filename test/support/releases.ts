// Releases of the app, one after another at one address: the built app, and copies of it that differ as two versions do.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderVault } from '../../server/files/vault.ts';
import { buildApp } from '../../server/http/app.ts';
import { openArriving } from '../../server/rescue/arriving.ts';
import type { Database } from '../../server/store/database.ts';

export interface Releases {
  url: string;
  /** From now on the office serves another version, with this word in its page. */
  release(word: string): void;
  close(): Promise<void>;
}

/** An office in this process, so that the app that it serves can be changed under it. */
export async function serveReleases(db: Database): Promise<Releases> {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-release-'));
  cpSync(join(import.meta.dirname, '..', '..', 'dist', 'client'), folder, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'pantau-release-data-'));
  const rescue = openArriving(db, folderVault(join(data, 'kept')), join(data, 'rescue'));
  const app = await buildApp(db, { version: 'test', appFolder: folder, rescue });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const change = (name: string, from: RegExp, to: string) => {
    const file = join(folder, name);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${name} has nothing like ${from}`);
    writeFileSync(file, after);
    for (const packed of ['.br', '.gz']) rmSync(`${file}${packed}`, { force: true });
  };
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    release: (word) => {
      change('index.html', /<html/, `<html data-release="${word}"`);
      change('sw.js', /(?<=url:`\/index\.html`,revision:`)[0-9a-f]+/, createHash('sha256').update(word).digest('hex').slice(0, 12));
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true });
      rmSync(data, { recursive: true });
    },
  };
}
