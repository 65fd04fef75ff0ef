// Makes a failing world small: steps, faults and tablets are left out for as long as it goes on failing.
import type { Plan, Step } from './plan.ts';

/** `fails` runs a plan; `most` bounds how many are tried. */
export async function shrink(plan: Plan, fails: (plan: Plan) => Promise<boolean>, most = 250): Promise<Plan> {
  let tries = 0;
  let small = plan;
  const attempt = async (candidate: Plan): Promise<boolean> => {
    if (tries >= most) return false;
    tries += 1;
    if (!(await fails(candidate))) return false;
    small = candidate;
    return true;
  };
  for (let before = ''; before !== JSON.stringify(small) && tries < most; ) {
    before = JSON.stringify(small);
    for (let length = Math.ceil(small.steps.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
      for (let from = 0; from < small.steps.length; ) {
        const steps = [...small.steps.slice(0, from), ...small.steps.slice(from + length)];
        if (!(await attempt({ ...small, steps }))) from += length;
      }
    }
    for (let place = 0; place < small.steps.length; place += 1) {
      for (const step of simpler(small.steps[place])) {
        await attempt({ ...small, steps: small.steps.map((held, at) => (at === place ? step : held)) });
      }
    }
    if (small.tablets > 1)
      await attempt({ ...small, tablets: small.tablets - 1, steps: small.steps.filter(({ tablet }) => tablet < small.tablets) });
    if (small.photos) await attempt({ ...small, photos: false });
    if (small.snapshots) await attempt({ ...small, snapshots: false });
  }
  return small;
}

/** The same step with one fault less. */
function simpler(step: Step | undefined): Step[] {
  if (!step) return [];
  const { disk: _disk, ...withoutDisk } = step;
  const { office: _office, ...withoutOffice } = step;
  const { network = [], ...withoutNetwork } = step;
  return [
    ...(step.disk ? [withoutDisk] : []),
    ...(step.office ? [withoutOffice] : []),
    ...network.map((_fault, place) => {
      const left = network.filter((_other, at) => at !== place);
      return left.length > 0 ? { ...step, network: left } : withoutNetwork;
    }),
  ];
}
