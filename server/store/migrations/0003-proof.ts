// Proof that tablets hold the same as the office: digests beside the rows, moved rows, the order of folding, snapshots, quarantine in bytes.
import { type Kysely, type Migration, sql } from 'kysely';
import { refreshDigests } from '../digests.ts';
import type { Schema } from '../schema.ts';

export const proof: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
    const office = db as Kysely<Schema>;
    const areas = await office.selectFrom('area').select('code').execute();
    for (const { code } of areas) await refreshDigests(office, [code]);
  },
};

const statements = [
  `create table digest (
    area text not null references area (code),
    noun text not null,
    count bigint not null,
    mark text not null,
    primary key (area, noun))`,
  'alter table record add column moved_to text, add column left_at timestamptz',
  'create index record_left on record (area, left_at) where data is null',
  'alter table area add column horizon bigint not null default 0',
  // In which order facts were folded, over all areas: that of the log where they came, for those that waited when they were judged.
  'create sequence fact_fold',
  'alter table fact add column folded bigint',
  `update fact set folded = placed.place
    from (select id, row_number() over (order by area, (verdict->>'seq')::bigint) as place from fact where verdict ? 'seq') placed
    where fact.id = placed.id`,
  `select setval('fact_fold', (select coalesce(max(folded), 0) + 1 from fact))`,
  'create unique index fact_by_fold on fact (folded) where folded is not null',
  `alter table quarantine alter column raw type bytea using convert_to(raw, 'UTF8'),
    add column released_at timestamptz, add column verdict jsonb`,
  'alter table device add column resets integer not null default 0',
  `create table snapshot (
    area text not null references area (code),
    seq bigint not null,
    page integer not null,
    pages integer not null,
    content bytea not null,
    made_at timestamptz not null default now(),
    primary key (area, seq, page))`,
];
