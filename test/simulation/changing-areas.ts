// Areas that change under the tablets: the office moves the cooperative there and back, and gives its officers an area or takes it.
import { acceptFacts } from '../../server/store/accept.ts';
import type { Database } from '../../server/store/database.ts';
import { chainStart } from '../../src/domain/fact.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import { officeFact } from '../support/office.ts';
import type { Random } from '../support/random.ts';
import { administrator, cooperativeId, kukar, mahulu, province, today } from '../support/world.ts';

const choices = [[kukar], [kukar, mahulu], [mahulu, kukar], [mahulu]];

export interface ChangingAreas {
  /** The officer as the office knows them now. */
  rightsOf(officer: SessionOfficer): SessionOfficer;
  change(): Promise<void>;
  /** How often anything changed. */
  changes(): number;
}

export function changingAreas(server: Database, random: Random, officers: readonly SessionOfficer[]): ChangingAreas {
  const rights = new Map(officers.map((officer) => [officer.id, officer.areas]));
  let place = kukar;
  let changes = 0;
  const record = async (fact: KnownFact) => {
    const { verdicts } = await server
      .transaction()
      .execute((trx) => acceptFacts(trx, [fact], administrator, { now: today, lastHash: chainStart }));
    if (verdicts[0]?.kind !== 'applied') throw new Error(JSON.stringify(verdicts[0]));
  };
  return {
    rightsOf: (officer) => ({ ...officer, areas: rights.get(officer.id) ?? officer.areas }),
    changes: () => changes,
    change: async () => {
      changes += 1;
      if (random.chance(0.5)) {
        const to = place === kukar ? mahulu : kukar;
        await record(officeFact('cooperativeMoved', cooperativeId, place, { regencyCode: to, reason: 'Batas wilayah' }));
        place = to;
        return;
      }
      const officer = random.pick(officers);
      const [from, to] = [rights.get(officer.id) ?? officer.areas, random.pick(choices)];
      if (String(from) === String(to)) return;
      await record(officeFact('officerChanged', officer.id, province, { changes: { areas: { from, to } } }));
      rights.set(officer.id, to);
    },
  };
}
