// Signing in, on the tablet's side: the session in the officer's own database, and the numbering that goes on.
import { chainStart } from '../domain/fact.ts';
import type { SignInResponse } from '../domain/wire.ts';
import type { FieldDatabase } from './database.ts';
import { lossOf, type UnsentNote } from './loss.ts';
import { readSetting, type Session, writeSetting } from './settings.ts';

export interface KeepOptions {
  now?: number;
  /** What was noted of the database that the browser has thrown away. */
  note?: UnsentNote | undefined;
}

/**
 * Keeps a sign-in in the officer's own database. The device's number of facts goes on behind what the office holds, the tablet holds,
 * and the tablet once used, whichever is most: an emptied tablet must not use a number twice, and the office sees which are missing.
 */
export async function keepSession(
  db: FieldDatabase,
  deviceId: string,
  answer: SignInResponse,
  { now = Date.now(), note: noted }: KeepOptions = {},
): Promise<Session> {
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
    // The office may have forgotten the tablet's key with a revocation: it is handed in again after the next round.
    const rescue = await readSetting(db, 'rescue');
    if (rescue) await writeSetting(db, 'rescue', { ...rescue, askedAt: 0 });
    await writeSetting(db, 'clock', { offsetMs: answer.now - now, confidence: 'good', checkedAt: now });
    if (held && held.nextSeq > answer.deviceSeq) return;
    const note = !held && noted?.deviceId === deviceId ? noted : undefined;
    const lastHash = answer.deviceSeq > 0 ? answer.lastHash : chainStart;
    await writeSetting(db, 'device', { deviceId, nextSeq: Math.max(answer.deviceSeq, note?.lastSeq ?? 0) + 1, lastHash });
    const loss = lossOf(note, answer.deviceSeq, now);
    if (loss) await writeSetting(db, 'loss', loss);
  });
  return session;
}
