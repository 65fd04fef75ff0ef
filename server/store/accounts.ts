// Officers' accounts: who may sign in. The officer is a row like any other; name and password of the account are the server's alone.
import type { Kysely } from 'kysely';
import { sameValue } from '../../src/domain/canonical.ts';
import type { Role } from '../../src/domain/officer.ts';
import { newId } from './id.ts';
import { isWeak, passwordHashOf } from './password.ts';
import type { Schema } from './schema.ts';
import { recordSurely, systemAuthor } from './server-device.ts';
import { settingsOf } from './setting.ts';
import { storable } from './storable.ts';

export interface NewAccount {
  username: string;
  name: string;
  role: Role;
  areas: string[];
  password: string;
}

export type AccountCreation =
  | { kind: 'created'; officerId: string }
  | { kind: 'refused'; reason: 'usernameTaken' | 'usernameUnfit' | 'passwordWeak' | 'nameUnfit' };

export const usernameOf = (typed: string): string => storable(typed).trim().toLowerCase();
const fitUsername = /^[a-z0-9][a-z0-9._-]{1,59}$/;

/** The officer and the account in the caller's transaction. */
export async function createAccount(trx: Kysely<Schema>, account: NewAccount): Promise<AccountCreation> {
  const username = usernameOf(account.username);
  const name = account.name.trim();
  if (!fitUsername.test(username)) return { kind: 'refused', reason: 'usernameUnfit' };
  if (name.length === 0 || name.length > 200) return { kind: 'refused', reason: 'nameUnfit' };
  if (isWeak(account.password)) return { kind: 'refused', reason: 'passwordWeak' };
  const officerId = newId();
  const passwordHash = await passwordHashOf(account.password);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('account')
    .values({ username, officer_id: officerId, password_hash: passwordHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return { kind: 'refused', reason: 'usernameTaken' };
  const { province } = await settingsOf(trx);
  const body = { name, role: account.role, areas: account.areas, active: true };
  await recordSurely(trx, [{ type: 'officerRecorded', id: officerId, area: province, body }], await systemAuthor(trx));
  return { kind: 'created', officerId };
}

/** The account's tablets sign in again; what they have not sent stays on them. */
export async function setPassword(db: Kysely<Schema>, typed: string, password: string): Promise<{ kind: 'changed' | 'weak' | 'unknown' }> {
  if (isWeak(password)) return { kind: 'weak' };
  const passwordHash = await passwordHashOf(password);
  return db.transaction().execute(async (trx) => {
    const account = await trx
      .updateTable('account')
      .set({ password_hash: passwordHash })
      .where('username', '=', usernameOf(typed))
      .returning('officer_id')
      .executeTakeFirst();
    if (!account) return { kind: 'unknown' };
    await trx.updateTable('device').set({ token_hash: null }).where('officer_id', '=', account.officer_id).execute();
    return { kind: 'changed' };
  });
}

export interface ListedAccount {
  username: string;
  officerId: string;
  name: string;
  role: Role;
  areas: string[];
  disabledAt: string | undefined;
}

export async function listAccounts(db: Kysely<Schema>): Promise<ListedAccount[]> {
  const { province } = await settingsOf(db);
  const rows = await db
    .selectFrom('account')
    .innerJoin('record', (join) =>
      join
        .on('record.area', '=', province)
        .on('record.noun', '=', 'officer')
        .on((on) => on(on.ref('record.id'), '=', on.cast<string>('account.officer_id', 'text'))),
    )
    .select(['account.username', 'account.officer_id', 'account.disabled_at', 'record.data'])
    .orderBy('account.username')
    .execute();
  return rows.map((row) => {
    const { name, role, areas } = row.data as { name: string; role: Role; areas: string[] };
    return { username: row.username, officerId: row.officer_id, name, role, areas, disabledAt: row.disabled_at?.toISOString() };
  });
}

/** From the next exchange of its tablets on: what came is fetched, what went is taken away, and no unsent work is lost by it. */
export async function changeAreas(
  trx: Kysely<Schema>,
  typed: string,
  areas: string[],
): Promise<{ kind: 'changed' | 'unchanged' | 'unknown' }> {
  const account = await trx.selectFrom('account').select('officer_id').where('username', '=', usernameOf(typed)).executeTakeFirst();
  if (!account) return { kind: 'unknown' };
  const { province } = await settingsOf(trx);
  const row = await trx
    .selectFrom('record')
    .select('data')
    .where('area', '=', province)
    .where('noun', '=', 'officer')
    .where('id', '=', account.officer_id)
    .executeTakeFirstOrThrow();
  const from = (row.data as unknown as { areas: string[] }).areas;
  if (sameValue(from, areas)) return { kind: 'unchanged' };
  const body = { changes: { areas: { from, to: areas } } };
  await recordSurely(trx, [{ type: 'officerChanged', id: account.officer_id, area: province, body }], await systemAuthor(trx));
  return { kind: 'changed' };
}

/** The account signs in no more and its tablets' tokens end; what they have not sent yet stays on them. */
export async function disableAccount(trx: Kysely<Schema>, typed: string): Promise<{ kind: 'disabled' | 'alreadyDisabled' | 'unknown' }> {
  const account = await trx.selectFrom('account').selectAll().where('username', '=', usernameOf(typed)).forUpdate().executeTakeFirst();
  if (!account) return { kind: 'unknown' };
  if (account.disabled_at) return { kind: 'alreadyDisabled' };
  await trx.updateTable('account').set({ disabled_at: new Date() }).where('username', '=', account.username).execute();
  await trx.updateTable('device').set({ token_hash: null }).where('officer_id', '=', account.officer_id).execute();
  const { province } = await settingsOf(trx);
  const body = { changes: { active: { from: true, to: false } } };
  await recordSurely(trx, [{ type: 'officerChanged', id: account.officer_id, area: province, body }], await systemAuthor(trx));
  return { kind: 'disabled' };
}
