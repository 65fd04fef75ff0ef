// The server of an office: its settings, its database, its doors, and an orderly end.

import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { type Config, configOfProcess, wrongConfigExitCode } from './config.ts';
import { collectRegularly } from './files/collect.ts';
import { openUploads } from './files/uploads.ts';
import { filesFolderOf, openVault } from './files/vault.ts';
import { buildApp } from './http/app.ts';
import { type ArrivingFiles, openArriving, rescueFolderOf } from './rescue/arriving.ts';
import { foundOffice, holdsNothing } from './store/bootstrap.ts';
import { connect, type Database } from './store/database.ts';
import { type OpenedDatabase, openDatabase } from './store/embedded-postgres.ts';
import { migrate } from './store/migrate.ts';
import { settingsOf } from './store/setting.ts';
import { clearTombstones } from './store/snapshot.ts';
import { packAhead } from './store/snapshots-ahead.ts';

const appFolder = join(import.meta.dirname, '..', 'dist', 'client');
/** What is under way when the server is told to stop gets this long to end. */
const patienceMs = 10_000;
const betweenLinesMs = 2_000;
/** A tablet gives up after a minute: it is told before that the database is away. */
const answersInTime = { connectionTimeoutMillis: 10_000, query_timeout: 15_000 };

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Something that the person who starts the server can set right. */
class Unfit extends Error {}

/** What has to be undone by now, should the server be told to stop. */
let undo: () => Promise<void> = async () => {};

async function start(config: Config): Promise<void> {
  // Before a minute is spent on the demo; who takes the port meanwhile is met below.
  await tryPort(config);
  const opened = await openDatabase(config, { as: 'server', log: say });
  if (opened.kind === 'problem') throw new Unfit(opened.says);
  undo = () => opened.close();
  await prepare(config, opened);
  const db = connect({ ...opened.connection, ...answersInTime }, say);
  undo = () => endAll(db, opened);
  const vault = await openVault(config);
  const uploads = openUploads(db, vault, join(filesFolderOf(config), 'uploads'));
  const rescue = openArriving(db, vault, rescueFolderOf(config));
  const { logLevel } = config;
  const app = await buildApp(db, { version: packageJson.version, appFolder, logLevel, files: { vault, uploads }, rescue });
  await app.listen({ port: config.port, host: config.host }).catch((error) => {
    throw listenProblem(error, config);
  });
  const clearing = clearDaily(db, rescue);
  const stopCollecting = collectRegularly(db, vault, uploads, say);
  const stopPacking = packAhead(db, say);
  undo = async () => {
    clearInterval(clearing);
    stopCollecting();
    stopPacking();
    await app.close();
    await endAll(db, opened);
  };
  const { port } = app.server.address() as AddressInfo;
  say(`Pantau ${packageJson.version} is at http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`);
  if ((await settingsOf(db)).isDemo) await sayDemoAccounts();
}

/**
 * At the start, and then once a day: what left half a year ago goes for good, and rescue files that nobody finished. A database that is away
 * is asked again tomorrow.
 */
function clearDaily(db: Database, rescue: ArrivingFiles): NodeJS.Timeout {
  const clear = () => {
    void clearTombstones(db, Date.now()).catch((error: Error) => say(`Old tombstones stay for now: ${error.message}`));
    void rescue.collect(Date.now()).catch((error: Error) => say(`Unfinished rescue files stay for now: ${error.message}`));
  };
  clear();
  return setInterval(clear, 86_400_000).unref();
}

/** Brings the database to this version and an empty one to its first day, which may take as long as it takes. */
async function prepare(config: Config, opened: OpenedDatabase): Promise<void> {
  const db = connect(opened.connection, say);
  undo = () => endAll(db, opened);
  const migrated = await migrate(db);
  if (migrated.kind === 'newer') throw new Unfit(migrated.says);
  const founded = await foundOffice(db, config.province);
  if (founded.kind === 'problem') throw new Unfit(founded.says);
  if (config.demo && (await holdsNothing(db))) await fillWithDemo(db, config.province);
  undo = () => opened.close();
  await db.destroy();
}

/** Read only when it is needed: an office that works has no use for the demo. */
async function fillWithDemo(db: Database, province: string): Promise<void> {
  const { demoProvince, fillDemo } = await import('./demo/fill.ts');
  if (province !== demoProvince) return say(`No demo for province ${province}: pantau user add makes the first account.`);
  say('Filling the empty register with the demo province …');
  let saidAt = Date.now();
  const onProgress = ({ done, all }: { done: number; all: number }) => {
    if (Date.now() - saidAt < betweenLinesMs) return;
    saidAt = Date.now();
    say(`  ${Math.floor((100 * done) / all)} %`);
  };
  await fillDemo(db, { now: Date.now(), onProgress });
}

async function sayDemoAccounts(): Promise<void> {
  const { demoAccounts, demoPassword } = await import('./demo/officers.ts');
  say(`This is a demo. The password of every account is ${demoPassword}`);
  for (const { username, role, areas } of demoAccounts) say(`  ${username.padEnd(16)} ${role.padEnd(14)} ${areas.join(', ')}`);
}

async function endAll(db: Database, opened: OpenedDatabase): Promise<void> {
  await db.destroy();
  await opened.close();
}

async function tryPort(config: Config): Promise<void> {
  const probe = createServer().listen(config.port, config.host);
  await once(probe, 'listening').catch((error) => {
    throw listenProblem(error, config);
  });
  probe.close();
  await once(probe, 'close');
}

function listenProblem(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  if (error.code === 'EADDRINUSE') return new Unfit(`Port ${port} on ${host} is in use: stop what uses it, or set PORT to another.`);
  if (error.code === 'EACCES') return new Unfit(`Port ${port} may not be used by this user: set PORT to one from 1024 on.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new Unfit(`This machine has no address ${host}: set HOST.`);
  return error;
}

let stopping = false;

async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), patienceMs).unref();
  await undo().catch((error: Error) => complain(`Pantau did not stop in order: ${error.message}`));
  process.exit(exitCode);
}

const complain = (line: string) => void process.stderr.write(`${line}\n`);

process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));
try {
  await start(configOfProcess());
} catch (error) {
  // Told to stop while starting: whatever broke, broke for that.
  if (!stopping) complain(error instanceof Unfit ? error.message : `Pantau cannot start: ${(error as Error).message}`);
  await stop(error instanceof Unfit ? wrongConfigExitCode : 1);
}
