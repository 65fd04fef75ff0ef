// Own facts that the office's rows do not contain yet: looked for by the rows they are about, and settled once those have arrived.
import type { AreaPage2 } from '../domain/wire-version-2.ts';
import { type FieldDatabase, type OutboxFact, rowKeyOf } from './database.ts';

/** By the key of their row, each in device order. */
export type PendingFacts = ReadonlyMap<string, OutboxFact[]>;

/** So many are read at once; of more, those of each row by themselves: a long absence must not cost its square. */
const fewFacts = 500;

export async function allPending(db: FieldDatabase): Promise<PendingFacts> {
  return bySubject(await db.outbox.where('folding').equals(1).toArray());
}

/** Of these rows; `isCrowded` tells that there are many more. */
export async function pendingOf(db: FieldDatabase, keys: ReadonlySet<string>): Promise<{ facts: PendingFacts; isCrowded: boolean }> {
  if (keys.size === 0) return { facts: new Map(), isCrowded: false };
  const isCrowded = (await db.outbox.where('folding').equals(1).count()) > fewFacts;
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

/** Facts that have a verdict and whose row had not arrived with it. What is unsent is pending too, so that two counts tell whether there are any. */
export async function answeredPending(db: FieldDatabase): Promise<OutboxFact[]> {
  const [pending, unsent] = [db.outbox.where('folding').equals(1), db.outbox.where('state').equals('unsent')];
  const [pendingCount, unsentCount] = await Promise.all([pending.count(), unsent.count()]);
  if (pendingCount === unsentCount) return [];
  const waiting = new Set(await unsent.primaryKeys());
  const answered = await db.outbox.bulkGet((await pending.primaryKeys()).filter((deviceSeq) => !waiting.has(deviceSeq)));
  return answered.filter((held) => held !== undefined);
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
