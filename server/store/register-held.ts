// What the register holds of a regency before a file comes in: cooperatives, their figures and RATs, and which edits an import made.
import { type Kysely, sql } from 'kysely';
import type { MergeState } from '../../src/domain/change.ts';
import type { Cooperative } from '../../src/domain/cooperative.ts';
import type { Day } from '../../src/domain/day.ts';
import type { YearlyFigures } from '../../src/domain/yearly-figures.ts';
import type { Schema } from './schema.ts';
import { settingsOf } from './setting.ts';

export interface HeldCooperative {
  id: string;
  data: Cooperative;
}

/** A RAT that claims a book year; `heldOn` is missing where it is only planned or under way. */
export interface HeldRat {
  cooperativeId: string;
  bookYears: number[];
  source: 'officer' | 'register';
  heldOn: Day | null;
}

export async function readHeldCooperatives(db: Kysely<Schema>, regency: string): Promise<HeldCooperative[]> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'data'])
    .where('area', '=', regency)
    .where('noun', '=', 'cooperative')
    .where('data', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, data }) => ({ id, data: data as Cooperative }));
}

export async function readHeldFigures(db: Kysely<Schema>, regency: string, ids: readonly string[]): Promise<Map<string, YearlyFigures>> {
  const { rows } = await sql<{ id: string; data: YearlyFigures }>`
    select id, data from record
    where area = ${regency} and noun = 'yearlyFigures' and id = any(${ids}::text[]) and data is not null`.execute(db);
  return new Map(rows.map(({ id, data }) => [id, data]));
}

/** RATs of these cooperatives that claim a book year; one that was adjourned for want of a quorum claims none. */
export async function readHeldRats(
  db: Kysely<Schema>,
  regency: string,
  cooperativeIds: readonly string[],
): Promise<Map<string, HeldRat[]>> {
  const { rows } = await sql<HeldRat>`
    select root as "cooperativeId", data->'bookYears' as "bookYears", data->>'source' as source,
      coalesce(data->'holding'->>'heldOn', data->>'heldOn') as "heldOn"
    from record
    where area = ${regency} and noun = 'ratMeeting' and root = any(${cooperativeIds}::text[])
      and data is not null and data->>'kind' = 'rat' and data->'adjournment' is null`.execute(db);
  const rats = new Map<string, HeldRat[]>();
  for (const rat of rows) rats.set(rat.cooperativeId, [...(rats.get(rat.cooperativeId) ?? []), rat]);
  return rats;
}

/** Whether the value that a field now has was set by a person, and not by a register that was imported before. */
export type EditedByOfficer = (id: string, row: MergeState, field: string) => boolean;

/**
 * An import enters the log on the server's own device and under the name of whoever started it; what officers change comes
 * from their tablets. `edited` alone cannot tell the two apart.
 */
export async function readEdits(db: Kysely<Schema>, regency: string, rows: ReadonlyMap<string, MergeState>): Promise<EditedByOfficer> {
  const ids = [...rows].filter(([, row]) => row.edited !== undefined).map(([id]) => id);
  const { serverDeviceId } = await settingsOf(db);
  const imported =
    ids.length === 0
      ? []
      : await db
          .selectFrom('fact')
          .select(['subject_id', 'officer_id', 'at'])
          .where('area', '=', regency)
          .where('noun', 'in', ['cooperative', 'yearlyFigures'])
          .where('device_id', '=', serverDeviceId)
          .where(sql<boolean>`subject_id = any(${ids}::text[])`)
          .execute();
  const moments = new Set(imported.map((fact) => momentOf(fact.subject_id, fact.officer_id, fact.at)));
  return (id, row, field) => {
    const edit = row.edited?.[field];
    return edit !== undefined && !moments.has(momentOf(id, edit.officerId, edit.at));
  };
}

const momentOf = (id: string, officerId: string, at: number): string => `${id} ${officerId} ${at}`;
