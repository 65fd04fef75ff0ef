// A text file as a table: its encoding, its delimiter, and lines that keep their number in the file.
import Papa from 'papaparse';
import type { RegisterMapping } from '../../src/domain/register-columns.ts';
import { decodeText, type TextEncoding } from './file-kind.ts';
import { findHeading, type TableLine } from './register-table.ts';

export interface TextTable {
  lines: TableLine[];
  encoding: TextEncoding;
  delimiter: string;
}

const delimiters = [';', ',', '\t', '|'] as const;
const sampleSize = 65_536;

/** At most `most` lines and one more, so that a file that is too long can be told from one that just fits. */
export function readTextTable(bytes: Uint8Array, mapping: RegisterMapping, most: number): TextTable {
  const { text, encoding } = decodeText(bytes);
  const unixText = text.replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(unixText.slice(0, sampleSize), mapping);
  return { lines: linesOf(unixText, delimiter, most + 1), encoding, delimiter };
}

/** The delimiter with which most of a heading is understood; without any, the one that parts the text most. */
function delimiterOf(sample: string, mapping: RegisterMapping): string {
  const scores = delimiters.map((delimiter) => {
    const lines = linesOf(sample, delimiter, 60);
    const known = Object.keys(findHeading(lines, mapping)?.columns.indexOf ?? {}).length;
    return { delimiter, score: known * 1_000_000 + lines.reduce((cells, line) => cells + line.cells.length, 0) };
  });
  return scores.reduce((best, other) => (other.score > best.score ? other : best)).delimiter;
}

function linesOf(text: string, delimiter: string, most: number): TableLine[] {
  const quoted = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: most });
  // A quote that is opened and never closed would swallow the lines behind it, so quotes are then taken as plain characters.
  const isBroken = quoted.errors.some((error) => error.type === 'Quotes');
  if (!isBroken) return numbered(quoted.data);
  const plain = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: most, quoteChar: '\0' });
  return numbered(plain.data.map((cells) => cells.map((cell) => cell.replace(/^\s*"(.*)"\s*$/s, '$1'))));
}

/** A quoted cell may hold line ends, so that one row takes several lines of the file. */
function numbered(rows: readonly string[][]): TableLine[] {
  let line = 1;
  return rows.map((cells) => {
    const begins = line;
    line += 1;
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    return { line: begins, cells };
  });
}
