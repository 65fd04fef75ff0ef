import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import type { FreshDatabase } from '../support/database.ts';
import { addOfficer, foundedOffice, signInTablet } from '../support/founded-office.ts';
import { buleleng, realRegister, registerDay } from '../support/register.ts';

let fresh: FreshDatabase;
let app: FastifyInstance;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'petugas', 'officer', [buleleng]);
  await addOfficer(fresh.db, 'verifikator', 'verifier', [buleleng]);
  await addOfficer(fresh.db, 'kaltim', 'head', ['64']);
  for (const username of ['petugas', 'verifikator', 'kaltim']) tokens[username] = (await signInTablet(fresh.db, username)).token;
  app = await buildApp(fresh.db, { version: '0.0.0' });
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

const register = readFileSync(realRegister);
const handIn = (username: string, payload: Buffer | string = register, query: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/imports',
    query: { regency: buleleng, asOf: registerDay, fileName: 'register.csv', ...query },
    headers: { authorization: `Bearer ${tokens[username]}`, 'content-type': 'application/octet-stream' },
    payload,
  });
const heldThere = async () =>
  (await fresh.db.selectFrom('record').select('id').where('area', '=', buleleng).where('noun', '=', 'cooperative').execute()).length;

describe('a register handed in at the door', () => {
  test('is looked at first, then taken in, and the second time changes nothing', async () => {
    const look = await handIn('verifikator', register, { dryRun: '1' });
    expect(look.json()).toMatchObject({
      dryRun: true,
      read: 150,
      imported: 150,
      active: 102,
      inactive: 48,
      ratHeld: 64,
      fileName: 'register.csv',
    });
    expect(await heldThere()).toBe(0);
    expect((await handIn('verifikator')).json()).toMatchObject({ dryRun: false, read: 150, imported: 150 });
    expect((await handIn('verifikator')).json()).toMatchObject({ imported: 0, updated: 0, unchanged: 150 });
    expect(await heldThere()).toBe(150);
  });

  test('under a mapping made by hand is read by it', async () => {
    const csv = 'Badan Usaha,No BH\nSinar Jaya,77/BH/2001\n';
    expect((await handIn('verifikator', csv, { dryRun: '1' })).json()).toMatchObject({ status: 422, code: 'headingNotFound' });
    const mapped = await handIn('verifikator', csv, { dryRun: '1', mapping: JSON.stringify({ 'Badan Usaha': 'name' }) });
    expect(mapped.json()).toMatchObject({ read: 1, imported: 1, mapping: { 'Badan Usaha': 'name' } });
    expect((await handIn('verifikator', csv, { mapping: '{' })).json()).toMatchObject({ status: 400, code: 'malformed' });
    expect((await handIn('verifikator', csv, { mapping: '{"__proto__":{"x":1},"a":[]}' })).statusCode).toBe(400);
  });

  test('is only taken from the office, for an area of theirs', async () => {
    expect((await handIn('petugas')).json()).toMatchObject({ status: 403, code: 'role' });
    expect((await handIn('kaltim')).json()).toMatchObject({ status: 403, code: 'area' });
    expect((await handIn('kaltim', register, { regency: '64.99' })).json()).toMatchObject({ status: 422, code: 'unknownRegency' });
    expect((await app.inject({ method: 'POST', url: '/api/imports' })).statusCode).toBe(401);
  });

  test('of the wrong kind is refused in words, whole', async () => {
    const before = await heldThere();
    const refused = await Promise.all([
      handIn('verifikator', Buffer.from('%PDF-1.7 ...')),
      handIn('verifikator', Buffer.alloc(0)),
      handIn('verifikator', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])),
      handIn('verifikator', register, { asOf: '2999-01-01' }),
    ]);
    expect(refused.map((answer) => answer.json().code)).toEqual(['pdf', 'empty', 'damaged', 'asOfInFuture']);
    for (const answer of refused) expect(answer.json().message).toMatchObject({ id: expect.any(String), en: expect.any(String) });
    expect((await handIn('verifikator', Buffer.alloc(33 * 1024 * 1024))).json()).toMatchObject({ status: 413, code: 'tooLarge' });
    expect(await heldThere()).toBe(before);
  });
});
