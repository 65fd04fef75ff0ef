import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, disableAccount, listAccounts } from '../../server/store/accounts.ts';
import { deviceByToken, listDevices, revokeDevice, signIn, signOut } from '../../server/store/devices.ts';
import { newId } from '../../server/store/id.ts';
import { chainStart } from '../../src/domain/fact.ts';
import type { FreshDatabase } from '../support/database.ts';
import { addOfficer, foundedOffice, password, signInTablet } from '../support/founded-office.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'petugas.kukar', 'officer', ['64.02']);
  await addOfficer(fresh.db, 'petugas.mahulu', 'officer', ['64.11']);
});
afterAll(() => fresh.drop());

const create = (account: Partial<Parameters<typeof createAccount>[1]>) =>
  fresh.db
    .transaction()
    .execute((trx) => createAccount(trx, { username: 'baru', name: 'Baru', role: 'officer', areas: ['64.02'], password, ...account }));
const request = (username: string, deviceId = newId()) => ({ username, password, deviceId, appVersion: 'test', deviceName: 'Tablet' });
const attempt = (username: string, deviceId?: string) => signIn(fresh.db, request(username, deviceId), Date.now());

describe('an account', () => {
  test('is an officer on record and a name that signs in, with no password anywhere', async () => {
    const accounts = await listAccounts(fresh.db);
    expect(accounts.map(({ username }) => username)).toEqual(['petugas.kukar', 'petugas.mahulu']);
    const { rows } = await fresh.db.executeQuery<{ password_hash: string }>(fresh.db.selectFrom('account').selectAll().compile());
    for (const row of rows) expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const facts = await fresh.db.selectFrom('fact').select('content').where('type', '=', 'officerRecorded').execute();
    expect(JSON.stringify(facts)).not.toContain(password);
  });

  test('is refused with a name that is taken or unfit, or a weak password', async () => {
    expect(await create({ username: 'Petugas.Kukar ' })).toEqual({ kind: 'refused', reason: 'usernameTaken' });
    expect(await create({ username: 'pak budi' })).toEqual({ kind: 'refused', reason: 'usernameUnfit' });
    expect(await create({ name: ' ' })).toEqual({ kind: 'refused', reason: 'nameUnfit' });
    expect(await create({ password: 'pendek123' })).toEqual({ kind: 'refused', reason: 'passwordWeak' });
    expect(await listAccounts(fresh.db)).toHaveLength(2);
  });

  test('that is disabled signs in no more, and its tablets are signed out', async () => {
    await addOfficer(fresh.db, 'pindah', 'officer', ['64.02']);
    const tablet = await signInTablet(fresh.db, 'pindah');
    const disable = () => fresh.db.transaction().execute((trx) => disableAccount(trx, 'pindah'));
    expect([await disable(), await disable()]).toEqual([{ kind: 'disabled' }, { kind: 'alreadyDisabled' }]);
    expect(await deviceByToken(fresh.db, tablet.token)).toBeUndefined();
    expect(await attempt('pindah')).toEqual({ kind: 'refused', reason: 'accountDisabled' });
  });
});

describe('a tablet that signs in', () => {
  test('gets a token of which the office keeps only the hash, and where its numbering goes on', async () => {
    const deviceId = newId();
    const result = await attempt('Petugas.Kukar', deviceId);
    expect(result).toMatchObject({
      kind: 'signedIn',
      answer: { deviceSeq: 0, lastHash: chainStart, province: '64', isDemo: false, officer: { role: 'officer', areas: ['64.02'] } },
    });
    if (result.kind !== 'signedIn') return;
    const { token } = result.answer;
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await fresh.db.selectFrom('device').selectAll().execute())).not.toContain(token);
    expect(await deviceByToken(fresh.db, token)).toEqual({ deviceId, officer: result.answer.officer });
  });

  test('is refused with a wrong password or an unknown name alike', async () => {
    const wrong = await signIn(fresh.db, { ...request('petugas.kukar'), password: 'salah-sekali' }, Date.now());
    expect(wrong).toEqual({ kind: 'refused', reason: 'wrongPassword' });
    expect(await attempt('tidak.ada')).toEqual({ kind: 'refused', reason: 'wrongPassword' });
    expect(await attempt('nol\0nol')).toEqual({ kind: 'refused', reason: 'wrongPassword' });
  });

  test('as another officer under the same id is refused', async () => {
    const { deviceId } = await signInTablet(fresh.db, 'petugas.kukar');
    expect(await attempt('petugas.mahulu', deviceId)).toEqual({ kind: 'refused', reason: 'deviceOfOther' });
  });

  test('again ends the token it had; signing out ends it too, and it may come back', async () => {
    const first = await signInTablet(fresh.db, 'petugas.kukar');
    const second = await signInTablet(fresh.db, 'petugas.kukar', first.deviceId);
    expect(await deviceByToken(fresh.db, first.token)).toBeUndefined();
    await signOut(fresh.db, first.deviceId);
    expect(await deviceByToken(fresh.db, second.token)).toBeUndefined();
    expect((await attempt('petugas.kukar', first.deviceId)).kind).toBe('signedIn');
  });

  test('is refused once it has been revoked', async () => {
    const { deviceId, token } = await signInTablet(fresh.db, 'petugas.kukar');
    expect(await revokeDevice(fresh.db, deviceId)).toEqual({ kind: 'revoked' });
    expect(await revokeDevice(fresh.db, deviceId)).toEqual({ kind: 'alreadyRevoked' });
    expect(await revokeDevice(fresh.db, newId())).toEqual({ kind: 'unknown' });
    expect(await deviceByToken(fresh.db, token)).toBeUndefined();
    expect(await attempt('petugas.kukar', deviceId)).toEqual({ kind: 'refused', reason: 'deviceRevoked' });
    const listed = (await listDevices(fresh.db)).find(({ id }) => id === deviceId);
    expect(listed).toMatchObject({ username: 'petugas.kukar', revokedAt: expect.any(String) });
  });
});
