// Own facts that the office's rows do not contain yet: looked for by the rows they are about, and settled once those have arrived.
import { coversArea, provinceOf } from '../domain/noun.ts';
import type { AreaPage2 } from '../domain/wire-version-2.ts';
import { type FieldDatabase, type OutboxFact, type OutboxState, rowKeyOf } from './database.ts';

/** By the key of their row, each in device order. */
export type PendingFacts = ReadonlyMap<string, OutboxFact[]>;

/** Of more than these, a bucket is not looked through for what else might be packed: a long absence must not cost its square. */
const fewFacts = 500;

/** A fact that the office refused or could not read is not folded here any more. */
const foldedAnswered = ['applied', 'merged', 'conflict', 'waiting', 'settled'] as const satisfies readonly OutboxState[];

const pendingIn = (db: FieldDatabase, state: OutboxState) => db.outbox.where('[state+folding]').equals([state, 1]);

export async function allPending(db: FieldDatabase): Promise<PendingFacts> {
  const [unsent, answered] = await Promise.all([pendingIn(db, 'unsent').toArray(), answeredPending(db)]);
  return bySubject([...unsent, ...answered]);
}

/**
 * The numbers of the facts that wait, by the row they are about: read once for a round of many requests, which ends with the first one that
 * fails. Only an index: what it names is read where it counts, since another tab or sender may have settled it.
 */
export interface PendingIndex {
  numbers: Map<string, Set<number>>;
  count: number;
  /** The newest fact that it knows of; undefined before it has been read. */
  newest?: number;
}

export const newPendingIndex = (): PendingIndex => ({ numbers: new Map(), count: 0 });

function enter(index: PendingIndex, facts: readonly OutboxFact[]): void {
  index.newest ??= 0;
  for (const { subject, deviceSeq, folding } of facts) {
    index.newest = Math.max(index.newest, deviceSeq);
    if (folding === 0) continue;
    const same = index.numbers.get(subject) ?? new Set();
    index.numbers.set(subject, same.add(deviceSeq));
    index.count += 1;
  }
}

/** What is no longer folded. */
export function takeOut(index: PendingIndex, { subject, deviceSeq }: OutboxFact): void {
  if (index.numbers.get(subject)?.delete(deviceSeq)) index.count -= 1;
}

/** Of these rows at least; `isCrowded` tells that there are many more. */
export async function pendingOf(
  db: FieldDatabase,
  keys: ReadonlySet<string>,
  index: PendingIndex,
): Promise<{ facts: PendingFacts; isCrowded: boolean }> {
  if (keys.size === 0) return { facts: new Map(), isCrowded: false };
  if (index.newest === undefined) {
    const facts = await allPending(db);
    enter(index, [...facts.values()].flat());
    return { facts, isCrowded: index.count > fewFacts };
  }
  enter(index, await db.outbox.where('deviceSeq').above(index.newest).toArray());
  const found = await db.outbox.bulkGet([...keys].flatMap((key) => [...(index.numbers.get(key) ?? [])]));
  return { facts: bySubject(found.filter((held) => held?.folding === 1) as OutboxFact[]), isCrowded: index.count > fewFacts };
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
  /** Those of the officer, as the office has just said. */
  areas?: readonly string[];
}

/**
 * A fact stops being folded here once the row that came from the office contains it: the row as of its `seq` or later has
 * arrived, or everything has, or its area is no longer the officer's. A cursor alone does not tell: a later fact moves the row behind the page.
 */
export function containedIn({ pages, left, cursors, areas }: Arrived): (held: OutboxFact) => boolean {
  const arrived = new Map(
    pages.flatMap(({ area, rows }) => rows.map((row) => [`${area}/${rowKeyOf(row.noun, row.id)}`, row.seq] as const)),
  );
  // It was judged in an area that was the officer's when it was, and of which this tablet never had a row.
  const isOutOfReach = (area: string) =>
    areas !== undefined && cursors[area] === undefined && !coversArea(areas, area) && !areas.some((own) => provinceOf(own) === area);
  const unfinished = new Set(pages.filter((page) => page.more).map((page) => page.area));
  return ({ subject, verdict }) => {
    const { seq, area } = verdict ?? {};
    if (seq === undefined || area === undefined) return false;
    const hasRow = (arrived.get(`${area}/${subject}`) ?? -1) >= seq;
    const hasAll = !unfinished.has(area) && (cursors[area] ?? -1) >= seq;
    return hasRow || hasAll || left.includes(area) || isOutOfReach(area);
  };
}
