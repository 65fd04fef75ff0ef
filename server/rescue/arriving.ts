// Rescue files on their way in, piece by piece: what arrived before a cut stays, and only the whole is looked at.
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mostRescueBytes } from '../../src/domain/rescue.ts';
import type { Config } from '../config.ts';
import type { Vault } from '../files/vault.ts';
import type { Database } from '../store/database.ts';
import type { SignedInDevice } from '../store/take-up.ts';
import { type TakenIn, takeIn } from './take-in.ts';

export interface ArrivingFiles {
  /** How many bytes have arrived. */
  at(device: SignedInDevice, sha256: string): Promise<number>;
  /** `place`: another piece is wanted, that at `at`. */
  append(device: SignedInDevice, sha256: string, at: number, piece: Uint8Array): Promise<Appended>;
  take(device: SignedInDevice, sha256: string, now: number): Promise<Taking>;
  /** Throws away what nobody finished in time; answers how many. */
  collect(now: number): Promise<number>;
}

export type Appended = { kind: 'appended' | 'place'; at: number } | { kind: 'refused'; code: 'tooLarge' | 'noRoom' };
/** `absent`: nothing of it has arrived, or it was thrown away. `fileHash`: what arrived is not what was announced, and was thrown away. */
export type Taking = TakenIn | { kind: 'absent' | 'fileHash' };

export const rescueFolderOf = (config: Pick<Config, 'dataFolder'>): string => join(config.dataFolder, 'rescue');

const unfinishedForMs = 7 * 86_400_000;
/** Of one officer, on however many tablets. */
const mostUnfinished = 3;

export function openArriving(db: Database, vault: Vault, folder: string): ArrivingFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // By officer, so that one who signs in on many tablets has no more room than others.
  const placeOf = ({ officer }: SignedInDevice, sha256: string) => join(folder, `${sha256}.${officer.id}`);
  const sizeOf = async (path: string) => (await stat(path).catch(() => undefined))?.size ?? 0;
  const underWay = new Map<string, Promise<unknown>>();

  /** One after another for each file: a repeat of a piece may meet the piece itself. */
  async function alone<T>(path: string, work: () => Promise<T>): Promise<T> {
    const before = underWay.get(path) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    underWay.set(path, mine);
    try {
      return await mine;
    } finally {
      if (underWay.get(path) === mine) underWay.delete(path);
    }
  }

  async function append(device: SignedInDevice, path: string, at: number, piece: Uint8Array): Promise<Appended> {
    const size = await sizeOf(path);
    if (size !== at) return { kind: 'place', at: size };
    if (at + piece.length > mostRescueBytes) return { kind: 'refused', code: 'tooLarge' };
    if (at === 0) {
      const theirs = (await readdir(folder)).filter((name) => name.endsWith(`.${device.officer.id}`) && join(folder, name) !== path);
      if (theirs.length >= mostUnfinished) return { kind: 'refused', code: 'noRoom' };
    }
    const file = await open(path, 'a', 0o600);
    await file.writeFile(piece).finally(() => file.close());
    return { kind: 'appended', at: at + piece.length };
  }

  async function take(device: SignedInDevice, path: string, sha256: string, now: number): Promise<Taking> {
    const bytes = await sizeOf(path);
    if (bytes === 0) return { kind: 'absent' };
    if ((await hashOfFile(path)) !== sha256) {
      await rm(path, { force: true });
      return { kind: 'fileHash' };
    }
    const taken = await takeIn(db, vault, { path, sha256, bytes, handedBy: device.deviceId, now });
    // What failed on the way stays for the next try; whatever was judged has done its work.
    await rm(path, { force: true });
    return taken;
  }

  return {
    at: (device, sha256) => sizeOf(placeOf(device, sha256)),
    append: (device, sha256, at, piece) => {
      const path = placeOf(device, sha256);
      const work = () => append(device, path, at, piece);
      // Beginnings of one officer are counted one after another, or a hundred at once would each see room.
      return alone(path, at === 0 ? () => alone(device.officer.id, work) : work);
    },
    take: (device, sha256, now) => {
      const path = placeOf(device, sha256);
      return alone(path, () => take(device, path, sha256, now));
    },
    collect: async (now) => {
      let thrownAway = 0;
      for (const name of await readdir(folder)) {
        const path = join(folder, name);
        const found = await stat(path).catch(() => undefined);
        if (!found || now - found.mtimeMs < unfinishedForMs) continue;
        await rm(path, { force: true });
        thrownAway += 1;
      }
      return thrownAway;
    },
  };
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
