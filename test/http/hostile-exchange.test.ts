// Whatever comes to the door of the exchange: it answers in its own words, stores nothing outside the sender's areas, and does not grow.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { revokeDevice, signOut } from '../../server/store/devices.ts';
import { newId } from '../../server/store/id.ts';
import { attendanceIdOf } from '../../src/domain/attendance.ts';
import { factTypes } from '../../src/domain/fact-types.ts';
import { verdictKinds } from '../../src/domain/wire.ts';
import { exchangeResponse2Schema } from '../../src/domain/wire-version-2.ts';
import type { FreshDatabase } from '../support/database.ts';
import {
  addOfficer,
  foundedOffice,
  newCooperative,
  nextFact,
  requestOf,
  signInTablet,
  type TestTablet,
} from '../support/founded-office.ts';
import { neededSigned, sealableContent } from '../support/minutes.ts';
import { cooperativeBody, kukar, mahulu, meetingBody, membersOf, openingOf } from '../support/world.ts';

const runs = Number(process.env.PANTAU_FUZZ ?? 100);

let fresh: FreshDatabase;
let app: FastifyInstance;
let tablet: TestTablet;
let stranger: TestTablet;
beforeAll(async () => {
  fresh = await foundedOffice();
  for (const [username, areas] of [
    ['penguji', [kukar]],
    ['orang.jauh', [mahulu]],
  ] as const)
    await addOfficer(fresh.db, username, 'officer', [...areas]);
  app = await buildApp(fresh.db, { version: 'test', mostLagMs: 0 });
  tablet = await signInTablet(fresh.db, 'penguji');
  stranger = await signInTablet(fresh.db, 'orang.jauh');
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

const send = async (payload: string | Buffer, token = tablet.token, headers: Record<string, string> = {}) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    payload,
  });
  return { status: answer.statusCode, body: answer.body };
};

/** What this sender must not be able to touch: rows of other areas, facts of other devices and officers. */
async function othersUntouched(): Promise<string> {
  const rows = await fresh.db
    .selectFrom('record')
    .select(['area', 'noun', 'id', 'version'])
    .where('area', '!=', kukar)
    .orderBy('id')
    .execute();
  const facts = await fresh.db.selectFrom('fact').select(['id']).where('device_id', '!=', tablet.deviceId).orderBy('id').execute();
  return JSON.stringify([rows, facts]);
}

/** Texts, numbers and shapes that have brought programs down. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0.5,
    2 ** 53,
    -(2 ** 63),
    1e308,
    '',
    '\u0000',
    '\ud800',
    '\u202e',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    "'; drop table fact; --",
    '<script>alert(1)</script>',
    'x'.repeat(20_000),
    [],
    {},
    [[[[[[[[[[]]]]]]]]]],
    { $gt: '' },
    { toString: 'x', valueOf: 1, hasOwnProperty: null },
  ),
  fc.integer(),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(kukar, mahulu, '64', '64.99', newId(), ...Object.keys(factTypes), '2026-02-31', 'penguji'),
);

type Step = { at: number; key: string; value: unknown; kind: 'replace' | 'remove' | 'add' | 'repeat' };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    at: fc.nat(),
    key: fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'id', 'area', 'officerId', 'deviceSeq', 'body', 'toString'),
      fc.string({ maxLength: 8 }),
    ),
    value: hostile,
    kind: fc.constantFrom('replace', 'replace', 'remove', 'add', 'repeat'),
  }),
  { maxLength: 5 },
);

/** Every place in a value that can be changed. */
function placesIn(value: unknown, found: { holder: Record<string, unknown>; key: string }[] = []) {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value as Record<string, unknown>, key });
    placesIn((value as Record<string, unknown>)[key], found);
  }
  return found;
}

function bent<T>(value: T, changes: readonly Step[]): T {
  const copy = structuredClone(value);
  for (const { at, key, value: other, kind } of changes) {
    const places = placesIn(copy);
    const place = places[at % places.length];
    if (!place) break;
    const { holder } = place;
    if (kind === 'replace') holder[place.key] = other;
    else if (kind === 'remove') delete holder[place.key];
    else if (kind === 'add') Object.defineProperty(holder, key, { value: other, enumerable: true, configurable: true, writable: true });
    else if (Array.isArray(holder)) holder.push(holder[Number(place.key)]);
  }
  return copy;
}

/** A whole RAT in the tablet's next facts, so that what is bent meets every rule. */
function honestFacts() {
  const [cooperativeId, meetingId] = [newId(), newId()];
  const members = membersOf(8);
  const marks = members.slice(0, 6).map(({ memberKey, name }) => ({
    type: 'attendanceMarked' as const,
    id: attendanceIdOf(meetingId, memberKey),
    area: kukar,
    body: { meetingId, memberKey, name, role: 'voter' as const, mode: 'inPerson' as const, arrivedAt: Date.now() },
  }));
  return [
    { ...newCooperative(kukar), id: cooperativeId, body: cooperativeBody },
    { type: 'cooperativeChanged' as const, id: cooperativeId, area: kukar, body: { changes: { address: { from: null, to: 'Jalan' } } } },
    {
      type: 'visitRecorded' as const,
      id: newId(),
      area: kukar,
      body: { cooperativeId, purpose: 'monitoring' as const, visitedOn: '2026-07-01', findings: 'Temuan' },
    },
    { type: 'ratMeetingRecorded' as const, id: meetingId, area: kukar, body: { ...meetingBody, cooperativeId } },
    { type: 'rosterRecorded' as const, id: meetingId, area: kukar, body: { cooperativeId, members } },
    { type: 'ratMeetingOpened' as const, id: meetingId, area: kukar, body: openingOf(members.length, Date.now()) },
    ...marks,
    {
      type: 'minutesSigned' as const,
      id: meetingId,
      area: kukar,
      body: { content: { ...sealableContent, cooperativeId }, contentHash: '0'.repeat(64), signatures: neededSigned },
    },
  ].map((act) => nextFact(tablet, act as never));
}

test(`${runs} requests bent out of shape are answered fact by fact, and touch nothing of others`, { timeout: 300_000 }, async () => {
  const before = await othersUntouched();
  const head = fc.record({ facts: steps, request: steps, token: fc.constantFrom('own', 'own', 'own', 'own', 'stranger') });
  await fc.assert(
    fc.asyncProperty(head, async ({ facts: factChanges, request: requestChanges, token }) => {
      const facts = bent(honestFacts(), factChanges);
      const request = { ...requestOf(facts, { [kukar]: 0, [mahulu]: 5 }), marks: { [kukar]: '0'.repeat(16) }, resets: 0 };
      const payload = JSON.stringify(bent(request, requestChanges));
      const { status, body } = await send(payload, token === 'own' ? tablet.token : stranger.token);
      expect([200, 400, 413, 426]).toContain(status);
      if (status !== 200) {
        expect(JSON.parse(body)).toMatchObject({ status, code: expect.any(String) });
        return;
      }
      const answer = exchangeResponse2Schema.parse(JSON.parse(body));
      const sent = (JSON.parse(payload) as { facts: unknown[] }).facts;
      if (token === 'own') expect(answer.verdicts.length).toBeGreaterThanOrEqual(sent.length);
      for (const { kind } of answer.verdicts) expect(verdictKinds).toContain(kind);
      if (token === 'stranger') expect(answer.verdicts.filter(({ kind }) => kind !== 'refused' && kind !== 'quarantined')).toEqual([]);
      const areas = answer.pages.map(({ area }) => area);
      expect(areas).not.toContain(token === 'own' ? mahulu : kukar);
    }),
    { numRuns: runs },
  );
  expect(await othersUntouched()).toBe(before);
  const odd = await fresh.db
    .selectFrom('fact')
    .select(['id'])
    .where((where) => where.and([where('device_id', '=', tablet.deviceId), where('officer_id', '!=', tablet.officer.id)]))
    .execute();
  expect(odd).toEqual([]);
});

test(`${runs} bodies that are no request at all get a code and never a 500`, { timeout: 120_000 }, async () => {
  const raw = fc.oneof(
    fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc.integer({ min: 1, max: 60_000 }).map((depth) => Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`)),
    fc.integer({ min: 1, max: 60_000 }).map((depth) => Buffer.from(`{"wire":2,"facts":[${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}]}`)),
    fc
      .uint8Array({ maxLength: 200 })
      .map((bytes) => Buffer.concat([Buffer.from('{"wire":2,"appVersion":"'), Buffer.from(bytes), Buffer.from('"}')])),
    fc.constantFrom('', 'null', '5', '"x"', '{', '{"wire":1e400}', '{"wire":2,"wire":1}', '\ufeff{}').map((text) => Buffer.from(text)),
  );
  const type = fc.constantFrom(
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'application/xml',
    'multipart/form-data',
    '',
  );
  await fc.assert(
    fc.asyncProperty(raw, type, async (payload, contentType) => {
      const { status, body } = await send(payload, tablet.token, { 'content-type': contentType });
      expect([400, 413, 415, 426]).toContain(status);
      expect(JSON.parse(body)).toMatchObject({ status, code: expect.any(String) });
    }),
    { numRuns: runs },
  );
});

test('a body of 10 MB is turned away before it is read, packed or not, and a length that lies helps nobody', async () => {
  const large = Buffer.alloc(10_000_000, '[');
  expect((await send(large)).status).toBe(413);
  expect((await send(large, 'nobody')).status).toBeOneOf([401, 413]);
  expect((await send(Buffer.from('{}'), tablet.token, { 'content-encoding': 'gzip' })).status).toBeOneOf([400, 415]);
});

test('cursors of the future, of the past of all pasts, and of others are answered with what the sender may see', async () => {
  for (const cursors of [
    { [kukar]: 2 ** 53 - 1 },
    { [kukar]: -5 },
    { [mahulu]: 0 },
    { '64': 0, [kukar]: 0 },
    Object.fromEntries(Array.from({ length: 200 }, (_, number) => [`64.${String(number % 100).padStart(2, '0')}`, number])),
  ]) {
    const { status, body } = await send(JSON.stringify(requestOf([], cursors)));
    expect([200, 400]).toContain(status);
    if (status === 200) expect(exchangeResponse2Schema.parse(JSON.parse(body)).pages.map(({ area }) => area)).not.toContain(mahulu);
  }
  const pulls = [{ area: mahulu, noun: 'cooperative', after: '' }];
  const { status, body } = await send(JSON.stringify({ ...requestOf([], { [kukar]: 0 }), pulls }));
  expect(status).toBe(200);
  expect(exchangeResponse2Schema.parse(JSON.parse(body)).buckets).toEqual([]);
});

test('a fact in the name of another device or officer is kept as evidence and applied for nobody', async () => {
  const before = await othersUntouched();
  const forged = [
    { ...nextFact(tablet, newCooperative(kukar)), deviceId: stranger.deviceId },
    { ...nextFact(tablet, newCooperative(kukar)), officerId: stranger.officer.id },
    { ...nextFact(tablet, newCooperative(mahulu)) },
  ];
  const { body } = await send(JSON.stringify(requestOf(forged)));
  const { verdicts } = exchangeResponse2Schema.parse(JSON.parse(body));
  expect(verdicts.map(({ kind, rule }) => [kind, rule])).toEqual([
    ['refused', 'author'],
    ['refused', 'author'],
    ['refused', 'area'],
  ]);
  expect(await othersUntouched()).toBe(before);
});

test('a token that has ended, was never given or belongs to a revoked tablet opens nothing, however often it is tried', async () => {
  await addOfficer(fresh.db, 'pernah.ada', 'officer', [kukar]);
  const [ended, revoked] = [await signInTablet(fresh.db, 'pernah.ada'), await signInTablet(fresh.db, 'pernah.ada')];
  await signOut(fresh.db, ended.deviceId);
  await revokeDevice(fresh.db, revoked.deviceId);
  const payload = JSON.stringify(requestOf([nextFact(ended, newCooperative(kukar))]));
  for (const token of [ended.token, revoked.token, `${tablet.token}x`, tablet.token.slice(1), '', ' ', 'a'.repeat(5_000), tablet.deviceId])
    for (let time = 0; time < 3; time += 1) expect((await send(payload, token)).status).toBeOneOf([400, 401, 431]);
});

test('memory stays flat under a stream of what must be turned away', { timeout: 120_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const broken = JSON.stringify(requestOf([{ nonsense: 'x'.repeat(50_000) }])).slice(0, -3);
  const stream = async (count: number) => {
    for (let number = 0; number < count; number += 1) await send(number % 2 === 0 ? broken : Buffer.alloc(200_000, 'a'));
    // Buffers go a turn after what held them.
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      collect();
    }
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  };
  await stream(50);
  const early = await stream(50);
  const late = await stream(500);
  expect(late - early).toBeLessThan(8_000_000);
});
