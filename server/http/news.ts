// A standing line to the office's own screens: it says that an area has something new, never what. Nothing depends on it; who hears asks.
import { PassThrough } from 'node:stream';
import { readAreaSeqs } from '../store/area-seqs.ts';
import { readableAreas } from '../store/down.ts';
import { deviceOf, officeRoles } from './access.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

export interface NewsOptions {
  /** How often the areas are looked at while anybody listens. */
  everyMs: number;
  /** A line ends after this time; whoever comes back shows the token anew. */
  lifetimeMs: number;
  mostListeners: number;
}

export const usualNews: NewsOptions = { everyMs: 1_000, lifetimeMs: 5 * 60_000, mostListeners: 200 };
/** A silent line is cut by what stands in between. */
const sayAliveMs = 20_000;

interface Listener {
  areas: ReadonlySet<string>;
  line: PassThrough;
  endsAt: number;
  saidAt: number;
}

/** `GET /api/news`: server-sent events whose data is `{ area: seq }`, of the listener's areas that have moved since the line began. */
export function newsRoutes(app: App, { db, now }: Office, { everyMs, lifetimeMs, mostListeners }: NewsOptions): void {
  const listeners = new Map<string, Listener>();
  let told = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    const seqs = await readAreaSeqs(db);
    const moved = [...seqs].filter(([area, seq]) => told.get(area) !== seq);
    told = seqs;
    for (const listener of listeners.values()) tell(listener, moved);
  };
  const tell = (listener: Listener, moved: readonly (readonly [string, number])[]) => {
    const { areas, line } = listener;
    const own = moved.filter(([area]) => areas.has(area));
    if (own.length > 0) line.write(`data: ${JSON.stringify(Object.fromEntries(own))}\n\n`);
    else if (now() - listener.saidAt < sayAliveMs) return;
    else line.write(': alive\n\n');
    listener.saidAt = now();
    if (now() >= listener.endsAt) line.end();
  };
  const lookAgain = () => {
    // A database that is away is no news: the next look finds what has moved meanwhile.
    timer = setTimeout(() => void look().then(goOn, goOn), everyMs);
  };
  const goOn = () => {
    if (listeners.size > 0) lookAgain();
    else timer = undefined;
  };
  const hear = async (listener: Listener, deviceId: string) => {
    if (timer === undefined) {
      told = await readAreaSeqs(db);
      if (timer === undefined) lookAgain();
    }
    // Only here, where nothing is awaited any more: of several that come at once each but the last would stay open, unheard and uncounted.
    listeners.get(deviceId)?.line.end();
    listeners.set(deviceId, listener);
    tell(listener, [...told]);
  };

  app.get('/api/news', { config: { access: officeRoles, compress: false }, schema: { hide: true } }, async (request, reply) => {
    const { deviceId, officer } = deviceOf(request);
    if (listeners.size >= mostListeners && !listeners.has(deviceId)) {
      throw new Problem(503, 'busy', 'Enough screens listen already.', { headers: { 'retry-after': 60 } });
    }
    const line = new PassThrough();
    const listener = { areas: new Set(await readableAreas(db, officer)), line, endsAt: now() + lifetimeMs, saidAt: now() };
    line.on('close', () => {
      if (listeners.get(deviceId) === listener) listeners.delete(deviceId);
    });
    await hear(listener, deviceId);
    return reply.type('text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no').send(line);
  });
  app.addHook('preClose', async () => {
    clearTimeout(timer);
    for (const { line } of listeners.values()) line.end();
  });
}
