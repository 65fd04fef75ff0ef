// Who is signed in on this tablet: a small list beside the officers' own databases, and the session inside each of them.
import { chainStart } from '../domain/fact.ts';
import type { SignInResponse } from '../domain/wire.ts';
import { databaseNameOf, type FieldDatabase, openFieldDatabase } from './database.ts';
import { newId } from './id.ts';
import { readSetting, type Session, writeSetting } from './settings.ts';

/**
 * Keeps a sign-in in the officer's own database. The device's number of facts goes on behind what the office and the tablet hold,
 * whichever is more: an evicted tablet must not use a number twice.
 */
export async function keepSession(db: FieldDatabase, deviceId: string, answer: SignInResponse, now = Date.now()): Promise<Session> {
  const session: Session = {
    token: answer.token,
    officer: answer.officer,
    province: answer.province,
    isDemo: answer.isDemo,
    signedInAt: now,
  };
  await db.transaction('rw', db.setting, async () => {
    const held = await readSetting(db, 'device');
    await writeSetting(db, 'session', session);
    await writeSetting(db, 'clock', { offsetMs: answer.now - now, confidence: 'good', checkedAt: now });
    if (!held) {
      const start = answer.deviceSeq > 0 ? answer.lastHash : chainStart;
      await writeSetting(db, 'device', { deviceId, nextSeq: answer.deviceSeq + 1, lastHash: start });
    }
  });
  return session;
}

/** A database that was opened before keeps its device; a new one gets an id of its own. */
export async function deviceIdOf(db: FieldDatabase): Promise<string> {
  return (await readSetting(db, 'device'))?.deviceId ?? newId();
}

export async function openOfficerDatabase(officerId: string): Promise<{ db: FieldDatabase; session: Session | undefined }> {
  const db = openFieldDatabase(databaseNameOf(officerId));
  await db.open();
  return { db, session: await readSetting(db, 'session') };
}

/** Signing out forgets the token alone: unsent work stays and goes on at the next sign-in of the same officer. */
export async function dropToken(db: FieldDatabase): Promise<void> {
  const session = await readSetting(db, 'session');
  if (session) await writeSetting(db, 'session', { ...session, token: '' });
}
