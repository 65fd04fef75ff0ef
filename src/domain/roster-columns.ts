// How a pasted member list is laid out: what parts its cells, whether it has a heading, and which column is what.
import { tidyText } from './register-cell.ts';

export const rosterColumns = ['number', 'name', 'sex', 'group', 'ignored'] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** Lists written by hand or sent as a message have no cells: `12. Siti Aminah (P)` is `numbered`, a bare name a line is `plain`. */
export type Separation = '\t' | ';' | '|' | ',' | 'spaces' | 'numbered' | 'plain';

const marks = ['\t', ';', '|', ','] as const;
const leadingNumber = /^\s*(\S*\d\S*?)\s*(?:[.):-]\s*|\s+)(\p{L}.*?)\s*(?:[(,/\s]\s*([LPlp])\s*\)?)?\s*$/u;
// A degree behind a name is no cell of its own: `Budi Santoso, S.Pd.`
const degree = /^\s*(?:[SMAD]\.\s?\w{1,6}\.?(?:\w{1,4}\.?)*|S[EHTKP]|S(?:Pd|Ag|Kom|Sos|IP|KM)|M(?:M|Si|Pd|H|Kes)|Ph\.?D)\.?\s*$/i;

export function separationOf(lines: readonly string[]): Separation {
  const full = lines.filter((line) => line.trim() !== '').slice(0, 300);
  const share = (fits: (line: string) => boolean) => full.filter(fits).length / Math.max(1, full.length);
  for (const mark of marks) {
    // Commas also stand inside names, so a list is parted by them only when nearly every line is.
    if (share((line) => splitCells(line, mark).length > 1) >= (mark === ',' ? 0.85 : 0.6)) return mark;
  }
  if (share((line) => /\S {2,}\S/.test(line)) >= 0.6) return 'spaces';
  return share((line) => leadingNumber.test(line)) >= 0.6 ? 'numbered' : 'plain';
}

/** A tab always parts cells: a line that was mended here is written with them, whatever the rest of the list is parted by. */
export function splitLine(line: string, separation: Separation): string[] {
  if (line.includes('\t')) return line.split('\t');
  if (separation === 'spaces') return line.trim().split(/ {2,}/);
  if (separation === 'plain') return [line];
  if (separation !== 'numbered') return splitCells(line, separation);
  const parts = leadingNumber.exec(line);
  return parts ? [parts[1] ?? '', parts[2] ?? '', parts[3] ?? ''] : ['', line, ''];
}

function splitCells(line: string, mark: (typeof marks)[number]): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(line.slice(at));
    const after = quoted ? at + quoted[0].length : -1;
    if (quoted && (after === line.length || line[after] === mark)) {
      cells.push((quoted[1] ?? '').replaceAll('""', '"'));
      at = after + 1;
    } else {
      const end = line.indexOf(mark, at);
      cells.push(line.slice(at, end < 0 ? undefined : end));
      at = end < 0 ? line.length + 1 : end + 1;
    }
  }
  return mark === ',' ? degreesJoined(cells) : cells;
}

function degreesJoined(cells: readonly string[]): string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    if (before !== undefined && /\p{L}{2}/u.test(before) && degree.test(cell)) joined[joined.length - 1] = `${before},${cell}`;
    else joined.push(cell);
  }
  return joined;
}

const sexWords = {
  male: /^(?:l|lk|laki|lakilaki|pria|m|male)$/,
  female: /^(?:p|pr|perempuan|wanita|w|f|female)$/,
};

/** `L`, `Laki-laki`, `P`, `Wanita`. Undefined for anything else. */
export function readSex(cell: string): 'male' | 'female' | undefined {
  const word = keyOf(cell);
  if (sexWords.male.test(word)) return 'male';
  return sexWords.female.test(word) ? 'female' : undefined;
}

const keyOf = (cell: string): string =>
  tidyText(cell)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

type HeadingUse = RosterColumn | 'listNumber';
const headingWords: Readonly<Record<HeadingUse, string>> = {
  number:
    'noanggota nomoranggota noangg noanggt noagt nia nba nak nomorinduk nomorindukanggota nobukuanggota kodeanggota membernumber memberno memberid',
  listNumber: 'no nomor nourut nomorurut urut number',
  name: 'nama namaanggota namalengkap nm nmanggota anggota name membername fullname',
  sex: 'lp pl lpr jk jeniskelamin jnskelamin kelamin gender sex lakilakiperempuan',
  group: 'kelompok kel kelompokanggota dusun desa rt rtrw unit unitkerja bagian wilayah blok komisariat group',
  ignored: 'ttd tandatangan paraf keterangan ket hadir kehadiran alamat nohp hp telepon telp nik noktp',
};
const useOf = new Map(
  Object.entries(headingWords).flatMap(([use, words]) => words.split(' ').map((word): [string, HeadingUse] => [word, use as HeadingUse])),
);

export interface RosterLayout {
  columns: RosterColumn[];
  /** The first line names the columns. */
  heading: boolean;
}

/** By the heading where there is one, else by what stands in the columns. */
export function layoutOf(rows: readonly (readonly string[])[]): RosterLayout {
  const uses = (rows[0] ?? []).map((cell) => useOf.get(keyOf(cell)));
  const heading = uses.includes('name') || uses.filter(Boolean).length > 1;
  const body = heading ? rows.slice(1) : rows;
  const sample = body.slice(0, 300);
  const width = Math.max(0, ...rows.slice(0, 300).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, place) => ({
    place,
    use: heading ? uses[place] : undefined,
    ...shapeOf(sample.map((row) => tidyText(row[place] ?? ''))),
  }));
  type Column = (typeof columns)[number];
  const taken = new Map<number, RosterColumn>();
  const take = (use: RosterColumn, fits: (column: Column) => boolean, better: (column: Column) => number) => {
    if ([...taken.values()].includes(use)) return;
    const free = columns.filter((column) => !taken.has(column.place) && fits(column));
    const best = free.reduce<Column | undefined>((held, column) => (held && better(held) >= better(column) ? held : column), undefined);
    if (best) taken.set(best.place, use);
  };
  const first = (column: Column) => -column.place;
  for (const use of ['number', 'name', 'sex', 'group'] as const) take(use, (column) => column.use === use, first);
  for (const column of columns) if (column.use === 'ignored') taken.set(column.place, 'ignored');
  take('sex', (column) => !column.use && column.sex >= 0.7, first);
  take(
    'name',
    (column) => !column.use && column.letters > 0,
    (column) => column.letters * (0.2 + column.distinct),
  );
  take(
    'number',
    (column) => !column.use && column.digits >= 0.8,
    (column) => (column.counting ? -100 : 0) - column.place,
  );
  // The running number of a list serves as the member's only when there is no other.
  take('number', (column) => column.use === 'listNumber', first);
  take('group', (column) => !column.use && column.letters >= 0.5 && column.distinct < 0.7, first);
  return { columns: columns.map((column) => taken.get(column.place) ?? 'ignored'), heading };
}

/** Shares of the filled cells of one column. */
function shapeOf(cells: readonly string[]) {
  const filled = cells.filter((cell) => cell !== '');
  const share = (fits: (cell: string) => boolean) => (filled.length === 0 ? 0 : filled.filter(fits).length / filled.length);
  return {
    sex: share((cell) => readSex(cell) !== undefined),
    letters: share((cell) => /\p{L}{2}/u.test(cell)),
    digits: share((cell) => /\d/.test(cell) && cell.length <= 30 && !/\p{L}{5}/u.test(cell)),
    distinct: new Set(filled).size / Math.max(1, filled.length),
    counting: filled.length > 1 && filled.every((cell, index) => Number(cell.replace(/\.$/, '')) === index + 1),
  };
}
