// The store's way to PostgreSQL: one pool, one dialect, and numbers where PostgreSQL sends text.

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

const int8 = 20;
const int8Array = 1016;
const date = 1082;

/** A database over these settings; `destroy()` it before the PostgreSQL behind it is closed. */
export function connect(connection: pg.PoolConfig, log: (line: string) => void): Database {
  const pool = new pg.Pool({ application_name: 'pantau', max: 10, ...connection, types: { getTypeParser: parserFor } });
  // A session that breaks while idle is replaced by the pool, and one that breaks in a transaction fails its next query;
  // without a listener either would end the process.
  pool.on('error', (error) => log(`A database session ended: ${error.message}`));
  pool.on('connect', (client) => {
    client.on('error', () => {});
    endWhenLate(client as pg.PoolClient & pg.Client);
  });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * A session that did not answer within `query_timeout` ends. In the middle of a transaction it would not even hear of the rollback, which waits
 * behind what it still does and is then dropped; whoever used it next would commit the half of it with their own.
 */
function endWhenLate(session: pg.Client): void {
  const ask = session.query.bind(session) as (...args: unknown[]) => unknown;
  session.query = ((...args: unknown[]) => {
    const answer = ask(...args);
    if (answer instanceof Promise) {
      answer.catch(({ message }: Error) => {
        if (message === 'Query read timeout') session.end().catch(() => {});
      });
    }
    return answer;
  }) as typeof session.query;
}

function parserFor(oid: number, format: 'text' | 'binary' = 'text') {
  if (format === 'binary') return pg.types.getTypeParser(oid, format);
  if (oid === int8) return safeInteger;
  const parse = pg.types.getTypeParser(oid, format);
  if (oid === int8Array)
    return (text: string) => (parse(text) as (string | null)[]).map((item) => (item === null ? null : safeInteger(item)));
  // A day has no time zone, so it stays the text that it is.
  return oid === date ? (text: string) => text : parse;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number`);
  return value;
}
