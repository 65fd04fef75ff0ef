// Writes what was measured into docs/BENCHMARKS.md, between its marks, and the raw samples beside the bench.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKept, type Verdict } from './budgets.ts';
import type { Machine } from './machine.ts';
import type { Options } from './options.ts';
import { markdownOf, verdictTable } from './report.ts';
import type { Results } from './samples.ts';

export interface Measured {
  results: Results;
  options: Options;
  machine: Machine;
  verdicts: readonly Verdict[];
  postgres: string;
  startedAt: number;
  endedAt: number;
}

const root = join(import.meta.dirname, '..', '..');
const page = join(root, 'docs', 'BENCHMARKS.md');
const raw = join(root, 'bench', 'results', 'sync.json');
const [begin, end] = ['<!-- bench:sync begins -->', '<!-- bench:sync ends -->'];

export function writePage(measured: Measured): void {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(begin);
  const [, after] = (rest ?? '').split(end);
  if (before === undefined || after === undefined) throw new Error(`${page} has lost its marks ${begin} and ${end}`);
  writeFileSync(page, `${before}${begin}\n\n${sectionOf(measured).join('\n')}\n\n${end}${after}`);
  mkdirSync(join(raw, '..'), { recursive: true });
  const { results, machine, startedAt } = measured;
  const lists = Object.entries(results).map(
    ([name, list]) => `"${name}": [\n${list.map((each: object) => `  ${JSON.stringify(each)}`).join(',\n')}\n]`,
  );
  writeFileSync(
    raw,
    `{\n"startedAt": "${new Date(startedAt).toISOString()}",\n"machine": ${JSON.stringify(machine)},\n${lists.join(',\n')}\n}\n`,
  );
}

function sectionOf({ results, options, machine, verdicts, postgres, startedAt, endedAt }: Measured): string[] {
  const { processor, cores, memoryGb, system, node, chromium, isPinned, loadAtStart } = machine;
  const versions = JSON.parse(readFileSync(join(root, 'bench', 'peers', 'package.json'), 'utf8')).dependencies as Record<string, string>;
  const kept = verdicts.filter(isKept).length;
  return [
    `${options.runs} interleaved run${options.runs === 1 ? '' : 's'} on ${new Date(startedAt).toISOString().slice(0, 10)}, ${Math.round((endedAt - startedAt) / 60_000)} minutes; load of the machine at the start ${loadAtStart.toFixed(1)}.`,
    `${processor}, ${cores} cores, ${memoryGb} GB, ${system}; Node ${node}, ${chromium}, PostgreSQL ${postgres}; PouchDB ${versions.pouchdb} with express-pouchdb ${versions['express-pouchdb']}, RxDB ${versions.rxdb}.`,
    isPinned
      ? 'The servers and the line had one core, the browser the other.'
      : 'Nothing was pinned to a core: there is no `taskset`, or one core only.',
    'Medians with quartiles; the quickest in bold; bytes of both ways, headers included.',
    '',
    ...markdownOf(results, options.engines, options.conditions),
    '',
    `Budgets: ${kept} kept, ${verdicts.length - kept} missed.`,
    '',
    ...verdictTable(verdicts),
  ];
}
