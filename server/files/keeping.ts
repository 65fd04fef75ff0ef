// Taking bytes in, wherever they came from: their kind and their hash are proved before the office says that it has them.

import { mostFileBytes } from '../../src/domain/file.ts';
import { fileTypeOf } from '../../src/domain/file-kind.ts';
import type { Database } from '../store/database.ts';
import { noteStored, tellArrivals } from '../store/files.ts';
import { bytesHashOf } from '../store/server-hash.ts';
import type { Vault } from './vault.ts';

export interface BroughtFile {
  sha256: string;
  bytes: Uint8Array;
  deviceId: string;
  officerId: string;
}

/** `fileHash`: not the bytes that were announced. `fileType`: not one of the kinds that the office takes. */
export type Keeping = { kind: 'kept' } | { kind: 'refused'; code: 'fileHash' | 'fileType' | 'tooLarge' };

/** Answers only when bytes and their entry are durable. The same file again is kept once. */
export async function keepFile(db: Database, vault: Vault, brought: BroughtFile): Promise<Keeping> {
  const { sha256, bytes, deviceId, officerId } = brought;
  if (bytes.byteLength > mostFileBytes) return { kind: 'refused', code: 'tooLarge' };
  if (bytesHashOf(bytes) !== sha256) return { kind: 'refused', code: 'fileHash' };
  const type = fileTypeOf(bytes);
  if (!type) return { kind: 'refused', code: 'fileType' };
  await vault.keep(sha256, bytes);
  await noteStored(db, { sha256, bytes: bytes.byteLength, type }, { deviceId, officerId });
  await tellArrivals(db);
  return { kind: 'kept' };
}
