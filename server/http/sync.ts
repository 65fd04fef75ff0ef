// The one request that tablets live by: their news up, everyone else's news down.
import { ruleFailed } from '../../src/domain/fold.ts';
import { exchangeRequestSchema, exchangeResponseSchema, wireVersion } from '../../src/domain/wire.ts';
import { exchange } from '../store/exchange.ts';
import { tellArrivals } from '../store/files.ts';
import { deviceOf } from './access.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

/** A tablet fills at most 256 KB with facts; one with many cursors and long names stays far below this. */
const mostBytes = 1024 * 1024;

export function syncRoutes(app: App, { db, counters, now }: Office): void {
  app.post(
    '/api/sync',
    {
      bodyLimit: mostBytes,
      schema: { summary: 'Exchange facts and rows', body: exchangeRequestSchema, response: { 200: exchangeResponseSchema } },
      // Asked before the body's shape, which another version may have changed.
      preValidation: async (request) => {
        const { wire } = Object(request.body) as { wire?: unknown };
        if (typeof wire === 'number' && wire !== wireVersion) {
          throw new Problem(426, 'wireVersion', `This office speaks version ${wireVersion} of the exchange.`, {
            headers: { upgrade: `pantau-wire/${wireVersion}` },
            more: { wire: wireVersion },
          });
        }
      },
    },
    async (request) => {
      const startedAt = performance.now();
      const answer = await exchange(db, deviceOf(request), request.body, now());
      // A photo that came before its fact, from a colleague's tablet or out of a rescue file, is told now.
      if (request.body.facts.length > 0) await tellArrivals(db).catch((error) => request.log.error({ name: error.name }, 'arrivals'));
      for (const { kind, rule, detail } of answer.verdicts) {
        counters.add('facts', rule === ruleFailed ? ruleFailed : kind);
        if (rule === ruleFailed) request.log.error({ rule, error: detail?.error }, 'A rule failed on a fact, which was refused for that.');
      }
      counters.add('exchangeMs', 'all', performance.now() - startedAt);
      return answer;
    },
  );
}
