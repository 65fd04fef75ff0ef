// A tablet that was revoked by mistake, or found again, is let in once more: it signs in anew and hands in all that lay on it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceByToken, readmitDevice, revokeDevice } from '../../server/store/devices.ts';
import { readQuarantine, releaseHeld } from '../../server/store/release.ts';
import { deviceKey, keyHashOf, noteDeviceKey } from '../../server/store/rescue-keys.ts';
import { readSetting } from '../../src/data/settings.ts';
import { officeAt } from '../../src/sync/send.ts';
import { signIn } from '../../src/sync/sign-in.ts';
import { addOfficer, password } from '../support/founded-office.ts';
import { type OfficeWithFiles, officeWithFiles, tabletAt } from '../support/office-with-files.ts';
import { ownFacts } from '../support/own-facts.ts';
import { newTestKeys } from '../support/rescue-maker.ts';
import { handIn, logOf, rescueOf, syncWith, workInField } from '../support/rescue-office.ts';
import { kukar } from '../support/world.ts';

let office: OfficeWithFiles;
beforeAll(async () => {
  office = await officeWithFiles();
});
afterAll(() => office.close());

const attempt = (username: string, deviceId?: string) => signIn(officeAt(office.url), { username, password, appVersion: 'test', deviceId });

async function signedIn(username: string, deviceId?: string) {
  const result = await attempt(username, deviceId);
  if (result.kind !== 'signedIn') throw new Error(result.kind);
  const held = await readSetting(result.db, 'device');
  if (!held) throw new Error('the tablet has no number');
  return { db: result.db, token: result.session.token, deviceId: held.deviceId };
}

const states = async (db: Awaited<ReturnType<typeof signedIn>>['db']) => (await ownFacts(db)).map(({ state }) => state);

test('it is refused while it is revoked, then signs in again, and its unsent facts go in their order', async () => {
  await addOfficer(office.db, 'keliru', 'officer', [kukar]);
  const before = await signedIn('keliru');
  await workInField(before.db, 1);
  expect(await syncWith(office, before.db)).toMatchObject({ kind: 'done', sent: 2 });
  await workInField(before.db, 2);
  await revokeDevice(office.db, before.deviceId);
  // Nothing of it is taken, and nothing of it is lost.
  expect(await syncWith(office, before.db)).toMatchObject({ kind: 'signedOut' });
  expect(await attempt('keliru', before.deviceId)).toEqual({ kind: 'notAllowed' });
  expect(await states(before.db)).toEqual(['applied', 'applied', 'unsent', 'unsent']);

  expect(await readmitDevice(office.db, before.deviceId)).toEqual({ kind: 'readmitted', held: 0 });
  // The token of before may be in other hands: it stays dead until the officer has given the password.
  expect(await deviceByToken(office.db, before.token)).toBeUndefined();
  expect(await syncWith(office, before.db)).toMatchObject({ kind: 'signedOut' });
  await workInField(before.db, 3);
  const after = await signedIn('keliru', before.deviceId);
  expect(after.deviceId).toBe(before.deviceId);
  expect(await syncWith(office, after.db)).toMatchObject({ kind: 'done', sent: 4 });
  expect(await states(after.db)).toEqual(Array(6).fill('applied'));
  const log = await logOf(office, after.deviceId);
  expect(log.map(({ device_seq, linked, kind }) => [device_seq, linked, kind])).toEqual(
    [1, 2, 3, 4, 5, 6].map((place) => [place, true, 'applied']),
  );
});

test('what lay in quarantine meanwhile counts once, whether the office releases it or the tablet sends it itself', async () => {
  await addOfficer(office.db, 'ditemukan', 'officer', [kukar]);
  const before = await signedIn('ditemukan');
  await syncWith(office, before.db);
  await workInField(before.db, 4);
  const file = await rescueOf(before.db);
  await revokeDevice(office.db, before.deviceId);
  const desk = await tabletAt(office, 'meja.ditemukan', [kukar], 'verifier');
  expect(await handIn(office, desk.device.token, file.bytes)).toMatchObject({
    receipt: { proof: 'deviceRevoked', facts: { quarantined: 2 } },
  });
  expect(await readmitDevice(office.db, before.deviceId)).toEqual({ kind: 'readmitted', held: 2 });
  const held = (await readQuarantine(office.db)).filter(({ deviceId }) => deviceId === before.deviceId);
  const [first, second] = held.map(({ id }) => id) as [number, number];
  expect(await releaseHeld(office.db, first, Date.now())).toMatchObject({ verdict: { kind: 'applied' } });
  const after = await signedIn('ditemukan', before.deviceId);
  expect(await syncWith(office, after.db)).toMatchObject({ kind: 'done' });
  expect(await states(after.db)).toEqual(['applied', 'applied']);
  expect(await releaseHeld(office.db, second, Date.now())).toMatchObject({ verdict: { kind: 'applied' } });
  expect((await logOf(office, before.deviceId)).map(({ device_seq }) => device_seq)).toEqual([1, 2]);
});

test('a key that was added while the tablet was in other hands proves nothing afterwards; its own does once it has signed in', async () => {
  await addOfficer(office.db, 'kunci', 'officer', [kukar]);
  const before = await signedIn('kunci');
  await syncWith(office, before.db);
  const own = (await readSetting(before.db, 'rescue'))?.publicKey ?? '';
  const strange = (await newTestKeys()).publicKey;
  await noteDeviceKey(office.db, before.deviceId, strange);
  await revokeDevice(office.db, before.deviceId);
  await readmitDevice(office.db, before.deviceId);
  const known = (publicKey: string) => deviceKey(office.db, before.deviceId, keyHashOf(publicKey));
  expect([await known(own), await known(strange)]).toEqual([undefined, undefined]);
  const after = await signedIn('kunci', before.deviceId);
  await syncWith(office, after.db);
  expect([await known(own), await known(strange)]).toEqual([own, undefined]);
  await workInField(after.db, 5);
  const file = await rescueOf(after.db);
  const desk = await tabletAt(office, 'meja.kunci', [kukar], 'verifier');
  expect(await handIn(office, desk.device.token, file.bytes)).toMatchObject({ receipt: { proof: 'proved', facts: { applied: 2 } } });
});

test('a tablet that is not revoked, or that nobody knows, is not let in again', async () => {
  await addOfficer(office.db, 'biasa', 'officer', [kukar]);
  const { deviceId, token } = await signedIn('biasa');
  expect(await readmitDevice(office.db, deviceId)).toEqual({ kind: 'notRevoked' });
  expect(await deviceByToken(office.db, token)).toMatchObject({ deviceId });
  expect(await readmitDevice(office.db, '00000000-0000-4000-8000-000000000000')).toEqual({ kind: 'unknown' });
});
