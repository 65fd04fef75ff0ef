// `npm run kills -- --kills N`: the server and its PostgreSQL killed N times each while tablets send, and the database away for a minute.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' } } });
if (!/^[1-9]\d{0,4}$/.test(values.kills)) {
  console.error(`--kills takes a whole number from 1 on, not "${values.kills}".`);
  process.exit(2);
}

const vitest = spawn('node_modules/.bin/vitest', ['run', '--project', 'journey', 'test/kills'], {
  stdio: 'inherit',
  env: { ...process.env, PANTAU_KILLS: values.kills },
});
vitest.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
