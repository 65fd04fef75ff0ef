// Builds the tablet's app unless the last build is newer than everything that it was made from.

import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const made = 'dist/client/sw.js';
const madeFrom = ['src', 'sw', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

if (newestOf(made) < Math.max(...madeFrom.map(newestOf))) {
  console.log('Building the app …');
  const { status } = spawnSync('node_modules/.bin/vite', ['build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  process.exitCode = status ?? 1;
}

function newestOf(path: string): number {
  const here = statSync(path, { throwIfNoEntry: false });
  if (!here) return 0;
  // A folder changes its own time when a file in it is added or removed.
  const inside = here.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return Math.max(here.mtimeMs, ...inside.map((name) => statSync(join(path, name)).mtimeMs));
}
