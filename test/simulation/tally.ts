// What the worlds have been through, counted by its name.
export type Met = (kind: string) => void;

export type Counts = Record<string, number>;

export const countInto =
  (counts: Counts): Met =>
  (kind) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };

export function addCounts(sum: Counts, more: Counts): void {
  for (const [kind, count] of Object.entries(more)) sum[kind] = (sum[kind] ?? 0) + count;
}
