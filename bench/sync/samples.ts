// What one measurement came to, and the figures that many of them have in common.
import type { EngineName } from './engines.ts';
import type { Condition, MeasureName } from './options.ts';

export interface Sample extends Condition {
  run: number;
  engine: EngineName;
  measure: MeasureName;
  ms: number;
  /** Over the line, headers included. */
  up: number;
  down: number;
  /** What of them was not headers, which HTTP/2 packs to a few bytes. */
  bodies: number;
  requests: number;
}

/** Of 2,000 edited values: where they are when everybody has exchanged. */
export interface Conflicts {
  run: number;
  engine: EngineName;
  shown: number;
  /** Beside the shown one, on the record itself, for whoever opens it. */
  told: number;
  /** To be had by who asks the engine for conflicts. */
  hidden: number;
  lost: number;
}

export interface Storm {
  run: number;
  engine: EngineName;
  wanted: number;
  rows: number;
  logged?: number | undefined;
  lostReplies: number;
  tries: number;
  ms: number;
}

export interface Results {
  samples: Sample[];
  conflicts: Conflicts[];
  storms: Storm[];
}

export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** The median with the quartiles around it. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below = Number.NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below + (above - below) * (place - Math.floor(place));
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** In which there are samples, the easiest first. */
export function conditionsOf(samples: readonly Sample[]): Condition[] {
  const found = new Map(samples.map(({ cpu, net }) => [`${cpu} ${net}`, { cpu, net }]));
  return [...found.values()].sort((a, b) => a.cpu - b.cpu || (a.net === 'free' ? -1 : 1));
}

export const bytesOf = ({ up, down }: Pick<Sample, 'up' | 'down'>): number => up + down;

export function ofEngine(samples: readonly Sample[], wanted: Pick<Sample, 'engine' | 'measure' | 'cpu' | 'net'>): Sample[] {
  return samples.filter(
    ({ engine, measure, cpu, net }) => engine === wanted.engine && measure === wanted.measure && cpu === wanted.cpu && net === wanted.net,
  );
}
