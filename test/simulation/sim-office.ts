// The office in this process: its real doors over its real database, reached without a wire, and what it is before a world begins.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { hash } from '@node-rs/argon2';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { type Kysely, sql } from 'kysely';
import { openUploads, uploadsPath } from '../../server/files/uploads.ts';
import { folderVault } from '../../server/files/vault.ts';
import { buildApp } from '../../server/http/app.ts';
import { type Author, acceptFacts } from '../../server/store/accept.ts';
import { connect, type Database } from '../../server/store/database.ts';
import { newId } from '../../server/store/id.ts';
import type { Schema } from '../../server/store/schema.ts';
import { recordAtOffice } from '../../server/store/server-device.ts';
import { writeSetting } from '../../server/store/setting.ts';
import { usualSnapshots } from '../../server/store/snapshot.ts';
import { type Attendance, attendanceIdOf } from '../../src/domain/attendance.ts';
import { chainStart } from '../../src/domain/fact.ts';
import { officeFact } from '../support/office.ts';
import { idOf, kukar, meetingId, province, today } from '../support/world.ts';
import { beginningActs, markOf, members, officers, password, systemOfficerId } from './beginning.ts';
import { type FailingDatabase, failingDatabase } from './failing-database.ts';
import { type LogEntry, readLog } from './log.ts';

export interface SimOffice {
  /** To look on with: no fault meets it. */
  db: Database;
  /** As it is now; read again only where somebody has asked the database anything since. */
  readLog(): Promise<readonly LogEntry[]>;
  /** The office's own doing, past the doors. */
  change<T>(work: (trx: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** The database of the doors. */
  failing: FailingDatabase;
  clock: { now: number };
  /** One request through the doors. */
  fetchFrom: typeof fetch;
  /** The program ends at once and another begins; what it was doing is rolled back, and nobody is answered. */
  restart(): Promise<void>;
  /** Counts up with each restart: an answer of an earlier program never arrives. */
  life(): number;
  /** As on the first day of every world; with `snapshots` even its small areas come packed. */
  begin(snapshots: boolean): Promise<void>;
  /** From the vault. */
  readFile(sha256: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** So few that most answers have more behind them. */
const answers = { mostRows: 4, snapshots: usualSnapshots };
/** So that what is fetched anew comes in several pages, of which a change makes new ones. */
const smallSnapshots = { fewestRows: 5, rowsPerPage: 4, longestTail: 3 };
const tables = ['fact', 'record', 'digest', 'quarantine', 'snapshot', 'file_reference', 'file', 'device', 'account', 'setting', 'area'];
const restored = ['setting', 'account', 'area', 'record', 'digest', 'device', 'fact'];

export async function openSimOffice(connectionString: string): Promise<SimOffice> {
  const db = connect({ connectionString, max: 4, options: '-c synchronous_commit=off' }, () => {});
  const failing = failingDatabase(connectionString);
  const folder = mkdtempSync(join(tmpdir(), 'pantau-simulation-'));
  const clock = { now: 0 };
  let life = 0;
  let app: FastifyInstance;
  let listening: Promise<string> | undefined;
  const start = async () => {
    const vault = folderVault(join(folder, 'kept'));
    const files = { vault, uploads: openUploads(failing.db, vault, join(folder, 'uploads')) };
    const signInLimits = { perAddress: 1e9, failuresPerAccount: 1e9, failuresEverywhere: 1e9 };
    app = await buildApp(failing.db, { version: 'simulation', files, signInLimits, answers, mostLagMs: 60_000, now: () => clock.now });
  };
  await start();
  await found(db);
  const packed = sql.raw(
    [
      ...tables.map((table) => `delete from ${table}`),
      ...restored.map(
        (table) => `insert into ${table} ${table === 'fact' ? 'overriding system value ' : ''}select * from beginning.${table}`,
      ),
    ].join(';\n'),
  );
  let held: { log: LogEntry[]; since: number | undefined } | undefined;
  return {
    db,
    readLog: async () => {
      const since = failing.quietSince();
      if (!held || since === undefined || held.since !== since) held = { log: await readLog(db), since };
      return held.log;
    },
    change: (work) => {
      held = undefined;
      return db.transaction().execute(work);
    },
    failing,
    clock,
    fetchFrom: async (input, init) => {
      const url = String(input);
      if (!url.includes(uploadsPath)) return answered(await app.inject(injected(url, init)));
      // The protocol of files watches the connection itself, so it needs a real one.
      listening ??= app.listen({ port: 0, host: '127.0.0.1' });
      return fetch((await listening) + new URL(url).pathname, init);
    },
    restart: async () => {
      life += 1;
      failing.breakAll();
      const former = app;
      listening = undefined;
      await start();
      former.server.closeAllConnections();
      await former.close();
    },
    life: () => life,
    begin: async (snapshots) => {
      answers.snapshots = snapshots ? smallSnapshots : usualSnapshots;
      held = undefined;
      await packed.execute(db);
    },
    readFile: (sha256) => readFile(join(folder, 'kept', sha256.slice(0, 2), sha256)),
    close: async () => {
      await app.close();
      await failing.db.destroy();
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Once for all worlds, then kept beside: founding anew would cost each world as much as living through it. */
async function found(db: Database): Promise<void> {
  const serverDeviceId = newId();
  await db.insertInto('device').values({ id: serverDeviceId, officer_id: systemOfficerId, name: 'server' }).execute();
  await writeSetting(db, 'province', province);
  await writeSetting(db, 'isDemo', false);
  await writeSetting(db, 'serverDeviceId', serverDeviceId);
  await writeSetting(db, 'systemOfficerId', systemOfficerId);
  const author = { id: systemOfficerId, role: 'administrator' as const, areas: [province] };
  for (const acts of beginningActs()) await db.transaction().execute((trx) => recordAtOffice(trx, acts, author));
  await disputeAttendance(db, author);
  // As cheap as the library lets it be: what is tried here is not how long a guess takes.
  const password_hash = await hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await db
    .insertInto('account')
    .values(officers.map(({ id, username }) => ({ username, officer_id: id, password_hash })))
    .execute();
  await sql`create schema beginning`.execute(db);
  for (const table of restored) await sql.raw(`create table beginning.${table} as select * from ${table}`).execute(db);
}

/** Marked at another door too; then the first door takes its own mark back and does not know of the other. */
async function disputeAttendance(db: Database, author: Author): Promise<void> {
  for (const { memberKey } of members.slice(0, 2)) {
    const id = attendanceIdOf(meetingId, memberKey);
    const first = await db.selectFrom('record').select('data').where('id', '=', id).executeTakeFirstOrThrow();
    const markIds = (first.data as Attendance).marks.map(({ factId }) => factId);
    const { type, body } = markOf(memberKey);
    const other = { ...officeFact(type, id, kukar, body), deviceId: idOf(0xef) };
    await db.transaction().execute(async (trx) => {
      await acceptFacts(trx, [other], author, { now: today, lastHash: chainStart });
      const reason = 'Salah orang';
      await recordAtOffice(trx, [{ type: 'attendanceVoided', id, area: kukar, body: { meetingId, markIds, reason } }], author);
    });
  }
}

function injected(url: string, init: RequestInit = {}): InjectOptions {
  const headers = Object.fromEntries(new Headers(init.headers));
  const { pathname, search } = new URL(url);
  return {
    method: (init.method ?? 'GET') as 'GET',
    url: pathname + search,
    headers: { ...headers, 'accept-encoding': 'br, gzip' },
    ...(init.body instanceof ArrayBuffer ? { payload: Buffer.from(init.body) } : {}),
    ...(typeof init.body === 'string' ? { payload: init.body } : {}),
  };
}

/** As a browser hands it on: unpacked. */
function answered(injection: Awaited<ReturnType<FastifyInstance['inject']>>): Response {
  const { statusCode: status, headers, rawPayload } = injection;
  const encoding = headers['content-encoding'];
  const body = encoding === 'br' ? brotliDecompressSync(rawPayload) : encoding === 'gzip' ? gunzipSync(rawPayload) : rawPayload;
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || name === 'content-encoding' || name === 'content-length' ? [] : [[name, String(value)]],
  );
  return new Response(status === 204 || body.length === 0 ? null : new Uint8Array(body), { status, headers: kept });
}
