// For whoever watches over the server: alive, ready, counting.
import { readSettings } from '../store/setting.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

const patienceMs = 2_000;

export function healthRoutes(app: App, { db, counters }: Office): void {
  const config = { access: 'public', evenWhenBusy: true } as const;
  app.get('/healthz', { config, schema: { hide: true } }, async () => ({ status: 'alive' }));
  app.get('/readyz', { config, schema: { hide: true } }, async () => {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('late')), patienceMs);
    });
    try {
      await Promise.race([readSettings(db), tooLate]);
      return { status: 'ready' };
    } catch {
      throw new Problem(503, 'databaseAway', 'The database does not answer.', { headers: { 'retry-after': 5 } });
    } finally {
      clearTimeout(timer);
    }
  });
  app.get('/metrics', { config, schema: { hide: true } }, async (_request, reply) => {
    return reply.type('text/plain; version=0.0.4').send(counters.text());
  });
}
