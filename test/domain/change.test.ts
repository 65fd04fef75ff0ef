// Edits merge field by field; what cannot be merged is kept beside what is shown.
import { expect, test } from 'vitest';
import { changesBetween, type MergeState, mergeChanges } from '../../src/domain/change.ts';
import { cooperativeChangesSchema } from '../../src/domain/cooperative.ts';

const recorded: MergeState & { name: string; address: string | undefined; members: number | undefined } = {
  recordedBy: 'first',
  recordedAt: 1,
  name: 'Tirta',
  address: 'Lama',
  members: 0,
};
const by = (officerId: string) => ({ id: `fact-of-${officerId}`, officerId, at: 5 });

test('a change whose former value still holds is applied, and its author noted', () => {
  const merged = mergeChanges(recorded, { address: { from: 'Lama', to: 'Baru' } }, by('second'));
  expect(merged).toMatchObject({ kind: 'applied', data: { address: 'Baru', edited: { address: { officerId: 'second', at: 5 } } } });
});

test('two officers who write the same value agree', () => {
  expect(mergeChanges(recorded, { address: { from: 'Dahulu', to: 'Lama' } }, by('second')).kind).toBe('merged');
});

test('another value on a changed field is a conflict: the shown one stays, the other is kept with both authors', () => {
  const { data } = mergeChanges(recorded, { address: { from: 'Lama', to: 'Satu' } }, by('second'));
  const merged = mergeChanges(data, { address: { from: 'Lama', to: 'Dua' } }, by('third'));
  expect(merged.kind).toBe('conflict');
  expect(merged.data.address).toBe('Satu');
  expect(merged.data.conflicts).toEqual([
    { field: 'address', shown: 'Satu', other: 'Dua', shownBy: 'second', otherBy: 'third', otherFactId: 'fact-of-third', shownAt: 5, at: 5 },
  ]);
});

test.each([
  { clock: { offsetMs: 10_000, confidence: 'good' }, noted: undefined },
  { clock: { offsetMs: -90_000, confidence: 'good' }, noted: { offsetMs: -90_000, confidence: 'good' } },
  { clock: { offsetMs: 0, confidence: 'stale' }, noted: { offsetMs: 0, confidence: 'stale' } },
  { clock: { offsetMs: 0, confidence: 'none' }, noted: { offsetMs: 0, confidence: 'none' } },
] as const)('both sides of a conflict note a clock that was in doubt or off: $clock', ({ clock, noted }) => {
  const { data } = mergeChanges(recorded, { address: { from: 'Lama', to: 'Satu' } }, { ...by('second'), clock });
  const merged = mergeChanges(data, { address: { from: 'Lama', to: 'Dua' } }, { ...by('third'), clock });
  expect(merged.data.conflicts?.map(({ shownClock, clock: other }) => [shownClock, other])).toEqual([[noted, noted]]);
});

test('a conflict on one field does not hold back the others of the same edit', () => {
  const merged = mergeChanges(
    recorded,
    { address: { from: 'Salah', to: 'Baru' }, name: { from: 'Tirta', to: 'Tirta Jaya' } },
    by('second'),
  );
  expect(merged).toMatchObject({ kind: 'conflict', data: { name: 'Tirta Jaya', address: 'Lama' } });
});

test('a blank is not zero (I11)', () => {
  const merged = mergeChanges(recorded, { members: { from: null, to: 10 } }, by('second'));
  expect(merged.kind).toBe('conflict');
  expect(changesBetween({ members: 0 }, {}, ['members'])).toEqual({ members: { from: 0, to: null } });
});

test('clearing a field makes it blank', () => {
  const merged = mergeChanges(recorded, { address: { from: 'Lama', to: null } }, by('second'));
  expect(merged.kind).toBe('applied');
  expect(merged.data.address).toBeUndefined();
});

test('merging never writes into the row it was given', () => {
  const before = structuredClone(recorded);
  mergeChanges(recorded, { address: { from: 'Lama', to: 'Baru' } }, by('second'));
  expect(recorded).toEqual(before);
});

test('nothing that is not a field of the cooperative can be changed', () => {
  expect(cooperativeChangesSchema.safeParse({ recordedBy: { from: 'a', to: 'b' } }).success).toBe(false);
  expect(cooperativeChangesSchema.safeParse(JSON.parse('{"__proto__":{"from":1,"to":2}}')).success).toBe(false);
  expect(cooperativeChangesSchema.safeParse({}).success).toBe(false);
});

test('an edit holds only the fields that differ', () => {
  const changes = changesBetween({ name: 'A', board: [{ role: 'chair' }] }, { name: 'B', board: [{ role: 'chair' }] }, ['name', 'board']);
  expect(changes).toEqual({ name: { from: 'A', to: 'B' } });
});
