// Areas that change under the tablets: the office moves the cooperative there and back, and gives its officers an area or takes it.
import { strict as assert } from 'node:assert';
import { type OfficeAct, recordAtOffice } from '../../server/store/server-device.ts';
import type { Random } from '../support/random.ts';
import { cooperativeId, kukar, mahulu, province } from '../support/world.ts';
import { officers, systemOfficerId } from './beginning.ts';
import type { SimOffice } from './sim-office.ts';

const choices = [[kukar], [kukar, mahulu], [mahulu, kukar], [mahulu]];

export interface ChangingAreas {
  /** An officer's areas as the office knows them now. */
  areasOf(officerId: string): readonly string[];
  change(random: Random): Promise<void>;
  /** How often anything changed. */
  changes(): number;
}

export function changingAreas(office: SimOffice): ChangingAreas {
  const rights = new Map<string, readonly string[]>(officers.map(({ id, areas }) => [id, areas]));
  const inField = officers.filter(({ role }) => role === 'officer');
  const author = { id: systemOfficerId, role: 'administrator' as const, areas: [province] };
  let place = kukar;
  let changes = 0;
  const record = async (act: OfficeAct) => {
    const [recorded] = await office.change((trx) => recordAtOffice(trx, [act], author));
    assert.equal(recorded?.verdict.kind, 'applied');
  };
  return {
    areasOf: (officerId) => rights.get(officerId) ?? [],
    changes: () => changes,
    change: async (random) => {
      changes += 1;
      if (random.chance(0.5)) {
        const to = place === kukar ? mahulu : kukar;
        const body = { regencyCode: to, reason: 'Batas wilayah' };
        await record({ type: 'cooperativeMoved', id: cooperativeId, area: place, body });
        place = to;
        return;
      }
      const officer = random.pick(inField);
      const [from, to] = [[...(rights.get(officer.id) ?? [])], random.pick(choices)];
      if (String(from) === String(to)) return;
      await record({ type: 'officerChanged', id: officer.id, area: province, body: { changes: { areas: { from, to } } } });
      rights.set(officer.id, to);
    },
  };
}
