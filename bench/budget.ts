// A measured figure beside the figure it must keep; what is over its budget fails the run.
export interface Measure {
  what: string;
  value: number;
  unit: string;
  /** The most it may be, or the least where `atLeast` is set. */
  budget: number;
  atLeast?: boolean;
}

export const keeps = ({ value, budget, atLeast }: Measure): boolean => (atLeast ? value >= budget : value <= budget);

/** The value that a share of the sorted samples does not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function lineOf(measure: Measure): string {
  const { what, value, unit, budget, atLeast } = measure;
  const figure = `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 })} ${unit}`;
  return `${keeps(measure) ? 'ok  ' : 'OVER'}  ${what.padEnd(62)} ${figure.padStart(14)}   ${atLeast ? 'at least' : 'at most'} ${budget.toLocaleString('en')}`;
}
