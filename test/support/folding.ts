// Rows in memory and facts folded over them one after another, as either side does it, for tests of the rules alone.
import { hashOf } from '../../src/data/hash.ts';
import { type BodyOf, type FactTypeName, readFact, ruleOf } from '../../src/domain/fact-types.ts';
import { foldFact } from '../../src/domain/fold.ts';
import type { Noun } from '../../src/domain/noun.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import type { DataOf, Outcome, Row, World } from '../../src/domain/world.ts';
import { cooperativeId, idOf, kukar, today } from './world.ts';

export interface Folding {
  /** Answers the outcome, `unreadable`, and the id that the fact was given. */
  fold<T extends FactTypeName>(
    author: SessionOfficer,
    type: T,
    id: string,
    body: BodyOf<T>,
  ): { outcome: Outcome | 'unreadable'; factId: string };
  data<N extends Noun>(noun: N, id: string): DataOf[N];
}

/** `rows` by `noun/id`; each officer has one tablet of their own. */
export function foldingOver(rows: Record<string, unknown>): Folding {
  const held = new Map(Object.entries(rows));
  let made = 0;
  const rowOf = (noun: Noun, id: string) => {
    const data = held.get(`${noun}/${id}`);
    return data === undefined ? undefined : ({ noun, id, root: cooperativeId, area: kukar, version: 1, data } as Row);
  };
  return {
    data: (noun, id) => held.get(`${noun}/${id}`) as never,
    fold: (author, type, id, body) => {
      made += 1;
      const factId = idOf(0x70000 + made);
      const world: World = {
        author,
        now: today,
        hashOf,
        read: <N extends Noun>(noun: N, rowId: string) => rowOf(noun, rowId) as Row<N> | undefined,
        under: <N extends Noun>(noun: N) =>
          [...held.keys()].flatMap((key) => (key.startsWith(`${noun}/`) ? [rowOf(noun, key.slice(noun.length + 1)) as Row<N>] : [])),
      };
      const read = readFact({
        id: factId,
        type,
        subject: { noun: ruleOf(type).noun, id },
        area: kukar,
        officerId: author.id,
        deviceId: idOf(0xe000 + Number.parseInt(author.id.slice(-2), 16)),
        deviceSeq: made,
        at: today + made * 60_000,
        clock: { offsetMs: 0, confidence: 'good' },
        previousHash: '0'.repeat(64),
        body: JSON.parse(JSON.stringify(body)),
      });
      if (read.kind === 'unreadable') return { outcome: 'unreadable', factId };
      const outcome = foldFact(read.fact, world, author.areas);
      if ('row' in outcome) held.set(`${outcome.row.noun}/${outcome.row.id}`, outcome.row.data);
      return { outcome, factId };
    },
  };
}
