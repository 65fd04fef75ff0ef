// Types of every room in parallel, and Biome over everything: the quick half of the tests.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const rooms = ['.', 'src/domain', 'src/data', 'src/sync', 'src/ui', 'src', 'sw', 'server', 'test', 'bench'];
/** What Pantau is measured against is installed by the measurement alone, and its types are there only then. */
if (existsSync(join('bench', 'peers', 'node_modules'))) rooms.push('bench/peers');
const bin = (name: string) => join('node_modules', '.bin', name);

type Check = { name: string; command: string; args: string[] };
type Outcome = { name: string; ok: boolean; output: string };

/** Runs every check and returns what failed, with what it printed. */
export async function runChecks(): Promise<Outcome[]> {
  const checks: Check[] = [
    { name: 'biome', command: bin('biome'), args: ['check', '--colors=off'] },
    ...rooms.filter(hasSources).map((room) => ({ name: `tsc ${room}`, command: bin('tsc'), args: ['-p', room, '--pretty', 'false'] })),
  ];
  const outcomes: Outcome[] = [];
  const next = async (): Promise<void> => {
    const check = checks.shift();
    if (!check) return;
    outcomes.push(await run(check));
    return next();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  return outcomes;
}

// tsc refuses a room without a single source (TS18003); src itself owns only the files that lie directly in it.
function hasSources(room: string): boolean {
  if (!existsSync(join(room, 'tsconfig.json'))) return false;
  const recursive = room !== 'src' && room !== '.';
  return readdirSync(room, { recursive, encoding: 'utf8' }).some((name) => /\.tsx?$/.test(name));
}

function run({ name, command, args }: Check): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ name, ok: code === 0, output }));
  });
}

if (import.meta.filename === process.argv[1]) {
  const outcomes = await runChecks();
  for (const { name, ok, output } of outcomes) if (!ok) console.error(`\n== ${name}\n${output.trim()}`);
  const failed = outcomes.filter(({ ok }) => !ok);
  console.log(failed.length === 0 ? `check: ${outcomes.length} passed` : `check: ${failed.map(({ name }) => name).join(', ')} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
