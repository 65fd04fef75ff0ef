// What is laid side by side, and what a choice becomes as a fact.
import { expect, test } from 'vitest';
import { factTypes } from '../../../src/domain/fact-types.ts';
import type { Visit } from '../../../src/domain/visit.ts';
import type { Row } from '../../../src/domain/world.ts';
import { candidateWords, decisionsOf, disputedFieldsOf, needsReason, wishOf } from '../../../src/ui/conflict/field-candidates.ts';
import { momentWords } from '../../../src/ui/conflict/written-by.ts';
import { conflict as words } from '../../../src/ui/words/id/conflict.ts';
import { cooperativeId, idOf, kukar, officerOne, officerTwo, today } from '../../support/world.ts';

const other = {
  field: 'advice',
  shown: 'Satu',
  other: 'Dua',
  shownBy: officerOne.id,
  otherBy: officerTwo.id,
  otherFactId: idOf(9),
  shownAt: 5,
  at: 7,
};
const visit: Visit = {
  cooperativeId,
  purpose: 'monitoring',
  visitedOn: '2026-07-01',
  advice: 'Satu',
  recordedBy: officerOne.id,
  recordedAt: today,
  conflicts: [other, { ...other, other: 'Tiga', otherFactId: idOf(10) }],
};
const row: Row<'visit'> = { noun: 'visit', id: idOf(1), root: cooperativeId, area: kukar, version: 1, data: visit };

test('the shown value stands first with its own writer and time, then every other one', () => {
  expect(disputedFieldsOf(row)).toEqual([
    {
      field: 'advice',
      candidates: [
        { key: 'shown', value: 'Satu', officerId: officerOne.id, at: 5, clock: undefined },
        { key: idOf(9), value: 'Dua', officerId: officerTwo.id, at: 7, clock: undefined },
        { key: idOf(10), value: 'Tiga', officerId: officerTwo.id, at: 7, clock: undefined },
      ],
    },
  ]);
});

test('what was written since the clash is shown, with whoever wrote it', () => {
  const edited = { advice: { officerId: officerTwo.id, at: 9 } };
  const [field] = disputedFieldsOf({ ...row, data: { ...visit, advice: 'Empat', edited } });
  expect(field?.candidates[0]).toMatchObject({ key: 'shown', value: 'Empat', officerId: officerTwo.id, at: 9 });
});

test('a choice decides all values of its field at once; a finished visit asks for a reason only where it changes', () => {
  const chosen = decisionsOf(row, { advice: { key: idOf(10) } });
  expect(chosen).toEqual({ advice: { others: [idOf(9), idOf(10)], from: 'Satu', to: 'Tiga' } });
  expect(needsReason(row, chosen)).toBe(true);
  expect(needsReason(row, decisionsOf(row, { advice: { key: 'shown' } }))).toBe(false);
  const wish = wishOf(row, chosen, ' Menurut ketua ');
  expect(wish).toMatchObject({ kind: 'act', act: { type: 'visitConflictResolved', body: { note: 'Menurut ketua' } } });
  expect(wish.kind === 'act' && factTypes.visitConflictResolved.body.safeParse(wish.act.body).success).toBe(true);
});

test('a third value that its field does not take is named', () => {
  const decisions = decisionsOf(row, { advice: { key: 'third', value: 'x'.repeat(5000) } });
  expect(wishOf(row, decisions, '')).toEqual({ kind: 'unfit', fields: ['advice'] });
});

test('of a part of a form only the lines that differ are said', () => {
  const one = { running: true, units: ['shop'], monthsSinceActivity: 3 };
  const two = { running: false, units: ['shop'], monthsSinceActivity: 3 };
  expect(candidateWords('business', one, [one, two])).toBe('Usaha berjalan: ya');
  expect(candidateWords('business', two, [one, two])).toBe('Usaha berjalan: tidak');
});

test.each([
  { clock: undefined, said: words.clock.sure },
  { clock: { offsetMs: 3_600_000 * 26, confidence: 'good' as const }, said: words.clock.corrected(words.hours('26')) },
  { clock: { offsetMs: 0, confidence: 'stale' as const }, said: words.clock.stale },
  { clock: { offsetMs: 0, confidence: 'none' as const }, said: words.clock.none },
])('a time says how sure it is: $said', ({ clock, said }) => {
  expect(momentWords({ at: today, clock }, words)).toContain(`(${said})`);
});

test('a time stands by the clock of the office', () => {
  expect(momentWords({ at: today, clock: { offsetMs: 3_600_000, confidence: 'good' } }, words)).toContain('11.00 WITA');
});
