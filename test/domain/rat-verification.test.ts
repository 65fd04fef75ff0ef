import { expect, test } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import type { RatMeeting } from '../../src/domain/rat-meeting.ts';
import { ratResubmitted, ratReturned } from '../../src/domain/rat-verification.ts';
import type { World } from '../../src/domain/world.ts';
import { kukar, meetingBody, meetingId, openingOf, today } from '../support/world.ts';

const held: RatMeeting = {
  ...meetingBody,
  recordedBy: 'officer',
  recordedAt: today,
  opening: { ...openingOf(100), officerId: 'officer' },
  heldOn: '2026-07-06',
};
const world = { author: { id: 'verifier', role: 'verifier' } } as World;

function factOf<Body>(type: string, at: number, officerId: string, body: Body): Fact<Body> {
  return {
    id: `${type}-${at}`,
    type,
    subject: { noun: 'ratMeeting', id: meetingId },
    area: kukar,
    officerId,
    deviceId: 'device',
    deviceSeq: 1,
    at,
    clock: { offsetMs: 0, confidence: 'good' },
    previousHash: '0'.repeat(64),
    body,
  };
}

test('a second return does not hide the first one, nor the answer between them', () => {
  const returns = (meeting: RatMeeting, at: number, reason: string) =>
    ratReturned.apply(meeting, factOf('ratReturned', at, 'verifier', { reason }), world);
  const once = dataOf(returns(held, today + 10, 'Angka SHU kosong'));
  const answered = dataOf(ratResubmitted.apply(once, factOf('ratResubmitted', today + 20, 'officer', { note: 'Sudah diisi' }), world));
  const twice = dataOf(returns(answered, today + 30, 'Masih kosong'));
  expect(twice.returns?.map(({ reason }) => reason)).toEqual(['Angka SHU kosong', 'Masih kosong']);
  expect(twice.resubmissions?.map(({ note }) => note)).toEqual(['Sudah diisi']);
  expect(twice.returned?.reason).toBe('Masih kosong');
});

function dataOf(result: ReturnType<typeof ratReturned.apply>): RatMeeting {
  if (result.kind === 'refused') throw new Error(result.rule);
  return result.data;
}
