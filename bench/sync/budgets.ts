// What the design promises of sync, as ratios to the peers of the same run where time is concerned; each kept or missed.
import type { EngineName } from './engines.ts';
import type { Condition, MeasureName } from './options.ts';
import { bytesOf, type Results, type Sample, spreadOf } from './samples.ts';

export interface Verdict {
  what: string;
  value: number;
  budget: number;
  unit: string;
  atLeast: boolean;
}

export const isKept = ({ value, budget, atLeast }: Verdict): boolean => (atLeast ? value >= budget : value <= budget);

/** A condition's medians of one quantity, by engine; engines that were not measured are absent. */
function mediansOf(samples: readonly Sample[], { cpu, net }: Condition, measure: MeasureName, quantity: (sample: Sample) => number) {
  const medians = new Map<EngineName, number>();
  const fitting = samples.filter((each) => each.measure === measure && each.cpu === cpu && each.net === net);
  for (const engine of new Set(fitting.map((each) => each.engine))) {
    medians.set(engine, spreadOf(fitting.filter((each) => each.engine === engine).map(quantity)).median);
  }
  return medians;
}

export function verdictsOn({ samples, conflicts, storms }: Results, conditions: readonly Condition[]): Verdict[] {
  return [...conditions.flatMap((condition) => exchangeVerdicts(samples, condition)), ...faultVerdicts(conflicts, storms)];
}

function exchangeVerdicts(samples: readonly Sample[], condition: Condition): Verdict[] {
  const where = `, ${condition.cpu}x, ${condition.net}`;
  const medians = (measure: MeasureName, quantity: (sample: Sample) => number) => mediansOf(samples, condition, measure, quantity);
  const ms = (sample: Sample) => sample.ms;
  const requests = (sample: Sample) => sample.requests;
  const verdicts: Verdict[] = [];
  const add = (what: string, value: number | undefined, budget: number, unit: string, atLeast = false) => {
    if (value !== undefined && !Number.isNaN(value)) verdicts.push({ what: `${what}${where}`, value, budget, unit, atLeast });
  };
  const ratio = (of: Map<EngineName, number>, peer: EngineName) => (of.get(peer) ?? Number.NaN) / (of.get('pantau') ?? Number.NaN);

  const push = medians('push', ms);
  const best = [...push].filter(([engine]) => engine !== 'pantau').map(([, value]) => value);
  if (best.length > 0) add('push, times faster than the best peer', Math.min(...best) / (push.get('pantau') ?? Number.NaN), 3, 'x', true);
  const pull = medians('pull', ms);
  add('first pull, times faster than PouchDB', ratio(pull, 'pouchdb'), 10, 'x', true);
  add('first pull, times faster than RxDB', ratio(pull, 'rxdb'), 10, 'x', true);
  add("first pull, bytes as a share of PouchDB's", 1 / ratio(medians('pull', bytesOf), 'pouchdb'), 0.2, '');
  add("first pull, requests as a share of PouchDB's", 1 / ratio(medians('pull', requests), 'pouchdb'), 0.2, '');
  add('100 changes, requests', medians('changes', requests).get('pantau'), 2, '');
  add('100 changes, bytes with headers', medians('changes', bytesOf).get('pantau'), 20 * 1024, 'B');
  add('nothing new, requests', medians('nothing', requests).get('pantau'), 1, '');
  add('nothing new, bytes of bodies', medians('nothing', (sample) => sample.bodies).get('pantau'), 1024, 'B');
  return verdicts;
}

function faultVerdicts(conflicts: Results['conflicts'], storms: Results['storms']): Verdict[] {
  const verdicts: Verdict[] = [];
  const own = conflicts.filter(({ engine }) => engine === 'pantau');
  if (own.length > 0) {
    const worst = Math.max(...own.map(({ lost, hidden }) => lost + hidden));
    verdicts.push({ what: 'conflicts, values lost or hidden in the worst run', value: worst, budget: 0, unit: '', atLeast: false });
  }
  const stormed = storms.filter(({ engine }) => engine === 'pantau');
  if (stormed.length > 0) {
    const off = ({ rows, logged = rows, wanted }: (typeof storms)[number]) => Math.abs(rows - wanted) + Math.abs(logged - wanted);
    const worst = Math.max(...stormed.map(off));
    verdicts.push({
      what: 'storm, rows and facts too many or too few in the worst run',
      value: worst,
      budget: 0,
      unit: '',
      atLeast: false,
    });
  }
  return verdicts;
}
