// Every test there is: checks, the suites one by one, then the built app in a browser; the sum of all is the last line.
// With names of suites as arguments only those run.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check.ts';

type Count = { passed: number; failed: number };
type Step = { name: string; run: () => Promise<Count> };

const { DATABASE_URL: databaseUrl, ...environment } = process.env;
const results = mkdtempSync(join(tmpdir(), 'pantau-results-'));

const steps: Step[] = [
  { name: 'check', run: check },
  { name: 'unit', run: () => suite('unit') },
  { name: 'store', run: () => suite('store') },
  // Once more on the office's own PostgreSQL, when one is given.
  ...(databaseUrl ? [{ name: 'store', run: () => suite('store', { DATABASE_URL: databaseUrl }) }] : []),
  { name: 'journey', run: () => suite('journey') },
  { name: 'build', run: () => command('build', 'node_modules/.bin/vite', ['build', '--logLevel', 'warn']) },
  { name: 'size', run: () => command('size', 'node_modules/.bin/size-limit', []) },
  { name: 'e2e', run: () => suite('e2e') },
];
// The browser needs the built app.
const asked = process.argv.slice(2);
const wanted = asked.includes('e2e') ? [...asked, 'build'] : asked;

const total: Count = { passed: 0, failed: 0 };
for (const { name, run } of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const since = Date.now();
  console.log(`\n== ${name}`);
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
  console.log(`${name}: ${passed} passed, ${failed} failed, ${((Date.now() - since) / 1000).toFixed(1)} s`);
}
rmSync(results, { recursive: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function check(): Promise<Count> {
  const outcomes = await runChecks();
  for (const { name, ok, output } of outcomes) if (!ok) console.error(`${name}\n${output.trim()}`);
  const failed = outcomes.filter(({ ok }) => !ok).length;
  return { passed: outcomes.length - failed, failed };
}

async function suite(name: string, env: Record<string, string> = {}): Promise<Count> {
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('node_modules/.bin/vitest', ['run', '--project', name, ...reporters], env);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numTotalTests: number };
  // What was left out did not pass, and a suite that could not even be read has no test to fail.
  const failed = Math.max(numTotalTests - numPassedTests, code === 0 && numTotalTests > 0 ? 0 : 1);
  return { passed: numPassedTests, failed };
}

async function command(name: string, program: string, args: string[]): Promise<Count> {
  const code = await run(program, args, { NODE_ENV: 'production' });
  if (code !== 0) console.error(`${name} ended with ${code}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function run(program: string, args: string[], env: Record<string, string>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...environment, ...env } });
    const passOn = (signal: NodeJS.Signals) => void child.kill(signal);
    process.once('SIGTERM', passOn);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', passOn);
      resolve(code);
    });
  });
}
