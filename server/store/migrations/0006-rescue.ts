// Rescue files: the office's key, the tablets' keys, what was taken in, and who handed in what lies in quarantine.
import { type Kysely, type Migration, sql } from 'kysely';

export const rescue: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  // With the database, so that every server of the office and every backup can open what tablets have written to it.
  `create table rescue_identity (
    recipient text primary key,
    identity text not null,
    made_at timestamptz not null default now())`,
  // All that a tablet ever had: one whose storage was thrown away may have written its only copy with the key before.
  `create table device_key (
    device_id uuid not null references device (id),
    key_hash text not null,
    public_key text not null,
    made_at timestamptz not null default now(),
    primary key (device_id, key_hash))`,
  `create table rescue_file (
    sha256 text primary key,
    bytes bigint not null,
    handed_by uuid not null,
    report jsonb not null,
    taken_at timestamptz not null default now())`,
  // Null: the tablet itself. Otherwise whoever brought it bears it, since the tablet that it names may know nothing of it.
  'alter table quarantine add column handed_by uuid',
];
