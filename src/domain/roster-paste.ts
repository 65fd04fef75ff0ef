// A member list as a cooperative hands it in, pasted or from a file: every line becomes a member, or says why it does not.
import { holdsNationalId } from './national-id.ts';
import { tidyText } from './register-cell.ts';
import { nameKeyOf } from './register-name.ts';
import type { RosterMember } from './roster.ts';
import { layoutOf, type RosterColumn, readSex, type Separation, separationOf, splitLine } from './roster-columns.ts';

export type PastedMember = Omit<RosterMember, 'memberKey'> & {
  /** Undefined for a member without a number, whose key is made up when the list is recorded. */
  memberKey: string | undefined;
};

export type LineProblem = 'nameMissing' | 'nameTooLong' | 'numberTooLong' | 'notAMember' | 'sameNumber' | 'sameNameNoNumber' | 'nationalId';
/** `nationalId`: the number was one, and is left out. */
export type LineNotice = 'sameName' | 'sexUnreadable' | 'nationalId';

export type LineOutcome =
  | { kind: 'member'; member: PastedMember; notices: { code: LineNotice; like?: string }[] }
  /** Stands on the roster already. */
  | { kind: 'known' }
  /** The same number and name as an earlier line: counted once. */
  | { kind: 'repeated'; firstLine: number }
  /** `like` names the other one; it is a line of this list, or a member already on the roster. */
  | { kind: 'problem'; code: LineProblem; like?: string };

export interface RosterLine {
  /** From 1, as in the pasted text. */
  line: number;
  text: string;
  cells: string[];
  outcome: LineOutcome;
}

export interface PastedRoster {
  separation: Separation;
  columns: RosterColumn[];
  heading: boolean;
  lines: RosterLine[];
}

const longestNumber = 40;
const longestName = 200;
const longestGroup = 100;
const totals = new Set(['jumlah', 'total', 'jumlahanggota', 'totalanggota', 'jumlahseluruhnya']);

/** The key of a member's number: `0107`, `A-12/3`. Undefined when nothing of it can stand in a key. */
export function memberKeyOf(memberNumber: string): string | undefined {
  const key = memberNumber
    .normalize('NFKC')
    .replace(/[^\w.\-/]/g, '')
    .slice(0, 60);
  return key === '' ? undefined : key;
}

interface Seen {
  line?: number;
  name: string;
  number?: string | undefined;
}

/** `known` are the members that the roster has already; `columns` overrules what the columns are taken for. */
export function readPastedRoster(text: string, known: readonly RosterMember[], columns?: readonly RosterColumn[]): PastedRoster {
  const texts = text.split(/\r\n|\r|\n/);
  const separation = separationOf(texts);
  const filled = texts
    .map((line, index) => ({ line: index + 1, text: line, cells: splitLine(line, separation) }))
    .filter(({ cells }) => cells.some((cell) => tidyText(cell) !== ''));
  const layout = layoutOf(filled.map(({ cells }) => cells));
  const used = layout.columns.map((guess, place) => columns?.[place] ?? guess);
  const byKey = new Map<string, Seen>(known.map((member) => [member.memberKey, { name: member.name, number: member.memberNumber }]));
  const byName = new Map<string, Seen>(known.map((member) => [nameKeyOf(member.name), { name: member.name, number: member.memberNumber }]));
  const lines = (layout.heading ? filled.slice(1) : filled).map((each) => ({
    ...each,
    outcome: outcomeOf(each.line, each.cells, used, byKey, byName),
  }));
  return { separation, columns: used, heading: layout.heading, lines };
}

function outcomeOf(
  line: number,
  cells: readonly string[],
  columns: readonly RosterColumn[],
  byKey: Map<string, Seen>,
  byName: Map<string, Seen>,
): LineOutcome {
  const cellOf = (use: RosterColumn): string => tidyText(cells[columns.indexOf(use)] ?? '').replace(/^'/, '');
  const written = cellOf('number').replace(/\.$/, '');
  const isNationalId = holdsNationalId(written);
  const memberNumber = isNationalId ? '' : written;
  const name = cellOf('name')
    .replace(/^["“”]+|["“”]+$/g, '')
    .trim();
  const nameKey = nameKeyOf(name);
  if (totals.has(nameKey)) return { kind: 'problem', code: 'notAMember' };
  if (!/\p{L}/u.test(name)) return { kind: 'problem', code: 'nameMissing' };
  if (holdsNationalId(name)) return { kind: 'problem', code: 'nationalId' };
  if (name.length > longestName) return { kind: 'problem', code: 'nameTooLong' };
  if (memberNumber.length > longestNumber) return { kind: 'problem', code: 'numberTooLong' };

  const memberKey = memberKeyOf(memberNumber);
  const twin = memberKey === undefined ? undefined : byKey.get(memberKey);
  if (twin) {
    if (nameKeyOf(twin.name) !== nameKey) return { kind: 'problem', code: 'sameNumber', like: shownAs(twin) };
    return twin.line === undefined ? { kind: 'known' } : { kind: 'repeated', firstLine: twin.line };
  }
  const namesake = byName.get(nameKey);
  // Two rows of a roll call that look the same cannot be told apart by whoever marks them.
  if (namesake && (memberKey === undefined || namesake.number === undefined)) {
    if (memberKey === undefined && namesake.number === undefined && namesake.line === undefined) return { kind: 'known' };
    return { kind: 'problem', code: 'sameNameNoNumber', like: shownAs(namesake) };
  }
  const seen: Seen = { line, name, number: memberKey === undefined ? undefined : memberNumber };
  if (memberKey !== undefined) byKey.set(memberKey, seen);
  if (!namesake) byName.set(nameKey, seen);

  const sexCell = cellOf('sex');
  const sex = readSex(sexCell);
  const group = holdsNationalId(cellOf('group')) ? '' : cellOf('group').slice(0, longestGroup);
  const notices: { code: LineNotice; like?: string }[] = [];
  if (isNationalId || holdsNationalId(cellOf('group'))) notices.push({ code: 'nationalId' });
  if (namesake) notices.push({ code: 'sameName', like: shownAs(namesake) });
  if (sexCell !== '' && sexCell !== '-' && sex === undefined) notices.push({ code: 'sexUnreadable', like: sexCell });
  const member: PastedMember = { memberKey, name };
  if (memberKey !== undefined) member.memberNumber = memberNumber;
  if (sex) member.sex = sex;
  if (group !== '' && group !== '-') member.group = group;
  return { kind: 'member', member, notices };
}

const shownAs = ({ number, name }: Seen): string => [number, name].filter(Boolean).join(' ');

/** The text with one line written anew (or taken out), in cells parted by tabs. */
export function withLine(text: string, line: number, cells: readonly string[] | undefined): string {
  const texts = text.split(/\r\n|\r|\n/);
  if (cells === undefined) texts.splice(line - 1, 1);
  else texts[line - 1] = cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t');
  return texts.join('\n');
}

/** The lines that have not become members and still wait to be mended, with the heading they stood under. */
export function remainderOf(text: string, roster: PastedRoster): string {
  const waiting = roster.lines.filter(({ outcome }) => outcome.kind === 'problem').map((line) => line.text);
  if (waiting.length === 0) return '';
  const heading = roster.heading
    ? text
        .split(/\r\n|\r|\n/)
        .filter((line) => line.trim() !== '')
        .slice(0, 1)
    : [];
  return [...heading, ...waiting].join('\n');
}
