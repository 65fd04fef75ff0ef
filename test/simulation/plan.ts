// A world as a list of steps, each with its own chance: a step can be left out and the others still do what they did.
import { type Random, randomOf } from '../support/random.ts';

/** `at` counts the requests of the step, the operations of the tablet's database, or the queries of the office's; 0 is its first commit. */
export const networkFaults = [
  'requestLost',
  'requestCut',
  'replyLost',
  'replyCut',
  'repeated',
  'late',
  'oneWay',
  'slow',
  'overtaken',
  'killedBefore',
  'killedAfter',
] as const;
export const diskFaults = ['killed', 'quota', 'aborted'] as const;
export const officeFaults = ['broken', 'unanswered', 'full', 'deadlock', 'restarted'] as const;
type Fault<Kind> = { kind: Kind; at: number };
export type NetworkFault = Fault<(typeof networkFaults)[number]>;
export type DiskFault = Fault<(typeof diskFaults)[number]>;
export type OfficeFault = Fault<(typeof officeFaults)[number]>;

export interface Faults {
  network?: NetworkFault[];
  disk?: DiskFault;
  office?: OfficeFault;
}

export type StepKind =
  /** An officer's wish. */
  | 'act'
  /** An exchange, and the files after it. */
  | 'sync'
  /** Two tablets exchange in the same moment. */
  | 'together'
  /** The app ends and is opened again. */
  | 'restart'
  /** The same over a database as a former release has left it. */
  | 'upgrade'
  /** The browser has cleared the storage while the tablet was away; its officer signs in again. */
  | 'evict'
  /** The tablet's clock is set. */
  | 'clock'
  /** The office gives or takes areas, or moves the cooperative. */
  | 'areas'
  /** A request that lay in some buffer arrives out of its order, and nobody hears the answer. */
  | 'late'
  /** The tablet's storage loses a row without a word. */
  | 'rot'
  /** A tablet that still runs the release before records and sends. */
  | 'former';

export interface Step extends Faults {
  kind: StepKind;
  tablet: number;
  chance: number;
}

export interface Plan {
  seed: number;
  tablets: number;
  /** Areas come as packed pages of a few rows. */
  snapshots: boolean;
  /** Visits and meetings have photos. */
  photos: boolean;
  steps: Step[];
}

const tabletCounts = [2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5, 6];

export function planOf(seed: number): Plan {
  const random = randomOf(seed);
  const tablets = random.pick(tabletCounts);
  const [areas, former, photos, rot] = [random.chance(0.3), random.chance(0.1), random.chance(0.15), random.chance(0.05)];
  // A world of every fault at once comes to little, so each has a few kinds of its own and some have none.
  const faulty = { network: random.chance(0.85), disk: random.chance(0.5), office: random.chance(0.4) };
  const steps: Step[] = [];
  for (let number = 1; number <= tablets; number += 1) steps.push(stepOf('sync', number, random));
  const count = 10 + random.whole(10) + 2 * tablets;
  let oneWay = { tablet: 0, left: 0 };
  for (let place = 0; place < count; place += 1) {
    const tablet = 1 + random.whole(tablets);
    const step = stepOf(kindOf(random, { areas, former, rot }), tablet, random);
    Object.assign(step, faultsOf(step.kind, random, faulty));
    if (faulty.network && oneWay.left === 0 && random.chance(0.06)) oneWay = { tablet, left: 2 + random.whole(4) };
    // For a long stretch whatever the tablet sends arrives, and no answer comes.
    if (step.kind === 'sync' && step.tablet === oneWay.tablet && oneWay.left > 0) {
      oneWay.left -= 1;
      step.network = [{ kind: 'oneWay', at: 1 }];
    }
    steps.push(step);
  }
  return { seed, tablets, snapshots: random.chance(0.5), photos, steps };
}

const stepOf = (kind: StepKind, tablet: number, random: Random): Step => ({ kind, tablet, chance: random.whole(2 ** 31) });

function kindOf(random: Random, { areas, former, rot }: Record<'areas' | 'former' | 'rot', boolean>): StepKind {
  const roll = random.next();
  if (areas && random.chance(0.12)) return 'areas';
  if (former && random.chance(0.2)) return 'former';
  if (rot && random.chance(0.1)) return 'rot';
  if (roll < 0.56) return 'act';
  if (roll < 0.8) return 'sync';
  if (roll < 0.84) return 'together';
  if (roll < 0.88) return 'late';
  if (roll < 0.91) return 'restart';
  if (roll < 0.925) return 'upgrade';
  if (roll < 0.945) return 'evict';
  return 'clock';
}

function faultsOf(kind: StepKind, random: Random, faulty: Record<keyof Faults, boolean>): Faults {
  const faults: Faults = {};
  if (kind !== 'act' && kind !== 'sync') return faults;
  const most = kind === 'act' ? 16 : random.pick([30, 120]);
  const diskKind = random.pick(diskFaults);
  // For want of room only writes count, and an act has few.
  const disk: DiskFault = { kind: diskKind, at: 1 + random.whole(kind === 'act' && diskKind !== 'killed' ? 6 : most) };
  if (faulty.disk && random.chance(0.25)) faults.disk = disk;
  if (kind === 'act') return faults;
  const network = networkFaults.map((kind): NetworkFault => ({ kind, at: random.pick([1, 1, 1, 2, 2, 3]) }));
  if (faulty.network) {
    const met = network.filter(({ kind }) => kind !== 'oneWay' && random.chance(kind === 'slow' ? 0.3 : 0.09));
    if (met.length > 0) faults.network = met;
  }
  if (faulty.office && random.chance(0.45))
    faults.office = { kind: random.pick(officeFaults), at: random.chance(0.25) ? 0 : 1 + random.whole(26) };
  return faults;
}

export const isRotten = ({ steps }: Plan): boolean => steps.some(({ kind }) => kind === 'rot');
