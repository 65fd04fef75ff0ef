// What a browser has thrown away together with the database: recognised by the numbers that the office never got, and named by a note kept beside it.
import * as z from 'zod/mini';
import { commonOf, countOfStretches, type MissingFactsAnswer, type Stretch } from '../domain/missing-facts.ts';
import type { FieldDatabase } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

/** More than a tablet uses in a life. A note that says otherwise is broken, and would leave the tablet no number that the office can read. */
const numberSchema = z.int().check(z.minimum(1), z.maximum(1_000_000_000));

/** Facts of one kind about one cooperative, in the few words that need no database to be read. */
export const notedFactsSchema = z.object({
  type: z.string(),
  cooperative: z.optional(z.string()),
  /** Device time of the earliest and the latest. */
  firstAt: z.int(),
  lastAt: z.int(),
  /** Their numbers in the device's sequence, as stretches. */
  numbers: z.array(z.object({ from: numberSchema, to: numberSchema }).check(z.refine(({ from, to }) => from <= to))),
});
export type NotedFacts = z.infer<typeof notedFactsSchema>;

/** All that an officer's database holds and the office has not heard of, as it was at the last look. */
export const unsentNoteSchema = z.object({
  deviceId: z.string(),
  lastSeq: z.union([z.literal(0), numberSchema]),
  facts: z.array(notedFactsSchema),
});
export type UnsentNote = z.infer<typeof unsentNoteSchema>;

/** Numbers that were used on this tablet and never reached the office, and the facts that bore them. */
export interface Loss {
  at: number;
  from: number;
  to: number;
  facts: NotedFacts[];
  /** What of it the office did not have either when it was asked last; a rescue file may have brought the rest. */
  office?: MissingFactsAnswer;
  /** How many of them are missing still; absent before the office has been asked. */
  left?: number;
  /** When the officer said that they have seen to it. */
  seenAt?: number;
}

/** Undefined when the office has everything that the note tells of. */
export function lossOf(note: UnsentNote | undefined, officeSeq: number, at: number): Loss | undefined {
  if (!note || note.lastSeq <= officeSeq) return undefined;
  const facts = note.facts.flatMap((noted): NotedFacts[] => {
    const numbers = noted.numbers.filter(({ to }) => to > officeSeq).map(({ from, to }) => ({ from: Math.max(from, officeSeq + 1), to }));
    return numbers.length > 0 ? [{ ...noted, numbers }] : [];
  });
  return { at, from: officeSeq + 1, to: note.lastSeq, facts };
}

export const countOf = ({ numbers }: NotedFacts): number => countOfStretches(numbers);

/** What the officer is told of a loss: what is gone still, what the office holds back or has refused, what has arrived after all. */
export function standingOf({ from, to, facts, office }: Loss) {
  const { missing, held, refused } = office ?? { missing: [{ from, to }], held: [], refused: [] };
  const part = (stretches: readonly Stretch[]) => ({
    stretches,
    count: countOfStretches(stretches),
    facts: facts.flatMap((noted): NotedFacts[] => {
      const numbers = commonOf(noted.numbers, stretches);
      return numbers.length > 0 ? [{ ...noted, numbers }] : [];
    }),
  });
  const parts = { gone: part(missing), held: part(held), refused: part(refused) };
  return { ...parts, arrived: to - from + 1 - parts.gone.count - parts.held.count - parts.refused.count };
}

/** Undefined where nobody waits for the office's word any more. */
export async function lossToAsk(db: FieldDatabase): Promise<Loss | undefined> {
  const loss = await readSetting(db, 'loss');
  const isSettled = loss?.office && loss.office.missing.length + loss.office.held.length === 0;
  return loss && loss.seenAt === undefined && !isSettled ? loss : undefined;
}

export async function noteLossStanding(db: FieldDatabase, asked: Stretch, office: MissingFactsAnswer): Promise<void> {
  await db.transaction('rw', db.setting, async () => {
    const loss = await readSetting(db, 'loss');
    if (loss?.from !== asked.from || loss.to !== asked.to) return;
    await writeSetting(db, 'loss', { ...loss, office, left: countOfStretches(office.missing) });
  });
}

export async function markLossSeen(db: FieldDatabase, at: number): Promise<void> {
  await db.transaction('rw', db.setting, async () => {
    const loss = await readSetting(db, 'loss');
    if (loss) await writeSetting(db, 'loss', { ...loss, seenAt: at });
  });
}
