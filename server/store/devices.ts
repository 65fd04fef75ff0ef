// Tablets and their tokens: who signs in gets one, the office keeps only its hash, and any of them can be revoked.
import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Officer } from '../../src/domain/officer.ts';
import type { SessionOfficer, SignInRequest, SignInResponse } from '../../src/domain/wire.ts';
import { usernameOf } from './accounts.ts';
import { isPassword } from './password.ts';
import type { Schema } from './schema.ts';
import { hashOf } from './server-hash.ts';
import { settingsOf } from './setting.ts';
import { storable } from './storable.ts';
import type { SignedInDevice } from './take-up.ts';

export type SignIn =
  | { kind: 'signedIn'; answer: SignInResponse }
  | { kind: 'refused'; reason: 'wrongPassword' | 'accountDisabled' | 'deviceOfOther' | 'deviceRevoked' };

export async function signIn(db: Kysely<Schema>, request: SignInRequest, now: number): Promise<SignIn> {
  const account = await db.selectFrom('account').selectAll().where('username', '=', usernameOf(request.username)).executeTakeFirst();
  if (!(await isPassword(request.password, account?.password_hash)) || !account) return { kind: 'refused', reason: 'wrongPassword' };
  const officer = await sessionOfficerOf(db, account.officer_id);
  if (account.disabled_at || !officer) return { kind: 'refused', reason: 'accountDisabled' };
  const token = randomBytes(32).toString('base64url');
  return db.transaction().execute(async (trx): Promise<SignIn> => {
    await trx
      .insertInto('device')
      .values({ id: request.deviceId, officer_id: officer.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const device = await trx.selectFrom('device').selectAll().where('id', '=', request.deviceId).forUpdate().executeTakeFirstOrThrow();
    if (device.officer_id !== officer.id) return { kind: 'refused', reason: 'deviceOfOther' };
    if (device.revoked_at) return { kind: 'refused', reason: 'deviceRevoked' };
    await trx
      .updateTable('device')
      .set({
        token_hash: hashOf(token),
        app_version: storable(request.appVersion),
        last_seen_at: new Date(now),
        ...(request.deviceName === undefined ? {} : { name: storable(request.deviceName) }),
      })
      .where('id', '=', device.id)
      .execute();
    const { province, isDemo } = await settingsOf(trx);
    const answer = { token, officer, now, deviceSeq: device.last_seq, lastHash: device.last_hash, province, isDemo };
    return { kind: 'signedIn', answer };
  });
}

/** Undefined when the token was never given, has ended, or belongs to a revoked device or a disabled account. */
export async function deviceByToken(db: Kysely<Schema>, token: string): Promise<SignedInDevice | undefined> {
  const { rows } = await sql<{ deviceId: string; officerId: string; data: Officer }>`
    select d.id as "deviceId", r.id as "officerId", r.data
    from device d
    join account a on a.officer_id = d.officer_id and a.disabled_at is null
    join record r on r.area = ${homeArea} and r.noun = 'officer' and r.id = d.officer_id::text
    where d.token_hash = ${hashOf(token)} and d.revoked_at is null`.execute(db);
  const [row] = rows;
  return row?.data.active ? { deviceId: row.deviceId, officer: sessionOf(row.officerId, row.data) } : undefined;
}

/** The tablet keeps its numbering and may sign in again. */
export async function signOut(db: Kysely<Schema>, deviceId: string): Promise<void> {
  await db.updateTable('device').set({ token_hash: null }).where('id', '=', deviceId).execute();
}

export interface ListedDevice {
  id: string;
  officerId: string;
  username: string | undefined;
  name: string | undefined;
  appVersion: string | undefined;
  facts: number;
  lastSeenAt: string | undefined;
  revokedAt: string | undefined;
}

export async function listDevices(db: Kysely<Schema>): Promise<ListedDevice[]> {
  const rows = await db
    .selectFrom('device')
    .leftJoin('account', 'account.officer_id', 'device.officer_id')
    .select(['device.id', 'device.officer_id', 'account.username', 'device.name', 'device.app_version'])
    .select((device) =>
      device
        .selectFrom('fact')
        .whereRef('fact.device_id', '=', 'device.id')
        .select((fact) => fact.fn.countAll<number>().as('count'))
        .as('facts'),
    )
    .select(['device.last_seen_at', 'device.revoked_at'])
    .orderBy('device.created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    officerId: row.officer_id,
    username: row.username ?? undefined,
    name: row.name ?? undefined,
    appVersion: row.app_version ?? undefined,
    facts: row.facts ?? 0,
    lastSeenAt: row.last_seen_at?.toISOString(),
    revokedAt: row.revoked_at?.toISOString(),
  }));
}

/** A lost tablet: its token ends and it gets no other. */
export async function revokeDevice(db: Kysely<Schema>, deviceId: string): Promise<{ kind: 'revoked' | 'alreadyRevoked' | 'unknown' }> {
  return db.transaction().execute(async (trx) => {
    const device = await trx.selectFrom('device').select('revoked_at').where('id', '=', deviceId).forUpdate().executeTakeFirst();
    if (!device) return { kind: 'unknown' };
    if (device.revoked_at) return { kind: 'alreadyRevoked' };
    await trx.updateTable('device').set({ revoked_at: new Date(), token_hash: null }).where('id', '=', deviceId).execute();
    return { kind: 'revoked' };
  });
}

/**
 * A tablet that was revoked by mistake or found again: its officer may sign in on it once more, and it goes on where it stopped. Its former
 * token stays dead, and its keys of rescue files are forgotten, since whoever held the tablet may have added one: it hands in its own again.
 */
export async function readmitDevice(
  db: Kysely<Schema>,
  deviceId: string,
): Promise<{ kind: 'readmitted'; held: number } | { kind: 'notRevoked' } | { kind: 'unknown' }> {
  return db.transaction().execute(async (trx) => {
    const device = await trx.selectFrom('device').select('revoked_at').where('id', '=', deviceId).forUpdate().executeTakeFirst();
    if (!device) return { kind: 'unknown' };
    if (!device.revoked_at) return { kind: 'notRevoked' };
    await trx.updateTable('device').set({ revoked_at: null, token_hash: null }).where('id', '=', deviceId).execute();
    await trx.deleteFrom('device_key').where('device_id', '=', deviceId).execute();
    const held = await trx
      .selectFrom('quarantine')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('device_id', '=', deviceId)
      .where('released_at', 'is', null)
      .executeTakeFirstOrThrow();
    return { kind: 'readmitted', held: Number(held.count) };
  });
}

/** The office's explicit word that a tablet drops all rows that it holds and fetches them anew; what it has not sent stays on it. */
export async function resetDevice(db: Kysely<Schema>, deviceId: string): Promise<{ kind: 'asked' | 'unknown' }> {
  const device = await db
    .updateTable('device')
    .set((update) => ({ resets: update('resets', '+', 1) }))
    .where('id', '=', deviceId)
    .returning('id')
    .executeTakeFirst();
  return { kind: device ? 'asked' : 'unknown' };
}

async function sessionOfficerOf(db: Kysely<Schema>, officerId: string): Promise<SessionOfficer | undefined> {
  const { rows } = await sql<{ data: Officer }>`
    select data from record where area = ${homeArea} and noun = 'officer' and id = ${officerId}`.execute(db);
  return rows[0]?.data.active ? sessionOf(officerId, rows[0].data) : undefined;
}

/** Officers' rows lie in the province of the office. */
const homeArea = sql`(select value #>> '{}' from setting where key = 'province')`;

const sessionOf = (id: string, { name, role, areas }: Officer): SessionOfficer => ({ id, name, role, areas });
