// `npm run bench:sync`: Pantau's exchange beside PouchDB and RxDB in the same run; a broken budget fails it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKept, verdictsOn } from './budgets.ts';
import { bundle } from './bundle.ts';
import { openDatabases } from './databases.ts';
import { type EngineName, startServer } from './engines.ts';
import { type Bench, type Ground, measureExchanges } from './exchanges.ts';
import { measureConflicts, measureStorm } from './faults.ts';
import { openFront } from './front.ts';
import { pinProcesses } from './machine.ts';
import { codeMark, type Measured, type Part, readMeasured, writeMeasured } from './measured.ts';
import { type Options, readOptions } from './options.ts';
import { writePage } from './page-of-figures.ts';
import { recordsOf } from './records.ts';
import { markdownOf, verdictLine } from './report.ts';
import { conditionsOf, type Results } from './samples.ts';

const peers = join(import.meta.dirname, '..', 'peers');
const startedAt = Date.now();
const options = readOptions(process.argv.slice(2));
if (!existsSync(join(peers, 'node_modules'))) {
  console.log('Installing the peers …');
  execFileSync('npm', ['ci', '--prefix', peers, '--no-audit', '--no-fund'], { stdio: 'inherit' });
}
const folder = mkdtempSync(join(tmpdir(), 'pantau-bench-sync-'));
const machine = pinProcesses(folder);
const scripts = new Map<EngineName, string>();
for (const engine of options.engines) scripts.set(engine, await bundle(engine));
const databases = await openDatabases(folder);
const { loadAtStart, ...kind } = machine;
const code = codeMark();
const before = options.append ? readMeasured(code, kind) : undefined;
if (options.append && !before) console.log('Nothing was measured of this code on this machine before: begun anew.');
const results: Results = before?.results ?? { samples: [], conflicts: [], storms: [] };
const firstRun = 1 + Math.max(0, ...Object.values(results).flatMap((list: { run: number }[]) => list.map(({ run }) => run)));
let load = loadAtStart;
let endEngine = async () => {};
// Whoever loses patience leaves no servers behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endAll().finally(() => process.exit(130)));
try {
  for (let run = firstRun; run < firstRun + options.runs; run += 1) {
    // Each engine is first, second and last equally often.
    const turn = run % options.engines.length;
    for (const engine of [...options.engines.slice(turn), ...options.engines.slice(0, turn)]) {
      const since = performance.now();
      await measureEngine(engine, run);
      load = Math.max(load, loadavg()[0] ?? 0);
      console.log(
        `run ${run - firstRun + 1} of ${options.runs}: ${engine} in ${((performance.now() - since) / 1000).toFixed(0)} s, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
      );
    }
    if (options.write) write();
  }
} finally {
  await endAll();
}
const conditions = conditionsOf(results.samples);
console.log(['', ...markdownOf(results, options.engines, conditions), ''].join('\n'));
const verdicts = verdictsOn(results, conditions);
for (const verdict of verdicts) console.log(verdictLine(verdict));
const missed = verdicts.filter((verdict) => !isKept(verdict)).length;
console.log(`\n${verdicts.length - missed} kept, ${missed} missed`);
process.exitCode = missed > 0 ? 1 : 0;

/** After each whole run: an hour's measurement that is cut has not been for nothing. */
function write(): void {
  const minutes = Math.round((Date.now() - startedAt) / 60_000);
  const part: Part = { startedAt: new Date(startedAt).toISOString(), minutes, load };
  const measured: Measured = { code, machine: kind, postgres: databases.version, parts: [...(before?.parts ?? []), part], results };
  writeMeasured(measured);
  writePage(measured);
}

async function measureEngine(engine: EngineName, run: number): Promise<void> {
  const server = await startServer(engine, databases, join(folder, `${engine}-${run}`));
  const front = await openFront(server.port, scripts.get(engine) ?? '');
  const bench: Bench = { engine, server, front, run };
  endEngine = async () => {
    endEngine = async () => {};
    await front.close();
    await server.stop();
  };
  try {
    // The first thousand warm the server up.
    await measureExchanges(bench, groundOf(0, run, 1_000, options));
    for (const [index, condition] of options.conditions.entries()) {
      if (!['push', 'pull', 'changes', 'nothing'].some((name) => options.only.has(name as 'push'))) break;
      results.samples.push(...(await measureExchanges(bench, { ...groundOf(1 + index, run, options.records, options), condition })));
      console.log(`  ${engine} at ${condition.cpu}x, ${condition.net}: done`);
    }
    if (options.only.has('conflict')) results.conflicts.push(await measureConflicts(bench, groundOf(7, run, 1_000, options)));
    if (options.only.has('storm')) results.storms.push(await measureStorm(bench, groundOf(8, run, 1_006, options)));
  } finally {
    await endEngine();
  }
}

async function endAll(): Promise<void> {
  await endEngine();
  await databases.close();
  rmSync(folder, { recursive: true, force: true });
}

function groundOf(number: number, run: number, count: number, { only }: Options): Ground {
  return { number, only, condition: { cpu: 1, net: 'free' }, records: (regency) => recordsOf(1000 * run + number, count, regency) };
}
