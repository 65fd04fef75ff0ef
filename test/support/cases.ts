// Reads a fixture of one case a line: `#` comments, then a line naming the columns, then the cases, cells parted by `|`.
import { readFileSync } from 'node:fs';

export function casesOf<const Column extends string>(file: string, columns: readonly Column[]): Record<Column, string>[] {
  const text = readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8');
  const [header, ...lines] = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
  const named = header === undefined ? [] : cellsOf(header);
  if (named.join() !== columns.join()) throw new Error(`${file} names the columns ${named.join()}, the test reads ${columns.join()}`);
  return lines.map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== columns.length) throw new Error(`${file}: ${cells.length} cells instead of ${columns.length} in: ${line}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]])) as Record<Column, string>;
  });
}
