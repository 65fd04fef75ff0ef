import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areasOfProvince } from '../../server/store/area-data.ts';
import { ensureRegency, foundOffice } from '../../server/store/bootstrap.ts';
import { readableAreas } from '../../server/store/down.ts';
import { settingsOf } from '../../server/store/setting.ts';
import type { Area } from '../../src/domain/area.ts';
import { databaseForTest, type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await foundOffice(fresh.db, '64');
});
afterAll(() => fresh.drop());

const rowsOf = (noun: string) =>
  fresh.db.selectFrom('record').select(['area', 'id', 'data']).where('noun', '=', noun).orderBy('area').execute();

describe('an office that is founded', () => {
  test('knows its ten regencies, 105 districts and 1,038 villages, each regency in its own area', async () => {
    const areas = await rowsOf('area');
    expect(areas.map(({ area, id }) => [area, id])).toEqual(areas.map(({ id }) => [id, id]));
    const regencies = areas.map(({ data }) => data as Area).filter(({ level }) => level === 'regency');
    const districts = regencies.flatMap((regency) => regency.districts);
    const villages = districts.flatMap((district) => district.villages);
    expect([regencies.length, districts.length, villages.length]).toEqual([10, 105, 1038]);
    expect(villages.filter(({ kind }) => kind === 'kelurahan')).toHaveLength(197);
    expect(regencies.map(({ name }) => name)).toContain('Kabupaten Kutai Kartanegara');
  });

  test('has a policy from the year 2000 on and one officer, itself', async () => {
    expect(await rowsOf('policy')).toMatchObject([{ area: '64', data: { validFrom: '2000-01-01', parameters: { lateCounts: true } } }]);
    expect(await rowsOf('officer')).toMatchObject([{ area: '64', data: { name: 'Sistem Pantau', role: 'administrator', areas: ['64'] } }]);
    expect(await settingsOf(fresh.db)).toMatchObject({ province: '64', isDemo: false });
  });

  test('is not founded twice, nor as another province', async () => {
    expect(await foundOffice(fresh.db, '64')).toEqual({ kind: 'stood' });
    expect(await foundOffice(fresh.db, '51')).toMatchObject({ kind: 'problem', says: expect.stringContaining('PANTAU_PROVINCE=64') });
    expect(await rowsOf('policy')).toHaveLength(1);
  });

  test('takes a regency of another province on record when it is needed, with its province', async () => {
    const found = await fresh.db.transaction().execute((trx) => ensureRegency(trx, '51.08'));
    const missing = await fresh.db.transaction().execute((trx) => ensureRegency(trx, '51.99'));
    expect([found, missing]).toEqual([true, false]);
    expect(await readableAreas(fresh.db, { areas: ['51.08'] })).toEqual(['51', '51.08']);
    expect(await readableAreas(fresh.db, { areas: ['64'] })).not.toContain('51.08');
  });
});

test('of two that found at once one does the work', async () => {
  const { db } = await databaseForTest();
  const both = await Promise.all([foundOffice(db, '64'), foundOffice(db, '64')]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['founded', 'stood']);
});

test('a province that does not exist is said so', async () => {
  const { db } = await databaseForTest();
  expect(await foundOffice(db, '99')).toMatchObject({ kind: 'problem' });
  expect(await areasOfProvince('99')).toBeUndefined();
});
