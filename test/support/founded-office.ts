// An office founded on a fresh database, with officers who can sign in and tablets that have.

import { createAccount, type NewAccount } from '../../server/store/accounts.ts';
import { foundOffice } from '../../server/store/bootstrap.ts';
import type { Database } from '../../server/store/database.ts';
import { signIn } from '../../server/store/devices.ts';
import { newId } from '../../server/store/id.ts';
import { chainStart } from '../../src/domain/fact.ts';
import type { Role } from '../../src/domain/officer.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';

export const password = 'ladang-sawit-2026';

export interface TestTablet {
  deviceId: string;
  token: string;
  officer: SessionOfficer;
  /** The place of its next fact. */
  next: { deviceSeq: number; previousHash: string };
}

export async function foundedOffice(): Promise<FreshDatabase> {
  const fresh = await freshDatabase();
  await foundOffice(fresh.db, '64');
  return fresh;
}

export async function addOfficer(db: Database, username: string, role: Role, areas: string[]): Promise<NewAccount> {
  const account = { username, name: `Petugas ${username}`, role, areas, password };
  const created = await db.transaction().execute((trx) => createAccount(trx, account));
  if (created.kind !== 'created') throw new Error(created.reason);
  return account;
}

export async function signInTablet(db: Database, username: string, deviceId = newId()): Promise<TestTablet> {
  const result = await signIn(db, { username, password, deviceId, appVersion: 'test' }, Date.now());
  if (result.kind !== 'signedIn') throw new Error(result.reason);
  const { token, officer, deviceSeq, lastHash } = result.answer;
  return { deviceId, token, officer, next: { deviceSeq: deviceSeq + 1, previousHash: lastHash || chainStart } };
}
