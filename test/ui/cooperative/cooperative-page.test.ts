import { describe, expect, test } from 'vitest';
import { type RegisterEntry, wordsOf } from '../../../src/data/register.ts';
import { duplicateRatsOf } from '../../../src/domain/duplicate-rat.ts';
import type { RatMeeting } from '../../../src/domain/rat-meeting.ts';
import { ratRecordOf } from '../../../src/domain/rat-record.ts';
import type { Row } from '../../../src/domain/world.ts';
import type { YearlyFigures } from '../../../src/domain/yearly-figures.ts';
import { seatsOf } from '../../../src/ui/cooperative/board-terms.ts';
import { figureLinesOf, inOrder } from '../../../src/ui/cooperative/figures-columns.ts';
import { openConflictsOf } from '../../../src/ui/cooperative/open-conflicts.ts';
import { ratHistoryOf } from '../../../src/ui/cooperative/rat-history.ts';
import { cooperativeBody, cooperativeId, idOf, kukar, meetingBody, policy } from '../../support/world.ts';

const by = { recordedBy: 'officer', recordedAt: 0 };
const asOf = '2026-07-06';
let made = 0;

function meeting(bookYears: number[], more: Partial<RatMeeting> = {}): Row<'ratMeeting'> {
  made += 1;
  const data: RatMeeting = { ...meetingBody, source: 'register', bookYears, ...by, ...more };
  return { noun: 'ratMeeting', id: idOf(made), root: cooperativeId, area: kukar, version: 1, data };
}

function entryWith(meetings: Row<'ratMeeting'>[], fields: Partial<RegisterEntry['cooperative']> = {}): RegisterEntry {
  const cooperative = { ...cooperativeBody, ...fields, ...by };
  const rats = meetings.flatMap(({ id, data }) => ratRecordOf(id, data) ?? []);
  return { id: cooperativeId, area: kukar, cooperative, rats, words: wordsOf(cooperative.name) };
}

describe('RATs by book year', () => {
  test('every year since the first known one has its status, the latest first', () => {
    const meetings = [meeting([2019], { heldOn: '2020-03-01' }), meeting([2023], { heldOn: '2024-08-01' })];
    const years = ratHistoryOf(entryWith(meetings), meetings, asOf, [policy]);
    expect(years?.map(({ bookYear, status }) => `${bookYear} ${status.status}`)).toEqual([
      '2025 missed',
      '2024 missed',
      '2023 heldLate',
      '2022 missed',
      '2021 missed',
      '2020 missed',
      '2019 heldOnTime',
    ]);
    expect(years?.[2]?.meetings).toHaveLength(1);
  });

  test('no year before the founding is asked for', () => {
    const years = ratHistoryOf(entryWith([], { legalEntityOn: '2024-05-01' }), [], asOf, [policy]);
    expect(years?.map(({ bookYear }) => bookYear)).toEqual([2025, 2024]);
  });

  test('a RAT planned for a year that still runs is shown', () => {
    const planned = meeting([2026], { source: 'officer' });
    expect(ratHistoryOf(entryWith([]), [planned], asOf, [policy])?.[0]).toMatchObject({ bookYear: 2026, status: { status: 'notStarted' } });
  });

  test('without a policy nothing is claimed', () => {
    expect(ratHistoryOf(entryWith([]), [], asOf, [])).toBeUndefined();
  });

  test('two RATs for one book year are named, an adjourned first call is none', () => {
    const adjourned = meeting([2025], { adjournment: { adjournedAt: 1, present: 3, reason: 'Kurang', officerId: 'officer' } });
    const held = meeting([2025], { heldOn: '2026-03-01' });
    expect(duplicateRatsOf([adjourned, held])).toEqual([]);
    const rival = meeting([2024, 2025], { heldOn: '2026-04-01' });
    expect(duplicateRatsOf([held, rival, adjourned])).toEqual([{ bookYear: 2025, meetings: [held, rival] }]);
  });
});

test('a term past its end and one without an end that is too long are flagged', () => {
  const seats = seatsOf(
    [
      { personName: 'Pengawas', role: 'supervisor', fromOn: '2020-01-01' },
      { personName: 'Ketua', role: 'chair', fromOn: '2019-01-01', toOn: '2024-01-01' },
      { personName: 'Sekretaris', role: 'secretary', toOn: asOf },
      { personName: 'Manajer', role: 'manager', fromOn: '2001-01-01' },
    ],
    asOf,
    5,
  );
  expect(seats.map(({ role, state }) => `${role} ${state}`)).toEqual([
    'chair expired',
    'secretary running',
    'supervisor tooLong',
    'manager running',
  ]);
});

test('figures stand by year and source, and a figure nobody gave has no line', () => {
  const figuresOf = (bookYear: number, source: YearlyFigures['source'], more: Partial<YearlyFigures>): YearlyFigures => ({
    cooperativeId,
    bookYear,
    source,
    ...by,
    ...more,
  });
  const columns = inOrder([
    figuresOf(2024, 'register', { assets: 5 }),
    figuresOf(2025, 'oral', { shu: 0 }),
    figuresOf(2025, 'rat', { assets: 7 }),
  ]);
  expect(columns.map(({ bookYear, source }) => `${bookYear} ${source}`)).toEqual(['2025 rat', '2025 oral', '2024 register']);
  expect(figureLinesOf(columns)).toEqual([
    { field: 'assets', isMoney: true, values: [7, undefined, 5] },
    { field: 'shu', isMoney: true, values: [undefined, 0, undefined] },
  ]);
});

test('open conflicts of every record are listed, the latest first', () => {
  const conflict = (at: number) => ({ field: 'place', shown: 'Aula', other: 'Balai', otherBy: 'b', otherFactId: `f${at}`, at });
  const rows = [meeting([2025], { conflicts: [conflict(1), conflict(3)] }), meeting([2024]), meeting([2023], { conflicts: [conflict(2)] })];
  expect(openConflictsOf(rows).map(({ at, noun }) => `${at} ${noun}`)).toEqual(['3 ratMeeting', '2 ratMeeting', '1 ratMeeting']);
});
