// Photos and sheets on the tablet: kept the moment they are taken, named by their SHA-256, sent apart from facts, gone only when the office has them.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type FileReference, type FileType, mostFileBytes } from '../domain/file.ts';
import { filesNamedIn } from '../domain/file-exchange.ts';
import { fileTypeOf } from '../domain/file-kind.ts';
import type { KnownFact } from '../domain/fold.ts';
import { type Draft, type FieldDatabase, type HeldFile, rowKeyOf } from './database.ts';

export interface TakenFile {
  bytes: ArrayBuffer;
  takenAt: number;
}

export type KeptFile = { kind: 'kept'; file: HeldFile } | { kind: 'refused'; reason: 'type' | 'tooLarge' | 'tooMany' | 'storage' };

export const contentHashOf = (bytes: ArrayBuffer): string => bytesToHex(sha256(new Uint8Array(bytes)));

/**
 * Keeps a file for a draft, in one transaction with what names it. `storage`: the disk is full even without the photos that the office has;
 * nothing else is touched then, and what was typed stays.
 */
export async function keepForDraft(db: FieldDatabase, draft: Omit<Draft, 'savedAt'>, taken: TakenFile, most: number): Promise<KeptFile> {
  const owner = draft.key;
  const read = readTaken(taken);
  if (read.kind === 'refused') return read;
  const file: HeldFile = { ...read.reference, owner, state: 'draft' };
  const write = () =>
    db.transaction('rw', [db.draft, db.file, db.fileContent], async (): Promise<KeptFile> => {
      const held = await db.file.where('owner').equals(owner).toArray();
      const same = held.find((one) => one.sha256 === file.sha256);
      if (same) return { kind: 'kept', file: same };
      if (held.length >= most) return { kind: 'refused', reason: 'tooMany' };
      await db.draft.put({ ...draft, savedAt: Date.now() });
      await putFile(db, file, taken.bytes);
      return { kind: 'kept', file };
    });
  return withRoom(db, write);
}

/** Of what a camera or a chooser gave; names nothing yet. */
export function readTaken({
  bytes,
  takenAt,
}: TakenFile): { kind: 'read'; reference: FileReference } | Extract<KeptFile, { kind: 'refused' }> {
  const type: FileType | undefined = fileTypeOf(new Uint8Array(bytes, 0, Math.min(16, bytes.byteLength)));
  if (!type) return { kind: 'refused', reason: 'type' };
  if (bytes.byteLength > mostFileBytes) return { kind: 'refused', reason: 'tooLarge' };
  return { kind: 'read', reference: { sha256: contentHashOf(bytes), bytes: bytes.byteLength, type, takenAt } };
}

/** Inside a transaction over both tables. */
export async function putFile(db: FieldDatabase, file: HeldFile, bytes: ArrayBuffer): Promise<void> {
  await db.file.put(file);
  await db.fileContent.put({ sha256: file.sha256, bytes });
}

/** Once more without the photos that the office has already, when the disk is full. */
export async function withRoom<Kept>(
  db: FieldDatabase,
  write: () => Promise<Kept>,
): Promise<Kept | Extract<KeptFile, { kind: 'refused' }>> {
  try {
    return await write();
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  try {
    if ((await makeRoom(db)) > 0) return await write();
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  return { kind: 'refused', reason: 'storage' };
}

/** Chromium aborts a transaction that meets a full disk; the cause stands inside, or is not told at all. */
export function isFull(error: unknown): boolean {
  const { name, inner } = Object(error) as { name?: unknown; inner?: unknown };
  return name === 'QuotaExceededError' || name === 'AbortError' || (inner !== undefined && inner !== error && isFull(inner));
}

/** Lets go of the bytes that the office has confirmed; they can be looked at there. Answers how many files were let go. */
export async function makeRoom(db: FieldDatabase): Promise<number> {
  return db.transaction('rw', [db.file, db.fileContent], async () => {
    const files = await db.file.toArray();
    const needed = new Set(files.filter(({ state }) => state !== 'atOffice').map((file) => file.sha256));
    const free = new Set(files.map((file) => file.sha256).filter((hash) => !needed.has(hash)));
    const held = new Set(await db.fileContent.toCollection().primaryKeys());
    const going = [...free].filter((hash) => held.has(hash));
    await db.fileContent.bulkDelete(going);
    return going.length;
  });
}

export async function contentOf(db: FieldDatabase, hash: string): Promise<ArrayBuffer | undefined> {
  return (await db.fileContent.get(hash))?.bytes;
}

export async function captionFile(db: FieldDatabase, { owner, sha256: hash }: Pick<HeldFile, 'owner' | 'sha256'>, caption: string) {
  await db.file.update([owner, hash], { caption });
}

/**
 * Inside the transaction that records: the files of the draft now belong to the facts that name them, and may be sent. One that no fact names,
 * since it was taken in the last moment, stays with the draft and is there when the record is amended.
 */
export async function handOver(db: FieldDatabase, draft: string, facts: readonly KnownFact[]): Promise<void> {
  const held = await db.file.where('owner').equals(draft).toArray();
  for (const { subject, area, body } of held.length > 0 ? facts : []) {
    const named = new Set(filesNamedIn(body).map((file) => file.sha256));
    for (const file of held.filter(({ sha256: hash }) => named.has(hash))) {
      await db.file.put({ ...file, owner: rowKeyOf(subject.noun, subject.id), area, state: 'unsent' });
      await db.file.delete([draft, file.sha256]);
    }
  }
}

/** What may be sent: the office must have heard of a file before its bytes come, or it could not tell whose they are. */
export async function filesToSend(db: FieldDatabase): Promise<HeldFile[]> {
  const [files, facts] = await Promise.all([
    db.file.where('state').equals('unsent').toArray(),
    db.outbox.where('state').equals('unsent').toArray(),
  ]);
  const untold = new Set(facts.flatMap(({ subject, fact }) => filesNamedIn(fact.body).map((file) => `${subject} ${file.sha256}`)));
  return files.filter((file) => !untold.has(`${file.owner} ${file.sha256}`)).sort((a, b) => a.takenAt - b.takenAt);
}

type FileNews = { [Field in 'offset' | 'refusal' | 'state']?: HeldFile[Field] | undefined };

/** Every record that the same photo hangs on learns it. */
export async function noteFile(db: FieldDatabase, hash: string, news: FileNews): Promise<void> {
  await db.file
    .where('sha256')
    .equals(hash)
    .and(({ state }) => state !== 'draft')
    .modify(news);
}
