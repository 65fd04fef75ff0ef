// One PostgreSQL cluster in a folder: made, started and stopped, by whoever may.
//
// PostgreSQL itself is the judge of who is running: its postmaster.pid and the shared memory behind it admit one postmaster, and
// its socket, which lies inside the cluster where only its owner may enter, answers to whoever may use it. It runs in a session
// of its own, so that a Ctrl-C meant for the server does not stop the database under it.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresBinaries, isReachable, type PostgresBinaries } from './postgres-binaries.ts';

export type Log = (line: string) => void;
export type Socket = { host: string; user: string; database: string };
export type Problem = { kind: 'problem'; says: string };
export type Cluster = { folder: string; socket: Socket; binaries: PostgresBinaries; owner: Owner | undefined; logFile: string };
type Owner = { uid: number; gid: number };

const user = 'pantau';
const longestSocketPath = 100;
const slowMs = 2_000;
const largestLog = 5_000_000;

/** The cluster in `<dataFolder>/postgres`, made when there is none. It need not be running. */
export async function findOrMakeCluster(dataFolder: string, log: Log): Promise<Cluster | Problem> {
  if (process.platform === 'win32')
    return problem('The PostgreSQL inside node_modules is not run on Windows: set DATABASE_URL to a PostgreSQL of your own.');
  const home = join(dataFolder, 'postgres');
  try {
    makeFolder(home);
  } catch (error) {
    return problem(
      `The data folder ${dataFolder} cannot be made: ${(error as Error).message}. Set PANTAU_DATA to a folder that you may write.`,
    );
  }
  const isRoot = process.getuid?.() === 0;
  const binaries = findPostgresBinaries(isRoot);
  if ('kind' in binaries) return problem(binaries.says);
  const folder = join(home, 'cluster');
  const cluster: Cluster = {
    folder,
    socket: { host: shortened(folder), user, database: 'postgres' },
    binaries,
    owner: isRoot ? ownerFor(folder) : undefined,
    logFile: join(home, 'postgres.log'),
  };
  const ownerId = statSync(folder, { throwIfNoEntry: false })?.uid;
  if (ownerId !== undefined && !isRoot && ownerId !== process.getuid?.()) {
    return problem(
      `The database in ${folder} belongs to user ${ownerId}: start Pantau as root or as that user, or set PANTAU_DATA to another folder.`,
    );
  }
  if (ownerId === undefined) {
    const failed = await initialise(cluster, home, log);
    if (failed) return failed;
  }
  return cluster;
}

/** With those above it. Node's own recursive way never ends where a folder may be entered but not be made in, such as below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Made by somebody else meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** A session with the running cluster; the cluster is started when nobody has. Waits as long as it takes to recover. */
export async function connectOrStart(cluster: Cluster, log: Log): Promise<pg.Client | Problem> {
  const said = sayOnceSlow(log, 'Waiting for PostgreSQL to be ready …');
  for (;;) {
    const client = new pg.Client({ ...cluster.socket, application_name: 'pantau keeper' });
    const answer = await client.connect().then(
      () => 'connected' as const,
      (error: NodeJS.ErrnoException) => error.code,
    );
    if (answer === 'connected') return client;
    said();
    if (answer === 'ENOENT' || answer === 'ECONNREFUSED') {
      const failed = await start(cluster);
      if (failed) return failed;
    } else if (answer === 'EACCES' || answer === '28000') {
      return problem(
        `The database in ${cluster.folder} does not let this user in (${answer}): start Pantau as the user that owns it, or as root.`,
      );
    }
    // 57P03: it is starting, recovering or stopping. Anything else is a session that broke while it did.
    await pause(25);
  }
}

/** Stops the postmaster, rolling back what is open, and waits until it is gone. */
export async function stop(cluster: Cluster): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === undefined) return;
  const stopped = () => !isAlive(pid) || postmasterPid(cluster) !== pid;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; !stopped(); waited += 10) {
    // Half a minute is more than a checkpoint of ours takes; SIGQUIT costs only a recovery at the next start.
    if (waited === 30_000) process.kill(pid, 'SIGQUIT');
    await pause(10);
  }
}

/** Starts a postmaster and returns when it answers or has ended; it ending because another is there already is no problem. */
async function start(cluster: Cluster): Promise<Problem | undefined> {
  if ((statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(cluster.logFile, `${cluster.logFile}.1`);
  const output = openSync(cluster.logFile, 'a');
  const access = accessTo(cluster.folder, cluster.owner);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: '.',
    unix_socket_permissions: '0700',
    fsync: 'on',
    log_checkpoints: 'off',
    // Details and statements may hold what people wrote about people.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_line_prefix: '%m [%p] ',
  };
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', access.path, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      detached: true,
      cwd: '/',
      env: { LC_ALL: 'C', PATH: process.env.PATH },
      stdio: ['ignore', output, output, ...access.descriptors],
      ...cluster.owner,
    },
  );
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? code}`));
  });
  child.unref();
  for (const descriptor of [output, ...access.descriptors]) closeSync(descriptor);
  for (;;) {
    const how = await Promise.race([ended, pause(20)]);
    if (how !== undefined) return judgeEnd(cluster, child.pid, how);
    // Its eighth line, the state, is written once the socket is there.
    const lines = linesOf(join(cluster.folder, 'postmaster.pid'));
    if (Number(lines[0]) === child.pid && lines[7]) return undefined;
  }
}

async function judgeEnd(cluster: Cluster, pid: number | undefined, how: string): Promise<Problem | undefined> {
  const own = linesOf(cluster.logFile).filter((line) => line.includes(` [${pid}] `));
  const said = own.join('\n');
  // A postmaster that was killed leaves its children a moment longer.
  if (said.includes('pre-existing shared memory block')) return void (await pause(200));
  const [, lock] = /lock file "(.+)" already exists/.exec(said) ?? [];
  if (lock !== undefined) {
    // The number of a dead postmaster may have gone to some other program, at which PostgreSQL cannot look; we can.
    const file = join(cluster.folder, lock);
    if (isOtherProgram(Number(linesOf(file)[0]))) rmSync(file, { force: true });
    return void (await pause(200));
  }
  const reason = own.at(-1)?.replace(/^.*? \[\d+\] /, '') ?? how;
  return problem(`PostgreSQL does not start in ${cluster.folder} (${reason}). The data are left as they are; see ${cluster.logFile}.`);
}

// Made beside its place and moved there when whole: a start that is killed leaves no half cluster, and of two that race one wins.
async function initialise(cluster: Cluster, home: string, log: Log): Promise<Problem | undefined> {
  for (const name of readdirSync(home)) {
    const [, pid] = /^unfinished-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(home, name), { recursive: true, force: true });
  }
  const unfinished = join(home, `unfinished-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(unfinished, { mode: 0o700 });
  if (cluster.owner) chownSync(unfinished, cluster.owner.uid, cluster.owner.gid);
  const access = accessTo(unfinished, cluster.owner);
  const said = sayOnceSlow(log, 'Making the database …');
  const timer = setInterval(said, slowMs);
  // Only the owner of the cluster can enter it and so reach its socket, hence `trust` there, and nothing listens elsewhere.
  const args = ['-D', access.path, '-U', user, '--auth-local=trust', '--auth-host=reject', '--encoding=UTF8', '--no-instructions'];
  const child = spawn(cluster.binaries.initdb, [...args, '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'], {
    cwd: '/',
    env: { LC_ALL: 'C', PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe', ...access.descriptors],
    ...cluster.owner,
  });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const code = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  clearInterval(timer);
  for (const descriptor of access.descriptors) closeSync(descriptor);
  if (code === 0) {
    try {
      renameSync(unfinished, cluster.folder);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(cluster.folder)) throw error;
    }
    return undefined;
  }
  rmSync(unfinished, { recursive: true, force: true });
  return problem(`The database cannot be made in ${home}: ${errors.trim().split('\n').slice(-3).join(' ') || code}.`);
}

// As root PostgreSQL refuses to run. A cluster stays with whom it belongs to, and a new one goes to nobody.
function ownerFor(folder: string): Owner {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

// Whom a folder above (such as /root) keeps out can still be handed the open folder: the link that the kernel keeps for an open
// descriptor leads to it without passing through those above. Every process of PostgreSQL inherits the descriptor.
function accessTo(folder: string, owner: Owner | undefined): { path: string; descriptors: number[] } {
  if (!owner || isReachable(join(folder, '..'))) return { path: folder, descriptors: [] };
  return { path: '/proc/self/fd/3', descriptors: [openSync(folder, 'r')] };
}

// The kernel takes about a hundred bytes as the address of a socket; a link in the folder for such things makes a deep one short.
function shortened(folder: string): string {
  if (Buffer.byteLength(folder) <= longestSocketPath - '/.s.PGSQL.5432'.length) return folder;
  const link = join(mkdtempSync(join(tmpdir(), 'pantau-')), 's');
  symlinkSync(folder, link);
  process.once('exit', () => rmSync(join(link, '..'), { recursive: true, force: true }));
  return link;
}

function postmasterPid(cluster: Cluster): number | undefined {
  const pid = Number(linesOf(join(cluster.folder, 'postmaster.pid'))[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isOtherProgram(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

function sayOnceSlow(log: Log, line: string): () => void {
  const since = Date.now();
  let said = false;
  return () => {
    if (said || Date.now() - since < slowMs) return;
    said = true;
    log(line);
  };
}

const problem = (says: string): Problem => ({ kind: 'problem', says });
