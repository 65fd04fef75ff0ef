// Files: what the office has of them, and which records name them.
import { type Kysely, type Migration, sql } from 'kysely';

export const files: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  // Only whole files whose hash was proved; the bytes lie in the vault under the same name.
  `create table file (
    sha256 text primary key,
    bytes bigint not null,
    type text not null,
    device_id uuid not null,
    officer_id uuid not null,
    stored_at timestamptz not null default now())`,
  // Written with the fact that names the file, whatever its verdict: what an officer handed in is not orphaned by a rule.
  `create table file_reference (
    sha256 text not null,
    noun text not null,
    subject_id text not null,
    area text not null,
    told boolean not null default false,
    named_at timestamptz not null default now(),
    primary key (sha256, noun, subject_id))`,
  'create index file_reference_untold on file_reference (sha256) where not told',
];
