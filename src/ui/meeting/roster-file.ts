/** A member list out of a file: CSV in the encodings offices use, or the fullest sheet of an XLSX workbook, as lines of cells parted by tabs. */

export type RosterFile =
  | { kind: 'read'; text: string; sheet?: string; otherSheets?: number }
  | { kind: 'refused'; reason: 'empty' | 'tooLarge' | 'oldExcel' | 'notAList' | 'damaged' };

const mostBytes = 8 * 1024 * 1024;

export async function readRosterFile(file: File): Promise<RosterFile> {
  if (file.size > mostBytes) return { kind: 'refused', reason: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) return { kind: 'refused', reason: 'empty' };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: 'refused', reason: 'oldExcel' };
  const text = decoded(bytes);
  if (text === undefined) return { kind: 'refused', reason: 'notAList' };
  const { default: Papa } = await import('papaparse');
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  // A quote that is opened and never closed would swallow the lines behind it: then the text is taken as it stands.
  const broken = errors.some((error) => error.type === 'Quotes');
  return filled(broken ? text : linesOf(data));
}

async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<RosterFile> {
  try {
    // The one for browsers unpacks in workers made from text, which the app's content policy forbids.
    const { default: readSheets } = await import('read-excel-file/universal');
    const sheets = await readSheets(bytes.buffer);
    const full = sheets.filter(({ data }) => data.length > 0).sort((one, other) => other.data.length - one.data.length);
    const [fullest] = full;
    if (!fullest) return { kind: 'refused', reason: 'empty' };
    const read = filled(linesOf(fullest.data.map((row) => row.map((cell) => (cell === null ? '' : written(cell))))));
    return read.kind === 'read' ? { ...read, sheet: fullest.sheet, otherSheets: full.length - 1 } : read;
  } catch {
    return { kind: 'refused', reason: 'damaged' };
  }
}

const written = (cell: unknown): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));

const linesOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ').trim()))
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => row.join('\t'))
    .join('\n');

const filled = (text: string): RosterFile => (text.trim() === '' ? { kind: 'refused', reason: 'empty' } : { kind: 'read', text });

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, place) => bytes[place] === byte);

function decoded(bytes: Uint8Array): string | undefined {
  const utf16 = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
