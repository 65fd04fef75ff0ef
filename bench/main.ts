// `npm run bench`: the budgets, measured; anything over its budget fails. Times are of this machine, on this day.
import { spawnSync } from 'node:child_process';
import { keeps, lineOf } from './budget.ts';
import { openBenchOffice } from './office.ts';
import { measureTablet } from './tablet.ts';
import { measureWire } from './wire.ts';

console.log('Building the app …');
const built = spawnSync('node_modules/.bin/vite', ['build', '--logLevel', 'warn'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
if (built.status !== 0) process.exit(1);
console.log('Founding an office with the demo province …');
const office = await openBenchOffice();
try {
  const measures = [...(await measureWire(office)), ...(await measureTablet(office))];
  for (const measure of measures) console.log(lineOf(measure));
  const over = measures.filter((measure) => !keeps(measure));
  console.log(`\n${measures.length - over.length} passed, ${over.length} failed`);
  process.exitCode = over.length > 0 ? 1 : 0;
} finally {
  await office.close();
}
