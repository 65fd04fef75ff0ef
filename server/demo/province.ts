// The demo province: every act from which an office's database is filled, the same for the same seed, moment and officers.
import type { Area } from '../../src/domain/area.ts';
import { dayOf, startOf } from '../../src/domain/day.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
import { type DemoAct, type DemoOfficer, hourMs } from './act.ts';
import { chanceOf, idsOf } from './chance.ts';
import { cooperativesOf, type DemoCooperative } from './cooperative.ts';
import { fieldWorkOf } from './field-work.ts';
import { figuresFor } from './figures.ts';
import type { HeldRat } from './rat-history.ts';

export interface DemoWish {
  seed: number;
  /** Epoch ms. */
  now: number;
  /** The province and its regencies. */
  areas: readonly Area[];
  officers: readonly DemoOfficer[];
  policyId: string;
}

/** The register first, then what officers recorded, what the office said to it, and what they answered. */
export function generateDemo({ seed, now, areas, officers, policyId }: DemoWish): DemoAct[] {
  const cooperatives = cooperativesOf(seed, areas, dayOf(now));
  const { recorded, judged, answered, attended } = fieldWorkOf({ seed, now, cooperatives, officers, policyId });
  return [...registerOf(seed, now, cooperatives, attended), ...recorded, ...judged, ...answered];
}

/** When the register of the province began to be kept like this; older deeds were entered on that day. */
const registerBegan = startOf('2012-07-02') + 8 * hourMs;

function registerOf(seed: number, now: number, cooperatives: readonly DemoCooperative[], attended: ReadonlySet<HeldRat>): DemoAct[] {
  const idAt = idsOf(seed, 'RATs');
  const chance = chanceOf(seed, 'figures');
  const acts = cooperatives.flatMap((cooperative): DemoAct[] => {
    const { id, body, foundedOn, rats } = cooperative;
    const area = body.regencyCode;
    const inRegister = rats.filter((rat) => !attended.has(rat));
    const entered = (heldOn: string) => Math.min(startOf(heldOn) + 15 * hourMs, now);
    return [
      { type: 'cooperativeRecorded', id, area, body, at: Math.max(registerBegan, startOf(foundedOn) + 8 * hourMs) },
      ...inRegister.map(
        ({ bookYears, heldOn }): DemoAct => ({
          type: 'ratMeetingRecorded',
          id: idAt(startOf(heldOn)),
          area,
          body: {
            cooperativeId: id,
            source: 'register',
            heldOn,
            kind: 'rat',
            bookYears,
            callNumber: 1,
            mode: 'inPerson',
            system: 'direct',
          },
          at: entered(heldOn),
        }),
      ),
      ...reportedYears(inRegister, chance.next()).map(
        ({ bookYear, heldOn }): DemoAct => ({
          type: 'figuresRecorded',
          id: figuresIdOf(id, bookYear, 'register'),
          area,
          body: { cooperativeId: id, bookYear, source: 'register', ...figuresFor(cooperative, bookYear, chance) },
          at: entered(heldOn),
        }),
      ),
    ];
  });
  return acts.sort((one, other) => one.at - other.at);
}

/** Of most RATs only the last one's figures were copied into the register, of some the last few. */
function reportedYears(rats: readonly HeldRat[], share: number): { bookYear: number; heldOn: string }[] {
  const years = rats.flatMap(({ bookYears, heldOn }) => ({ bookYear: bookYears.at(-1) ?? 0, heldOn }));
  return years.slice(-(share < 0.12 ? 5 : share < 0.3 ? 3 : 1));
}
