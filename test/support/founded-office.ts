// An office founded on a fresh database, with officers who can sign in and tablets that have.

import { createAccount, type NewAccount } from '../../server/store/accounts.ts';
import { foundOffice } from '../../server/store/bootstrap.ts';
import type { Database } from '../../server/store/database.ts';
import { signIn } from '../../server/store/devices.ts';
import { newId } from '../../server/store/id.ts';
import { factHashOf } from '../../server/store/server-hash.ts';
import { chainStart } from '../../src/domain/fact.ts';
import type { BodyOf, FactTypeName } from '../../src/domain/fact-types.ts';
import { ruleOf } from '../../src/domain/fact-types.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Role } from '../../src/domain/officer.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { wireVersion } from '../../src/domain/wire.ts';
import type { ExchangeRequest2 } from '../../src/domain/wire-version-2.ts';
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

type Act = { [T in FactTypeName]: { type: T; id: string; area: string; body: BodyOf<T> } }[FactTypeName];

/** The tablet's next fact, in the chain of those before. */
export function nextFact(tablet: TestTablet, act: Act): KnownFact {
  const fact: KnownFact = {
    id: newId(),
    type: act.type,
    subject: { noun: ruleOf(act.type).noun, id: act.id },
    area: act.area,
    officerId: tablet.officer.id,
    deviceId: tablet.deviceId,
    ...tablet.next,
    at: Date.now(),
    clock: { offsetMs: 0, confidence: 'good' },
    body: act.body,
  };
  tablet.next = { deviceSeq: fact.deviceSeq + 1, previousHash: factHashOf(fact) };
  return fact;
}

export const requestOf = (facts: unknown[] = [], cursors: Record<string, number> = {}): ExchangeRequest2 => ({
  wire: wireVersion,
  appVersion: 'test',
  sentAt: Date.now(),
  facts,
  cursors,
});

export const newCooperative = (area: string, name = 'Tirta Makmur', id = newId()) => ({
  type: 'cooperativeRecorded' as const,
  id,
  area,
  body: {
    regencyCode: area,
    name,
    form: 'primary' as const,
    membershipScope: 'regency' as const,
    bookYearEndMonth: 12,
    legalStatus: 'active' as const,
  },
});
