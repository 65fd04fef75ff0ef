// What an exchange costs on the wire and at the office: first pull, nothing new, a hundred changes, ten thousand facts up.

import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { demoPassword } from '../server/demo/officers.ts';
import { newId } from '../server/store/id.ts';
import { recordSurely, systemAuthor } from '../server/store/server-device.ts';
import { chainStart } from '../src/domain/fact.ts';
import { type SignInResponse, wireVersion } from '../src/domain/wire.ts';
import type { AreaPage2, ExchangeRequest2, ExchangeResponse2 } from '../src/domain/wire-version-2.ts';
import { mostFactsPerExchange } from '../src/domain/wire-version-2.ts';
import type { Measure } from './budget.ts';
import type { BenchOffice } from './office.ts';

interface Client {
  deviceId: string;
  session: SignInResponse;
  cursors: Record<string, number>;
  bytes: number;
  requests: number;
}

export async function measureWire(office: BenchOffice): Promise<Measure[]> {
  const client = await signIn(office.url, 'petugas.kukar');
  const since = performance.now();
  await pullAll(office.url, client);
  const measures: Measure[] = [
    { what: 'first pull of one regency, bytes', value: client.bytes, unit: 'B', budget: 1_500_000 },
    { what: 'first pull of one regency', value: performance.now() - since, unit: 'ms', budget: 10_000 },
  ];

  forgetCosts(client);
  await pullAll(office.url, client);
  measures.push({ what: 'nothing new, bytes', value: client.bytes, unit: 'B', budget: 1024 });
  measures.push({ what: 'nothing new, requests', value: client.requests, unit: '', budget: 1 });

  await changeHundred(office);
  forgetCosts(client);
  await pullAll(office.url, client);
  measures.push({ what: '100 changes after a week away, bytes', value: client.bytes, unit: 'B', budget: 20 * 1024 });
  measures.push({ what: '100 changes after a week away, requests', value: client.requests, unit: '', budget: 2 });

  measures.push({
    what: 'push of 10,000 facts, durable',
    value: await pushFacts(office, client, 10_000),
    unit: 'facts/s',
    budget: 1000,
    atLeast: true,
  });
  return measures;
}

async function signIn(url: string, username: string): Promise<Client> {
  const deviceId = newId();
  const { body } = await post(`${url}/api/session`, { username, password: demoPassword, deviceId, appVersion: 'bench' });
  return { deviceId, session: body as SignInResponse, cursors: {}, bytes: 0, requests: 0 };
}

const forgetCosts = (client: Client) => Object.assign(client, { bytes: 0, requests: 0 });

async function pullAll(url: string, client: Client): Promise<void> {
  for (let more = true; more; ) {
    const answer = await exchange(url, client, []);
    for (const page of answer.pages) await takePage(url, client, page);
    more = answer.pages.some((page) => page.more);
  }
}

async function takePage(url: string, client: Client, { area, cursor, snapshot }: AreaPage2): Promise<void> {
  for (let page = 0; page < (snapshot?.pages ?? 0); page += 1) {
    const { bytes } = await ask(`${url}/api/snapshots/${area}/${snapshot?.seq}/${page}`, undefined, client.session.token);
    client.bytes += bytes;
    client.requests += 1;
  }
  client.cursors[area] = snapshot?.seq ?? cursor;
}

async function exchange(url: string, client: Client, facts: unknown[]): Promise<ExchangeResponse2> {
  const body: ExchangeRequest2 = { wire: wireVersion, appVersion: 'bench', sentAt: Date.now(), facts, cursors: client.cursors };
  const answer = await post(`${url}/api/sync`, body, client.session.token);
  client.bytes += answer.bytes;
  client.requests += 1;
  return answer.body as ExchangeResponse2;
}

async function changeHundred({ db }: BenchOffice): Promise<void> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'area', 'data'])
    .where('noun', '=', 'cooperative')
    .where('area', '=', '64.02')
    .limit(100)
    .execute();
  await db.transaction().execute(async (trx) => {
    const author = await systemAuthor(trx);
    const acts = rows.map(({ id, area, data }, index) => {
      const address = { from: (data as { address?: string }).address ?? null, to: `Jalan Poros ${index}` };
      return { type: 'cooperativeChanged' as const, id, area, body: { changes: { address } } };
    });
    await recordSurely(trx, acts, author);
  });
}

async function pushFacts(office: BenchOffice, client: Client, count: number): Promise<number> {
  const { id: cooperativeId } = await office.db
    .selectFrom('record')
    .select('id')
    .where('noun', '=', 'cooperative')
    .where('area', '=', '64.02')
    .where(sql<boolean>`data ->> 'legalStatus' = 'active'`)
    .executeTakeFirstOrThrow();
  const facts = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    type: 'visitRecorded',
    subject: { noun: 'visit', id: newId() },
    area: '64.02',
    officerId: client.session.officer.id,
    deviceId: client.deviceId,
    deviceSeq: index + 1,
    at: Date.now(),
    clock: { offsetMs: 0, confidence: 'good' },
    previousHash: chainStart,
    body: {
      cooperativeId,
      purpose: 'monitoring',
      visitedOn: '2026-06-01',
      findings: `Temuan ${index}. ${'Buku simpanan belum diisi. '.repeat(8)}`,
    },
  }));
  const since = performance.now();
  for (let from = 0; from < count; from += mostFactsPerExchange) {
    const answer = await exchange(office.url, client, facts.slice(from, from + mostFactsPerExchange));
    const odd = answer.verdicts.find((verdict) => verdict.kind !== 'applied');
    if (odd) throw new Error(`a fact of the measurement was ${odd.kind}: ${odd.rule}`);
    for (const page of answer.pages) client.cursors[page.area] = page.cursor;
  }
  return (count * 1000) / (performance.now() - since);
}

const post = (url: string, body: object, token?: string) => ask(url, body, token);

/** `fetch` hides how many bytes came, so the request is made one storey below it. */
function ask(url: string, body: object | undefined, token?: string): Promise<{ body: unknown; bytes: number }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'accept-encoding': 'br, gzip',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const sending = request(url, { method: body ? 'POST' : 'GET', headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      const packed = Buffer.concat(chunks);
      const text = unpacked(packed, answer.headers['content-encoding']).toString('utf8');
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 200)}`));
      else resolve({ body: JSON.parse(text), bytes: packed.length });
    });
    sending.on('error', reject);
    sending.end(body && JSON.stringify(body));
  });
}

function unpacked(packed: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(packed);
  return encoding === 'gzip' ? gunzipSync(packed) : packed;
}
