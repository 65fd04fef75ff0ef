// From a meeting to what the statistics know of it.
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { startOf } from '../../src/domain/day.ts';
import type { RatMeeting } from '../../src/domain/rat-meeting.ts';
import { isValidBy, ratRecordOf, ratRecordSchema } from '../../src/domain/rat-record.ts';

const planned: RatMeeting = {
  cooperativeId: '0196e3a0-0000-7000-8000-000000000001',
  source: 'officer',
  kind: 'rat',
  bookYears: [2025],
  callNumber: 1,
  mode: 'inPerson',
  system: 'direct',
  recordedBy: 'officer',
  recordedAt: startOf('2026-02-01'),
};
const opening: RatMeeting['opening'] = {
  openedAt: startOf('2026-03-01'),
  heldOn: '2026-03-01',
  registeredVoters: 100,
  rosterSource: 'none',
  quorumRule: { num: 1, den: 2, strict: true },
  quorumSource: 'policy',
  policyId: 'policy',
  officerId: 'officer',
};
const held: RatMeeting = {
  ...planned,
  opening,
  holding: {
    heldOn: '2026-03-01',
    endedAt: startOf('2026-03-01'),
    present: 51,
    registeredVoters: 100,
    quorumReached: true,
    minutesHash: 'a'.repeat(64),
    officerId: 'officer',
  },
};
const verified: RatMeeting = { ...held, verified: { officerId: 'verifier', at: startOf('2026-04-01') } };
const fromRegister: RatMeeting = { ...planned, source: 'register', heldOn: '2026-03-01' };

describe('a RAT for the statistics', () => {
  test('is none while it is only planned or open', () => {
    expect(ratRecordOf('m', planned)).toBeUndefined();
    expect(ratRecordOf('m', { ...planned, opening })).toBeUndefined();
  });

  test('is none when the meeting was of another kind', () => {
    expect(ratRecordOf('m', { ...verified, kind: 'ralb' })).toBeUndefined();
  });

  test('waits for the office after it was held', () => {
    const record = ratRecordOf('m', held);
    expect(record).toEqual({
      meetingId: 'm',
      bookYears: [2025],
      callNumber: 1,
      source: 'officer',
      recordedOn: '2026-02-01',
      heldOn: '2026-03-01',
      quorumReached: true,
    });
    expect(z.safeParse(ratRecordSchema, record).success).toBe(true);
  });

  test('is verified from the day the office said so', () => {
    const record = z.parse(ratRecordSchema, ratRecordOf('m', verified));
    expect(record.verifiedOn).toBe('2026-04-01');
    expect(isValidBy(record, '2026-03-31')).toBe(false);
    expect(isValidBy(record, '2026-04-01')).toBe(true);
  });

  test('is not verified while it is returned', () => {
    const returned = { officerId: 'verifier', at: startOf('2026-04-01'), reason: 'the attendance is missing' };
    expect(ratRecordOf('m', { ...held, returned })).not.toHaveProperty('verifiedOn');
  });

  test('from a register counts from the day it was held', () => {
    expect(ratRecordOf('m', fromRegister)).toMatchObject({ heldOn: '2026-03-01', verifiedOn: '2026-03-01', quorumReached: true });
  });

  test('that was adjourned has no quorum and nothing for the office to verify', () => {
    const adjournment = { adjournedAt: startOf('2026-03-01'), present: 20, reason: 'too few came', officerId: 'officer' };
    const record = ratRecordOf('m', { ...planned, opening, adjournment });
    expect(record).toMatchObject({ heldOn: '2026-03-01', verifiedOn: '2026-03-01', quorumReached: false });
  });
});
