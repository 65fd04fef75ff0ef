// The office's letterhead: from which day its papers bear which lines.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterheadAt, setLetterhead } from '../../server/store/letterhead.ts';
import { readPolicies } from '../../server/store/policies.ts';
import { policyAt } from '../../src/domain/policy.ts';
import type { FreshDatabase } from '../support/database.ts';
import { foundedOffice } from '../support/founded-office.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await foundedOffice();
});
afterAll(() => fresh.drop());

const lines = ['PEMERINTAH PROVINSI CONTOH', 'DINAS KOPERASI CONTOH', 'Jalan Contoh Nomor 1'];

test('an office that has set none has none', async () => {
  expect(await letterheadAt(fresh.db, '2026-07-06')).toEqual([]);
});

test('papers bear the lines of their day, and old ones keep the old lines', async () => {
  const before = policyAt(await readPolicies(fresh.db), '2026-07-06')?.parameters;
  expect(await setLetterhead(fresh.db, lines, '2020-01-01')).toEqual({ kind: 'recorded' });
  expect(await setLetterhead(fresh.db, ['DINAS BARU'], '2026-01-01')).toEqual({ kind: 'recorded' });
  expect(await letterheadAt(fresh.db, '2019-12-31')).toEqual([]);
  expect(await letterheadAt(fresh.db, '2025-12-31')).toEqual(lines);
  expect(await letterheadAt(fresh.db, '2026-01-01')).toEqual(['DINAS BARU']);
  expect(policyAt(await readPolicies(fresh.db), '2026-07-06')?.parameters).toEqual(before);
});

test('saying the same again records nothing', async () => {
  const held = (await readPolicies(fresh.db)).length;
  expect(await setLetterhead(fresh.db, ['DINAS BARU'], '2026-05-01')).toEqual({ kind: 'same' });
  expect(await readPolicies(fresh.db)).toHaveLength(held);
});

test('it can be taken away', async () => {
  await setLetterhead(fresh.db, [], '2027-01-01');
  expect(await letterheadAt(fresh.db, '2027-01-01')).toEqual([]);
});

test('before the first policy of the office there is nothing to bear it', async () => {
  expect(await setLetterhead(fresh.db, lines, '1999-01-01')).toEqual({ kind: 'noPolicy' });
});
