// The public page behind the code on every paper: what a stranger learns of a sealed meeting, and what not.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { acceptFacts } from '../../server/store/accept.ts';
import { hashOf } from '../../server/store/server-hash.ts';
import { chainStart } from '../../src/domain/fact.ts';
import { hashedTextOf, type MinutesContent } from '../../src/domain/minutes.ts';
import type { FreshDatabase } from '../support/database.ts';
import { addOfficer, foundedOffice, newCooperative, nextFact, signInTablet, type TestTablet } from '../support/founded-office.ts';
import { neededSigned, sealableContent } from '../support/minutes.ts';
import { cooperativeId, kukar, meetingBody, meetingId, openingOf } from '../support/world.ts';

const content: MinutesContent = {
  ...sealableContent,
  identity: { name: 'Tirta <b>Makmur</b> & "Kawan"', legalEntityNumber: '12/BH/XVIII/2010' },
};
const contentHash = hashOf(hashedTextOf(content));

let fresh: FreshDatabase;
let app: FastifyInstance;
let tablet: TestTablet;
beforeAll(async () => {
  fresh = await foundedOffice();
  app = await buildApp(fresh.db, { version: 'test' });
  await addOfficer(fresh.db, 'petugas', 'officer', [kukar]);
  tablet = await signInTablet(fresh.db, 'petugas');
  await take(
    newCooperative(kukar, 'Tirta Makmur', cooperativeId),
    { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody },
    { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(100) },
    { type: 'minutesSigned', id: meetingId, area: kukar, body: { content, signatures: neededSigned, contentHash } },
  );
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

async function take(...acts: Parameters<typeof nextFact>[1][]): Promise<void> {
  const lastHash = tablet.next.previousHash;
  const facts = acts.map((act) => nextFact(tablet, act));
  const { verdicts } = await fresh.db
    .transaction()
    .execute((trx) => acceptFacts(trx, facts, tablet.officer, { now: Date.now(), lastHash: lastHash || chainStart }));
  expect(verdicts.map(({ kind }) => kind)).toEqual(facts.map(() => 'applied'));
}

const look = (address: string) => app.inject({ method: 'GET', url: address });

test('a paper of sealed minutes is found by its mark, without an account', async () => {
  const answer = await look(`/v/${contentHash}`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('text/html');
  for (const said of ['Dokumen ini ada di kantor', '12/BH/XVIII/2010', '6 Juli 2026', '60 dari 100', 'Menunggu verifikasi kantor'])
    expect(answer.body).toContain(said);
});

test('in the capitals of the code it is the same page', async () => {
  const [asCode, asText] = await Promise.all([look(`/V/${contentHash.toUpperCase()}`), look(`/v/${contentHash}`)]);
  expect(asCode.statusCode).toBe(200);
  expect(asCode.body).toBe(asText.body);
});

test('it tells nothing about a person', async () => {
  const { body } = await look(`/v/${contentHash}`);
  const persons = [content.chairName, content.secretaryName, ...neededSigned.map(({ name }) => name), 'Ketua Baru', 'Petugas petugas'];
  for (const person of persons) expect(body).not.toContain(person);
});

test('names are written as text, whatever they hold, and the page runs no script', async () => {
  const answer = await look(`/v/${contentHash}`);
  expect(answer.body).toContain('Tirta &lt;b&gt;Makmur&lt;/b&gt; &amp; &quot;Kawan&quot;');
  expect(answer.body).not.toMatch(/<script|<b>|style=/);
  expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
  expect(answer.headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
});

test.each([['0'.repeat(64)], [contentHash.slice(1)], ["' or 1=1 --"], ['%00'], ['x'.repeat(190)]])(
  'a mark that the office does not have is answered in words: %s',
  async (mark) => {
    const answer = await look(`/v/${encodeURIComponent(mark)}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('Dokumen ini belum ada di kantor');
  },
);

test('its style is a file of the office, since the page may carry none', async () => {
  const answer = await look('/v/check.css');
  expect(answer.headers['content-type']).toContain('text/css');
  expect(answer.body).toContain('main {');
});

test('what was amended since is said, for whoever holds the former paper', async () => {
  const before = await look(`/v/${contentHash}`);
  expect(before.body).not.toContain('diubah');
  const changes = { place: { from: 'Balai Desa', to: 'Balai Pertemuan' } };
  await take({ type: 'minutesAmended', id: meetingId, area: kukar, body: { changes, reason: 'Salah tempat' } });
  const after = await look(`/v/${contentHash}`);
  expect(after.statusCode).toBe(200);
  expect(after.body).toContain('Setelah disegel, berita acara ini diubah');
  expect(after.body).toContain('Dokumen ini ada di kantor');
});
