// Writes what was measured into docs/BENCHMARKS.md, between its marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKept, verdictsOn } from './budgets.ts';
import { engineNames } from './engines.ts';
import type { Measured } from './measured.ts';
import { markdownOf, verdictTable } from './report.ts';
import { conditionsOf } from './samples.ts';

const root = join(import.meta.dirname, '..', '..');
const page = join(root, 'docs', 'BENCHMARKS.md');
const [begin, end] = ['<!-- bench:sync begins -->', '<!-- bench:sync ends -->'];

export function writePage(measured: Measured): void {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(begin);
  const [, after] = (rest ?? '').split(end);
  if (before === undefined || after === undefined) throw new Error(`${page} has lost its marks ${begin} and ${end}`);
  writeFileSync(page, `${before}${begin}\n\n${sectionOf(measured).join('\n')}\n\n${end}${after}`);
}

function sectionOf({ results, machine, postgres, parts }: Measured): string[] {
  const { processor, cores, memoryGb, system, node, chromium, isPinned } = machine;
  const versions = JSON.parse(readFileSync(join(root, 'bench', 'peers', 'package.json'), 'utf8')).dependencies as Record<string, string>;
  const conditions = conditionsOf(results.samples);
  const verdicts = verdictsOn(results, conditions);
  const kept = verdicts.filter(isKept).length;
  const days = [...new Set(parts.map(({ startedAt }) => startedAt.slice(0, 10)))].join(', ');
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0);
  return [
    `Interleaved runs on ${days}, ${minutes} minutes in all; load of the machine beside them up to ${Math.max(...parts.map(({ load }) => load)).toFixed(1)}.`,
    `${processor}, ${cores} cores, ${memoryGb} GB, ${system}; Node ${node}, ${chromium}, PostgreSQL ${postgres}; PouchDB ${versions.pouchdb} with express-pouchdb ${versions['express-pouchdb']}, RxDB ${versions.rxdb}.`,
    isPinned
      ? 'The servers and the line had one core, the browser the other.'
      : 'Nothing was pinned to a core: there is no `taskset`, or one core only.',
    'Medians with quartiles; the quickest in bold; bytes of both ways, headers included.',
    '',
    ...markdownOf(results, engineNames, conditions),
    '',
    `Budgets: ${kept} kept, ${verdicts.length - kept} missed.`,
    '',
    ...verdictTable(verdicts),
  ];
}
