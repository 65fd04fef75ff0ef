// What a tablet loads before its first screen: the entry with everything that it imports at once, scripts and styles, by brotli.

import { existsSync, readFileSync } from 'node:fs';

const manifestPath = 'dist/client/.vite/manifest.json';
if (!existsSync(manifestPath)) throw new Error('There is no built app to weigh: run npm run build first.');
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));

/** The files of a chunk and of all chunks it imports statically. */
function filesOf(name, seen = new Set()) {
  if (seen.has(name)) return [];
  seen.add(name);
  const chunk = manifest[name];
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((imported) => filesOf(imported, seen))];
}

export default [{ name: 'first load', path: [...new Set(filesOf('index.html'))].map((file) => `dist/client/${file}`), limit: '90 kB' }];
