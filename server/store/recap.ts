// The recap as the database has it: the same rule over the same rows as on the tablets, for any date.
import { type Kysely, sql } from 'kysely';
import type { Area } from '../../src/domain/area.ts';
import type { Cooperative } from '../../src/domain/cooperative.ts';
import type { Day } from '../../src/domain/day.ts';
import { policyAt } from '../../src/domain/policy.ts';
import type { RatMeeting } from '../../src/domain/rat-meeting.ts';
import { type RatRecord, ratRecordOf } from '../../src/domain/rat-record.ts';
import { type Recap, type RecapRow, recapOf } from '../../src/domain/recap.ts';
import { readPolicies } from './policies.ts';
import type { Schema } from './schema.ts';

export type RecapReading =
  | { kind: 'recap'; recap: Recap; regencyNames: ReadonlyMap<string, string> }
  /** Nobody recorded what counted on that day. */
  | { kind: 'noPolicy' };

/** Of these areas, a province standing for its regencies. */
export async function readRecap(
  db: Kysely<Schema>,
  areas: readonly string[],
  { asOf, bookYear }: { asOf: Day; bookYear?: number | undefined },
): Promise<RecapReading> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const policy = policyAt(await readPolicies(trx), asOf);
      if (!policy) return { kind: 'noPolicy' };
      const recap = recapOf(await readRecapRows(trx, areas, asOf), { asOf, policy, bookYear });
      return { kind: 'recap', recap, regencyNames: await readRegencyNames(trx) };
    });
}

export async function readRecapRows(db: Kysely<Schema>, areas: readonly string[], asOf: Day): Promise<RecapRow[]> {
  const within = sql<boolean>`(area = any(${areas}) or left(area, 2) = any(${areas}))`;
  const cooperatives = await sql<{ id: string; data: Cooperative }>`
    select id, data from record where noun = 'cooperative' and data is not null and ${within}`.execute(db);
  const meetings = await sql<{ id: string; data: RatMeeting }>`
    select id, data from record where noun = 'ratMeeting' and data is not null and ${within}`.execute(db);
  const visits = await sql<{ cooperativeId: string; seenOn: Day }>`
    select data->>'cooperativeId' as "cooperativeId", max(data->>'visitedOn') as "seenOn" from record
    where noun = 'visit' and data->'business'->'running' = 'true' and data->>'visitedOn' <= ${asOf} and ${within}
    group by 1`.execute(db);

  const rats = new Map<string, RatRecord[]>();
  for (const { id, data } of meetings.rows) {
    const rat = ratRecordOf(id, data);
    const held = rats.get(data.cooperativeId) ?? [];
    if (rat) rats.set(data.cooperativeId, [...held, rat]);
  }
  const seen = new Map(visits.rows.map(({ cooperativeId, seenOn }) => [cooperativeId, seenOn]));
  return cooperatives.rows.map(({ id, data }) => ({
    regencyCode: data.regencyCode,
    cooperative: data,
    rats: rats.get(id) ?? [],
    waivers: data.ratWaivers ?? [],
    businessSeenOn: seen.get(id),
  }));
}

async function readRegencyNames(db: Kysely<Schema>): Promise<Map<string, string>> {
  const { rows } = await sql<{ data: Pick<Area, 'code' | 'name'> }>`
    select jsonb_build_object('code', data->'code', 'name', data->'name') as data from record where noun = 'area' and data is not null`.execute(
    db,
  );
  return new Map(rows.map(({ data }) => [data.code, data.name]));
}
