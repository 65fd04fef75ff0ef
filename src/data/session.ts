// Who is signed in on this tablet: a small list beside the officers' own databases, and the session inside each of them.
import { databaseNameOf, type FieldDatabase, openFieldDatabase } from './database.ts';
import { newId } from './id.ts';
import { readSetting, type Session, writeSetting } from './settings.ts';

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
