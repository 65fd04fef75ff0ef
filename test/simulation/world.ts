// One world from its plan: it lives through its steps, is looked at after each of them, and comes to rest.
import { strict as assert } from 'node:assert';
import { randomOf } from '../support/random.ts';
import { today } from '../support/world.ts';
import { officerOf } from './beginning.ts';
import { type ChangingAreas, changingAreas } from './changing-areas.ts';
import { checkAtRest } from './checks.ts';
import { type FormerTablet, formerTablet } from './former-release.ts';
import { formerWish } from './former-wishes.ts';
import { isRotten, type Plan, type Step } from './plan.ts';
import type { SimOffice } from './sim-office.ts';
import { openSimTablet, type SimTablet } from './sim-tablet.ts';
import { checkStep, factsOf } from './step-checks.ts';
import { type Counts, countInto, type Met } from './tally.ts';

export interface SimWorld {
  plan: Plan;
  office: SimOffice;
  tablets: SimTablet[];
  areas: ChangingAreas;
  former: FormerTablet | undefined;
}

const dayMs = 86_400_000;
/** Where a clock is set to, as its distance from the true one. */
const clocks = [0, -dayMs, -40 * dayMs, dayMs, 365 * dayMs, -today + 3_600_000, -5 * 60_000];

export async function runPlan(office: SimOffice, plan: Plan): Promise<Counts> {
  const counts: Counts = {};
  const met = countInto(counts);
  const made = seedIds(plan.seed);
  await office.begin(plan.snapshots);
  office.clock.now = today;
  const tablets: SimTablet[] = [];
  try {
    for (let number = 1; number <= plan.tablets; number += 1) {
      tablets.push(await openSimTablet({ number, officer: officerOf(number), office, photos: plan.photos, met }));
    }
    const world: SimWorld = { plan, office, tablets, areas: changingAreas(office), former: undefined };
    for (const step of plan.steps) await live(world, step, met);
    for (const tablet of tablets) tablet.setClock(0);
    if (world.former) await world.former.sync();
    await rest(world, plan.photos ? 3 : 2);
    if (isRotten(plan)) {
      // Storage is counted once a day by the tablet's clock, which may have been a day ahead; what it lost without a word is then found and fetched.
      office.clock.now += 50 * 3_600_000;
      await rest(world, 2);
    }
    assert.equal(counts.deadlock ? 0 : (counts.answered500 ?? 0), 0, 'the office always has an answer');
    await checkAtRest(world);
    counts.facts = tablets.reduce((sum, tablet) => sum + tablet.saved.length, 0);
    return counts;
  } finally {
    for (const tablet of tablets) await tablet.close();
    made();
  }
}

/** In the first round everything is told, in the second everybody hears of it; what is said of photos follows them. */
async function rest({ tablets, plan }: SimWorld, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const tablet of tablets) {
      const result = await tablet.sync(randomOf(plan.seed));
      assert.equal(result?.kind, 'done', `${tablet.name} ends its round at rest: ${JSON.stringify(result)}`);
    }
  }
}

async function live(world: SimWorld, step: Step, met: Met): Promise<void> {
  const { office, areas } = world;
  const random = randomOf(step.chance);
  const tablet = world.tablets[step.tablet - 1];
  if (!tablet) return;
  office.clock.now += 1000 * (1 + random.whole(600));
  if (step.kind !== 'act' && step.kind !== 'sync') met(step.kind);
  switch (step.kind) {
    case 'act':
      await tablet.act(random, step);
      break;
    case 'sync':
      await tablet.sync(random, step);
      break;
    case 'together':
      await Promise.all([...new Set([tablet, world.tablets[step.tablet % world.tablets.length]])].map((one) => one?.sync(random)));
      break;
    case 'rot':
      await tablet.rot(random);
      break;
    case 'restart':
      await tablet.restart();
      break;
    case 'upgrade':
      await tablet.upgrade(random.pick([1, 2, 3, 4]));
      break;
    case 'evict':
      await tablet.evict({ remembers: random.chance(0.5), kept: factsOf(await office.readLog(), tablet.deviceIds) });
      break;
    case 'clock':
      tablet.setClock(random.pick(clocks));
      break;
    case 'areas':
      await areas.change(random);
      break;
    case 'late':
      await tablet.network.deliverLate((count) => random.whole(count));
      break;
    case 'former':
      world.former ??= await formerTablet(office, 'dua');
      formerWish(world.former, random, office.clock.now);
      if (random.chance(0.5)) await world.former.sync();
      break;
  }
  await checkStep(world, tablet);
}

/** Ids by chance of the seed, so that the same plan gives the same world; answers how to take it back. */
function seedIds(seed: number): () => void {
  const usual = crypto.getRandomValues;
  const random = randomOf(seed ^ 0x5eed);
  crypto.getRandomValues = ((bytes: Uint8Array) => {
    for (let place = 0; place < bytes.length; place += 1) bytes[place] = random.whole(256);
    return bytes;
  }) as typeof crypto.getRandomValues;
  return () => {
    crypto.getRandomValues = usual;
  };
}
