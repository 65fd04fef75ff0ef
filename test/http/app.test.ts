import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type AppOptions, buildApp } from '../../server/http/app.ts';
import { disableAccount } from '../../server/store/accounts.ts';
import { revokeDevice } from '../../server/store/devices.ts';
import { newId } from '../../server/store/id.ts';
import { exchangeResponseSchema, signInResponseSchema, wireVersion } from '../../src/domain/wire.ts';
import type { FreshDatabase } from '../support/database.ts';
import { addOfficer, foundedOffice, newCooperative, nextFact, password, requestOf, signInTablet } from '../support/founded-office.ts';

let fresh: FreshDatabase;
let app: FastifyInstance;
const apps: FastifyInstance[] = [];
const appWith = async (options: Partial<AppOptions> = {}) => {
  const built = await buildApp(fresh.db, { version: '0.0.0', ...options });
  apps.push(built);
  return built;
};
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', ['64.02']);
  app = await appWith();
});
afterAll(async () => {
  for (const built of apps) await built.close();
  await fresh.drop();
});

const credentials = (deviceId = newId(), username = 'satu') => ({ username, password, deviceId, appVersion: 'test' });
const signIn = (body: unknown, to = app) => to.inject({ method: 'POST', url: '/api/session', payload: body as object });
const sync = (token: string, body: unknown, to = app) =>
  to.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('a session', () => {
  test('begins with name and password and ends with the token', async () => {
    const answer = await signIn(credentials());
    expect(answer.statusCode).toBe(200);
    const { token } = signInResponseSchema.parse(answer.json());
    expect((await sync(token, requestOf())).statusCode).toBe(200);
    const out = await app.inject({ method: 'DELETE', url: '/api/session', headers: { authorization: `Bearer ${token}` } });
    expect([out.statusCode, (await sync(token, requestOf())).statusCode]).toEqual([204, 401]);
  });

  test('is refused in problem details that name a code, and never what was typed', async () => {
    const wrong = await signIn({ ...credentials(), password: 'rahasia-saya' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    expect(wrong.json()).toMatchObject({ status: 401, code: 'wrongPassword', type: 'urn:pantau:problem:wrongPassword' });
    const malformed = await signIn({ username: 'satu', password: 'rahasia-saya' });
    expect(malformed.json()).toMatchObject({ status: 400, code: 'malformed', places: ['/deviceId', '/appVersion'] });
    for (const { body } of [wrong, malformed]) expect(body).not.toContain('rahasia');
  });

  test('is not given to whoever guesses on: per account and per address, with the time to wait', async () => {
    await addOfficer(fresh.db, 'incaran', 'officer', ['64.02']);
    const strict = await appWith({ signInLimits: { perAddress: 6, failuresPerAccount: 3, failuresEverywhere: 100 } });
    const guess = () => signIn({ ...credentials(newId(), 'incaran'), password: 'tebakan-lagi' }, strict);
    expect([(await guess()).statusCode, (await guess()).statusCode, (await guess()).statusCode]).toEqual([401, 401, 401]);
    const right = await signIn(credentials(newId(), 'incaran'), strict);
    expect(right.statusCode).toBe(429);
    expect(right.json()).toMatchObject({ code: 'tooManyRequests' });
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(credentials(), strict)).statusCode).toBe(200);
    await signIn(credentials(), strict);
    const seventh = await signIn(credentials(), strict);
    expect([seventh.statusCode, Number(seventh.headers['retry-after']) > 0]).toEqual([429, true]);
  });

  test('counts guesses that come all at once, and takes back what was no wrong password', async () => {
    await addOfficer(fresh.db, 'serbuan', 'officer', ['64.02']);
    const strict = await appWith({ signInLimits: { perAddress: 100, failuresPerAccount: 10, failuresEverywhere: 100 } });
    const guess = () => signIn({ ...credentials(newId(), 'serbuan'), password: 'tebakan-lagi' }, strict);
    for (let n = 0; n < 12; n += 1) expect((await signIn(credentials(newId(), 'serbuan'), strict)).statusCode).toBe(200);
    const statuses = (await Promise.all(Array.from({ length: 40 }, guess))).map((answer) => answer.statusCode);
    expect([statuses.filter((status) => status === 401).length, statuses.filter((status) => status === 429).length]).toEqual([10, 30]);
  });

  test('is not closed to the owner by guesses from elsewhere, until they become very many', async () => {
    await addOfficer(fresh.db, 'pemilik', 'officer', ['64.02']);
    const strict = await appWith({ signInLimits: { perAddress: 100, failuresPerAccount: 3, failuresEverywhere: 8 } });
    const from = (remoteAddress: string, typed = 'tebakan-lagi') =>
      strict
        .inject({ method: 'POST', url: '/api/session', remoteAddress, payload: { ...credentials(newId(), 'pemilik'), password: typed } })
        .then((answer) => answer.statusCode);
    for (let n = 0; n < 3; n += 1) await from('203.0.113.7');
    expect([await from('203.0.113.7'), await from('198.51.100.2', password)]).toEqual([429, 200]);
    for (const address of ['203.0.113.8', '203.0.113.9']) for (let n = 0; n < 3; n += 1) await from(address);
    expect(await from('198.51.100.2', password)).toBe(429);
  });

  test('ends at once when the tablet is revoked or the account closed', async () => {
    await addOfficer(fresh.db, 'hilang', 'officer', ['64.02']);
    const lost = await signInTablet(fresh.db, 'hilang');
    const kept = await signInTablet(fresh.db, 'hilang');
    await revokeDevice(fresh.db, lost.deviceId);
    expect((await sync(lost.token, requestOf())).json()).toMatchObject({ status: 401, code: 'signedOut' });
    expect((await signIn(credentials(lost.deviceId, 'hilang'))).json()).toMatchObject({ status: 403, code: 'deviceRevoked' });
    expect((await sync(kept.token, requestOf())).statusCode).toBe(200);
    await fresh.db.transaction().execute((trx) => disableAccount(trx, 'hilang'));
    expect((await sync(kept.token, requestOf())).statusCode).toBe(401);
  });

  test('on a tablet known as that of another officer is refused', async () => {
    await addOfficer(fresh.db, 'dua', 'officer', ['64.02']);
    const { deviceId } = await signInTablet(fresh.db, 'satu');
    expect((await signIn(credentials(deviceId, 'dua'))).json()).toMatchObject({ status: 409, code: 'deviceOfOther' });
  });
});

describe('an exchange', () => {
  test('carries facts up and rows down', async () => {
    const tablet = await signInTablet(fresh.db, 'satu');
    const fact = nextFact(tablet, newCooperative('64.02'));
    const answer = exchangeResponseSchema.parse((await sync(tablet.token, requestOf([fact]))).json());
    expect(answer.verdicts).toMatchObject([{ id: fact.id, kind: 'applied' }]);
    expect(answer.pages.flatMap(({ rows }) => rows).map(({ id }) => id)).toContain(fact.subject.id);
  });

  test('in another version of the wire is told to update, whatever else it has', async () => {
    const { token } = await signInTablet(fresh.db, 'satu');
    for (const body of [
      { ...requestOf(), wire: wireVersion + 1 },
      { wire: 99, novelty: true },
    ]) {
      expect((await sync(token, body)).json()).toMatchObject({ status: 426, code: 'wireVersion' });
    }
  });

  test('larger than any tablet sends is refused whole', async () => {
    const { token } = await signInTablet(fresh.db, 'satu');
    const large = { ...requestOf(), facts: ['x'.repeat(2_200_000)] };
    expect((await sync(token, large)).json()).toMatchObject({ status: 413, code: 'tooLarge' });
    const many = { ...requestOf(), facts: Array(1001).fill(null) };
    expect((await sync(token, many)).json()).toMatchObject({ status: 400, code: 'malformed' });
  });

  test('of any shape is answered, never with a fault of the server', async () => {
    const { token } = await signInTablet(fresh.db, 'satu');
    const sound = JSON.stringify(requestOf());
    const hostile: [string, number][] = [
      ['', 400],
      ['{', 400],
      ['null', 400],
      ['[]', 400],
      ['"koperasi"', 400],
      ['{"__proto__":{"wire":1}}', 400],
      [sound.replace('"cursors":{}', '"cursors":{"__proto__":1,"64.02":1}'), 200],
      [sound.replace('"cursors":{}', '"cursors":{"64.02":-1}'), 400],
      [sound.replace('"cursors":{}', '"cursors":{"64.02":1e308}'), 400],
      [sound.replace('"cursors":{}', `"cursors":{"64.02":${Number.MAX_SAFE_INTEGER}}`), 200],
      [sound.replace('"appVersion":"test"', '"appVersion":"a\\u0000b"'), 200],
      [sound.replace('"cursors":{}', '"cursors":{},"pulls":[{"area":"64.02","noun":"visit","after":"\\u0000"}]'), 200],
      [sound.replace('"facts":[]', `"facts":[${'['.repeat(50_000)}${']'.repeat(50_000)}]`), 400],
      [sound.replace('"facts":[]', `"facts":[${'{"a":'.repeat(40)}1${'}'.repeat(40)}]`), 200],
      [sound.replace('"facts":[]', '"facts":[{"id":{"toString":1},"deviceSeq":"NaN","body":[]}]'), 200],
      [sound.replace('"facts":[]', '"facts":[{"constructor":{"prototype":{"x":1}},"hasOwnProperty":0}]'), 200],
    ];
    for (const [body, status] of hostile) {
      const answer = await sync(token, body);
      expect(answer.statusCode, body.slice(0, 200)).toBe(status);
      expect(answer.body).not.toMatch(/\bat .*\.ts:/);
    }
    const tricks = [`Bearer ${token}x`, 'Bearer ', 'Basic YTpi', `Bearer ${'a'.repeat(5000)}`, 'Bearer a\u00e9'];
    for (const authorization of tricks) {
      const answer = await app.inject({ method: 'POST', url: '/api/sync', headers: { authorization }, payload: requestOf() });
      expect(answer.statusCode, authorization).toBe(401);
    }
    const xml = await app.inject({
      method: 'POST',
      url: '/api/sync',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/xml' },
      payload: '<a/>',
    });
    expect(xml.json()).toMatchObject({ status: 415, code: 'mediaType' });
  });

  test('may come packed, within what it may be unpacked', async () => {
    const { token } = (await signIn(credentials())).json();
    const packed = (payload: Buffer) =>
      app.inject({
        method: 'POST',
        url: '/api/sync',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-encoding': 'gzip' },
        payload,
      });
    expect((await packed(gzipSync(JSON.stringify(requestOf())))).statusCode).toBe(200);
    const bomb = gzipSync(JSON.stringify({ ...requestOf(), facts: ['a'.repeat(50 * 1024 * 1024)] }));
    expect(bomb.length).toBeLessThan(100_000);
    expect((await packed(bomb)).json()).toMatchObject({ status: 413, code: 'tooLarge' });
    for (const broken of [Buffer.from('not packed at all'), gzipSync('{"wire":2,').subarray(0, 12)]) {
      const answer = await packed(broken);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, expect.stringContaining('problem+json')]);
    }
  });

  test('while the database is away is asked to come back', async () => {
    const { connect } = await import('../../server/store/database.ts');
    const away = connect({ connectionString: 'postgres://nobody@127.0.0.1:9/none' }, () => {});
    const lonely = await buildApp(away, { version: '0.0.0' });
    apps.push(lonely);
    const answers = [await signIn(credentials(), lonely), await sync('token', requestOf(), lonely)];
    for (const answer of answers) {
      expect(answer.json()).toMatchObject({ status: 503, code: 'databaseAway' });
      expect(answer.headers['retry-after']).toBe('5');
    }
    expect((await lonely.inject('/healthz')).statusCode).toBe(200);
    expect((await lonely.inject('/readyz')).statusCode).toBe(503);
    await away.destroy();
  });

  test('that meets a full disk of the office is asked to come back later, and then has its one effect', async () => {
    const tablet = await signInTablet(fresh.db, 'satu');
    const fact = nextFact(tablet, newCooperative('64.02'));
    await sql`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(fresh.db);
    await sql`create trigger full_disk before insert on fact execute function full_disk()`.execute(fresh.db);
    const answer = await sync(tablet.token, requestOf([fact]));
    expect(answer.json()).toMatchObject({ status: 503, code: 'officeFull' });
    expect(answer.headers['retry-after']).toBe('60');
    await sql`drop function full_disk cascade`.execute(fresh.db);
    expect((await sync(tablet.token, requestOf([fact]))).json().verdicts).toMatchObject([{ id: fact.id, kind: 'applied' }]);
  });

  test('that meets a database which ends its sessions is asked to come back, and then has its one effect', async () => {
    const tablet = await signInTablet(fresh.db, 'satu');
    const fact = nextFact(tablet, newCooperative('64.02'));
    const endSessions = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    for (let round = 0; round < 4; round += 1) {
      const [answer] = await Promise.all([sync(tablet.token, requestOf([fact])), endSessions.execute(fresh.db).catch(() => undefined)]);
      expect([200, 503]).toContain(answer.statusCode);
    }
    // The last of the ended sessions may still be the next to be used.
    const answer = await vi.waitFor(async () => {
      const again = await sync(tablet.token, requestOf([fact]));
      expect(again.statusCode).toBe(200);
      return again;
    });
    expect(answer.json().verdicts).toMatchObject([{ id: fact.id, kind: 'applied' }]);
    const row = await fresh.db.selectFrom('record').select('version').where('id', '=', fact.subject.id).execute();
    expect(row).toEqual([{ version: 1 }]);
  });

  test('is turned away while the server has too much to do, and only then', async () => {
    const hurried = await appWith({ mostLagMs: 1 });
    await hurried.ready();
    const until = Date.now() + 700;
    while (Date.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const answer = await hurried.inject('/koperasi');
    expect(answer.json()).toMatchObject({ status: 503, code: 'busy' });
    expect(answer.headers['retry-after']).toBe('5');
    expect((await hurried.inject('/healthz')).statusCode).toBe(200);
  });

  test('waits while the server has one long piece of work after another, each shorter than what it may lag', async () => {
    const usual = await appWith();
    await usual.ready();
    for (let piece = 0; piece < 3; piece += 1) {
      const until = Date.now() + 700;
      while (Date.now() < until);
      await new Promise((resolve) => setImmediate(resolve));
      expect((await usual.inject('/koperasi')).statusCode).not.toBe(503);
    }
  });
});

describe('what watches over the server', () => {
  test('sees that it lives, can serve, and what it has done', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'alive' });
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' });
    const { body } = await app.inject('/metrics');
    expect(body).toContain('pantau_facts_total{verdict="applied"}');
    expect(body).toContain('pantau_sign_ins_total{result="wrongPassword"}');
  });

  test('can read what the server speaks', async () => {
    const { paths } = (await app.inject('/api/openapi.json')).json();
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/session', '/api/sync']));
    expect(paths['/api/sync'].post.requestBody.content['application/json'].schema.required).toContain('cursors');
  });
});

describe('the built app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-app-'));
  let served: FastifyInstance;
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    mkdirSync(join(folder, '.vite'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Pantau</title>');
    writeFileSync(join(folder, 'sw.js'), 'self.skipWaiting;');
    writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
    writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), `// ${'pantau '.repeat(1000)}`);
    served = await appWith({ appFolder: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('answers every address of a screen, asked anew each time', async () => {
    for (const url of ['/', '/koperasi', '/koperasi/01890000-0000-7000-8000-000000000001/rat/baru/x?from=hari-ini']) {
      const answer = await served.inject(url);
      expect([answer.statusCode, answer.headers['cache-control']], url).toEqual([200, 'no-cache']);
      expect(answer.body, url).toContain('<title>Pantau</title>');
    }
    expect((await served.inject('/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  test('has files that are kept for ever, and packed on the way', async () => {
    const { headers } = await served.inject({ url: '/assets/app-1a2b3c.js', headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' });
  });

  test('allows nothing but its own files, and nothing written into the page', async () => {
    const policy = String((await served.inject('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  test('has nothing at addresses that are no screens', async () => {
    for (const url of [
      '/api/nothing',
      '/assets/gone-000000.js',
      '/.vite/manifest.json',
      '/favicon.ico',
      '/../package.json',
      '/%2e%2e/package.json',
    ]) {
      const answer = await served.inject(url);
      expect([answer.statusCode, answer.json().code], url).toEqual([404, 'notFound']);
    }
    expect((await served.inject({ method: 'POST', url: '/koperasi', payload: {} })).statusCode).toBe(404);
  });

  test('an address that cannot be decoded is answered like every other mistake', async () => {
    const answer = await app.inject({ method: 'GET', url: '/%' });
    expect([answer.statusCode, answer.json().code, answer.headers['content-type']]).toEqual([
      400,
      'malformed',
      expect.stringContaining('application/problem+json'),
    ]);
  });
});
