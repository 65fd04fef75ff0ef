// Own facts that the office's rows do not contain yet: looked for by the rows they are about, and settled once those have arrived.
import type { AreaPage2 } from '../domain/wire-version-2.ts';
import { type FieldDatabase, type OutboxFact, type OutboxState, rowKeyOf } from './database.ts';

/** By the key of their row, each in device order. */
export type PendingFacts = ReadonlyMap<string, OutboxFact[]>;

/** So many are read at once; of more, those of each row by themselves: a long absence must not cost its square. */
const fewFacts = 500;

/** A fact that the office refused or could not read is not folded here any more. */
const foldedAnswered = ['applied', 'merged', 'conflict', 'waiting', 'settled'] as const satisfies readonly OutboxState[];

const pendingIn = (db: FieldDatabase, state: OutboxState) => db.outbox.where('[state+folding]').equals([state, 1]);

export async function allPending(db: FieldDatabase): Promise<PendingFacts> {
  const [unsent, answered] = await Promise.all([pendingIn(db, 'unsent').toArray(), answeredPending(db)]);
  return bySubject([...unsent, ...answered]);
}

/** Of these rows; `isCrowded` tells that there are many more. */
export async function pendingOf(db: FieldDatabase, keys: ReadonlySet<string>): Promise<{ facts: PendingFacts; isCrowded: boolean }> {
  if (keys.size === 0) return { facts: new Map(), isCrowded: false };
  const isCrowded = (await pendingIn(db, 'unsent').count()) > fewFacts;
  if (!isCrowded) return { facts: await allPending(db), isCrowded };
  const found = await Promise.all([...keys].map((key) => db.outbox.where('subject').equals(key).toArray()));
  return { facts: bySubject(found.flat().filter(({ folding }) => folding === 1)), isCrowded };
}

function bySubject(facts: readonly OutboxFact[]): PendingFacts {
  const pending = new Map<string, OutboxFact[]>();
  for (const held of [...facts].sort((a, b) => a.deviceSeq - b.deviceSeq)) {
    const same = pending.get(held.subject);
    if (same) same.push(held);
    else pending.set(held.subject, [held]);
  }
  return pending;
}

/** Facts that have a verdict and whose row had not arrived with it. */
export async function answeredPending(db: FieldDatabase): Promise<OutboxFact[]> {
  return (await Promise.all(foldedAnswered.map((state) => pendingIn(db, state).toArray()))).flat();
}

export interface Arrived {
  pages: readonly AreaPage2[];
  left: readonly string[];
  /** As they are once the pages have been taken in. */
  cursors: Record<string, number>;
}

/**
 * A fact stops being folded here once the row that came from the office contains it: the row as of its `seq` or later has
 * arrived, or everything has, or its area is no longer the officer's. A cursor alone does not tell: a later fact moves the row behind the page.
 */
export function containedIn({ pages, left, cursors }: Arrived): (held: OutboxFact) => boolean {
  const arrived = new Map(
    pages.flatMap(({ area, rows }) => rows.map((row) => [`${area}/${rowKeyOf(row.noun, row.id)}`, row.seq] as const)),
  );
  const unfinished = new Set(pages.filter((page) => page.more).map((page) => page.area));
  return ({ subject, verdict }) => {
    const { seq, area } = verdict ?? {};
    if (seq === undefined || area === undefined) return false;
    const hasRow = (arrived.get(`${area}/${subject}`) ?? -1) >= seq;
    const hasAll = !unfinished.has(area) && (cursors[area] ?? -1) >= seq;
    return hasRow || hasAll || left.includes(area);
  };
}
