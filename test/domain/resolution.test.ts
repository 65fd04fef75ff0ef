// A conflict of two officers is decided by a fact: who may, between which values, and what comes of two decisions.
import { describe, expect, test } from 'vitest';
import type { FieldConflict } from '../../src/domain/change.ts';
import type { FieldDecision } from '../../src/domain/resolution.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { type Folding, foldingOver } from '../support/folding.ts';
import { cooperativeBody, cooperativeId, idOf, officerOne, officerTwo, stranger, verifier } from '../support/world.ts';

const third: SessionOfficer = { ...officerTwo, id: idOf(0xa6), name: 'Petugas Tiga' };
const people = { one: officerOne, two: officerTwo, third, verifier, stranger };
type Person = keyof typeof people;

/** The cooperative was registered by officer one; officers two and three wrote another address each, and two's came first. */
function disputed(recordedBy: SessionOfficer = officerOne): Folding & { conflict(): FieldConflict } {
  const world = foldingOver({
    [`cooperative/${cooperativeId}`]: { ...cooperativeBody, address: 'Lama', recordedBy: recordedBy.id, recordedAt: 1 },
  });
  const change = (to: string) => ({ changes: { address: { from: 'Lama', to } } });
  world.fold(officerTwo, 'cooperativeChanged', cooperativeId, change('Dua'));
  world.fold(third, 'cooperativeChanged', cooperativeId, change('Tiga'));
  const conflict = () => world.data('cooperative', cooperativeId).conflicts?.at(-1) as FieldConflict;
  return { ...world, conflict };
}

const decide = (world: Folding, who: Person, decision: FieldDecision, note?: string) =>
  world.fold(people[who], 'cooperativeConflictResolved', cooperativeId, {
    decisions: { address: decision },
    ...(note === undefined ? {} : { note }),
  });

describe('the value chosen', () => {
  test.each([
    { chosen: 'the shown one', to: 'Dua', writer: 'two' },
    { chosen: 'the other one', to: 'Tiga', writer: 'one' },
    { chosen: 'a third one', to: 'Empat', writer: 'one' },
    { chosen: 'a blank', to: null, writer: 'one' },
  ] as const)('$chosen is shown from then on, and the trail keeps what it was chosen over', ({ to, writer }) => {
    const world = disputed();
    const conflict = world.conflict();
    const { outcome, factId } = decide(world, 'one', { others: [conflict.otherFactId], from: 'Dua', to }, 'Ditanyakan ke ketua');
    expect(outcome).toMatchObject({ kind: 'applied' });
    const data = world.data('cooperative', cooperativeId);
    expect(data.address ?? null).toBe(to);
    expect(data.conflicts).toEqual([]);
    expect(data.edited?.address?.officerId).toBe(people[writer].id);
    expect(data.resolutions).toMatchObject([
      {
        factId,
        officerId: officerOne.id,
        field: 'address',
        value: to,
        note: 'Ditanyakan ke ketua',
        conflicts: [{ shown: 'Dua', other: 'Tiga' }],
      },
    ]);
  });

  test.each([
    { why: 'against the schema of its field', decisions: { address: { others: [idOf(1)], from: 'Dua', to: 'x'.repeat(301) } } },
    { why: 'of a field that the record does not have', decisions: { recordedBy: { others: [idOf(1)], from: 'a', to: 'b' } } },
    { why: 'of no field', decisions: {} },
    { why: 'over nothing', decisions: { address: { others: [], from: 'Dua', to: 'Tiga' } } },
  ])('a value $why cannot be read', ({ decisions }) => {
    expect(disputed().fold(officerOne, 'cooperativeConflictResolved', cooperativeId, { decisions }).outcome).toBe('unreadable');
  });

  test('a field that no record is without is not blanked by a decision', () => {
    const world = disputed();
    world.fold(officerTwo, 'cooperativeChanged', cooperativeId, { changes: { name: { from: 'Lain', to: 'Tirta Jaya' } } });
    const decisions = { name: { others: [world.conflict().otherFactId], from: 'Tirta Makmur', to: null } };
    const { outcome } = world.fold(officerOne, 'cooperativeConflictResolved', cooperativeId, { decisions });
    expect(outcome).toMatchObject({ kind: 'refused', rule: 'fieldRequired' });
  });
});

describe('who decides', () => {
  test.each([
    { who: 'one', to: 'Tiga', outcome: 'applied', why: 'recorded the cooperative' },
    { who: 'verifier', to: 'Tiga', outcome: 'applied', why: 'is the office' },
    { who: 'two', to: 'Dua', outcome: 'conflictNotYours', why: 'only wrote the shown value' },
    { who: 'third', to: 'Tiga', outcome: 'conflictNotYours', why: 'only wrote the other value' },
    { who: 'third', to: 'Dua', outcome: 'applied', why: 'lays the own value aside' },
    { who: 'stranger', to: 'Tiga', outcome: 'area', why: 'has another area' },
  ] as const)('$who, who $why: $outcome', ({ who, to, outcome }) => {
    const world = disputed();
    const decided = decide(world, who, { others: [world.conflict().otherFactId], from: 'Dua', to });
    expect(decided.outcome).toMatchObject(outcome === 'applied' ? { kind: 'applied' } : { kind: 'refused', rule: outcome });
  });

  test('what the office decides of a cooperative, its own recorder does not', () => {
    const world = disputed();
    world.fold(verifier, 'cooperativeChanged', cooperativeId, { changes: { legalStatus: { from: 'dissolved', to: 'inLiquidation' } } });
    const decisions = { legalStatus: { others: [world.conflict().otherFactId], from: 'active', to: 'inLiquidation' } };
    const byOfficer = world.fold(officerOne, 'cooperativeConflictResolved', cooperativeId, { decisions });
    expect(byOfficer.outcome).toMatchObject({ kind: 'refused', rule: 'role', field: 'legalStatus' });
    expect(world.fold(verifier, 'cooperativeConflictResolved', cooperativeId, { decisions }).outcome).toMatchObject({ kind: 'applied' });
  });
});

describe('what is not open', () => {
  test('a conflict that nobody knows is not decided', () => {
    const { outcome } = decide(disputed(), 'verifier', { others: [idOf(0x999)], from: 'Dua', to: 'Tiga' });
    expect(outcome).toMatchObject({ kind: 'refused', rule: 'conflictNotOpen', field: 'address' });
  });

  test('nobody decides twice', () => {
    const world = disputed();
    const others = [world.conflict().otherFactId];
    decide(world, 'verifier', { others, from: 'Dua', to: 'Tiga' });
    expect(decide(world, 'verifier', { others, from: 'Tiga', to: 'Dua' }).outcome).toMatchObject({
      kind: 'refused',
      rule: 'conflictNotOpen',
    });
  });
});

describe('two decisions about one conflict', () => {
  test.each([
    { first: 'Dua', second: 'Tiga', why: 'the first let stand what is shown' },
    { first: 'Tiga', second: 'Dua', why: 'the second would let stand what was shown' },
    { first: 'Empat', second: 'Lima', why: 'both wrote a third value' },
  ])('are a conflict where they differ: $why', ({ first, second }) => {
    const world = disputed();
    const others = [world.conflict().otherFactId];
    decide(world, 'one', { others, from: 'Dua', to: first });
    const later = decide(world, 'verifier', { others, from: 'Dua', to: second });
    expect(later.outcome).toMatchObject({ kind: 'conflict' });
    const data = world.data('cooperative', cooperativeId);
    expect(data.address).toBe(first);
    expect(data.conflicts).toMatchObject([
      { field: 'address', shown: first, other: second, otherBy: verifier.id, otherFactId: later.factId },
    ]);
    expect(data.resolutions?.map(({ value }) => value)).toEqual([first, second]);
    const last = decide(world, 'one', { others: [later.factId], from: first, to: second });
    expect(last.outcome).toMatchObject({ kind: 'applied' });
    expect(world.data('cooperative', cooperativeId)).toMatchObject({ address: second, conflicts: [] });
  });

  test('agree where they say the same', () => {
    const world = disputed();
    const others = [world.conflict().otherFactId];
    decide(world, 'one', { others, from: 'Dua', to: 'Tiga' });
    expect(decide(world, 'verifier', { others, from: 'Dua', to: 'Tiga' }).outcome).toMatchObject({ kind: 'merged' });
    expect(world.data('cooperative', cooperativeId)).toMatchObject({ address: 'Tiga', conflicts: [], resolutions: [{}, {}] });
  });
});

test('a decision does not undo what was written meanwhile: it is kept beside it', () => {
  const world = disputed();
  const others = [world.conflict().otherFactId];
  world.fold(officerTwo, 'cooperativeChanged', cooperativeId, { changes: { address: { from: 'Dua', to: 'Pindah' } } });
  expect(decide(world, 'one', { others, from: 'Dua', to: 'Tiga' }).outcome).toMatchObject({ kind: 'conflict' });
  expect(world.data('cooperative', cooperativeId)).toMatchObject({ address: 'Pindah', conflicts: [{ shown: 'Pindah', other: 'Tiga' }] });
});

test('a value that arrived after the decision was made stays open', () => {
  const world = disputed();
  const others = [world.conflict().otherFactId];
  world.fold(officerOne, 'cooperativeChanged', cooperativeId, { changes: { address: { from: 'Lama', to: 'Satu' } } });
  decide(world, 'verifier', { others, from: 'Dua', to: 'Tiga' });
  expect(world.data('cooperative', cooperativeId)).toMatchObject({ address: 'Tiga', conflicts: [{ other: 'Satu' }] });
});

test('a conflict names when both values were written, and a clock that was in doubt', () => {
  const { shownBy, shownAt, otherBy, at, clock, shownClock } = disputed().conflict();
  expect([shownBy, otherBy]).toEqual([officerTwo.id, third.id]);
  expect(at - (shownAt ?? 0)).toBe(60_000);
  expect([clock, shownClock]).toEqual([undefined, undefined]);
});
