// What became of agreed actions must stand on their visits: each word that was taken in, once, in the office's order.
import { strict as assert } from 'node:assert';
import { isFolded, type LogEntry, type StoredRow } from './log.ts';

export function followUpsAsModelled(log: readonly LogEntry[], rows: readonly StoredRow[]): void {
  const expected = new Map<string, string[]>();
  for (const { fact } of log.filter(isFolded)) {
    if (fact.type === 'agreedActionDone') expected.set(fact.subject.id, [...(expected.get(fact.subject.id) ?? []), fact.id]);
  }
  for (const { noun, id, data } of rows) {
    if (noun !== 'visit') continue;
    const { actionsDone = [] } = data as { actionsDone?: { factId: string }[] };
    assert.deepEqual(
      actionsDone.map(({ factId }) => factId),
      expected.get(id) ?? [],
      `visit ${id} has what became of its actions`,
    );
  }
}
