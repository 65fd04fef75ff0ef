// The standing line to the office's screens, over a real socket.
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import type { NewsOptions } from '../../server/http/news.ts';
import { newId } from '../../server/store/id.ts';
import type { FreshDatabase } from '../support/database.ts';
import { addOfficer, foundedOffice, password } from '../support/founded-office.ts';
import { actAs } from '../support/officer-acts.ts';
import { cooperativeBody } from '../support/world.ts';

const quick: NewsOptions = { everyMs: 50, lifetimeMs: 60_000, mostListeners: 2 };
const own = '64.02';
const others = '64.11';

let fresh: FreshDatabase;
let app: FastifyInstance;
let url: string;
beforeEach(async () => {
  fresh = await foundedOffice();
  for (const [name, areas] of [
    ['kukar', [own]],
    ['provinsi', ['64']],
  ] as const)
    await addOfficer(fresh.db, name, 'verifier', [...areas]);
  await addOfficer(fresh.db, 'petugas', 'officer', [own]);
  await open();
});
afterEach(async () => {
  await app.close();
  await fresh.drop();
});

async function open(news: Partial<NewsOptions> = {}) {
  app = await buildApp(fresh.db, { version: 'test', news: { ...quick, ...news } });
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

async function tokenOf(username: string): Promise<string> {
  const payload = { username, password, deviceId: newId(), appVersion: 'test' };
  return (await app.inject({ method: 'POST', url: '/api/session', payload })).json().token;
}

const listen = (token: string) => fetch(`${url}/api/news`, { headers: { authorization: `Bearer ${token}` } });

/** What a line says, as it comes; undefined when it has ended. */
function heardOn(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  return {
    next: async (): Promise<string | undefined> => (await reader.read()).value,
    hangUp: () => reader.cancel(),
  };
}

async function recordIn(area: string): Promise<void> {
  await (await actAs(fresh.db, 'officer', area))('cooperativeRecorded', newId(), { ...cooperativeBody, regencyCode: area });
}

describe('a line', () => {
  test('says where the areas stand, then which of them have moved', async () => {
    const line = heardOn(await listen(await tokenOf('provinsi')));
    expect(await line.next()).toMatch(/^data: \{.*"64":\d+.*\}\n\n$/);
    await recordIn(others);
    expect(await line.next()).toBe(`data: {"${others}":2}\n\n`);
    await line.hangUp();
  });

  test("is silent about others' areas", async () => {
    const line = heardOn(await listen(await tokenOf('kukar')));
    expect(await line.next()).not.toContain(others);
    await recordIn(others);
    await recordIn(own);
    expect(await line.next()).toBe(`data: {"${own}":2}\n\n`);
    await line.hangUp();
  });

  test('is for screens of the office that have signed in', async () => {
    expect((await listen(await tokenOf('petugas'))).status).toBe(403);
    expect((await listen('nobody')).status).toBe(401);
  });

  test('is one a screen, though it asks for many at once', async () => {
    const token = await tokenOf('provinsi');
    // A database that is slow for a moment lets them all come to the same place.
    const asked = await fresh.db.transaction().execute(async (trx) => {
      await sql`lock table area in access exclusive mode`.execute(trx);
      const all = Promise.all(Array.from({ length: 4 }, () => listen(token)));
      await new Promise((resolve) => setTimeout(resolve, 800));
      return { all };
    });
    const lines = (await asked.all).map(heardOn);
    const stillOpen = await Promise.all(
      lines.map(async ({ next }) => {
        const quiet = new Promise<'open'>((resolve) => setTimeout(resolve, 1_500, 'open'));
        for (;;) {
          const said = await Promise.race([next(), quiet]);
          if (said === undefined || said === 'open') return said === 'open';
        }
      }),
    );
    expect(stillOpen.filter(Boolean)).toHaveLength(1);
    for (const line of lines) await line.hangUp();
  });

  test('ends after its time, with the server, and when the same screen comes again', async () => {
    const token = await tokenOf('kukar');
    const line = heardOn(await listen(token));
    await line.next();
    const again = heardOn(await listen(token));
    expect(await line.next()).toBeUndefined();
    await again.next();
    await app.close();
    expect(await again.next()).toBeUndefined();
    await open({ lifetimeMs: 0 });
    const short = heardOn(await listen(token));
    await short.next();
    expect(await short.next()).toBeUndefined();
  });

  test('is not given to more than the server can hold', async () => {
    const lines = [await listen(await tokenOf('kukar')), await listen(await tokenOf('provinsi'))];
    const refused = await listen(await tokenOf('kukar'));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    for (const line of lines) await line.body?.cancel();
  });
});
