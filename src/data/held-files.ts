// The files that the tablet holds, as lists and counts; light, since the first screen counts them.
import type { FieldDatabase, HeldFile } from './database.ts';

export interface FileCounts {
  unsent: number;
  /** What is left to send, in bytes. */
  unsentBytes: number;
  refused: number;
}

export async function fileCounts(db: FieldDatabase): Promise<FileCounts> {
  const waiting = await db.file.where('state').anyOf('unsent', 'refused').toArray();
  const unsent = waiting.filter(({ state }) => state === 'unsent');
  const unsentBytes = unsent.reduce((sum, { bytes, offset = 0 }) => sum + bytes - Math.min(offset, bytes), 0);
  return { unsent: unsent.length, unsentBytes, refused: waiting.length - unsent.length };
}

export const refusedFiles = (db: FieldDatabase): Promise<HeldFile[]> => db.file.where('state').equals('refused').toArray();

/** Once more, after the office or the officer has set right what stood in the way. */
export async function sendRefusedAgain(db: FieldDatabase): Promise<void> {
  await db.file.where('state').equals('refused').modify({ state: 'unsent', refusal: undefined });
}

export const filesOf = (db: FieldDatabase, owner: string): Promise<HeldFile[]> => db.file.where('owner').equals(owner).sortBy('takenAt');

/** Taken out of a draft by the officer. */
export async function dropFile(db: FieldDatabase, owner: string, hash: string): Promise<void> {
  await db.transaction('rw', [db.file, db.fileContent], async () => {
    await db.file.delete([owner, hash]);
    await dropContents(db, [hash]);
  });
}

/** Inside a transaction over both tables: the files of a draft that is thrown away. */
export async function dropFilesOf(db: FieldDatabase, owner: string): Promise<void> {
  const held = await db.file.where('owner').equals(owner).toArray();
  await db.file.bulkDelete(held.map((file): [string, string] => [file.owner, file.sha256]));
  await dropContents(
    db,
    held.map((file) => file.sha256),
  );
}

/** The same photo may hang on another record too. */
async function dropContents(db: FieldDatabase, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) if ((await db.file.where('sha256').equals(hash).count()) === 0) await db.fileContent.delete(hash);
}
