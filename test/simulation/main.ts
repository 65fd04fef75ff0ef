// `npm run simulate -- --seeds N [--seed S]`: as many seeded worlds as asked for, from seed S on.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
const wrong = Object.entries(values).find(([, value]) => !/^[1-9]\d{0,8}$/.test(value));
if (wrong) {
  console.error(`--${wrong[0]} takes a whole number from 1 on, not "${wrong[1]}".`);
  process.exit(2);
}

const vitest = spawn('node_modules/.bin/vitest', ['run', '--project', 'journey', 'test/simulation'], {
  stdio: 'inherit',
  env: { ...process.env, PANTAU_SEEDS: values.seeds, PANTAU_SEED: values.seed },
});
vitest.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
