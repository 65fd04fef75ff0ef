// What was agreed at a visit, and what became of it.
import { beforeEach, expect, test } from 'vitest';
import { agreedActionsOf, isOverdue } from '../../src/domain/agreed-action.ts';
import { type Folding, foldingOver } from '../support/folding.ts';
import { idOf, officerOne, officerTwo, today } from '../support/world.ts';

const visitId = idOf(0xb1);
const actions = [
  { text: 'Lengkapi buku anggota', person: 'Sekretaris', dueOn: '2026-07-01' },
  { text: 'Tentukan tanggal RAT', dueOn: '2026-08-01' },
  { text: 'Pasang papan nama' },
];
const visit = {
  cooperativeId: idOf(0xc1),
  purpose: 'monitoring',
  visitedOn: '2026-06-01',
  actions,
  recordedBy: officerOne.id,
  recordedAt: today,
};
const done = { action: 'Lengkapi buku anggota', doneOn: '2026-07-05', result: 'Sudah terisi sampai Juni' };

let folding: Folding;
beforeEach(() => {
  folding = foldingOver({ [`visit/${visitId}`]: visit });
});
const actionsNow = () => agreedActionsOf(folding.data('visit', visitId));

test('an action is open until somebody says what became of it, and overdue from the day after its date', () => {
  expect(actionsNow().map((action) => isOverdue(action, '2026-07-02'))).toEqual([true, false, false]);
  expect(isOverdue({ text: 'Sama hari', dueOn: '2026-07-02', done: undefined }, '2026-07-02')).toBe(false);
  expect(folding.fold(officerTwo, 'agreedActionDone', visitId, done).outcome).toMatchObject({ kind: 'applied' });
  expect(actionsNow()[0]?.done).toMatchObject({ result: 'Sudah terisi sampai Juni', officerId: officerTwo.id });
  expect(actionsNow().filter(({ done: result }) => result === undefined)).toHaveLength(2);
  expect(actionsNow().some((action) => isOverdue(action, '2026-07-20'))).toBe(false);
});

test('two officers who see to it both stand in the record, and the later word is shown', () => {
  folding.fold(officerOne, 'agreedActionDone', visitId, done);
  folding.fold(officerTwo, 'agreedActionDone', visitId, { ...done, result: 'Masih kurang bulan Juni' });
  expect(folding.data('visit', visitId).actionsDone).toHaveLength(2);
  expect(actionsNow()[0]?.done?.result).toBe('Masih kurang bulan Juni');
});

test('nothing is done on a day that has not come', () => {
  const outcome = folding.fold(officerOne, 'agreedActionDone', visitId, { ...done, doneOn: '2027-01-01' }).outcome;
  expect(outcome).toMatchObject({ kind: 'refused', rule: 'futureDay', field: 'doneOn' });
});

test('an action whose words were mended meanwhile keeps what became of the former ones', () => {
  folding.fold(officerOne, 'agreedActionDone', visitId, { ...done, action: 'Isi buku anggota' });
  expect(folding.data('visit', visitId).actionsDone).toHaveLength(1);
  expect(actionsNow()[0]?.done).toBeUndefined();
});
