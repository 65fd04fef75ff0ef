// `npm run simulate -- --seeds N [--seed S] [--parts k/n] [--json]`: as many seeded worlds as asked for, from seed S on; of n parts the k-th.
// With `--breaks [--only WORDS]`, each deliberate break of the product gets so many worlds to fail in.
import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import { openRun } from '../support/database-for-run.ts';
import type { Summary } from './run.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    parts: { type: 'string', default: '1/1' },
    failures: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    breaks: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    'no-shrinking': { type: 'boolean', default: false },
  },
});
const wholeNumber = (name: 'seeds' | 'seed' | 'failures'): number => {
  if (/^[1-9]\d{0,8}$/.test(values[name])) return Number(values[name]);
  console.error(`--${name} takes a whole number from 1 on, not "${values[name]}".`);
  process.exit(2);
};
const [count, first, mostFailures] = [wholeNumber('seeds'), wholeNumber('seed'), wholeNumber('failures')];
const [, part = 0, parts = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(values.parts) ?? []).map(Number);
if (part < 1 || part > parts) {
  console.error(`--parts takes k/n, such as 1/2, not "${values.parts}".`);
  process.exit(2);
}

if (values.breaks) {
  const { tryBreaks } = await import('./breaks.ts');
  const caught = tryBreaks(count, { only: values.only, part, parts }, ({ what, seeds, by }) =>
    console.error(`${seeds ?? 'NOT CAUGHT'}\t${what}\t${by}`),
  );
  if (values.json) console.log(JSON.stringify(caught, null, 2));
  process.exit(caught.some(({ seeds }) => seeds === undefined) ? 1 : 0);
}

function* seeds(): Generator<number> {
  for (let seed = first; seed < first + count; seed += 1) if (seed % parts === part - 1) yield seed;
}

// Node 20 stumbles over time limits of requests that are long over; browsers do not, and nobody waits for them any more.
const stumbles = ['node:internal/abort_controller', 'Timeout.onParserTimeout'];
process.on('uncaughtException', (error) => {
  if (!stumbles.some((place) => error.stack?.includes(place))) throw error;
});
const run = await openRun(() => {});
// Whoever loses patience leaves no database behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void run.close().finally(() => process.exit(130)));
// Behind the databases in memory, which Dexie looks for when it is first read.
const { openSimOffice } = await import('./sim-office.ts');
const { runSeeds } = await import('./run.ts');
const { watchDisks } = await import('./sim-disk.ts');
watchDisks();
const office = await openSimOffice(await run.makeDatabase());
const since = performance.now();
const onWorld = (done: number, failures: number, failed?: string) => {
  // At once: the end of ten thousand is far away.
  if (failed) console.error(failed);
  if (done % 100 > 0) return;
  const each = Math.round((performance.now() - since) / done);
  console.error(`${done} worlds, ${each} ms each${failures > 0 ? `, ${failures} failed` : ''}`);
};
const summary = await runSeeds(office, { seeds: seeds(), onWorld, mostFailures, shrinks: !values['no-shrinking'] });
await office.close();
await run.close();
if (values.json) console.log(JSON.stringify(summary, null, 2));
else say(summary);
process.exit(summary.failures.length > 0 ? 1 : 0);

function say({ seeds, counts, seconds, failures }: Summary): void {
  for (const { seed, says, plan } of failures) {
    console.log(`\nseed ${seed} fails: ${says}\nkeep it in test/simulation/regressions.json:\n${JSON.stringify(plan)}`);
  }
  const { facts = 0, syncs = 0, ...rest } = counts;
  const met = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  console.log(`\n${seeds} seeds, ${facts} facts, ${syncs} exchanges, ${failures.length} failed, ${seconds} s`);
  console.log(met.map(([kind, count]) => `${kind} ${count}`).join(', '));
}
