// Rescue files of colleagues that this tablet carries to the office: kept in pieces, unreadable here, gone when the office says that it has them.
import { fileChunkBytes } from '../domain/file.ts';
import type { RescueReceipt, RescueRefusal } from '../domain/rescue.ts';
import type { CarriedFile, FieldDatabase } from './database.ts';
import { isFull } from './files.ts';
import { hashOfBlob, judgeOutside } from './rescue-delivery.ts';

/** `unreadable`: the system did not give the file's bytes. */
export type Carrying = { kind: 'carried'; file: CarriedFile } | { kind: 'refused'; reason: RescueRefusal | 'storage' | 'unreadable' };

/** Nothing is shown of a file before all of it is kept: its entry is written last. */
export async function carry(db: FieldDatabase, file: Blob, name: string, now = Date.now()): Promise<Carrying> {
  let sha256: string;
  try {
    const problem = await judgeOutside(file);
    if (problem) return { kind: 'refused', reason: problem };
    sha256 = await hashOfBlob(file);
  } catch {
    return { kind: 'refused', reason: 'unreadable' };
  }
  const before = await db.carried.get(sha256);
  if (before && before.state !== 'refused') return { kind: 'carried', file: before };
  const entry: CarriedFile = { sha256, name: name.slice(0, 200), bytes: file.size, receivedAt: now, state: 'carried' };
  try {
    await dropOrphans(db);
    for (let place = 0; place * fileChunkBytes < file.size; place += 1) {
      const bytes = await file.slice(place * fileChunkBytes, (place + 1) * fileChunkBytes).arrayBuffer();
      await db.carriedPiece.put({ sha256, place, bytes });
    }
    await db.carried.put(entry);
    return { kind: 'carried', file: entry };
  } catch (error) {
    await dropPieces(db, sha256).catch(() => undefined);
    return { kind: 'refused', reason: isFull(error) ? 'storage' : 'unreadable' };
  }
}

export const carriedOf = (db: FieldDatabase): Promise<CarriedFile[]> => db.carried.toArray();

/** By their names, which tell time and part: what is in a later part may need what is in an earlier one. */
export const carriedToDeliver = async (db: FieldDatabase): Promise<CarriedFile[]> =>
  (await db.carried.toArray())
    .filter(({ state }) => state === 'carried')
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

/** The bytes from there on, up to the end of the piece they lie in. */
export async function carriedPieceAt(db: FieldDatabase, sha256: string, at: number): Promise<Blob | undefined> {
  const piece = await db.carriedPiece.get([sha256, Math.floor(at / fileChunkBytes)]);
  return piece && new Blob([piece.bytes.slice(at % fileChunkBytes)], { type: 'application/octet-stream' });
}

/** Whether the browser still has every piece. */
export async function isWhole(db: FieldDatabase, { sha256, bytes }: CarriedFile): Promise<boolean> {
  return (await piecesOf(db, sha256).count()) === Math.ceil(bytes / fileChunkBytes);
}

export async function noteCarried(db: FieldDatabase, sha256: string, news: Partial<CarriedFile>): Promise<void> {
  await db.carried.update(sha256, news);
}

/** The office has everything, durable: the receipt stays, the file goes. */
export async function handedIn(db: FieldDatabase, sha256: string, receipt: RescueReceipt): Promise<void> {
  await db.transaction('rw', [db.carried, db.carriedPiece], async () => {
    await db.carried.update(sha256, { state: 'handedIn', receipt });
    await dropPieces(db, sha256);
  });
}

/** By the officer: what the office did not take, or a receipt that has been read. */
export async function dropCarried(db: FieldDatabase, sha256: string): Promise<void> {
  await db.transaction('rw', [db.carried, db.carriedPiece], async () => {
    await db.carried.delete(sha256);
    await dropPieces(db, sha256);
  });
}

const piecesOf = (db: FieldDatabase, sha256: string) =>
  db.carriedPiece.where('[sha256+place]').between([sha256, 0], [sha256, Number.MAX_SAFE_INTEGER]);

const dropPieces = (db: FieldDatabase, sha256: string) => piecesOf(db, sha256).delete();

/** Pieces of a file whose keeping was cut off by a battery. */
async function dropOrphans(db: FieldDatabase): Promise<void> {
  const known = new Set((await db.carried.toCollection().primaryKeys()) as string[]);
  const keys = (await db.carriedPiece.toCollection().primaryKeys()) as [string, number][];
  for (const sha256 of new Set(keys.map(([hash]) => hash))) if (!known.has(sha256)) await dropPieces(db, sha256);
}
