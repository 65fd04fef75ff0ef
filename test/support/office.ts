// The office in one process: the real exchange on a real database, reached without a network in between.

import { brotliDecompressSync } from 'node:zlib';
import { acceptFacts } from '../../server/store/accept.ts';
import type { Database } from '../../server/store/database.ts';
import { type ExchangeOptions, exchange } from '../../server/store/exchange.ts';
import { readSnapshotPage } from '../../server/store/snapshot.ts';
import type { SignedInDevice } from '../../server/store/take-up.ts';
import { chainStart } from '../../src/domain/fact.ts';
import type { BodyOf, FactTypeName } from '../../src/domain/fact-types.ts';
import { ruleOf } from '../../src/domain/fact-types.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { exchangeRequest2Schema, exchangeResponse2Schema, snapshotPageSchema } from '../../src/domain/wire-version-2.ts';
import type { Office } from '../../src/sync/send.ts';
import {
  administrator,
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  officerOne,
  officerTwo,
  policy,
  province,
  stranger,
  today,
  verifier,
} from './world.ts';

export const officeDeviceId = idOf(0xee);
let officeSeq = 0;

/** A fact that the office itself records, for the beginning of a world. */
export function officeFact<T extends FactTypeName>(type: T, id: string, area: string, body: BodyOf<T>): KnownFact {
  officeSeq += 1;
  return {
    id: idOf(0xe0000 + officeSeq),
    type,
    subject: { noun: ruleOf(type).noun, id },
    area,
    officerId: administrator.id,
    deviceId: officeDeviceId,
    deviceSeq: officeSeq,
    at: today,
    clock: { offsetMs: 0, confidence: 'good' },
    previousHash: chainStart,
    body,
  };
}

/** Officers, a policy and one cooperative, as an office has them before the first tablet comes. */
export async function foundOffice(db: Database): Promise<void> {
  const officers = [officerOne, officerTwo, stranger, verifier, administrator];
  const facts = [
    ...officers.map(({ id, name, role, areas }) => officeFact('officerRecorded', id, province, { name, role, areas, active: true })),
    officeFact('policyRecorded', policy.id, province, policy),
    officeFact('cooperativeRecorded', cooperativeId, kukar, cooperativeBody),
  ];
  const { verdicts } = await db
    .transaction()
    .execute((trx) => acceptFacts(trx, facts, administrator, { now: today, lastHash: chainStart }));
  const refused = verdicts.filter((verdict) => verdict.kind !== 'applied');
  if (refused.length > 0) throw new Error(`the office could not be founded: ${JSON.stringify(refused)}`);
}

export async function registerDevice(db: Database, device: SignedInDevice): Promise<void> {
  await db.insertInto('device').values({ id: device.deviceId, officer_id: device.officer.id }).execute();
}

/** Requests and answers go through JSON and their schemas, as on the wire. */
export function officeOf(
  db: Database,
  deviceId: string,
  officer: SessionOfficer | (() => SessionOfficer),
  now: () => number = () => today,
  options: ExchangeOptions = {},
): Office {
  return {
    exchange: async (request) => {
      const received = exchangeRequest2Schema.parse(JSON.parse(JSON.stringify(request)));
      const rights = typeof officer === 'function' ? officer() : officer;
      const answer = await exchange(db, { deviceId, officer: rights }, received, now(), options);
      return { kind: 'answered', answer: exchangeResponse2Schema.parse(JSON.parse(JSON.stringify(answer))) };
    },
    snapshotPage: async (area, seq, page) => {
      const content = await readSnapshotPage(db, area, seq, page);
      if (!content) return { kind: 'serverError', status: 404, code: 'snapshotGone' };
      return { kind: 'answered', answer: snapshotPageSchema.parse(JSON.parse(String(brotliDecompressSync(content)))) };
    },
    signIn: async () => ({ kind: 'unreachable' }),
  };
}
