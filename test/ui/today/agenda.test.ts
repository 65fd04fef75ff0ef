import { expect, test } from 'vitest';
import { type Register, type RegisterEntry, wordsOf } from '../../../src/data/register.ts';
import type { RatMeeting } from '../../../src/domain/rat-meeting.ts';
import type { Row } from '../../../src/domain/world.ts';
import { agendaOf, dueOf } from '../../../src/ui/today/agenda.ts';
import { cooperativeBody, cooperativeId, idOf, kukar, meetingBody, openingOf, policy } from '../../support/world.ts';

const by = { recordedBy: 'officer', recordedAt: 0 };
const day = '2026-07-06';
let made = 0;

function meeting(plannedOn: string | undefined, more: Partial<RatMeeting> = {}): Row<'ratMeeting'> {
  made += 1;
  const data = { ...meetingBody, ...by, plannedOn, ...more };
  return { noun: 'ratMeeting', id: idOf(made), root: cooperativeId, area: kukar, version: 1, data };
}

function entryOf(id: string, fields: Partial<RegisterEntry['cooperative']> = {}): RegisterEntry {
  const cooperative = { ...cooperativeBody, ...fields, ...by };
  return { id, area: kukar, cooperative, rats: [], words: wordsOf(cooperative.name) };
}

function registerOf(entries: RegisterEntry[], unsettled: Row<'ratMeeting'>[] = []): Register {
  return { entries, byId: new Map(entries.map((entry) => [entry.id, entry])), policies: [policy], unsettled, followUps: [] };
}

const daysOf = (list: { plannedOn: string }[]) => list.map(({ plannedOn }) => plannedOn);

test('meetings of today and of the six days after it are named, in their order', () => {
  const planned = ['2026-07-12', '2026-07-13', '2026-07-06', '2026-07-08'].map((on) => meeting(on));
  const agenda = agendaOf(registerOf([entryOf(cooperativeId)], planned), day);
  expect(daysOf(agenda.today)).toEqual(['2026-07-06']);
  expect(daysOf(agenda.week)).toEqual(['2026-07-08', '2026-07-12']);
  expect(agenda.today[0]?.entry?.cooperative.name).toBe('Tirta Makmur');
});

test('a meeting that is open stays on today, whenever it was planned', () => {
  const open = meeting('2026-07-05', { opening: { ...openingOf(10), officerId: 'officer' } });
  expect(agendaOf(registerOf([], [open]), day).today).toHaveLength(1);
});

test('a plan whose day has passed is asked about, one forgotten for half a year is not', () => {
  const agenda = agendaOf(registerOf([], [meeting('2026-07-01'), meeting('2025-12-01'), meeting(undefined)]), day);
  expect(daysOf(agenda.overdue)).toEqual(['2026-07-01']);
});

test('what the office sent back is named apart', () => {
  const returned = meeting('2026-06-01', { returned: { officerId: 'verifier', at: 5, reason: 'Angka belum lengkap' } });
  expect(agendaOf(registerOf([], [returned]), day).returned).toHaveLength(1);
});

test('due are the cooperatives whose deadline has not passed, the longest without a RAT first', () => {
  const entries = [
    entryOf(idOf(0x501), { name: 'Baru', legalEntityOn: '2025-03-01' }),
    entryOf(idOf(0x502), { name: 'Lama', legalEntityOn: '2010-03-01' }),
    entryOf(idOf(0x503), { name: 'Bubar', legalStatus: 'dissolved' }),
  ];
  const due = dueOf(registerOf(entries), '2026-05-10', 5);
  expect(due.count).toBe(2);
  expect(due.first.map(({ entry }) => entry.cooperative.name)).toEqual(['Lama', 'Baru']);
  expect(due.first[0]).toMatchObject({ overdue: true, missed: 15 });
  expect(dueOf(registerOf(entries), day, 5).count).toBe(0);
});
