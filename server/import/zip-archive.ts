// The files inside a ZIP, unpacked no further than a limit, so that a small file cannot fill the memory.
import { inflateRawSync } from 'node:zlib';

export type ZipReading = { kind: 'unpacked'; files: Map<string, Buffer> } | { kind: 'tooLarge' } | { kind: 'damaged' };

const endOfDirectory = 'PK\u0005\u0006';
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/** The files whose names are wanted; the names of the others with nothing in them. */
export function unpackZip(bytes: Uint8Array, limit: number, wants: (name: string) => boolean): ZipReading {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Buffer>();
  let left = limit;
  try {
    const end = zip.lastIndexOf(endOfDirectory, undefined, 'latin1');
    if (end < 0 || end + 22 > zip.length) return { kind: 'damaged' };
    let at = zip.readUInt32LE(end + 16);
    for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
      if (zip.readUInt32LE(at) !== directoryEntry) return { kind: 'damaged' };
      const nameLength = zip.readUInt16LE(at + 28);
      const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
      const content = wants(name) ? contentOf(zip, at, left) : Buffer.alloc(0);
      if (content === 'tooLarge') return { kind: 'tooLarge' };
      left -= content.length;
      files.set(name, content);
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
  } catch {
    // An offset beyond the end, or bytes that do not inflate: either way the archive was cut or changed on its way.
    return { kind: 'damaged' };
  }
  return { kind: 'unpacked', files };
}

function contentOf(zip: Buffer, entry: number, limit: number): Buffer | 'tooLarge' {
  const method = zip.readUInt16LE(entry + 10);
  const packedSize = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(local) !== localEntry) throw new RangeError(`no file at ${local}`);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + packedSize);
  if (packed.length < packedSize) throw new RangeError(`${packedSize} bytes at ${start} are not all there`);
  if (method === 0) return packed.length > limit ? 'tooLarge' : packed;
  if (limit < 1) return 'tooLarge';
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) return 'tooLarge';
    throw error;
  }
}
