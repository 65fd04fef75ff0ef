// Signing in, once with network: the officer's own database is opened and the device gets its token.
import { databaseNameOf, type FieldDatabase, openFieldDatabase } from '../data/database.ts';
import { newId } from '../data/id.ts';
import { keepSession } from '../data/keep-session.ts';
import type { UnsentNote } from '../data/loss.ts';
import { deviceIdOf } from '../data/session.ts';
import type { Session } from '../data/settings.ts';
import { readSetting } from '../data/settings.ts';
import type { Office, SendFailure } from './send.ts';

export interface Credentials {
  username: string;
  password: string;
  appVersion: string;
  deviceName?: string | undefined;
  /** The device id this tablet used for that officer before, if it remembers. */
  deviceId?: string | undefined;
  /** What it had noted as unsent beside that officer's database. */
  note?: UnsentNote | undefined;
}

/** `notAllowed`: the password is right, and this tablet or account is closed; trying again helps nobody. */
export type SignInResult =
  | { kind: 'signedIn'; db: FieldDatabase; session: Session }
  | { kind: 'wrongPassword' }
  | { kind: 'notAllowed' }
  | SendFailure;

const closed = ['deviceRevoked', 'accountDisabled', 'deviceOfOther'];

export async function signIn(office: Office, credentials: Credentials, now = Date.now()): Promise<SignInResult> {
  const { username, password, appVersion, deviceName } = credentials;
  const deviceId = credentials.deviceId ?? newId(now);
  const sent = await office.signIn({ username, password, deviceId, deviceName, appVersion });
  if (sent.kind === 'signedOut') return { kind: 'wrongPassword' };
  if (sent.kind === 'serverError' && closed.includes(sent.code)) return { kind: 'notAllowed' };
  if (sent.kind !== 'answered') return sent;
  const db = openFieldDatabase(databaseNameOf(sent.answer.officer.id));
  const held = (await readSetting(db, 'device')) ? await deviceIdOf(db) : deviceId;
  if (held !== deviceId) {
    // The tablet forgot which device it was, but the officer's database remembers: its numbering must go on.
    db.close();
    return signIn(office, { ...credentials, deviceId: held }, now);
  }
  return { kind: 'signedIn', db, session: await keepSession(db, deviceId, sent.answer, { now, note: credentials.note }) };
}
