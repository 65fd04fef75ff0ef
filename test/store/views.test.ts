import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../server/store/id.ts';
import { recordSurely, systemAuthor } from '../../server/store/server-device.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
import type { FreshDatabase } from '../support/database.ts';
import { foundedOffice, newCooperative } from '../support/founded-office.ts';

const cooperativeId = newId();
const [heldId, plannedId, cancelledId] = [newId(), newId(), newId()];
const area = '64.02';
const meeting = { cooperativeId, kind: 'rat', callNumber: 1, mode: 'inPerson', system: 'direct' } as const;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await foundedOffice();
  const { body } = newCooperative(area);
  await fresh.db.transaction().execute(async (trx) =>
    recordSurely(
      trx,
      [
        {
          type: 'cooperativeRecorded',
          id: cooperativeId,
          area,
          body: {
            ...body,
            group: 'KSU',
            legalEntityOn: '1996-03-25',
            activity: { status: 'active', asOf: '2026-04-30', source: 'register' },
          },
        },
        {
          type: 'figuresRecorded',
          id: figuresIdOf(cooperativeId, 2025, 'register'),
          area,
          body: { cooperativeId, bookYear: 2025, source: 'register', membersTotal: 3350, assets: 5_159_042_032_000, shu: -11_845_222 },
        },
        {
          type: 'ratMeetingRecorded',
          id: heldId,
          area,
          body: { ...meeting, source: 'register', heldOn: '2026-02-06', bookYears: [2025, 2024] },
        },
        {
          type: 'ratMeetingRecorded',
          id: plannedId,
          area,
          body: { ...meeting, source: 'officer', plannedOn: '2027-01-10', bookYears: [2026] },
        },
        {
          type: 'ratMeetingRecorded',
          id: cancelledId,
          area,
          body: { ...meeting, source: 'officer', plannedOn: '2023-03-01', bookYears: [2022] },
        },
        { type: 'ratMeetingCancelled', id: cancelledId, area, body: { cancelledAt: 1_677_600_000_000, reason: 'Banjir' } },
      ],
      await systemAuthor(trx),
    ),
  );
});
afterAll(() => fresh.drop());

const rowsOf = async (query: string) => (await sql.raw(query).execute(fresh.db)).rows;

test('a cooperative is a line of plain columns, days as dates', async () => {
  expect(await rowsOf('select * from v_cooperative')).toMatchObject([
    {
      cooperative_id: cooperativeId,
      regency_code: area,
      group_code: 'KSU',
      legal_entity_on: '1996-03-25',
      activity_status: 'active',
      activity_as_of: '2026-04-30',
      is_demo: false,
      open_conflicts: 0,
    },
  ]);
  expect(await rowsOf('select max(legal_entity_on) - min(legal_entity_on) as days from v_cooperative')).toEqual([{ days: 0 }]);
});

test('money is a whole number, negative too, and what was left blank is null', async () => {
  expect(await rowsOf('select members_total, assets, shu, own_capital, pg_typeof(assets)::text as type from v_figures')).toEqual([
    { members_total: 3350, assets: 5_159_042_032_000, shu: -11_845_222, own_capital: null, type: 'bigint' },
  ]);
});

test('a RAT is a line for each book year that it covers, with where it stands', async () => {
  const rats = await rowsOf('select meeting_id, book_year, state, source, held_on, planned_on from v_rat order by book_year');
  expect(rats).toEqual([
    { meeting_id: cancelledId, book_year: 2022, state: 'cancelled', source: 'officer', held_on: null, planned_on: '2023-03-01' },
    { meeting_id: heldId, book_year: 2024, state: 'verified', source: 'register', held_on: '2026-02-06', planned_on: null },
    { meeting_id: heldId, book_year: 2025, state: 'verified', source: 'register', held_on: '2026-02-06', planned_on: null },
    { meeting_id: plannedId, book_year: 2026, state: 'planned', source: 'officer', held_on: null, planned_on: '2027-01-10' },
  ]);
});
