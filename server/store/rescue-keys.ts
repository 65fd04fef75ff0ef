// The keys of rescue files: the office's own, with which tablets encrypt, and the tablets', with which they sign.
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

export interface RescueIdentity {
  /** The public half, which tablets are given. */
  recipient: string;
  identity: string;
}

/** Newest first: tablets may still hold the public half of an older one. */
export const readIdentities = (db: Kysely<Schema>): Promise<RescueIdentity[]> =>
  db.selectFrom('rescue_identity').select(['recipient', 'identity']).orderBy('made_at', 'desc').execute();

/** The first one that is written stays: several servers may start at once. */
export async function foundIdentity(db: Kysely<Schema>, made: RescueIdentity): Promise<void> {
  await sql`
    insert into rescue_identity (recipient, identity)
    select ${made.recipient}::text, ${made.identity}::text where not exists (select from rescue_identity)`.execute(db);
}

export const keyHashOf = (publicKey: string): string => createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');

/** A tablet makes another one only when its storage was thrown away. */
const mostKeys = 50;

/** The same key again is harmless. */
export async function noteDeviceKey(db: Kysely<Schema>, deviceId: string, publicKey: string): Promise<{ kind: 'noted' | 'tooMany' }> {
  const key_hash = keyHashOf(publicKey);
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('device').select('id').where('id', '=', deviceId).forUpdate().executeTakeFirstOrThrow();
    const keys = await trx.selectFrom('device_key').select('key_hash').where('device_id', '=', deviceId).execute();
    if (keys.some((key) => key.key_hash === key_hash)) return { kind: 'noted' };
    if (keys.length >= mostKeys) return { kind: 'tooMany' };
    await trx.insertInto('device_key').values({ device_id: deviceId, key_hash, public_key: publicKey }).execute();
    return { kind: 'noted' };
  });
}

/** Of this very tablet; another one's key proves nothing for it. */
export async function deviceKey(db: Kysely<Schema>, deviceId: string, keyHash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('device_key')
    .select('public_key')
    .where('device_id', '=', deviceId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  return row?.public_key;
}
