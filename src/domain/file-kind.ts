// The kind of a file by how its bytes begin.
import type { FileType } from './file.ts';

const starts: readonly (readonly [FileType, at: number, bytes: readonly number[]])[] = [
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['application/pdf', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The type by how the bytes begin: a name or a header may say anything. */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  const found = starts.find(([, at, start]) => start.every((byte, place) => bytes[at + place] === byte));
  if (found?.[0] === 'image/webp' && !isRiff(bytes)) return undefined;
  return found?.[0];
}

const isRiff = (bytes: Uint8Array): boolean => [0x52, 0x49, 0x46, 0x46].every((byte, place) => bytes[place] === byte);
