// An office behind a bad network: requests and replies are lost, doubled, and come again much later.
import type { ExchangeRequest2 } from '../../src/domain/wire-version-2.ts';
import type { Office } from '../../src/sync/send.ts';
import type { Random } from '../support/random.ts';

export interface Network {
  /** While true, nothing is lost or repeated: the world comes to rest. */
  calm: boolean;
}

/** `meanwhile` is what the officer goes on doing while a reply is on its way. */
export function faultyOffice(office: Office, random: Random, network: Network, meanwhile: () => Promise<void>): Office {
  const past: { request: ExchangeRequest2; token: string }[] = [];
  return {
    signIn: office.signIn,
    snapshotPage: async (...asked) => {
      if (network.calm) return office.snapshotPage(...asked);
      if (random.chance(0.3)) return { kind: 'unreachable' };
      const page = await office.snapshotPage(...asked);
      while (random.chance(0.3)) await meanwhile();
      return random.chance(0.1) ? { kind: 'unreachable' } : page;
    },
    exchange: async (request, token) => {
      if (network.calm) return office.exchange(request, token);
      if (random.chance(0.15)) return { kind: 'unreachable' };
      // A request that lay in some buffer arrives now, out of its order and for nobody's ears.
      if (past.length > 0 && random.chance(0.2)) {
        const late = random.pick(past);
        await office.exchange(late.request, late.token);
      }
      past.push({ request, token });
      if (random.chance(0.15)) {
        const both = await Promise.all([office.exchange(request, token), office.exchange(request, token)]);
        return random.pick(both);
      }
      const answer = await office.exchange(request, token);
      while (random.chance(0.4)) await meanwhile();
      return random.chance(0.2) ? { kind: 'unreachable' } : answer;
    },
  };
}
