// What a file is by its first bytes; its name is never believed.

export type FileKind =
  | 'empty'
  | 'text'
  | 'zip'
  | 'pdf'
  | 'html'
  | 'xml'
  | 'json'
  | 'richText'
  | 'oldOffice'
  | 'image'
  | 'archive'
  | 'binary';

const magic: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  // Excel up to 2003, and every newer workbook with a password.
  ['oldOffice', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['richText', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];
const sampleSize = 65_536;

export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const known = magic.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (known) return known[0];
  const sample = bytes.subarray(0, sampleSize);
  if (unicodeMarkOf(bytes) === undefined && looksBinary(sample)) return 'binary';
  const start = decodeText(sample, true).text.trimStart().slice(0, 200).toLowerCase();
  if (start === '' && bytes.length <= sampleSize) return 'empty';
  if (/^<(?:!doctype html|html|head|body|table|meta|style|script|div|center)\b/.test(start)) return 'html';
  if (start.startsWith('<')) return 'xml';
  return /^(?:\{\s*["}]|\[\s*[[{"])/.test(start) ? 'json' : 'text';
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Text by its byte order mark, else as UTF-8 if every byte of it is, else as Windows-1252, which older office machines write.
 * The end of a sample may cut a character in two.
 */
export function decodeText(bytes: Uint8Array, isSample = false): { text: string; encoding: TextEncoding } {
  const marked = unicodeMarkOf(bytes);
  if (marked && marked !== 'utf-8') return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isSample }), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function unicodeMarkOf(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** Tabs, line ends, form feeds and the end mark of old systems are text; a nought or many other controls are not. */
function looksBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) controls += 1;
  }
  return controls * 200 > sample.length;
}
