// Areas are packed before a tablet asks: who comes first after an import or a busy morning then waits no longer than who comes last.
import type { Database } from './database.ts';
import { type SnapshotOptions, snapshotOf, usualSnapshots } from './snapshot.ts';

/** What has not changed from one look to the next is worth packing; in the middle of a long push it would be for nothing. */
const everyMs = 2_000;

/** By area: its sequence at the last look, and whether it has been seen to since. */
export type Looked = ReadonlyMap<string, { seq: number; isDone: boolean }>;

/** One look at all areas: those at rest since the last one get their snapshot, where they need one. */
export async function packAtRest(db: Database, before: Looked, options: SnapshotOptions = usualSnapshots): Promise<Looked> {
  const looked = new Map<string, { seq: number; isDone: boolean }>();
  for (const { code, seq } of await db.selectFrom('area').select(['code', 'seq']).execute()) {
    const last = before.get(code);
    const isAtRest = last?.seq === seq;
    if (isAtRest && !last.isDone) await snapshotOf(db, code, options);
    looked.set(code, { seq, isDone: isAtRest });
  }
  return looked;
}

/** The server's own round; answers how to stop it. */
export function packAhead(db: Database, say: (line: string) => void): () => void {
  let looked: Looked = new Map();
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const round = async () => {
    try {
      looked = await packAtRest(db, looked);
    } catch (error) {
      // A tablet that asks has it made; a database that is away is told of by everything else.
      if (!isStopped) say(`Areas could not be packed ahead: ${(error as Error).message}`);
      looked = new Map();
    }
    if (!isStopped) timer = setTimeout(() => void round(), everyMs).unref();
  };
  timer = setTimeout(() => void round(), everyMs).unref();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
