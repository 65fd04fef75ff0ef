// A session with PostgreSQL that fails at a query of one's choice: broken before or behind it, without room on the disk, in each other's way.
import pg from 'pg';
import { connect, type Database } from '../../server/store/database.ts';
import type { OfficeFault } from './plan.ts';

export interface FailingDatabase {
  db: Database;
  /** Meets the queries from now on; answers how to take it back. */
  arm(fault: OfficeFault | undefined, fired: () => void): () => void;
  /** Every session ends as if the program had been killed. */
  breakAll(): void;
}

type Ask = (...args: unknown[]) => Promise<unknown>;
interface Session {
  connection: { stream: { destroy(): void } };
}

/** What PostgreSQL answers when it finds no room, or parts two who wait for each other: from itself, so that it rolls back as it does then. */
const raised = (code: string) => `do $$ begin raise exception 'simulated' using errcode = '${code}'; end $$`;
const codes = { full: '53100', deadlock: '40P01' };

export function failingDatabase(connectionString: string): FailingDatabase {
  let armed: { fault: OfficeFault; count: number; fired(): void } | undefined;
  const sessions = new Set<pg.Client>();
  const end = (session: pg.Client) => (session as unknown as Session).connection.stream.destroy();

  class FailingClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      sessions.add(this);
      this.once('end', () => sessions.delete(this));
      const ask = this.query.bind(this) as unknown as Ask;
      this.query = (async (...args: unknown[]) => {
        if (!armed) return ask(...args);
        armed.count += 1;
        const { fault, count, fired } = armed;
        if (fault.at === 0 ? args[0] !== 'commit' : count !== fault.at) return ask(...args);
        armed = undefined;
        fired();
        return failing(fault.kind, ask, args, () => end(this));
      }) as never;
    }
  }
  const db = connect({ connectionString, max: 6, Client: FailingClient, options: '-c synchronous_commit=off' }, () => {});
  return {
    db,
    arm: (fault, fired) => {
      armed = fault && { fault, count: 0, fired };
      return () => {
        armed = undefined;
      };
    },
    breakAll: () => {
      for (const session of sessions) end(session);
    },
  };
}

async function failing(kind: OfficeFault['kind'], ask: Ask, args: unknown[], end: () => void): Promise<unknown> {
  if (kind === 'full' || kind === 'deadlock') return ask(raised(codes[kind]));
  // What was asked may be a commit: then it has happened, and only nobody knows.
  if (kind === 'unanswered') await ask(...args);
  end();
  throw new Error('Connection terminated unexpectedly');
}
