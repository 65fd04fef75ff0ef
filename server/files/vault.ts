// Where the bytes of files lie once they are whole and proved: a folder of the office, or a store that speaks S3.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Config } from '../config.ts';

export interface Vault {
  /** Answers only when the bytes would survive a power cut. The same again is harmless. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where the bytes are not there. */
  read(sha256: string): Promise<Readable | undefined>;
  remove(sha256: string): Promise<void>;
}

/** The folder of everything that has to do with files; uploads that are not whole lie in it whatever the vault. */
export const filesFolderOf = (config: Pick<Config, 'dataFolder'>): string => join(config.dataFolder, 'files');

export async function openVault(config: Pick<Config, 'dataFolder' | 's3'>): Promise<Vault> {
  if (!config.s3) return folderVault(join(filesFolderOf(config), 'kept'));
  // Read only where it is configured: most offices keep their files in a folder.
  const { s3Vault } = await import('./s3-vault.ts');
  return s3Vault(config.s3);
}

/** `kept/ab/ab12…`: no folder gets so full that a file manager chokes on it. */
export function folderVault(folder: string): Vault {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    keep: async (sha256, bytes) => {
      const place = placeOf(sha256);
      const parent = join(folder, sha256.slice(0, 2));
      await mkdir(parent, { recursive: true, mode: 0o700 });
      const half = `${place}.${randomUUID()}.half`;
      const file = await open(half, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      await rename(half, place);
      await syncFolder(parent);
    },
    read: async (sha256) => {
      const place = placeOf(sha256);
      const found = await stat(place).catch(() => undefined);
      return found?.isFile() ? createReadStream(place) : undefined;
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
  };
}

/** A file's new name is durable only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
