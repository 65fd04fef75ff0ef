// All that has been measured of one state of the code, kept as raw samples: a long measurement is made in parts, and one that is cut keeps its whole runs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine.ts';
import type { Results } from './samples.ts';

/** One start of the measurement. */
export interface Part {
  startedAt: string;
  minutes: number;
  /** How busy the machine was before, and at the most between two runs. */
  load: number;
}

export interface Measured {
  /** Of the code that was measured, peers included: what another state of it came to is no run of the same measurement. */
  code: string;
  machine: Omit<Machine, 'loadAtStart'>;
  postgres: string;
  parts: Part[];
  results: Results;
}

const root = join(import.meta.dirname, '..', '..');
const raw = join(root, 'bench', 'results', 'sync.json');
const measuredFolders = ['src/data', 'src/domain', 'src/sync', 'server/http', 'server/store', 'bench/sync', 'bench/peers'];

export function codeMark(): string {
  const hash = createHash('sha256');
  for (const folder of measuredFolders) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => /\.(ts|json)$/.test(each) && !each.includes('node_modules')).sort()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** What was measured of this state of the code on this machine before; undefined where there is nothing of that kind. */
export function readMeasured(code: string, machine: Measured['machine']): Measured | undefined {
  if (!existsSync(raw)) return undefined;
  const held = JSON.parse(readFileSync(raw, 'utf8')) as Measured;
  return held.code === code && JSON.stringify(held.machine) === JSON.stringify(machine) ? held : undefined;
}

export function writeMeasured({ results, ...head }: Measured): void {
  mkdirSync(join(raw, '..'), { recursive: true });
  const lists = Object.entries(results).map(
    ([name, list]) => `"${name}": [\n${list.map((each: object) => `  ${JSON.stringify(each)}`).join(',\n')}\n]`,
  );
  const heads = Object.entries(head).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  writeFileSync(raw, `{\n${heads.join(',\n')},\n"results": {\n${lists.join(',\n')}\n}\n}\n`);
}
