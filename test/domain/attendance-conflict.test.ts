// Marked at one door, voided at another: the mark stands, the contradiction is shown, and somebody decides it.
import { describe, expect, test } from 'vitest';
import { attendanceIdOf, disputeOf, isPresent, presenceOf } from '../../src/domain/attendance.ts';
import { type Folding, foldingOver } from '../support/folding.ts';
import { idOf, meetingBody, meetingId, membersOf, officerOne, officerTwo, openingOf, today, verifier } from '../support/world.ts';

const memberKey = '0001';
const id = attendanceIdOf(meetingId, memberKey);
const by = { recordedBy: officerOne.id, recordedAt: today };
const opening = { ...openingOf(6), officerId: officerOne.id };

const hall = (holding?: object): Folding =>
  foldingOver({
    [`ratMeeting/${meetingId}`]: { ...meetingBody, ...by, opening, ...(holding ? { holding } : {}) },
    [`roster/${meetingId}`]: { ...by, cooperativeId: meetingBody.cooperativeId, members: membersOf(6) },
  });
const mark = (world: Folding, who = officerOne, knownVoids?: string[]) =>
  world.fold(who, 'attendanceMarked', id, {
    meetingId,
    memberKey,
    name: 'Anggota 1',
    role: 'voter',
    mode: 'inPerson',
    arrivedAt: today,
    ...(knownVoids ? { knownVoids } : {}),
  });
const voided = (world: Folding, markIds: string[], who = officerTwo) =>
  world.fold(who, 'attendanceVoided', id, { meetingId, markIds, reason: 'Salah orang' });
const decide = (world: Folding, present: boolean, markIds: string[], against: string[], who = officerOne, note = 'Sudah ditanya') =>
  world.fold(who, 'attendanceConflictResolved', id, { meetingId, present, markIds, against, note });
const attendance = (world: Folding) => world.data('attendance', id);

/** Officer one marks, officer two voids that mark, and the verifier's tablet marked without having heard of the void. */
function contradiction() {
  const world = hall();
  const first = mark(world).factId;
  const taken = voided(world, [first]).factId;
  const other = mark(world, verifier);
  return { world, first, taken, other };
}

describe('a contradiction', () => {
  test('arises from a mark that knew nothing of the void', () => {
    const { world, other, taken } = contradiction();
    expect(other.outcome).toMatchObject({ kind: 'conflict', rule: 'markedAndVoided' });
    expect(isPresent(attendance(world))).toBe(true);
    expect(disputeOf(attendance(world))).toEqual({ markIds: [other.factId], against: [taken] });
  });

  test('arises from a void that knew nothing of a mark', () => {
    const world = hall();
    const first = mark(world).factId;
    const second = mark(world, verifier).factId;
    const taken = voided(world, [first]);
    expect(taken.outcome).toMatchObject({ kind: 'conflict', rule: 'markedAndVoided' });
    expect(disputeOf(attendance(world))).toEqual({ markIds: [second], against: [taken.factId] });
  });

  test.each([
    { name: 'a void that names every mark', act: (world: Folding, ids: string[]) => voided(world, ids) },
    {
      name: 'a mark made after its officer had heard of the void',
      act: (world: Folding, [, taken = '']: string[]) => mark(world, verifier, [taken]),
    },
  ])('$name is none', ({ act }) => {
    const world = hall();
    const first = mark(world).factId;
    const taken = voided(world, [first]).factId;
    expect(act(world, [first, taken]).outcome).toMatchObject({ kind: 'applied' });
    expect(disputeOf(attendance(world))).toBeUndefined();
  });

  test('is none on one tablet, which knows what it did', () => {
    const world = hall();
    const first = mark(world, officerTwo).factId;
    voided(world, [first], officerTwo);
    expect(mark(world, officerTwo).outcome).toMatchObject({ kind: 'applied' });
    expect(disputeOf(attendance(world))).toBeUndefined();
  });
});

describe('the decision', () => {
  test.each([
    { present: true, voters: 1 },
    { present: false, voters: 0 },
  ])('present: $present closes it, with $voters present', ({ present, voters }) => {
    const { world, other, taken } = contradiction();
    expect(decide(world, present, [other.factId], [taken]).outcome).toMatchObject({ kind: 'applied' });
    expect(presenceOf([attendance(world)]).voters).toBe(voters);
    expect(disputeOf(attendance(world))).toBeUndefined();
    expect(attendance(world).decisions).toMatchObject([{ officerId: officerOne.id, present, note: 'Sudah ditanya' }]);
  });

  test('names what is in dispute, or it is refused', () => {
    const { world, first, other, taken } = contradiction();
    expect(decide(world, true, [first], [taken]).outcome).toMatchObject({ kind: 'refused', rule: 'conflictNotOpen' });
    expect(decide(world, true, [other.factId], [idOf(9)]).outcome).toMatchObject({ kind: 'refused', rule: 'conflictNotOpen' });
  });

  test('is not made twice by one officer', () => {
    const { world, other, taken } = contradiction();
    decide(world, true, [other.factId], [taken]);
    expect(decide(world, false, [other.factId], [taken]).outcome).toMatchObject({ kind: 'refused', rule: 'conflictNotOpen' });
  });

  test('needs a reason where it voids', () => {
    const { world, other, taken } = contradiction();
    const body = { meetingId, present: false, markIds: [other.factId], against: [taken] };
    expect(world.fold(officerOne, 'attendanceConflictResolved', id, body).outcome).toMatchObject({ rule: 'reasonRequired' });
  });

  test('changes nobody once the meeting was held (I5)', () => {
    const { world, other, taken } = contradiction();
    const later = foldingOver({
      [`ratMeeting/${meetingId}`]: { ...meetingBody, ...by, opening, holding: { heldOn: '2026-07-06' } },
      [`attendance/${id}`]: attendance(world),
    });
    expect(decide(later, false, [other.factId], [taken]).outcome).toMatchObject({ kind: 'refused', rule: 'I5' });
    expect(decide(later, true, [other.factId], [taken]).outcome).toMatchObject({ kind: 'applied' });
  });

  test('agrees with the same one of somebody else', () => {
    const { world, other, taken } = contradiction();
    decide(world, false, [other.factId], [taken]);
    expect(decide(world, false, [other.factId], [taken], verifier).outcome).toMatchObject({ kind: 'merged' });
    expect(disputeOf(attendance(world))).toBeUndefined();
  });

  test.each([true, false])('meets another one: the first (present: %s) stands, and the two are decided in their turn', (first) => {
    const { world, other, taken } = contradiction();
    const one = decide(world, first, [other.factId], [taken]).factId;
    const two = decide(world, !first, [other.factId], [taken], verifier);
    expect(two.outcome).toMatchObject({ kind: 'conflict', rule: 'markedAndVoided' });
    expect(isPresent(attendance(world))).toBe(first);
    const dispute = disputeOf(attendance(world));
    expect(dispute?.markIds).toEqual([other.factId]);
    expect(new Set(dispute?.against)).toEqual(new Set([taken, one, two.factId]));
    const last = decide(world, !first, dispute?.markIds ?? [], dispute?.against ?? [], officerTwo);
    expect(last.outcome).toMatchObject({ kind: 'applied' });
    expect(isPresent(attendance(world))).toBe(!first);
    expect(disputeOf(attendance(world))).toBeUndefined();
  });

  test('is void against a mark that came after it without knowing', () => {
    const { world, other, taken } = contradiction();
    const decision = decide(world, false, [other.factId], [taken]).factId;
    const late = mark(world, officerTwo, [taken]);
    expect(late.outcome).toMatchObject({ kind: 'conflict' });
    expect(disputeOf(attendance(world))).toEqual({ markIds: [late.factId], against: [decision] });
  });
});
