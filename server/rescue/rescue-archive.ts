// The bytes of a rescue file, from the disk piece by piece: opened with the office's key, its entries one after another.
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import { createTarDecoder } from 'modern-tar';
import { mostRescueBytes, type RescueRefusal, rescueStart } from '../../src/domain/rescue.ts';

/** Nothing of the file may be taken in. */
export class RescueRefused extends Error {
  readonly code: RescueRefusal;
  constructor(code: RescueRefusal) {
    super(code);
    this.code = code;
  }
}

export interface ArchiveEntry {
  name: string;
  size: number;
  /** The whole of it; who asks knows by its `size` that it fits. */
  read(): Promise<Buffer>;
}

/** What stands before the encrypted bytes: one recipient takes a twentieth of it. The library reads as many as there are into memory. */
const mostHeadBytes = 4096;
const headEnd = '\n--- ';

type Chunks = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

/** Visits every entry to the last byte, so that a file that was cut or changed anywhere throws before the end. What is not read is passed over. */
export async function walkArchive(
  path: string,
  identities: readonly string[],
  visit: (entry: ArchiveEntry) => Promise<void>,
): Promise<void> {
  await judgeOutside(path);
  const encrypted = createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    const plain = await decrypted(Readable.toWeb(encrypted) as ReadableStream<Uint8Array>, identities);
    let broken = false;
    const told = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const { done, value } = await plain.read().catch(() => {
          broken = true;
          throw new RescueRefused('damaged');
        });
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
    try {
      await visitEntries(told, visit);
    } catch (error) {
      if (broken) throw new RescueRefused('damaged');
      throw error;
    }
  } finally {
    encrypted.destroy();
  }
}

/** By size, first line and length of the head, before a key is tried. */
async function judgeOutside(path: string): Promise<void> {
  const { size } = await stat(path);
  if (size === 0) throw new RescueRefused('empty');
  if (size > mostRescueBytes) throw new RescueRefused('tooLarge');
  const file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(mostHeadBytes), 0, mostHeadBytes, 0).finally(() => file.close());
  const head = buffer.toString('latin1', 0, bytesRead);
  const text = head.slice(0, rescueStart.length);
  if (text === rescueStart) {
    if (!head.includes(headEnd)) throw new RescueRefused('damaged');
    return;
  }
  // Only cut before the end of its first line, or of a later version of the format.
  if (rescueStart.startsWith(text)) throw new RescueRefused('damaged');
  throw new RescueRefused(/^age-encryption\.org\/v\d/.test(text) ? 'newerVersion' : 'notRescue');
}

async function decrypted(encrypted: ReadableStream<Uint8Array>, identities: readonly string[]): Promise<Chunks> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return (await decrypter.decrypt(encrypted)).getReader() as Chunks;
  } catch (error) {
    throw new RescueRefused(/no identity matched/.test((error as Error).message) ? 'otherOffice' : 'damaged');
  }
}

async function visitEntries(plain: ReadableStream<Uint8Array>, visit: (entry: ArchiveEntry) => Promise<void>): Promise<void> {
  const entries = plain.pipeThrough(createTarDecoder({ strict: true })).getReader();
  for (;;) {
    const { done, value } = await entries.read().catch((error) => {
      throw error instanceof RescueRefused ? error : new RescueRefused('malformed');
    });
    if (done) return;
    const { header, body } = value;
    if (header.type !== undefined && header.type !== 'file') throw new RescueRefused('malformed');
    let isRead = false;
    const read = async () => {
      isRead = true;
      return bytesOf(body, header.size);
    };
    await visit({ name: header.name, size: header.size, read });
    if (!isRead) await passOver(body);
  }
}

async function bytesOf(body: ReadableStream<Uint8Array>, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  let at = 0;
  await eachChunk(body, (chunk) => {
    bytes.set(chunk, at);
    at += chunk.length;
  });
  if (at !== size) throw new RescueRefused('malformed');
  return bytes;
}

const passOver = (body: ReadableStream<Uint8Array>) => eachChunk(body, () => {});

async function eachChunk(body: ReadableStream<Uint8Array>, take: (chunk: Uint8Array) => void): Promise<void> {
  const chunks = body.getReader();
  for (;;) {
    const { done, value } = await chunks.read().catch((error) => {
      throw error instanceof RescueRefused ? error : new RescueRefused('malformed');
    });
    if (done) return;
    take(value);
  }
}
