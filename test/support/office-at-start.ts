// One office for a whole file of tests, founded once and brought back to that day before each: founding takes a second.
import { sql } from 'kysely';
import { ensureRegency, foundOffice } from '../../server/store/bootstrap.ts';
import type { Database } from '../../server/store/database.ts';
import { freshDatabase } from './database.ts';

/** In the order in which they can be filled again. */
const tables = ['area', 'record', 'digest', 'snapshot', 'fact', 'device', 'account', 'setting'];

export interface OfficeAtStart {
  /** The database as on the day of the founding. */
  begin(): Promise<Database>;
  drop(): Promise<void>;
}

export async function officeAtStart(province: string, ...regencies: string[]): Promise<OfficeAtStart> {
  const { db, drop } = await freshDatabase();
  await foundOffice(db, province);
  for (const regency of regencies) await db.transaction().execute((trx) => ensureRegency(trx, regency));
  await run(db, `create schema start; ${tables.map((table) => `create table start.${table} as table ${table}`).join('; ')}`);
  const back = `truncate ${tables.join(', ')} cascade; ${tables.map((table) => `insert into ${table} overriding system value select * from start.${table}`).join('; ')}`;
  const begin = async () => {
    await run(db, back);
    return db;
  };
  return { begin, drop };
}

async function run(db: Database, statements: string): Promise<void> {
  for (const statement of statements.split('; ')) await sql.raw(statement).execute(db);
}
