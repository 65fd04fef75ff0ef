// Many worlds one after another, each in the same process and on the same database server; the first failures are kept, and shrunk.
import type { Plan } from './plan.ts';
import { planOf } from './plan.ts';
import { shrink } from './shrink.ts';
import type { SimOffice } from './sim-office.ts';
import { addCounts, type Counts } from './tally.ts';
import { runPlan } from './world.ts';

export interface Failure {
  seed: number;
  says: string;
  /** The smallest world that fails in the same way. */
  plan: Plan;
}

export interface Summary {
  seeds: number;
  /** What the worlds have been through: facts, exchanges, and faults by their kind. */
  counts: Counts;
  seconds: number;
  failures: Failure[];
}

export interface RunOptions {
  seeds: Iterable<number>;
  /** Told after each world, with what it said where it failed. */
  onWorld?: (done: number, failures: number, failed?: string) => void;
  /** After so many failures no further world is begun. */
  mostFailures?: number;
  shrinks?: boolean;
}

const patienceMs = 60_000;
const doesNotRest = 'a step of the world does not come to an end';

/** What a failing world says, or nothing. */
export async function failureOf(office: SimOffice, plan: Plan, counts: Counts = {}): Promise<string | undefined> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new Error(doesNotRest)), patienceMs);
  });
  try {
    addCounts(counts, await Promise.race([runPlan(office, plan), tooLate]));
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(late);
  }
}

export async function runSeeds(office: SimOffice, { seeds, onWorld, mostFailures = 5, shrinks = true }: RunOptions): Promise<Summary> {
  const since = performance.now();
  const summary: Summary = { seeds: 0, counts: {}, seconds: 0, failures: [] };
  for (const seed of seeds) {
    const plan = planOf(seed);
    const says = await failureOf(office, plan, summary.counts);
    summary.seeds += 1;
    if (says !== undefined) {
      const first = firstLine(says);
      const isSame = async (candidate: Plan) => firstLine((await failureOf(office, candidate)) ?? '') === first;
      summary.failures.push({ seed, says, plan: shrinks && !says.includes(doesNotRest) ? await shrink(plan, isSame) : plan });
    }
    onWorld?.(summary.seeds, summary.failures.length, says === undefined ? undefined : `seed ${seed} fails: ${says}`);
    // A world that hangs still holds the office's rows.
    if (summary.failures.length >= mostFailures || says?.includes(doesNotRest)) break;
  }
  summary.seconds = Math.round((performance.now() - since) / 100) / 10;
  return summary;
}

/** Names and numbers of tablets apart, what failed. */
const firstLine = (says: string): string =>
  (says.split('\n')[0] ?? '').replace(/tablet-\d+/g, 'a tablet').replace(/[0-9a-f-]{36}/g, 'an id');
