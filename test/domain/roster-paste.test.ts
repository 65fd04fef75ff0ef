// Member lists as cooperatives hand them in: every line becomes a member or says why it does not.
import { expect, test } from 'vitest';
import type { RosterMember } from '../../src/domain/roster.ts';
import { type LineOutcome, memberKeyOf, readPastedRoster, remainderOf, withLine } from '../../src/domain/roster-paste.ts';
import { casesOf } from '../support/cases.ts';

const known: RosterMember[] = [
  { memberKey: '0001', memberNumber: '0001', name: 'Ani' },
  { memberKey: '01890000-0000-7000-8000-000000000001', name: 'Tanpa Nomor' },
];

function written(outcome: LineOutcome): string {
  if (outcome.kind === 'known') return 'known';
  if (outcome.kind === 'repeated') return `repeated ${outcome.firstLine}`;
  if (outcome.kind === 'problem') return outcome.code;
  const { memberNumber = '-', name, sex, group } = outcome.member;
  const notices = outcome.notices.map(({ code }) => `(${code})`);
  return [memberNumber, name, sex, group, ...notices].filter(Boolean).join(' ');
}

test.each(casesOf('roster-paste.txt', ['case', 'pasted', 'read']))('$case', ({ pasted, read }) => {
  const text = pasted.replaceAll('\\t', '\t').replaceAll('\\r', '\r').replaceAll('\\n', '\n').replaceAll('^', '|');
  expect(readPastedRoster(text, known).lines.map((line) => written(line.outcome))).toEqual(read.split('; '));
});

test('columns can be named by hand', () => {
  const { columns, lines } = readPastedRoster('Mawar\tSiti\nMelati\tBudi', [], ['group', 'name']);
  expect(columns).toEqual(['group', 'name']);
  expect(lines.map((line) => written(line.outcome))).toEqual(['- Siti Mawar', '- Budi Melati']);
});

test('a list parted by bars is read too', () => {
  expect(readPastedRoster('0107|Siti\n0108|Budi', []).lines.map((line) => written(line.outcome))).toEqual(['0107 Siti', '0108 Budi']);
});

test('a key keeps only what may stand in it', () => {
  expect(memberKeyOf('12 / A')).toBe('12/A');
  expect(memberKeyOf('B.07-é')).toBe('B.07-');
  expect(memberKeyOf(' – ')).toBeUndefined();
});

test('a mended line is read with the rest of the list', () => {
  const text = '1. Siti (P)\n2. \n3. Budi (L)';
  const mended = withLine(text, 2, ['2', 'Cahyo', 'L', '']);
  expect(readPastedRoster(mended, []).lines.map((line) => written(line.outcome))).toEqual(['1 Siti female', '2 Cahyo male', '3 Budi male']);
  expect(withLine(text, 2, undefined)).toBe('1. Siti (P)\n3. Budi (L)');
});

test('what has not become a member stays, under its heading', () => {
  const text = 'No Anggota\tNama\n0107\tSiti\n0108\t\n0107\tBudi';
  expect(remainderOf(text, readPastedRoster(text, []))).toBe('No Anggota\tNama\n0108\t\n0107\tBudi');
  expect(remainderOf('0107\tSiti', readPastedRoster('0107\tSiti', []))).toBe('');
});

test('five thousand lines are read in a moment', () => {
  const text = Array.from({ length: 5000 }, (_, index) => `${index + 1}\tA-${index * 3}\tAnggota ${index}\t${index % 2 ? 'L' : 'P'}`).join(
    '\n',
  );
  const started = performance.now();
  const { lines } = readPastedRoster(text, []);
  expect(lines.every((line) => line.outcome.kind === 'member')).toBe(true);
  expect(performance.now() - started).toBeLessThan(2000);
});
