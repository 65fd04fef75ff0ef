// Plain typed columns over the rows, for the office's own analysts: money is bigint, days are dates.
import { type Kysely, type Migration, sql } from 'kysely';

export const views: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const at = (path: string): string => `to_timestamp((${path})::double precision / 1000)`;
const amounts = ['principalSavings', 'mandatorySavings', 'ownCapital', 'externalCapital', 'participationCapital', 'assets'];
const counts = ['membersMale', 'membersFemale', 'membersTotal', 'candidateMembers', 'managers', 'employees'];
const columns = (fields: readonly string[], type: string): string =>
  fields
    .map((field) => `(data->>'${field}')::${type} as ${field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`)
    .join(',\n    ');

/** One row for each book year that a meeting covers; `beforeOpening` is what a meeting that nobody has opened is called. */
export const ratSelection = (beforeOpening: string): string => `select
  m.id as meeting_id,
  m.root as cooperative_id,
  m.area as regency_code,
  covered.book_year::integer as book_year,
  data->>'kind' as kind,
  data->>'source' as source,
  (data->>'callNumber')::integer as call_number,
  case
    when data->'verified' is not null then 'verified'
    when data->'returned' is not null
      and coalesce((data->'resubmitted'->>'at')::bigint, 0) <= (data->'returned'->>'at')::bigint then 'returned'
    when data->'holding' is not null or data->>'heldOn' is not null
      then case when data->>'source' = 'register' then 'verified' else 'waitingForVerification' end
    when data->'adjournment' is not null then 'adjourned'
    when data->'opening' is not null then 'open'
    else ${beforeOpening}
  end as state,
  (data->>'plannedOn')::date as planned_on,
  coalesce((data->'holding'->>'heldOn')::date, (data->>'heldOn')::date) as held_on,
  (data->'opening'->>'registeredVoters')::integer as registered_voters,
  coalesce((data->'holding'->>'present')::integer, (data->'adjournment'->>'present')::integer) as present,
  (data->'holding'->>'quorumReached')::boolean as quorum_reached,
  ${at("data->'verified'->>'at'")} as verified_at,
  ${at("data->>'recordedAt'")} as recorded_at
from record m
cross join lateral jsonb_array_elements_text(data->'bookYears') as covered (book_year)
where noun = 'ratMeeting' and data is not null`;

const statements = [
  `create view v_cooperative as select
    id as cooperative_id,
    area as regency_code,
    left(area, 2) as province_code,
    data->>'name' as name,
    data->>'group' as group_code,
    data->>'legalEntityNumber' as legal_entity_number,
    (data->>'legalEntityOn')::date as legal_entity_on,
    data->>'nikKoperasi' as nik_koperasi,
    (data->>'certificateValidUntil')::date as certificate_valid_until,
    data->>'grade' as grade,
    data->>'form' as form,
    data->>'membershipScope' as membership_scope,
    data->>'type' as type,
    (data->>'isSharia')::boolean as is_sharia,
    data->>'sector' as sector,
    data->>'address' as address,
    data->>'villageCode' as village_code,
    data->>'villageName' as village_name,
    data->>'districtCode' as district_code,
    data->>'districtName' as district_name,
    (data->>'bookYearEndMonth')::integer as book_year_end_month,
    data->>'legalStatus' as legal_status,
    (data->>'dissolvedOn')::date as dissolved_on,
    data->'activity'->>'status' as activity_status,
    (data->'activity'->>'asOf')::date as activity_as_of,
    data->'activity'->>'source' as activity_source,
    (data->'geo'->>'latitude')::double precision as latitude,
    (data->'geo'->>'longitude')::double precision as longitude,
    coalesce((data->>'isDemo')::boolean, false) as is_demo,
    coalesce(jsonb_array_length(data->'conflicts'), 0) as open_conflicts,
    ${at("data->>'recordedAt'")} as recorded_at,
    version
  from record where noun = 'cooperative' and data is not null`,
  `create view v_figures as select
    root as cooperative_id,
    area as regency_code,
    (data->>'bookYear')::integer as book_year,
    data->>'source' as source,
    ${columns(counts, 'integer')},
    ${columns([...amounts, 'businessVolume', 'shu'], 'bigint')}
  from record where noun = 'yearlyFigures' and data is not null`,
  `create view v_rat as ${ratSelection("'planned'")}`,
];
