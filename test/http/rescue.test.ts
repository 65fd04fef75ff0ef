// Rescue files from whoever may write one: everybody has the office's public key, so nothing in a file is believed that is not proved.
import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../server/store/id.ts';
import { readQuarantine, releaseHeld } from '../../server/store/release.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import { mostRescueBytes } from '../../src/domain/rescue.ts';
import { addOfficer, newCooperative, nextFact, signInTablet, type TestTablet } from '../support/founded-office.ts';
import { type OfficeWithFiles, officeWithFiles } from '../support/office-with-files.ts';
import { hashOfBytes, photoOf } from '../support/photo.ts';
import { type Entry, encrypted, makeRescue, newTestKeys, type RescueParts, type TestKeys } from '../support/rescue-maker.ts';
import { ask, handIn, logOf, quarantineOf } from '../support/rescue-office.ts';
import { kukar, mahulu } from '../support/world.ts';

let office: OfficeWithFiles;
let recipient: string;
let victim: TestTablet;
let victimKeys: TestKeys;
let attacker: TestTablet;
let attackerKeys: TestKeys;
let desk: TestTablet;

async function withKeys(username: string, areas: string[], role: 'officer' | 'verifier' = 'officer') {
  await addOfficer(office.db, username, role, areas);
  const tablet = await signInTablet(office.db, username);
  const keys = await newTestKeys();
  const answer = await ask(office, tablet.token)('POST', '/api/rescue/keys', { publicKey: keys.publicKey });
  if (answer.kind !== 'answered') throw new Error('the key was not taken');
  recipient = (answer.body as { recipient: string }).recipient;
  return { tablet, keys };
}

let round = 0;
beforeAll(async () => {
  office = await officeWithFiles();
});
beforeEach(async () => {
  round += 1;
  ({ tablet: victim, keys: victimKeys } = await withKeys(`korban.${round}`, [kukar]));
  ({ tablet: attacker, keys: attackerKeys } = await withKeys(`penyerang.${round}`, [kukar, mahulu]));
  ({ tablet: desk } = await withKeys(`meja.${round}`, ['64'], 'verifier'));
});
afterAll(() => office.close());

const fileOf = (tablet: TestTablet, keys: TestKeys, parts: Partial<RescueParts>) =>
  makeRescue({ recipient, deviceId: tablet.deviceId, officerId: tablet.officer.id, keys, ...parts });

/** A fact as the victim's tablet would write it next, which it never wrote. */
const forged = (more: Partial<KnownFact> = {}): KnownFact => ({
  ...nextFact({ ...victim, next: { ...victim.next } }, newCooperative(kukar, 'Koperasi Palsu')),
  ...more,
});

const nothingTaken = async () => {
  for (const { deviceId } of [victim, attacker]) {
    expect(await logOf(office, deviceId)).toEqual([]);
    expect(await quarantineOf(office, deviceId)).toEqual([]);
  }
  expect(await office.db.selectFrom('file').selectAll().execute()).toEqual([]);
  expect(await readdir(join(office.folder, 'rescue'))).toEqual([]);
};

describe('a fact in another officer’s name', () => {
  test('in a file signed by a key of one’s own is applied to nobody, and waits in quarantine for a decision', async () => {
    const file = await fileOf(victim, attackerKeys, { facts: [forged()] });
    expect(await handIn(office, attacker.token, file)).toMatchObject({
      kind: 'taken',
      receipt: { proof: 'unproved', facts: { quarantined: 1 } },
    });
    expect(await logOf(office, victim.deviceId)).toEqual([]);
    expect(await quarantineOf(office, victim.deviceId)).toMatchObject([{ problem: 'unproved', handed_by: attacker.deviceId }]);
    const cooperatives = await office.db.selectFrom('record').select('data').where('noun', '=', 'cooperative').execute();
    expect(JSON.stringify(cooperatives)).not.toContain('Koperasi Palsu');
  });

  test('in a file of one’s own tablet, rightly signed, is refused as in a sync', async () => {
    const own = nextFact(attacker, newCooperative(kukar));
    const file = await fileOf(attacker, attackerKeys, {
      facts: [own, forged(), forged({ deviceId: attacker.deviceId, deviceSeq: 2 }), forged({ officerId: attacker.officer.id })],
    });
    expect(await handIn(office, attacker.token, file)).toMatchObject({ receipt: { proof: 'proved', facts: { applied: 1, refused: 3 } } });
    expect((await logOf(office, attacker.deviceId)).map(({ id }) => id)).toEqual([own.id]);
    expect(await logOf(office, victim.deviceId)).toEqual([]);
    expect((await quarantineOf(office, attacker.deviceId)).map(({ problem }) => problem)).toEqual(['author', 'author', 'author']);
  });

  test('with the victim’s key named and a signature that is not its own, the whole file is a forgery', async () => {
    const file = await fileOf(
      victim,
      { ...attackerKeys, publicKey: victimKeys.publicKey },
      { facts: [forged()], files: [photoOf(1000, 1)] },
    );
    expect(await handIn(office, attacker.token, file)).toEqual({ kind: 'refused', code: 'wrongSignature' });
    await nothingTaken();
  });

  test('with the attacker’s officer in the manifest of the victim’s tablet, neither', async () => {
    const file = await fileOf(victim, victimKeys, { officerId: attacker.officer.id, facts: [forged()] });
    expect(await handIn(office, attacker.token, file)).toEqual({ kind: 'refused', code: 'wrongSignature' });
    await nothingTaken();
  });

  test('put into a true file after it was signed, is found by the hash', async () => {
    const fact = forged();
    const other = new TextEncoder().encode(`${JSON.stringify(fact).replace('Koperasi Palsu', 'Koperasi Sulap')}\n`);
    const swap = (entries: Entry[]) => entries.map((entry) => (entry.name === 'facts.jsonl' ? { ...entry, bytes: other } : entry));
    const file = await fileOf(victim, victimKeys, { facts: [fact], entries: swap });
    expect(await handIn(office, attacker.token, file)).toEqual({ kind: 'refused', code: 'malformed' });
    await nothingTaken();
  });

  test('is judged as of now, with its author’s rights, only when somebody at the office releases it', async () => {
    const fact = forged({ area: mahulu, body: newCooperative(mahulu).body });
    const file = await fileOf(victim, attackerKeys, { facts: [fact] });
    await handIn(office, attacker.token, file);
    const [held] = (await readQuarantine(office.db)).filter(({ deviceId }) => deviceId === victim.deviceId);
    expect(await releaseHeld(office.db, held?.id ?? 0, Date.now())).toMatchObject({ verdict: { kind: 'refused', rule: 'area' } });
  });

  test('in the name of a tablet that never was, lies in quarantine and can be released for nobody', async () => {
    const nobody = { ...victim, deviceId: newId() };
    const file = await fileOf(nobody, attackerKeys, { facts: [forged({ deviceId: nobody.deviceId })] });
    expect(await handIn(office, attacker.token, file)).toMatchObject({ receipt: { proof: 'unproved', facts: { quarantined: 1 } } });
    const [held] = (await readQuarantine(office.db)).filter(({ deviceId }) => deviceId === nobody.deviceId);
    expect(await releaseHeld(office.db, held?.id ?? 0, Date.now())).toEqual({ kind: 'refused', reason: 'author' });
  });
});

test('an unproved file of what the office has already gets its verdicts and needs no decision', async () => {
  const fact = nextFact(victim, newCooperative(kukar));
  await handIn(office, desk.token, await fileOf(victim, victimKeys, { facts: [fact] }));
  const again = await fileOf(victim, attackerKeys, { facts: [fact] });
  expect(await handIn(office, desk.token, again)).toMatchObject({ receipt: { proof: 'unproved', facts: { applied: 1 } } });
  expect(await quarantineOf(office, victim.deviceId)).toEqual([]);
  // The same id, another content.
  const other = { ...fact, body: { ...(fact.body as object), name: 'Nama Lain' } } as KnownFact;
  const changed = await fileOf(victim, attackerKeys, { facts: [other] });
  expect(await handIn(office, desk.token, changed)).toMatchObject({ receipt: { facts: { quarantined: 1 } } });
});

test('what is held without proof is borne by who brought it: the named officer’s own sync has all its room', async () => {
  const held = (place: number) => ({ raw: Buffer.alloc(2_000_000), raw_hash: String(place), problem: 'unproved' });
  for (let place = 0; place < 33; place += 1) {
    const row = { device_id: victim.deviceId, handed_by: attacker.deviceId, ...held(place) };
    await office.db.insertInto('quarantine').values(row).execute();
  }
  const big = await fileOf(victim, attackerKeys, { facts: [`"${'x'.repeat(1_000_000)}"`, `"${'y'.repeat(1_000_000)}"`] });
  expect(await handIn(office, attacker.token, big)).toEqual({ kind: 'failed', failure: 'busy' });
  // It waits for room; brought by somebody who has some, it is taken.
  rmSync(join(office.folder, 'rescue', `${hashOfBytes(big)}.${attacker.officer.id}`));
  expect(await handIn(office, desk.token, big)).toMatchObject({ kind: 'taken', receipt: { facts: { quarantined: 2 } } });
  const response = await fetch(`${office.url}/api/sync`, {
    method: 'POST',
    headers: { authorization: `Bearer ${victim.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ wire: 2, appVersion: 'test', sentAt: Date.now(), facts: [{ not: 'readable' }], cursors: {} }),
  });
  expect(response.status).toBe(200);
});

describe('a file of which nothing is taken', () => {
  const good = () => fileOf(victim, victimKeys, { facts: [nextFact(victim, newCooperative(kukar))], files: [photoOf(200_000, 7)] });
  const changed = async (change: (bytes: Buffer) => Buffer) => change(await good());
  const flipped = (at: number) => (bytes: Buffer) => {
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return bytes;
  };
  const rename = (from: string, to: string) => (entries: Entry[]) =>
    entries.map((entry) => (entry.name === from ? { ...entry, name: to } : entry));
  const files: Record<string, [code: string, make: () => Promise<Buffer>]> = {
    'a byte changed in the photo': ['damaged', () => changed(flipped(-100_000))],
    'a byte changed in the head': ['damaged', () => changed(flipped(120))],
    'the last byte changed': ['damaged', () => changed(flipped(-1))],
    'cut in the middle': ['damaged', () => changed((bytes) => bytes.subarray(0, bytes.length / 2))],
    'cut by one byte': ['damaged', () => changed((bytes) => bytes.subarray(0, -1))],
    'cut within its first line': ['damaged', () => changed((bytes) => bytes.subarray(0, 10))],
    'cut behind its head': ['damaged', () => changed((bytes) => bytes.subarray(0, 200))],
    'something appended': ['damaged', () => changed((bytes) => Buffer.concat([bytes, Buffer.alloc(70_000)]))],
    'a photo instead of a file': ['notRescue', async () => Buffer.from(photoOf(5000, 3))],
    'noughts alone': ['notRescue', async () => Buffer.alloc(1_000_000)],
    'a later version of age': ['newerVersion', async () => Buffer.from('age-encryption.org/v2\nsomething else')],
    'a later version of the format': [
      'newerVersion',
      () => fileOf(victim, victimKeys, { manifest: (held) => ({ ...held, version: 2, more: {} }) }),
    ],
    'encrypted to another office': ['otherOffice', async () => makeRescue({ ...base(), recipient: await strangeRecipient() })],
    'meant for another office': [
      'otherOffice',
      async () => fileOf(victim, victimKeys, { manifest: (held) => ({ ...held, office: strange }) }),
    ],
    'no archive inside': ['malformed', () => encrypted(recipient, Buffer.from('just some words'))],
    'nothing inside': ['malformed', () => encrypted(recipient, Buffer.alloc(0))],
    'noughts inside': ['malformed', () => encrypted(recipient, Buffer.alloc(1_000_000))],
    'no manifest': ['malformed', () => fileOf(victim, victimKeys, { entries: (entries) => entries.slice(1) })],
    'no signature': ['malformed', () => fileOf(victim, victimKeys, { entries: ([first, , ...others]) => [first as Entry, ...others] })],
    'no facts': ['malformed', () => fileOf(victim, victimKeys, { entries: (entries) => entries.slice(0, 2) })],
    'a manifest of nonsense': [
      'malformed',
      () => fileOf(victim, victimKeys, { manifest: () => ({ format: 'pantau-rescue', version: 1 }) }),
    ],
    'more facts than it says': [
      'malformed',
      () => fileOf(victim, victimKeys, { manifest: (held) => ({ ...held, facts: { ...held.facts, count: 9 } }) }),
    ],
    'a line longer than any fact': ['malformed', () => fileOf(victim, victimKeys, { facts: [`"${'x'.repeat(1_100_000)}"`] })],
    'a photo that the manifest does not name': [
      'malformed',
      () => fileOf(victim, victimKeys, { files: [photoOf(900, 4)], manifest: (held) => ({ ...held, files: [] }) }),
    ],
    'a photo twice': [
      'malformed',
      () => fileOf(victim, victimKeys, { files: [photoOf(900, 4)], entries: (entries) => [...entries, entries.at(-1) as Entry] }),
    ],
    'a photo longer than it says': [
      'malformed',
      () =>
        fileOf(victim, victimKeys, {
          files: [photoOf(900, 4)],
          manifest: (held) => ({ ...held, files: held.files.map((each) => ({ ...each, bytes: 9 })) }),
        }),
    ],
    'a path out of the archive': ['malformed', () => fileOf(victim, victimKeys, { entries: rename('facts.jsonl', '../../facts.jsonl') })],
  };
  const base = () => ({ deviceId: victim.deviceId, officerId: victim.officer.id, keys: victimKeys });
  const strange = `age1${'q'.repeat(58)}`;
  const strangeRecipient = async () => {
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
    return identityToRecipient(await generateX25519Identity());
  };

  test.each(Object.entries(files))('%s', async (_name, [code, make]) => {
    expect(await handIn(office, desk.token, await make())).toEqual({ kind: 'refused', code });
    await nothingTaken();
  });

  test('one of two gigabytes is stopped at the limit, on the disk and at the door', async () => {
    const sha256 = hashOfBytes(new Uint8Array(1));
    const path = join(office.folder, 'rescue', `${sha256}.${desk.officer.id}`);
    writeFileSync(path, 'age-encryption.org/v1\n');
    truncateSync(path, 2 * 1024 * 1024 * 1024);
    const piece = new Blob([new Uint8Array(1000)], { type: 'application/octet-stream' });
    const at = statSync(path).size;
    expect(await ask(office, desk.token)('POST', `/api/rescue/files/${sha256}/pieces?at=${at}`, piece)).toMatchObject({
      failure: 'refused',
      body: { code: 'tooLarge' },
    });
    const { takeIn } = await import('../../server/rescue/take-in.ts');
    const handedIn = { path, sha256, bytes: at, handedBy: desk.deviceId, now: Date.now() };
    expect(await takeIn(office.db, office.vault, handedIn)).toEqual({ kind: 'refused', code: 'tooLarge' });
    rmSync(path);
    expect(at).toBeGreaterThan(mostRescueBytes);
  });

  test('one whose head never ends is not read into memory, though it is as large as any', async () => {
    // Thirty megabytes of recipients: read as they came, they took 1.8 GB and the server for half a minute.
    const head = Buffer.from(`age-encryption.org/v1\n${'-> a b\nAA\n'.repeat(3_000_000)}`);
    const before = process.memoryUsage().rss;
    expect(await handIn(office, desk.token, head)).toEqual({ kind: 'refused', code: 'damaged' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    await nothingTaken();
  });

  test('one that says of an entry that it is endless costs no memory', async () => {
    // A head that announces 8 GB, the most that the archive's own number can say.
    const block = Buffer.alloc(1024);
    block.write('manifest.json');
    block.write('0000644\0', 100);
    block.write('77777777777\0', 124);
    block.write('00000000000\0', 136);
    block.write('        ', 148);
    block.write('0', 156);
    block.write('ustar\u000000', 257);
    const sum = block.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const before = process.memoryUsage().rss;
    expect(await handIn(office, desk.token, await encrypted(recipient, block))).toEqual({ kind: 'refused', code: 'malformed' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });
});

describe('a line that is no fact', () => {
  test('is kept byte for byte like one of a sync, and its neighbours are taken in', async () => {
    const fact = nextFact(victim, newCooperative(kukar));
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const lines = ['not json', deep, '{"id":1}', '', `{"__proto__":{"a":1},"id":"x"}`];
    const file = await fileOf(victim, victimKeys, { facts: [...lines, fact] });
    expect(await handIn(office, desk.token, file)).toMatchObject({ receipt: { proof: 'proved', facts: { applied: 1, quarantined: 5 } } });
    expect((await quarantineOf(office, victim.deviceId)).map(({ raw }) => raw.toString('utf8'))).toEqual(lines);
  });
});

describe('the doors', () => {
  test('are closed to whoever is not signed in', async () => {
    for (const path of [
      '/api/rescue/keys',
      `/api/rescue/files/${'a'.repeat(64)}/take`,
      `/api/rescue/files/${'a'.repeat(64)}/pieces?at=0`,
    ]) {
      expect((await fetch(`${office.url}${path}`, { method: 'POST' })).status).toBe(401);
    }
  });

  test('take a key again without another, and no more of them than any tablet needs', async () => {
    const door = ask(office, attacker.token);
    expect(await door('POST', '/api/rescue/keys', { publicKey: attackerKeys.publicKey })).toEqual({
      kind: 'answered',
      body: { recipient },
    });
    const many = await Promise.all(Array.from({ length: 60 }, newTestKeys));
    const answers = [];
    for (const { publicKey } of many) answers.push(await door('POST', '/api/rescue/keys', { publicKey }));
    expect(answers.filter(({ kind }) => kind === 'answered')).toHaveLength(49);
    expect(answers.at(-1)).toMatchObject({ body: { code: 'tooManyKeys' } });
    expect(await door('POST', '/api/rescue/keys', { publicKey: 'AAAA' })).toMatchObject({ body: { code: 'malformed' } });
  });

  test('do not take what is not there, nor bytes under another name', async () => {
    const door = ask(office, attacker.token);
    const sha256 = 'b'.repeat(64);
    expect(await door('POST', `/api/rescue/files/${sha256}/take`, {})).toMatchObject({ body: { code: 'absent' } });
    const piece = new Blob([new Uint8Array(10)], { type: 'application/octet-stream' });
    await door('POST', `/api/rescue/files/${sha256}/pieces?at=0`, piece);
    expect(await door('POST', `/api/rescue/files/${sha256}/pieces?at=5`, piece)).toMatchObject({ body: { code: 'place', at: 10 } });
    expect(await door('POST', `/api/rescue/files/${sha256}/take`, {})).toMatchObject({ body: { code: 'fileHash' } });
    expect(await door('GET', `/api/rescue/files/${sha256}`)).toEqual({ kind: 'answered', body: { at: 0 } });
  });

  test('begin not more than three of them, though a hundred come at once', async () => {
    const piece = new Blob([new Uint8Array(10)], { type: 'application/octet-stream' });
    const names = Array.from({ length: 100 }, (_, place) => hashOfBytes(new Uint8Array([round, place])));
    const door = ask(office, attacker.token);
    const answers = await Promise.all(names.map((name) => door('POST', `/api/rescue/files/${name}/pieces?at=0`, piece)));
    expect(answers.filter(({ kind }) => kind === 'answered')).toHaveLength(3);
    const theirs = (await readdir(join(office.folder, 'rescue'))).filter((name) => name.endsWith(attacker.officer.id));
    expect(theirs).toHaveLength(3);
  });

  test('keep what an officer has begun from the others, and not more than three', async () => {
    const piece = new Blob([new Uint8Array(10)], { type: 'application/octet-stream' });
    const begin = (token: string, name: string) => ask(office, token)('POST', `/api/rescue/files/${name.repeat(64)}/pieces?at=0`, piece);
    for (const name of ['1', '2', '3']) expect(await begin(attacker.token, name)).toMatchObject({ kind: 'answered' });
    expect(await begin(attacker.token, '4')).toMatchObject({ body: { code: 'noRoom' } });
    expect(await ask(office, victim.token)('GET', `/api/rescue/files/${'1'.repeat(64)}`)).toEqual({ kind: 'answered', body: { at: 0 } });
    expect(await begin(victim.token, '4')).toMatchObject({ kind: 'answered' });
  });

  test('tell the office’s own people each fact, and others the numbers alone', async () => {
    const file = await fileOf(victim, victimKeys, { facts: [nextFact(victim, newCooperative(kukar))] });
    const path = `/api/rescue/files/${hashOfBytes(file)}`;
    await handIn(office, attacker.token, file);
    const seen = async (token: string) => (await ask(office, token)('GET', path)) as { body: { receipt: object } };
    expect(Object.keys((await seen(attacker.token)).body.receipt)).not.toContain('officer');
    expect((await seen(desk.token)).body.receipt).toMatchObject({
      officer: `Petugas korban.${round}`,
      each: [{ deviceSeq: 1, type: 'cooperativeRecorded', kind: 'applied' }],
    });
  });
});
