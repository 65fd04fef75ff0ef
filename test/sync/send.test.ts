// Every way in which a request to the office can end.
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { wireVersion } from '../../src/domain/wire.ts';
import { retryDelay } from '../../src/sync/loop.ts';
import { officeAt } from '../../src/sync/send.ts';

const request = { wire: wireVersion, appVersion: 'test', sentAt: 0, facts: [], cursors: {} };
const answering = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  officeAt('', async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })).exchange(
    request,
    'token',
  );

test('no reply is no network, whatever the browser believes of it', async () => {
  const office = officeAt('', async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await office.exchange(request, 'token')).toEqual({ kind: 'unreachable' });
});

test('a reply that breaks off in the middle is no reply', async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('connection reset')) });
  const office = officeAt('', async () => new Response(broken, { status: 200 }));
  expect(await office.exchange(request, 'token')).toEqual({ kind: 'unreachable' });
});

test("a portal's page instead of an answer is an error, not data", async () => {
  expect(await answering(200, '<html>Masuk ke Wi-Fi</html>')).toEqual({ kind: 'serverError', status: 200, code: 'unreadable' });
});

test('a revoked token asks for a new sign-in', async () => {
  expect(await answering(401, { code: 'signedOut' })).toEqual({ kind: 'signedOut' });
});

test('an office of another wire version asks for an update', async () => {
  expect(await answering(426, { code: 'wireVersion' })).toEqual({ kind: 'outdated' });
});

test('a busy office says when to come back', async () => {
  expect(await answering(503, {}, { 'retry-after': '20' })).toEqual({ kind: 'busy', retryAfterMs: 20_000 });
  expect(await answering(429, {})).toEqual({ kind: 'busy', retryAfterMs: 5_000 });
});

test('any other error keeps the code the office gave it', async () => {
  expect(await answering(500, { code: 'internal' })).toEqual({ kind: 'serverError', status: 500, code: 'internal' });
});

test('the wait grows with each failure, stays under ten minutes and is spread', () => {
  expect(retryDelay(1, () => 0)).toBe(2_500);
  expect(retryDelay(1, () => 1)).toBe(5_000);
  expect(retryDelay(4, () => 1)).toBe(40_000);
  expect(retryDelay(60, () => 1)).toBe(600_000);
});

test('many facts are packed before they go, a short request is not', async () => {
  const sent: { encoding: string | null; text: string; bytes: number }[] = [];
  const office = officeAt('', async (_address, init) => {
    const body = typeof init?.body === 'string' ? Buffer.from(init.body) : Buffer.from(init?.body as ArrayBuffer);
    const encoding = new Headers(init?.headers).get('content-encoding');
    sent.push({ encoding, text: (encoding === 'gzip' ? gunzipSync(body) : body).toString(), bytes: body.length });
    return new Response('{}');
  });
  const facts = Array.from({ length: 50 }, (_, deviceSeq) => ({
    deviceSeq,
    type: 'visitRecorded',
    findings: 'Buku simpanan belum diisi.',
  }));
  await office.exchange(request, 'token');
  await office.exchange({ ...request, facts }, 'token');
  expect(sent.map(({ encoding }) => encoding)).toEqual([null, 'gzip']);
  expect(JSON.parse(sent[1]?.text ?? '')).toEqual({ ...request, facts });
  expect(sent[1]?.bytes).toBeLessThan((sent[1]?.text.length ?? 0) / 5);
});
