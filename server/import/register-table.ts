// A register file as a table: numbered lines of cells, and the line among them that is the heading.
import { type RegisterCell, tidyText } from '../../src/domain/register-cell.ts';
import { headingKeyOf, type RegisterColumns, type RegisterMapping, recogniseColumns } from '../../src/domain/register-columns.ts';

export interface TableLine {
  /** Line of the text file, or row of the sheet, counted from 1, where this one begins. */
  line: number;
  cells: readonly RegisterCell[];
}

export interface Heading {
  line: number;
  cells: string[];
  columns: RegisterColumns;
  /** The lines below it that say something of their own. */
  rows: TableLine[];
}

const searched = 40;

export const isEmptyLine = ({ cells }: TableLine): boolean => cells.every((cell) => tidyText(cell) === '');

/**
 * The heading among the first lines: the one with most known columns, the name of the cooperative among them. Titles stand above it.
 * One known column is enough only in a line as wide as any, since a title may read `Koperasi`.
 */
export function findHeading(lines: readonly TableLine[], mapping: RegisterMapping): Heading | undefined {
  const first = firstLines(lines);
  const widest = Math.max(0, ...first.map(widthOf));
  let best: { line: TableLine; columns: RegisterColumns; known: number } | undefined;
  for (const line of first) {
    const columns = recogniseColumns(textsOf(line), mapping);
    const known = Object.keys(columns.indexOf).length;
    if (columns.missing.length > 0 || (known < 2 && widthOf(line) < widest)) continue;
    if (known > (best?.known ?? 0)) best = { line, columns, known };
  }
  if (!best) return undefined;
  const cells = textsOf(best.line);
  const below = lines.slice(lines.indexOf(best.line) + 1);
  return { line: best.line.line, cells, columns: best.columns, rows: below.filter((line, index) => isRow(line, index, best.columns)) };
}

/** Where no heading was found, the line that most looks like one, and how many of its columns are known. */
export function likelyHeading(lines: readonly TableLine[]): { headings: string[]; known: number } {
  const first = firstLines(lines).map((line) => ({ line, known: Object.keys(recogniseColumns(textsOf(line)).indexOf).length }));
  const best = first.sort((one, other) => other.known - one.known || widthOf(other.line) - widthOf(one.line))[0];
  return { headings: best ? textsOf(best.line).filter((cell) => cell !== '') : [], known: best?.known ?? 0 };
}

function firstLines(lines: readonly TableLine[]): TableLine[] {
  const first: TableLine[] = [];
  for (const line of lines) {
    if (first.length === searched) break;
    if (!isEmptyLine(line)) first.push(line);
  }
  return first;
}

const textsOf = ({ cells }: TableLine): string[] => cells.map(tidyText);
const widthOf = ({ cells }: TableLine): number => cells.filter((cell) => tidyText(cell) !== '').length;

/** Not a row: nothing but a running number, the heading printed again on the next page, or `1 2 3 4` under the heading. */
function isRow(line: TableLine, index: number, columns: RegisterColumns): boolean {
  const said = line.cells.flatMap((cell, column) => {
    const heading = columns.headings[column];
    const text = tidyText(cell);
    return text === '' ? [] : [{ text, column, heading, isIgnored: heading !== undefined && columns.mapping[heading] === 'ignored' }];
  });
  if (said.every(({ isIgnored }) => isIgnored)) return false;
  if (said.length < 2) return true;
  if (said.every(({ text, heading }) => heading !== undefined && headingKeyOf(text) === headingKeyOf(heading))) return false;
  return !(index === 0 && said.every(({ text }, position) => new RegExp(`^\\(?${position + 1}\\)?$`).test(text)));
}
