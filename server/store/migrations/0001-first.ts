// The first schema: areas with their counters, rows, the log of facts, devices and accounts.
import { type Kysely, type Migration, sql } from 'kysely';

export const first: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `create table area (
    code text primary key,
    seq bigint not null default 0,
    chain text not null default repeat('0', 64))`,
  `create table record (
    area text not null references area (code),
    noun text not null,
    id text not null,
    root text not null,
    seq bigint not null,
    version integer not null,
    data jsonb,
    primary key (area, noun, id))`,
  'create index record_by_seq on record (area, seq)',
  'create index record_by_root on record (area, root, noun)',
  `create table fact (
    id uuid not null unique,
    area text not null references area (code),
    device_id uuid not null,
    device_seq bigint not null,
    officer_id uuid not null,
    type text not null,
    noun text not null,
    subject_id text not null,
    at bigint not null,
    content jsonb not null,
    hash text not null,
    linked boolean not null,
    kind text not null,
    verdict jsonb not null,
    waiting_for text,
    untold_seq bigint,
    chain text not null,
    received_at timestamptz not null default now(),
    position bigint generated always as identity,
    primary key (device_id, device_seq))`,
  'create index fact_by_position on fact (position)',
  'create index fact_by_subject on fact (area, noun, subject_id)',
  `create index fact_waiting on fact (area, waiting_for) where kind = 'waiting'`,
  'create index fact_untold on fact (device_id) where untold_seq is not null',
  `create table quarantine (
    id bigint generated always as identity primary key,
    device_id uuid not null,
    raw text not null,
    raw_hash text not null,
    problem text not null,
    received_at timestamptz not null default now(),
    unique (device_id, raw_hash))`,
  `create table device (
    id uuid primary key,
    officer_id uuid not null,
    name text,
    token_hash text unique,
    app_version text,
    last_seq bigint not null default 0,
    last_hash text not null default repeat('0', 64),
    created_at timestamptz not null default now(),
    last_seen_at timestamptz,
    revoked_at timestamptz)`,
  `create table account (
    username text primary key,
    officer_id uuid not null,
    password_hash text not null,
    created_at timestamptz not null default now(),
    disabled_at timestamptz)`,
  'create table setting (key text primary key, value jsonb not null)',
];
