// The agenda as the meeting has it: its order, and when each item begins.
import { expect, test } from 'vitest';
import { agendaKeys } from '../../../src/domain/minutes.ts';
import { begunAt } from '../../../src/ui/minutes/agenda-times.ts';
import { amendmentDraftOf, keptDraft } from '../../../src/ui/minutes/minutes-draft.ts';
import { sealedMinutes } from '../../support/papers.ts';
import { today } from '../../support/world.ts';

test('opening an item closes the one that was opened last, and no other', () => {
  const { agenda } = keptDraft(undefined);
  const first = begunAt(agenda, 'opening', '09:00');
  expect(first.opening).toEqual({ done: false, startTime: '09:00' });
  const second = begunAt(first, 'rulesOfOrder', '09:10');
  expect(second.opening).toEqual({ done: true, startTime: '09:00' });
  expect(second.rulesOfOrder).toEqual({ done: false, startTime: '09:10' });
  expect(second.closing).toEqual({ done: false });
});

test('a draft of the former app has the standing order, one of a later app keeps what this one knows', () => {
  const { agendaOrder: _order, ...former } = keptDraft(undefined);
  expect(keptDraft(former).agendaOrder).toEqual([...agendaKeys]);
  const later = keptDraft({ ...former, agendaOrder: ['closing', 'prayer', 'opening'] });
  expect(later.agendaOrder.slice(0, 3)).toEqual(['closing', 'opening', 'meetingOfficers']);
  expect([...later.agendaOrder].sort()).toEqual([...agendaKeys].sort());
});

test('sealed minutes come back into the form in their own order and with their times', () => {
  const minutes = sealedMinutes({
    agenda: [
      { key: 'ratification', done: true, startedAt: today },
      { key: 'opening', done: true },
    ],
  });
  const { agenda, agendaOrder } = amendmentDraftOf(minutes);
  expect(agendaOrder.slice(0, 2)).toEqual(['ratification', 'opening']);
  expect(agenda.ratification).toMatchObject({ done: true, startTime: '10:00' });
  expect(agenda.opening.startTime).toBeUndefined();
});
