// What a browser has thrown away together with the database: recognised by the numbers that the office never got, and named by a note kept beside it.
import * as z from 'zod/mini';
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

export const countOf = ({ numbers }: NotedFacts): number => numbers.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** Ascending numbers as stretches. */
export function stretchesOf(numbers: readonly number[]): NotedFacts['numbers'] {
  const stretches: NotedFacts['numbers'] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last?.to === number - 1) last.to = number;
    else stretches.push({ from: number, to: number });
  }
  return stretches;
}

export async function markLossSeen(db: FieldDatabase, at: number): Promise<void> {
  await db.transaction('rw', db.setting, async () => {
    const loss = await readSetting(db, 'loss');
    if (loss) await writeSetting(db, 'loss', { ...loss, seenAt: at });
  });
}
