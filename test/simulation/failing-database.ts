// A session with PostgreSQL that fails at a query of one's choice: broken before or behind it, without room on the disk, in each other's way.
import pg from 'pg';
import { connect, type Database } from '../../server/store/database.ts';
import type { OfficeFault } from './plan.ts';

export interface FailingDatabase {
  db: Database;
  /** Meets the queries from now on; answers how to take it back. */
  arm(fault: OfficeFault | undefined, fired: () => void): () => void;
  /** Counts up when a query leaves and when it is answered: as long as it stays, nothing has changed. Undefined while one is on its way. */
  quietSince(): number | undefined;
  /** Every session ends as if the program had been killed. */
  breakAll(): void;
}

type Ask = (...args: unknown[]) => Promise<unknown>;
interface Session {
  connection: { stream: { destroy(): void; cork(): void; uncork(): void } };
}

/** What PostgreSQL answers when it finds no room, or parts two who wait for each other: from itself, so that it rolls back as it does then. */
const raised = (code: string) => `do $$ begin raise exception 'simulated' using errcode = '${code}'; end $$`;
const begins = /^(?:begin|start transaction)(.*)$/;
const nothing = { rows: [] };
const codes = { full: '53100', deadlock: '40P01' };

export function failingDatabase(connectionString: string): FailingDatabase {
  let armed: { fault: OfficeFault; count: number; fired(): void } | undefined;
  let [asked, answered] = [0, 0];
  const sessions = new Set<pg.Client>();
  const streamOf = (session: pg.Client) => (session as unknown as Session).connection.stream;
  const end = (session: pg.Client) => streamOf(session).destroy();

  class FailingClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      sessions.add(this);
      this.once('end', () => sessions.delete(this));
      const usual = this.query.bind(this) as unknown as Ask;
      const ask = (...args: unknown[]) => {
        asked += 1;
        return usual(...args).finally(() => (answered += 1));
      };
      let [holdsBegin, onlyReads] = [false, false];
      this.query = (async (...args: unknown[]) => {
        const [, mode] = begins.exec(String(args[0])) ?? [];
        if (mode !== undefined) onlyReads = mode.endsWith('read only');
        // What begins a transaction travels with its first query, and nobody waits for the end of one that has only read: neither answer
        // says anything, and a world is mostly waiting for answers. Where a fault is to meet them they are asked one by one.
        if (!armed && (mode !== undefined || (onlyReads && args[0] === 'commit'))) {
          holdsBegin = mode !== undefined;
          if (holdsBegin) streamOf(this).cork();
          ask(...args).catch(() => {});
          return nothing;
        }
        if (holdsBegin) {
          holdsBegin = false;
          process.nextTick(() => streamOf(this).uncork());
        }
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
  const options = '-c synchronous_commit=off';
  const db = connect({ connectionString, max: 6, Client: FailingClient, pipeline: true, options }, () => {});
  return {
    db,
    arm: (fault, fired) => {
      armed = fault && { fault, count: 0, fired };
      return () => {
        armed = undefined;
      };
    },
    quietSince: () => (asked === answered ? asked : undefined),
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
