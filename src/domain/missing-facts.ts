// Which of a tablet's own numbers the office does not have, as the tablet asks for what was lost with its storage.
import * as z from 'zod/mini';

export const stretchSchema = z.object({ from: z.int(), to: z.int() });
/** Numbers in a row, both ends included. */
export type Stretch = z.infer<typeof stretchSchema>;

export const missingFactsPath = '/api/facts/missing';

export const missingFactsAnswerSchema = z.object({
  /** Neither in the log nor in quarantine. */
  missing: z.array(stretchSchema),
  /** In quarantine, where somebody at the office decides; what bears such a number there may say so without proof. */
  held: z.array(stretchSchema),
  /** In the log, and refused by a rule. */
  refused: z.array(stretchSchema),
});
export type MissingFactsAnswer = z.infer<typeof missingFactsAnswerSchema>;

export const countOfStretches = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** Ascending numbers as stretches. */
export function stretchesOf(numbers: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last?.to === number - 1) last.to = number;
    else stretches.push({ from: number, to: number });
  }
  return stretches;
}

/** What is in both; each is ascending and free of overlaps. */
export const commonOf = (some: readonly Stretch[], others: readonly Stretch[]): Stretch[] =>
  some.flatMap(({ from, to }) =>
    others.flatMap((other) => {
      const common = { from: Math.max(from, other.from), to: Math.min(to, other.to) };
      return common.from <= common.to ? [common] : [];
    }),
  );

/** What is in the first and in none of the others; the others are ascending. */
export function withoutStretches(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  return some.flatMap(({ from, to }) => {
    const left: Stretch[] = [];
    let next = from;
    for (const other of commonOf([{ from, to }], others)) {
      if (other.from > next) left.push({ from: next, to: other.from - 1 });
      next = Math.max(next, other.to + 1);
    }
    if (next <= to) left.push({ from: next, to });
    return left;
  });
}
