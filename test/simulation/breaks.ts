// Deliberate breaks of the product, each in a copy of its code: how many worlds it takes until one of them fails, and by which check.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { breaks } from './break-list.ts';
import type { Summary } from './run.ts';

export interface Caught {
  what: string;
  where: string[];
  /** Worlds until one failed; undefined where none did. */
  seeds: number | undefined;
  by: string;
}

export interface Chosen {
  /** A part of what names those that are tried. */
  only: string;
  part: number;
  parts: number;
}

/** `seeds` is how many worlds each break gets at the most. */
export function tryBreaks(seeds: number, { only, part, parts }: Chosen, say: (caught: Caught) => void): Caught[] {
  const chosen = breaks.filter(({ what }, place) => what.includes(only) && place % parts === part - 1);
  return chosen.map(({ what, edits }) => {
    const caught = { what, where: [...new Set(edits.map(({ file }) => file))], ...tryBreak(edits, seeds) };
    say(caught);
    return caught;
  });
}

function tryBreak(edits: (typeof breaks)[number]['edits'], seeds: number): Pick<Caught, 'seeds' | 'by'> {
  const copy = mkdtempSync(join(tmpdir(), 'pantau-break-'));
  try {
    for (const name of ['src', 'server', 'test', 'package.json', 'tsconfig.base.json']) cpSync(name, join(copy, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    for (const { file, from, to } of edits) {
      const before = readFileSync(join(copy, file), 'utf8');
      if (before.split(from).length !== 2) throw new Error(`${file} does not have exactly once: ${from}`);
      writeFileSync(
        join(copy, file),
        before.replace(from, () => to),
      );
    }
    const args = [...process.execArgv, 'test/simulation/main.ts', '--seeds', String(seeds), '--failures', '1', '--no-shrinking', '--json'];
    for (let tries = 1; ; tries += 1) {
      const ran = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', maxBuffer: 1e8 });
      const summary = summaryIn(ran.stdout);
      if (summary) {
        const [failure] = summary.failures;
        return failure ? { seeds: summary.seeds, by: (failure.says.split('\n')[0] ?? '').slice(0, 160) } : { seeds: undefined, by: '' };
      }
      // A program that ends says nothing of the break, unless it does so each time.
      if (tries === 3) return { seeds: 1, by: `the program ends: ${(ran.stderr.match(/^\w*Error.*$/m) ?? ['without a word'])[0]}` };
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function summaryIn(text: string): Summary | undefined {
  try {
    return JSON.parse(text) as Summary;
  } catch {
    return undefined;
  }
}
