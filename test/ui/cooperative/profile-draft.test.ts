import { expect, test } from 'vitest';
import type { Cooperative } from '../../../src/domain/cooperative.ts';
import { draftOf, keptProfileDraft, wishOf } from '../../../src/ui/cooperative/profile-draft.ts';
import { cooperativeBody } from '../../support/world.ts';

const cooperative: Cooperative = {
  ...cooperativeBody,
  board: [{ personName: 'Ketua Satu', role: 'chair', fromOn: '2022-01-01' }],
  recordedBy: 'officer',
  recordedAt: 0,
};

test('an untouched form wishes nothing', () => {
  expect(wishOf(draftOf(cooperative))).toEqual({ kind: 'unchanged' });
});

test('everything edited is one change, from what the officer saw', () => {
  const draft = draftOf(cooperative);
  const wish = wishOf({ ...draft, edited: { ...draft.edited, address: '  Jl. Poros KM 12 ', group: 'KUD' } });
  expect(wish).toEqual({
    kind: 'changed',
    changes: { address: { from: null, to: 'Jl. Poros KM 12' }, group: { from: 'KSU', to: 'KUD' } },
  });
});

test('a field that is emptied becomes a blank', () => {
  const draft = draftOf(cooperative);
  expect(wishOf({ ...draft, edited: { ...draft.edited, legalEntityNumber: ' ' } })).toMatchObject({
    changes: { legalEntityNumber: { to: null } },
  });
});

test('a cooperative keeps a name, and a seat has a person', () => {
  const draft = draftOf(cooperative);
  expect(wishOf({ ...draft, edited: { ...draft.edited, name: ' ' } })).toEqual({
    kind: 'problems',
    problems: [{ kind: 'blank', field: 'name' }],
  });
  const nameless = { key: 'new', role: 'treasurer' as const, fromOn: '2024-01-01' };
  expect(wishOf({ ...draft, board: [...draft.board, nameless] })).toMatchObject({ problems: [{ kind: 'seatName', key: 'new' }] });
  const backwards = { ...nameless, personName: 'Bendahara', toOn: '2023-01-01' };
  expect(wishOf({ ...draft, board: [...draft.board, backwards] })).toMatchObject({ problems: [{ kind: 'seatTerm', key: 'new' }] });
});

test('a line that was added to the board and left blank changes nothing', () => {
  const draft = draftOf(cooperative);
  expect(wishOf({ ...draft, board: [...draft.board, { key: 'new', role: 'secretary' }] })).toEqual({ kind: 'unchanged' });
});

test('what is longer than the office takes is named', () => {
  const draft = draftOf(cooperative);
  expect(wishOf({ ...draft, edited: { ...draft.edited, sector: 'x'.repeat(121) } })).toEqual({
    kind: 'problems',
    problems: [{ kind: 'unfit', field: 'sector' }],
  });
});

test('a draft comes back from the tablet whole or not at all', () => {
  const draft = draftOf(cooperative);
  expect(keptProfileDraft(JSON.parse(JSON.stringify(draft)))).toMatchObject({ edited: { name: 'Tirta Makmur' }, reason: '' });
  expect(keptProfileDraft({ edited: {} })).toBeUndefined();
  expect(keptProfileDraft(undefined)).toBeUndefined();
});
