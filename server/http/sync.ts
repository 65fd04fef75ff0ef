// The one request that tablets live by: their news up, everyone else's news down.
import * as z from 'zod/mini';
import { ruleFailed } from '../../src/domain/fold.ts';
import { exchangeResponseSchema, wireVersion, wireVersions } from '../../src/domain/wire.ts';
import {
  type ExchangeRequest2,
  type ExchangeResponse2,
  exchangeRequest2Schema,
  exchangeResponse2Schema,
} from '../../src/domain/wire-version-2.ts';
import { exchange } from '../store/exchange.ts';
import { tellArrivals } from '../store/files.ts';
import { deviceOf } from './access.ts';
import type { AppOptions } from './app.ts';
import type { Counters } from './counters.ts';
import { factSlices } from './fact-slices.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

/** A tablet fills at most 1 MB with facts; one with many cursors and long names stays far below this. */
const mostBytes = 2 * 1024 * 1024;

export function syncRoutes(app: App, { db, counters, now }: Office, answers: AppOptions['answers'] = {}): void {
  app.post(
    '/api/sync',
    {
      bodyLimit: mostBytes,
      config: { keepsBytes: true },
      schema: {
        summary: 'Exchange facts and rows',
        // Of the first version what the second one has beside it is absent.
        body: exchangeRequest2Schema,
        response: { 200: z.union([exchangeResponse2Schema, exchangeResponseSchema]) },
      },
      // Asked before the body's shape, which another version may have changed.
      preValidation: async (request) => {
        const { wire } = Object(request.body) as { wire?: unknown };
        if (typeof wire === 'number' && !wireVersions.includes(wire)) {
          throw new Problem(426, 'wireVersion', `This office speaks versions ${wireVersions.join(' and ')} of the exchange.`, {
            headers: { upgrade: `pantau-wire/${wireVersion}` },
            more: { wire: wireVersion, wires: wireVersions },
          });
        }
      },
    },
    async (request) => {
      const startedAt = performance.now();
      let slices: readonly Buffer[] | undefined;
      const bytes = () => {
        slices ??= factSlices(request.bodyBytes ?? Buffer.alloc(0));
        return slices;
      };
      const answer = await exchange(db, deviceOf(request), request.body, now(), { ...answers, bytes });
      // A photo that came before its fact, from a colleague's tablet or out of a rescue file, is told now.
      if (request.body.facts.length > 0) await tellArrivals(db).catch((error) => request.log.error({ name: error.name }, 'arrivals'));
      for (const { kind, rule, detail } of answer.verdicts) {
        counters.add('facts', rule === ruleFailed ? ruleFailed : kind);
        if (rule === ruleFailed) request.log.error({ rule, error: detail?.error }, 'A rule failed on a fact, which was refused for that.');
      }
      countProof(counters, request.body, answer);
      counters.add('exchangeMs', 'all', performance.now() - startedAt);
      return answer;
    },
  );
}

/** A tablet that stated its mark differs where the office had to send its digests though nothing was new. */
function countProof(counters: Counters, { marks = {}, pulls = [], declined = 0 }: ExchangeRequest2, answer: object): void {
  const { agreed = [], digests = [], pages = [] } = answer as Partial<ExchangeResponse2>;
  const moved = new Set(pages.map(({ area }) => area));
  const differing = digests.filter(({ area }) => marks[area] !== undefined && !moved.has(area));
  counters.add('proofs', 'same', agreed.length);
  counters.add('proofs', 'different', differing.length);
  for (const { noun, after } of pulls) if (after === '') counters.add('pulledAgain', noun);
  if (declined > 0) counters.add('declined', 'rows', declined);
}
