// The office's public page: whoever holds a paper sees whether the office has its record. No account, no script, nothing about a person.
import * as z from 'zod/mini';
import { sealedMinutesBy } from '../store/sealed-minutes.ts';
import { checkPage, checkStyle } from './check-page.ts';
import type { App, Office } from './office.ts';

/** Papers carry it in capitals too, which makes a smaller code. */
const hashPattern = /^[0-9a-fA-F]{64}$/;
const perMinute = 60;

export function checkRoutes(app: App, { db, counters }: Office): void {
  const config = { access: 'public', rateLimit: { max: perMinute, timeWindow: '1 minute' } } as const;
  app.get('/v/check.css', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(checkStyle),
  );
  for (const path of ['/v/:mark', '/V/:mark']) {
    app.get(path, { config, schema: { hide: true, params: z.object({ mark: z.string() }) } }, async (request, reply) => {
      const { mark } = request.params;
      // What is no mark was not found, as a mistyped one is: whoever typed it reads the same page.
      const found = hashPattern.test(mark) ? await sealedMinutesBy(db, mark.toLowerCase()) : undefined;
      counters.add('checks', found ? 'found' : 'unknown');
      return reply
        .code(found ? 200 : 404)
        .type('text/html; charset=utf-8')
        .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
        .send(checkPage(found));
    });
  }
}
