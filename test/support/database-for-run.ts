// Before a suite: one PostgreSQL for the whole run (the embedded one, or DATABASE_URL) with a template of migrated tables.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect } from '../../server/store/database.ts';
import { openDatabase } from '../../server/store/embedded-postgres.ts';
import { migrate } from '../../server/store/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's PostgreSQL is, as a URL without a database name that counts. */
    postgresUrl: string;
    templateName: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = await openRun(console.info);
  project.provide('postgresUrl', run.postgresUrl);
  project.provide('templateName', run.templateName);
  return run.close;
}

export interface Run {
  postgresUrl: string;
  templateName: string;
  /** A database with all tables; it goes with the run. */
  makeDatabase(): Promise<string>;
  close(): Promise<void>;
}

export async function openRun(log: (line: string) => void): Promise<Run> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pantau-test-'));
  const opened = await openDatabase({ dataFolder, databaseUrl: process.env.DATABASE_URL || undefined }, { as: 'guest', log });
  if (opened.kind === 'problem') throw new Error(opened.says);
  const { connectionString, host, user, database } = opened.connection;
  const postgresUrl = connectionString ?? `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`;
  const templateName = `pantau_template_${process.pid}_${Date.now()}`;

  const admin = new pg.Client(opened.connection);
  await admin.connect();
  await admin.query(`create database ${templateName}`);
  const template = connect({ connectionString: urlOf(postgresUrl, templateName) }, console.error);
  await migrate(template);
  await template.destroy();
  const made: string[] = [];
  return {
    postgresUrl,
    templateName,
    makeDatabase: async () => {
      const name = `${templateName}_${made.length + 1}`;
      await admin.query(`create database ${name} template ${templateName}`);
      made.push(name);
      return urlOf(postgresUrl, name);
    },
    close: async () => {
      for (const name of [...made, templateName]) await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      await opened.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function urlOf(postgresUrl: string, database: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${database}`;
  return url.href;
}
