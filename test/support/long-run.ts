// A folder of journeys as a command of its own: whole numbers from its options become the settings that the journeys read.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `options` are the names with their defaults, `settings` the variable that each sets. */
export function runLong<Name extends string>(folder: string, options: Record<Name, number>, settings: Record<Name, string>): void {
  const names = Object.keys(options) as Name[];
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const, default: String(options[name]) }])),
  });
  const wrong = Object.entries(values).find(([, value]) => !/^[1-9]\d{0,8}$/.test(String(value)));
  if (wrong) {
    console.error(`--${wrong[0]} takes a whole number from 1 on, not "${wrong[1]}".`);
    process.exit(2);
  }
  const env = Object.fromEntries(names.map((name) => [settings[name], String(values[name])]));
  const vitest = spawn('node_modules/.bin/vitest', ['run', '--project', 'journey', folder], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  vitest.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
