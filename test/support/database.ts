// A fresh database with all tables for a test file, a copy of the run's template; it goes when the file is done.

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { connect, type Database } from '../../server/store/database.ts';

export type FreshDatabase = {
  db: Database;
  /** For a server or a command line that is started as a process of its own: its DATABASE_URL. */
  url: string;
  drop(): Promise<void>;
};

/** Call it in a beforeAll and `drop()` in an afterAll, or use `databaseForTest` in a single test. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `pantau_${randomBytes(8).toString('hex')}`;
  const url = new URL(inject('postgresUrl'));
  await asAdmin((admin) => admin.query(`create database ${name} template ${inject('templateName')}`));
  url.pathname = `/${name}`;
  const db = connect({ connectionString: url.href }, console.error);
  const drop = async () => {
    await db.destroy();
    await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
  };
  return { db, url: url.href, drop };
}

/** A fresh database that goes when the running test has finished. */
export async function databaseForTest(): Promise<FreshDatabase> {
  const fresh = await freshDatabase();
  onTestFinished(fresh.drop);
  return fresh;
}

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
