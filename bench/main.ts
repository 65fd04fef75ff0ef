// `npm run bench`: the budgets, measured; anything over its budget fails. Times are of this machine, on this day.
// `npm run bench -- wire rollCall tablet`: only the rooms that are named.
import { spawnSync } from 'node:child_process';
import { keeps, lineOf, type Measure } from './budget.ts';
import { openBenchOffice } from './office.ts';
import { measureRollCall } from './roll-call.ts';
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
  const measures: Measure[] = [];
  const rooms = { wire: measureWire, rollCall: measureRollCall, tablet: measureTablet };
  const asked = process.argv.slice(2);
  for (const [room, measureRoom] of Object.entries(rooms)) {
    if (asked.length > 0 && !asked.includes(room)) continue;
    for (const measure of await measureRoom(office)) {
      console.log(lineOf(measure));
      measures.push(measure);
    }
  }
  const over = measures.filter((measure) => !keeps(measure));
  console.log(`\n${measures.length - over.length} passed, ${over.length} failed`);
  process.exitCode = over.length > 0 ? 1 : 0;
} finally {
  await office.close();
}
