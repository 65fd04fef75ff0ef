// The way between a tablet and the office: it loses, cuts, doubles, delays and reorders, and hears nothing of what it carried one way.
import type { NetworkFault } from './plan.ts';
import type { SimOffice } from './sim-office.ts';
import type { Met } from './tally.ts';

export interface NetworkOptions {
  office: SimOffice;
  /** What the tablet's officer goes on doing while an answer is on its way. */
  meanwhile(): Promise<void>;
  /** The tablet is switched off at this moment. */
  kill(): void;
  /** Counts up when the tablet is switched off: to an earlier life nothing is told any more. */
  life(): number;
  met: Met;
}

export interface SimNetwork {
  fetchFrom: typeof fetch;
  /** Of the next step; without any, the network is calm. */
  arm(faults: readonly NetworkFault[]): void;
  /** A request of the past arrives now. False where there has been none. */
  deliverLate(pick: (count: number) => number): Promise<boolean>;
  /** What lay on the way is gone. */
  forget(): void;
}

/** As `fetch` tells it: a request that had no answer. */
const noAnswer = () => new TypeError('fetch failed');
const never = () => new Promise<never>(() => {});

export function simNetwork({ office, meanwhile, kill, life, met }: NetworkOptions): SimNetwork {
  let faults: readonly NetworkFault[] = [];
  let count = 0;
  const past: [url: string, init: RequestInit | undefined][] = [];

  /** Nobody is answered by a program that has ended, nor a tablet that is off. */
  const carry = async (url: string, init?: RequestInit): Promise<Response> => {
    const [before, tabletBefore] = [office.life(), life()];
    const response = await office.fetchFrom(url, init);
    if (response.status === 500) met('answered500');
    if (life() !== tabletBefore) return never();
    if (office.life() !== before) throw noAnswer();
    return response;
  };
  const withFaults = async (
    url: string,
    init: RequestInit | undefined,
    has: (kind: NetworkFault['kind']) => boolean,
  ): Promise<Response> => {
    if (has('killedBefore')) {
      kill();
      return never();
    }
    if (has('requestLost')) throw noAnswer();
    if (has('late')) {
      // It lies somewhere on the way and may come long after its followers.
      past.push([url, init]);
      throw noAnswer();
    }
    const body = init?.body;
    if ((typeof body === 'string' || body instanceof ArrayBuffer) && has('requestCut')) {
      const half = Math.floor((typeof body === 'string' ? body.length : body.byteLength) / 2);
      await carry(url, { ...init, body: body.slice(0, half) });
      throw noAnswer();
    }
    if (init?.method === 'POST') past.push([url, init]);
    const twin = has('repeated') ? carry(url, init).catch(() => undefined) : undefined;
    const response = await carry(url, init);
    await twin;
    if (has('slow')) for (let acts = 0; acts < 3; acts += 1) await meanwhile();
    if (has('overtaken')) await carry(url, init);
    if (has('killedAfter')) {
      kill();
      return never();
    }
    if (has('replyLost') || has('oneWay')) throw noAnswer();
    if (!has('replyCut')) return response;
    const text = await response.text();
    return new Response(text.slice(0, Math.floor(text.length / 2)), { status: response.status, headers: response.headers });
  };

  return {
    fetchFrom: async (input, init) => {
      const lifeThen = life();
      count += 1;
      const here = faults.filter(({ kind, at }) => (kind === 'oneWay' ? count >= at : count === at)).map(({ kind }) => kind);
      const has = (kind: NetworkFault['kind']) => {
        if (!here.includes(kind)) return false;
        met(kind);
        return true;
      };
      const response = await withFaults(String(input), init, has);
      return life() === lifeThen ? response : never();
    },
    arm: (next) => {
      faults = next;
      count = 0;
    },
    deliverLate: async (pick) => {
      const request = past[pick(past.length)];
      if (!request) return false;
      await office.fetchFrom(...request);
      return true;
    },
    forget: () => void past.splice(0),
  };
}
