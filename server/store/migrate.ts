// Brings the tables up to this version, once, whoever comes first.

import { type Migration, Migrator, sql } from 'kysely';
import type { Database } from './database.ts';
import { migrations } from './migrations/list.ts';

export type Migrated = { kind: 'migrated'; applied: string[] } | { kind: 'newer'; says: string };

const migrationLock = 0x50414e54;

/** Runs what has not run yet. A database that a newer Pantau has changed already is left alone. */
export async function migrate(db: Database, list: Record<string, Migration> = migrations): Promise<Migrated> {
  // Kysely's own lock lies in a table that two newcomers would both try to make.
  return db.connection().execute(async (session) => {
    await sql`select pg_advisory_lock(${migrationLock})`.execute(session);
    try {
      const migrator = new Migrator({ db, provider: { getMigrations: async () => list } });
      const { error, results } = await migrator.migrateToLatest();
      if (error instanceof Error && /previously executed migration .* is missing/.test(error.message)) {
        return { kind: 'newer', says: 'This database was made by a newer Pantau: install that version, or restore a backup of this one.' };
      }
      if (error) throw error;
      return { kind: 'migrated', applied: (results ?? []).map(({ migrationName }) => migrationName) };
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`.execute(session);
    }
  });
}
