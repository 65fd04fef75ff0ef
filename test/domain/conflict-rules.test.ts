// What keeps each kind of record whole holds for decisions about its conflicts too.
import { expect, test } from 'vitest';
import { hashOf } from '../../src/data/hash.ts';
import { hashedTextOf, sealedContentOf } from '../../src/domain/minutes.ts';
import { votersField } from '../../src/domain/rat-meeting.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
import { foldingOver } from '../support/folding.ts';
import { neededSigned, sealableContent } from '../support/minutes.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  meetingBody,
  meetingId,
  officerOne,
  officerTwo,
  openingOf,
  today,
  verifier,
} from '../support/world.ts';

const by = { recordedBy: officerOne.id, recordedAt: today };
const cooperatives = { [`cooperative/${cooperativeId}`]: { ...cooperativeBody, ...by } };
const contentHash = hashOf(hashedTextOf(sealableContent));
const sealed = { ...sealableContent, ...by, signatures: neededSigned, contentHash, sealedAt: today };

test('figures that add up only together are decided together (I4)', () => {
  const id = figuresIdOf(cooperativeId, 2025, 'oral');
  const world = foldingOver(cooperatives);
  const body = { cooperativeId, bookYear: 2025, source: 'oral' as const };
  world.fold(officerOne, 'figuresRecorded', id, { ...body, membersMale: 10, membersFemale: 20, membersTotal: 30 });
  const { factId, outcome } = world.fold(officerTwo, 'figuresRecorded', id, {
    ...body,
    membersMale: 12,
    membersFemale: 20,
    membersTotal: 32,
  });
  expect(outcome).toMatchObject({ kind: 'conflict' });
  const men = { others: [factId], from: 10, to: 12 };
  const decided = (decisions: object) => world.fold(officerOne, 'figuresConflictResolved', id, { decisions } as never).outcome;
  expect(decided({ membersMale: men })).toMatchObject({ kind: 'refused', rule: 'I4' });
  expect(decided({ membersMale: men, membersTotal: { others: [factId], from: 30, to: 32 } })).toMatchObject({ kind: 'applied' });
  expect(world.data('yearlyFigures', id)).toMatchObject({ membersMale: 12, membersTotal: 32, conflicts: [] });
});

test('figures that a RAT ratified are decided by the office', () => {
  const id = figuresIdOf(cooperativeId, 2025, 'rat');
  const world = foldingOver({
    ...cooperatives,
    [`yearlyFigures/${id}`]: { cooperativeId, bookYear: 2025, source: 'rat', assets: 5, ...by },
  });
  const { factId } = world.fold(verifier, 'figuresChanged', id, { changes: { assets: { from: 4, to: 6 } } });
  const body = { decisions: { assets: { others: [factId], from: 5, to: 6 } } };
  expect(world.fold(officerOne, 'figuresConflictResolved', id, body).outcome).toMatchObject({ kind: 'refused', rule: 'notAsRatified' });
  expect(world.fold(verifier, 'figuresConflictResolved', id, body).outcome).toMatchObject({ kind: 'applied' });
});

test('a finished visit changes by a decision only with a reason, and as an amendment', () => {
  const id = idOf(0x1);
  const world = foldingOver({ ...cooperatives, [`visit/${id}`]: { cooperativeId, purpose: 'monitoring', visitedOn: '2026-07-01', ...by } });
  world.fold(officerOne, 'visitAmended', id, { changes: { advice: { from: null, to: 'Rapikan buku' } }, reason: 'Terlupa' });
  const { factId } = world.fold(verifier, 'visitAmended', id, {
    changes: { advice: { from: null, to: 'Adakan RAT' } },
    reason: 'Dari kantor',
  });
  const decisions = { advice: { others: [factId], from: 'Rapikan buku', to: 'Adakan RAT' } };
  expect(world.fold(officerOne, 'visitConflictResolved', id, { decisions }).outcome).toMatchObject({
    kind: 'refused',
    rule: 'reasonRequired',
  });
  expect(world.fold(officerOne, 'visitConflictResolved', id, { decisions, note: 'Kantor benar' }).outcome).toMatchObject({
    kind: 'applied',
  });
  const { advice, amendments } = world.data('visit', id);
  expect(advice).toBe('Adakan RAT');
  expect(amendments?.at(-1)).toMatchObject({ reason: 'Kantor benar', changes: { advice: { from: 'Rapikan buku', to: 'Adakan RAT' } } });
  expect(amendments).toHaveLength(3);
});

test('a number of voters that two tablets froze is decided until the minutes are sealed (I4, I5)', () => {
  const opening = { ...openingOf(100), officerId: officerOne.id };
  const world = foldingOver({ ...cooperatives, [`ratMeeting/${meetingId}`]: { ...meetingBody, ...by, opening } });
  const { factId, outcome } = world.fold(officerTwo, 'ratMeetingOpened', meetingId, openingOf(98));
  expect(outcome).toMatchObject({ kind: 'conflict', rule: 'I4' });
  const decided = (to: number, note?: string) =>
    world.fold(officerOne, 'ratMeetingConflictResolved', meetingId, {
      decisions: { [votersField]: { others: [factId], from: 100, to } },
      ...(note ? { note } : {}),
    });
  expect(decided(98).outcome).toMatchObject({ kind: 'applied' });
  expect(world.data('ratMeeting', meetingId)).toMatchObject({
    opening: { registeredVoters: 98, policyId: opening.policyId },
    conflicts: [],
  });

  const holding = {
    heldOn: '2026-07-06',
    endedAt: today,
    present: 60,
    registeredVoters: 100,
    quorumReached: true,
    minutesHash: contentHash,
  };
  const conflicts = [{ field: 'place', shown: 'Balai Desa', other: 'Aula', otherBy: officerTwo.id, otherFactId: factId, at: today }];
  const held = { ...meetingBody, ...by, opening, holding: { ...holding, officerId: officerOne.id }, conflicts };
  const later = foldingOver({ ...cooperatives, [`ratMeeting/${meetingId}`]: held });
  const place = (to: string) =>
    later.fold(verifier, 'ratMeetingConflictResolved', meetingId, { decisions: { place: { others: [factId], from: 'Balai Desa', to } } })
      .outcome;
  expect(place('Aula')).toMatchObject({ kind: 'refused', rule: 'I5' });
  expect(place('Balai Desa')).toMatchObject({ kind: 'applied' });
});

test('a decision about sealed minutes is an amendment: what was signed is found again by undoing it (I5)', () => {
  const world = foldingOver({ ...cooperatives, [`ratMeeting/${meetingId}`]: { ...meetingBody, ...by }, [`minutes/${meetingId}`]: sealed });
  const amend = (to: string) => ({ changes: { place: { from: 'Balai Desa', to } }, reason: 'Salah tulis' });
  world.fold(officerOne, 'minutesAmended', meetingId, amend('Aula'));
  const { factId } = world.fold(officerTwo, 'minutesAmended', meetingId, amend('Masjid'));
  const decisions = { place: { others: [factId], from: 'Aula', to: 'Masjid' } };
  expect(world.fold(verifier, 'minutesConflictResolved', meetingId, { decisions }).outcome).toMatchObject({ rule: 'reasonRequired' });
  const { outcome } = world.fold(verifier, 'minutesConflictResolved', meetingId, { decisions, note: 'Menurut foto' });
  expect(outcome).toMatchObject({ kind: 'applied' });
  const minutes = world.data('minutes', meetingId);
  expect(minutes.place).toBe('Masjid');
  expect(hashOf(hashedTextOf(sealedContentOf(minutes)))).toBe(contentHash);
});

test('a decision keeps the invariants of sealed minutes, and of verified ones from officers', () => {
  const meeting = { ...meetingBody, ...by, verified: { officerId: verifier.id, at: today } };
  const world = foldingOver({ ...cooperatives, [`ratMeeting/${meetingId}`]: meeting, [`minutes/${meetingId}`]: sealed });
  const later = sealed.endedAt;
  const amend = (from: number, to: number) => ({ changes: { startedAt: { from, to } }, reason: 'Salah jam' });
  world.fold(verifier, 'minutesAmended', meetingId, amend(sealed.startedAt, sealed.startedAt + 1));
  const { factId } = world.fold(verifier, 'minutesAmended', meetingId, amend(sealed.startedAt, sealed.startedAt + 2));
  const decided = (who: typeof verifier, to: number) =>
    world.fold(who, 'minutesConflictResolved', meetingId, {
      decisions: { startedAt: { others: [factId], from: sealed.startedAt + 1, to } },
      note: 'Menurut jam dinding',
    }).outcome;
  expect(decided(verifier, later + 1)).toMatchObject({ kind: 'refused', rule: 'endsBeforeStart' });
  expect(decided(officerOne, sealed.startedAt + 2)).toMatchObject({ kind: 'refused', rule: 'alreadyVerified' });
  expect(decided(verifier, sealed.startedAt + 2)).toMatchObject({ kind: 'applied' });
});
