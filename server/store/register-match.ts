// Which cooperative on record a row of a register is about: found by its legal-entity number, or else by kind, name and village.
import { normaliseLegalEntityNumber, registerKeyOf } from '../../src/domain/register-name.ts';
import type { RegisterRow } from '../../src/domain/register-row.ts';
import type { HeldCooperative } from './register-held.ts';
import { heldRejection, heldWarning, type PlaceInFile, type ReportedIssue } from './register-words.ts';

export type Match =
  | { kind: 'new'; issue?: ReportedIssue }
  | { kind: 'held'; cooperative: HeldCooperative; issue?: ReportedIssue }
  | { kind: 'rejected'; issue: ReportedIssue };

/** No cooperative is taken twice: rows with a number choose first, and rows without one only among what those left. */
export function matchRows(
  rows: readonly RegisterRow[],
  cooperatives: readonly HeldCooperative[],
  placeOf: PlaceInFile,
): Map<RegisterRow, Match> {
  const matches = new Map<RegisterRow, Match>();
  const taken = new Set<HeldCooperative>();
  const byNumber = groupedBy(cooperatives, ({ data }) => numberKeyOf(data.legalEntityNumber));
  const byName = groupedBy(cooperatives, ({ data }) => nameKeyOf(data));
  const isNumbered = ({ data }: HeldCooperative) => numberKeyOf(data.legalEntityNumber) !== undefined;
  const freeNamesakes = (row: RegisterRow) => (byName.get(nameKeyOf(row)) ?? []).filter((held) => !taken.has(held));
  const take = (row: RegisterRow, cooperative: HeldCooperative, issue?: ReportedIssue) => {
    taken.add(cooperative);
    matches.set(row, issue ? { kind: 'held', cooperative, issue } : { kind: 'held', cooperative });
  };
  const reject = (row: RegisterRow, count: number) => {
    const place = row.legalEntityKey
      ? placeOf(row.line, 'legalEntityNumber', row.legalEntityNumber)
      : placeOf(row.line, 'name', row.originalName);
    matches.set(row, { kind: 'rejected', issue: heldRejection('severalMatches', place, String(count)) });
  };

  const numbered = rows.filter((row) => row.legalEntityKey !== undefined);
  for (const row of numbered) {
    const held = byNumber.get(row.legalEntityKey ?? '') ?? [];
    const [only] = held;
    if (held.length > 1) reject(row, held.length);
    else if (only) take(row, only);
  }
  for (const row of numbered.filter((each) => !matches.has(each))) {
    const namesakes = freeNamesakes(row);
    const waiting = namesakes.filter((held) => !isNumbered(held));
    const [only] = waiting;
    const place = placeOf(row.line, 'legalEntityNumber', row.legalEntityNumber);
    const [other] = namesakes;
    if (only && waiting.length === 1) take(row, only, heldWarning('numberNowKnown', place));
    else if (other) {
      matches.set(row, { kind: 'new', issue: heldWarning('sameName', place, other.data.legalEntityNumber ?? other.data.name) });
    } else matches.set(row, { kind: 'new' });
  }
  for (const row of rows.filter((each) => each.legalEntityKey === undefined)) {
    const namesakes = freeNamesakes(row);
    const waiting = namesakes.filter((held) => !isNumbered(held));
    const fitting = waiting.length > 0 ? waiting : namesakes;
    const [only] = fitting;
    if (fitting.length > 1) reject(row, fitting.length);
    else if (only) take(row, only);
    else matches.set(row, { kind: 'new' });
  }
  return matches;
}

/** As in a row of a file: a text without a digit (`Dalam proses`) is no number. */
function numberKeyOf(legalEntityNumber: string | undefined): string | undefined {
  const key = legalEntityNumber === undefined ? '' : normaliseLegalEntityNumber(legalEntityNumber);
  return /[1-9]/.test(key) ? key : undefined;
}

const nameKeyOf = ({ group, name, villageName }: { group?: string | undefined; name: string; villageName?: string | undefined }) =>
  registerKeyOf({ group, name, villageName });

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
