// The doors for photos: who may bring and see which, what is thrown away, and what a stranger can do with them.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectFiles } from '../../server/files/collect.ts';
import { keepFile } from '../../server/files/keeping.ts';
import { s3Vault } from '../../server/files/s3-vault.ts';
import { folderVault } from '../../server/files/vault.ts';
import { exchange } from '../../server/store/exchange.ts';
import { newId } from '../../server/store/id.ts';
import { verifyLog } from '../../server/store/verify.ts';
import { mostFileBytes } from '../../src/domain/file.ts';
import { fakeS3 } from '../support/fake-s3.ts';
import { addOfficer, newCooperative, nextFact, requestOf, signInTablet, type TestTablet } from '../support/founded-office.ts';
import { type OfficeWithFiles, officeWithFiles } from '../support/office-with-files.ts';
import { hashOfBytes, photoOf } from '../support/photo.ts';

let office: OfficeWithFiles;
let tablet: TestTablet;
let colleague: TestTablet;
let stranger: TestTablet;
beforeAll(async () => {
  office = await officeWithFiles();
  await addOfficer(office.db, 'satu', 'officer', ['64.02']);
  await addOfficer(office.db, 'dua', 'officer', ['64.02']);
  await addOfficer(office.db, 'asing', 'officer', ['64.11']);
  tablet = await signInTablet(office.db, 'satu');
  colleague = await signInTablet(office.db, 'dua');
  stranger = await signInTablet(office.db, 'asing');
});
afterAll(() => office.close());

const meta = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
const headersOf = (token: string | undefined, more: Record<string, string> = {}) => ({
  'tus-resumable': '1.0.0',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...more,
});

const create = (by: TestTablet | undefined, sha256: string, length: number | string, fields: Record<string, string> = {}) =>
  fetch(`${office.url}/api/files/uploads`, {
    method: 'POST',
    headers: headersOf(by?.token, {
      'upload-length': String(length),
      'upload-metadata': meta({ sha256, type: 'image/jpeg', area: '64.02', ...fields }),
    }),
  });
const placeOf = (by: TestTablet, sha256: string) => `${office.url}/api/files/uploads/${sha256}.${by.deviceId}`;
const patch = (url: string, by: TestTablet, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
  fetch(url, {
    method: 'PATCH',
    headers: headersOf(by.token, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }),
    body: bytes,
  });
const bring = async (by: TestTablet, bytes: Uint8Array<ArrayBuffer>, sha256 = hashOfBytes(bytes)) => {
  const created = await create(by, sha256, bytes.length);
  expect(created.status).toBe(201);
  return patch(placeOf(by, sha256), by, 0, bytes);
};
const heldOf = async (by: TestTablet, files: string[]) => {
  const answer = await fetch(`${office.url}/api/files/held`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ files }),
  });
  return { status: answer.status, body: (await answer.json()) as { held: string[]; thrownAway: unknown[]; code?: string } };
};
const look = (by: TestTablet | undefined, sha256: string) =>
  fetch(`${office.url}/api/files/${sha256}`, by ? { headers: { authorization: `Bearer ${by.token}` } } : {});
const uploadsLeft = () => readdirSync(join(office.folder, 'uploads'));

/** A visit of the tablet that names this photo. */
async function visitNaming(bytes: Uint8Array): Promise<string> {
  const cooperative = newCooperative('64.02');
  const id = newId();
  const photos = [{ sha256: hashOfBytes(bytes), bytes: bytes.length, type: 'image/jpeg' as const, takenAt: 1 }];
  const body = { cooperativeId: cooperative.id, purpose: 'monitoring' as const, visitedOn: '2026-07-06', photos };
  const facts = [nextFact(tablet, cooperative), nextFact(tablet, { type: 'visitRecorded', id, area: '64.02', body })];
  const { verdicts } = await exchange(office.db, tablet, requestOf(facts), Date.now());
  expect(verdicts.map(({ kind }) => kind)).toEqual(['applied', 'applied']);
  return id;
}
const visitRow = async (id: string) =>
  (await office.db.selectFrom('record').select('data').where('noun', '=', 'visit').where('id', '=', id).executeTakeFirstOrThrow()).data as {
    photosAtOffice?: string[];
  };

describe('bringing a file', () => {
  test('needs a token, an area of the officer, a size and a name that is a hash', async () => {
    const sha256 = hashOfBytes(photoOf(100, 1));
    expect((await create(undefined, sha256, 100)).status).toBe(401);
    expect((await create({ ...tablet, token: 'tebakan' }, sha256, 100)).status).toBe(401);
    const outside = await create(tablet, sha256, 100, { area: '64.11' });
    expect([outside.status, await outside.json()]).toEqual([403, { status: 403, code: 'area' }]);
    expect((await create(tablet, sha256, mostFileBytes + 1)).status).toBe(413);
    expect((await create(tablet, sha256, 0)).status).toBe(400);
    expect((await create(tablet, '../../../etc/passwd', 100)).status).toBe(400);
    expect((await create(tablet, sha256, 100, { type: 'text/html' })).status).toBe(400);
    expect(uploadsLeft()).toEqual([]);
  });

  test('ends with the bytes under their hash and the record knowing of it', async () => {
    const photo = photoOf(20_000, 2);
    const id = await visitNaming(photo);
    expect((await bring(tablet, photo)).status).toBe(204);
    const { body } = await heldOf(colleague, [hashOfBytes(photo), 'f'.repeat(64)]);
    expect(body).toEqual({ held: [hashOfBytes(photo)], thrownAway: [] });
    expect((await visitRow(id)).photosAtOffice).toEqual([hashOfBytes(photo)]);
    expect(uploadsLeft()).toEqual([]);
    expect((await verifyLog(office.db)).problems).toEqual([]);
  });

  test('that came before its fact is told when the fact comes', async () => {
    const photo = photoOf(20_000, 3);
    await bring(tablet, photo);
    const id = await visitNaming(photo);
    const answer = await fetch(`${office.url}/api/sync`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tablet.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(requestOf([nextFact(tablet, newCooperative('64.02'))])),
    });
    expect(answer.status).toBe(200);
    expect((await visitRow(id)).photosAtOffice).toEqual([hashOfBytes(photo)]);
  });

  test('throws away bytes that are not what was announced, and says so; the right ones are taken afterwards', async () => {
    const [right, wrong] = [photoOf(9_000, 4), photoOf(9_000, 5)];
    const refused = await bring(tablet, wrong, hashOfBytes(right));
    expect([refused.status, await refused.json()]).toEqual([422, { status: 422, code: 'fileHash' }]);
    expect(uploadsLeft()).toEqual([]);
    expect((await heldOf(tablet, [hashOfBytes(right)])).body.held).toEqual([]);
    expect((await bring(tablet, right)).status).toBe(204);
  });

  test.each(['<html><script>alert(1)</script></html>', 'GIF89a-not-taken', 'MZ a program'])(
    'refuses what is no photo and no PDF: %s',
    async (text) => {
      const bytes = new Uint8Array(Buffer.from(text));
      const refused = await bring(tablet, bytes);
      expect([refused.status, await refused.json()]).toEqual([422, { status: 422, code: 'fileType' }]);
      expect(uploadsLeft()).toEqual([]);
    },
  );

  test('goes on where it stopped, and starting it anew does not empty it', async () => {
    const photo = photoOf(50_000, 6);
    const sha256 = hashOfBytes(photo);
    await create(tablet, sha256, photo.length);
    const place = placeOf(tablet, sha256);
    expect((await patch(place, tablet, 0, photo.slice(0, 20_000))).headers.get('upload-offset')).toBe('20000');
    expect((await create(tablet, sha256, photo.length)).status).toBe(409);
    expect((await fetch(place, { method: 'HEAD', headers: headersOf(tablet.token) })).headers.get('upload-offset')).toBe('20000');
    expect((await patch(place, tablet, 0, photo)).status).toBe(409);
    expect((await patch(place, tablet, 20_000, photo.slice(20_000))).status).toBe(204);
  });

  test('is nobody else’s to touch, not even a colleague’s', async () => {
    const photo = photoOf(5_000, 7);
    const sha256 = hashOfBytes(photo);
    await create(tablet, sha256, photo.length);
    for (const other of [colleague, stranger]) {
      expect((await fetch(placeOf(tablet, sha256), { method: 'HEAD', headers: headersOf(other.token) })).status).toBe(404);
      expect((await patch(placeOf(tablet, sha256), other, 0, photo)).status).toBe(404);
    }
    expect((await patch(placeOf(tablet, sha256), tablet, 0, photo)).status).toBe(204);
  });

  test('whose last answer was lost, and whose server died before the proof, is proved when the tablet asks', async () => {
    const photo = photoOf(30_000, 8);
    const sha256 = hashOfBytes(photo);
    await create(tablet, sha256, photo.length);
    await patch(placeOf(tablet, sha256), tablet, 0, photo.slice(0, 10_000));
    appendFileSync(join(office.folder, 'uploads', `${sha256}.${tablet.deviceId}`), photo.slice(10_000));
    await office.restart();
    expect((await fetch(placeOf(tablet, sha256), { method: 'HEAD', headers: headersOf(tablet.token) })).headers.get('upload-offset')).toBe(
      '30000',
    );
    expect((await heldOf(tablet, [sha256])).body).toEqual({ held: [sha256], thrownAway: [] });
    expect(uploadsLeft()).toEqual([]);
  });
});

describe('looking at a file', () => {
  test('is for officers whose areas hold the record, and no cache on the way keeps it', async () => {
    const photo = photoOf(12_000, 20);
    await visitNaming(photo);
    await bring(tablet, photo);
    const seen = await look(colleague, hashOfBytes(photo));
    expect(
      createHash('sha256')
        .update(Buffer.from(await seen.arrayBuffer()))
        .digest('hex'),
    ).toBe(hashOfBytes(photo));
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${hashOfBytes(photo).slice(0, 12)}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect((await look(stranger, hashOfBytes(photo))).status).toBe(404);
    expect((await look(undefined, hashOfBytes(photo))).status).toBe(401);
    expect((await look(colleague, 'e'.repeat(64))).status).toBe(404);
    expect((await look(colleague, '..%2f..%2fetc%2fpasswd')).status).toBe(400);
  });

  test('that no record names is not possible, even for the one who brought it', async () => {
    const photo = photoOf(12_000, 21);
    await bring(tablet, photo);
    expect((await look(tablet, hashOfBytes(photo))).status).toBe(404);
  });
});

describe('collecting', () => {
  const day = 86_400_000;
  const collect = (days: number, isTrial = false) =>
    collectFiles(office.db, office.vault, office.uploads, { now: Date.now() + days * day, isTrial });

  test('takes uploads that nobody finished for seven days, and leaves younger ones', async () => {
    const photo = photoOf(5_000, 30);
    await create(tablet, hashOfBytes(photo), photo.length);
    expect((await collect(6)).uploads).toBe(0);
    expect(uploadsLeft()).toHaveLength(2);
    const aged = join(office.folder, 'uploads', `${hashOfBytes(photo)}.${tablet.deviceId}`);
    for (const name of [aged, `${aged}.json`]) utimesSync(name, new Date(Date.now() - 8 * day), new Date(Date.now() - 8 * day));
    expect((await collect(0)).uploads).toBe(1);
    expect(uploadsLeft()).toEqual([]);
  });

  test('takes files that no fact names for thirty days, and none that one names, were it in quarantine', async () => {
    const [named, quarantined, nobodys] = [photoOf(4_000, 31), photoOf(4_000, 32), photoOf(4_000, 33)];
    await visitNaming(named);
    for (const photo of [named, quarantined, nobodys]) await bring(tablet, photo);
    const strange = { type: 'unheardOf', body: { photos: [hashOfBytes(quarantined)] } };
    await exchange(office.db, tablet, requestOf([strange]), Date.now());
    expect((await collect(29)).files).not.toContain(hashOfBytes(nobodys));
    expect((await collect(31, true)).files).toContain(hashOfBytes(nobodys));
    expect(await office.vault.read(hashOfBytes(nobodys))).toBeDefined();
    const { files } = await collect(31);
    expect(files).toContain(hashOfBytes(nobodys));
    for (const photo of [named, quarantined]) expect(files).not.toContain(hashOfBytes(photo));
    expect(await office.vault.read(hashOfBytes(nobodys))).toBeUndefined();
    expect((await heldOf(tablet, [hashOfBytes(nobodys), hashOfBytes(named)])).body.held).toEqual([hashOfBytes(named)]);
  });
});

describe('a store that speaks S3', () => {
  test('keeps, gives and lets go of files by their hash, every request signed', async () => {
    const store = await fakeS3();
    const vault = s3Vault(store.config);
    const photo = photoOf(70_000, 40);
    const sha256 = hashOfBytes(photo);
    const by = { deviceId: tablet.deviceId, officerId: tablet.officer.id };
    expect(await keepFile(office.db, vault, { sha256, bytes: photo, ...by })).toEqual({ kind: 'kept' });
    expect([...store.objects.keys()]).toEqual([`/foto/pantau/${sha256.slice(0, 2)}/${sha256}`]);
    const chunks: Buffer[] = [];
    for await (const chunk of (await vault.read(sha256)) ?? []) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(photo)).toBe(true);
    expect(await vault.read('e'.repeat(64))).toBeUndefined();
    await vault.remove(sha256);
    expect(store.objects.size).toBe(0);
    const thief = s3Vault({ ...store.config, secretAccessKey: 'tebakan' });
    await expect(thief.keep(sha256, photo)).rejects.toThrow('403');
    await store.close();
  });

  test('that fails loses nothing: the file is not said to be there, and is proved when the store is back', async () => {
    const store = await fakeS3();
    const away = await officeWithFiles(() => s3Vault(store.config));
    try {
      await addOfficer(away.db, 'satu', 'officer', ['64.02']);
      const by = await signInTablet(away.db, 'satu');
      const photo = photoOf(8_000, 41);
      const sha256 = hashOfBytes(photo);
      const headers = headersOf(by.token, {
        'upload-length': '8000',
        'upload-metadata': meta({ sha256, type: 'image/jpeg', area: '64.02' }),
      });
      expect((await fetch(`${away.url}/api/files/uploads`, { method: 'POST', headers })).status).toBe(201);
      store.fault = 400;
      const place = `${away.url}/api/files/uploads/${sha256}.${by.deviceId}`;
      expect((await patch(place, by, 0, photo)).status).toBe(500);
      const ask = async () => {
        const init = {
          method: 'POST',
          headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ files: [sha256] }),
        };
        const answer = await fetch(`${away.url}/api/files/held`, init);
        return [answer.status, ((await answer.json()) as { held?: string[] }).held];
      };
      expect((await ask())[0]).toBe(500);
      store.fault = undefined;
      expect(await ask()).toEqual([200, [sha256]]);
    } finally {
      await away.close();
      await store.close();
    }
  });
});

test('the vault in a folder keeps the same file once, and a half-written one is never read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-vault-'));
  const vault = folderVault(folder);
  const photo = photoOf(1_000, 50);
  const sha256 = hashOfBytes(photo);
  await Promise.all([1, 2, 3].map(() => vault.keep(sha256, photo)));
  expect(readdirSync(join(folder, sha256.slice(0, 2)))).toEqual([sha256]);
  await vault.remove(sha256);
  await vault.remove(sha256);
  expect(existsSync(join(folder, sha256.slice(0, 2), sha256))).toBe(false);
  rmSync(folder, { recursive: true });
});

test('no request, however odd, brings the door down, fills the disk or opens it', { timeout: 60_000 }, async () => {
  const before = uploadsLeft().length;
  const headerText = fc.string({ unit: 'grapheme-ascii', maxLength: 80 }).map((text) => text.replace(/[^\x21-\x7e]/g, '_'));
  const odd = fc.record({
    method: fc.constantFrom('POST', 'PATCH', 'HEAD', 'OPTIONS', 'DELETE', 'GET', 'PUT'),
    path: fc.oneof(
      fc.constantFrom('', `/${'a'.repeat(64)}.${tablet.deviceId}`, '/..%2f..%2fetc', '/%00', `/${'a'.repeat(64)}.json`, '/%ff%fe'),
      headerText.map((text) => `/${encodeURIComponent(text)}`),
    ),
    token: fc.constantFrom(tablet.token, 'x', ''),
    headers: fc.dictionary(
      fc.constantFrom(
        'upload-length',
        'upload-offset',
        'upload-metadata',
        'tus-resumable',
        'upload-defer-length',
        'upload-concat',
        'content-type',
        'x-http-method-override',
      ),
      fc.oneof(
        headerText,
        fc.constantFrom(
          '-1',
          '0',
          '1e99',
          '99999999999999999999',
          'NaN',
          '1.0.0',
          'final;/a /b',
          'application/offset+octet-stream',
          'application/json',
          '__proto__ e30=',
        ),
      ),
    ),
    body: fc.option(fc.uint8Array({ maxLength: 2_000 }), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(odd, async ({ method, path, token, headers, body }) => {
      const hasBody = body && !['GET', 'HEAD'].includes(method);
      const answer = await fetch(`${office.url}/api/files/uploads${path}`, {
        method,
        headers: { 'tus-resumable': '1.0.0', authorization: `Bearer ${token}`, ...headers },
        ...(hasBody ? { body: Buffer.from(body) } : {}),
      });
      await answer.arrayBuffer();
      expect(answer.status).not.toBe(500);
      if (token !== tablet.token && method !== 'OPTIONS') expect(answer.status).toBeGreaterThanOrEqual(400);
    }),
    { numRuns: 400 },
  );
  expect(uploadsLeft().length).toBe(before);
  for (const body of [
    '',
    '{',
    '[]',
    '{"files":[]}',
    '{"files":["x"]}',
    '{"files":5}',
    `{"files":${JSON.stringify(Array(101).fill('a'.repeat(64)))}}`,
    '{"__proto__":{}}',
  ]) {
    const answer = await fetch(`${office.url}/api/files/held`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tablet.token}`, 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(400);
  }
  expect((await fetch(`${office.url}/healthz`)).status).toBe(200);
});

test('a photo that two records name stays when one of them is gone from its area, and who lost the area sees it no more', async () => {
  const photo = photoOf(12_000, 60);
  const id = await visitNaming(photo);
  await bring(tablet, photo);
  expect((await look(colleague, hashOfBytes(photo))).status).toBe(200);
  await sql`insert into area (code) values ('64.11') on conflict do nothing`.execute(office.db);
  await office.db.updateTable('record').set({ area: '64.11' }).where('noun', '=', 'visit').where('id', '=', id).execute();
  expect((await look(colleague, hashOfBytes(photo))).status).toBe(404);
  expect((await look(stranger, hashOfBytes(photo))).status).toBe(200);
});
