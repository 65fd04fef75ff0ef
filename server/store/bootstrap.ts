// The founding of an office on an empty database: its own device and officer, the areas of its province, its first policy.
import { type Kysely, sql } from 'kysely';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { areasOfProvince } from './area-data.ts';
import { newId } from './id.ts';
import type { Schema } from './schema.ts';
import { type OfficeAct, recordSurely, systemAuthor } from './server-device.ts';
import { readSettings, writeSetting } from './setting.ts';

export type Founding = { kind: 'founded' | 'stood' } | { kind: 'problem'; says: string };

const foundingLock = 0x50414e55;

/** Does nothing where the office stands already. The areas of Indonesia's other provinces come when a register of theirs does. */
export async function foundOffice(db: Kysely<Schema>, province: string): Promise<Founding> {
  return db.transaction().execute(async (trx): Promise<Founding> => {
    await lockFounding(trx);
    const settings = await readSettings(trx);
    if (settings) return settings.province === province ? { kind: 'stood' } : otherProvince(settings.province, province);
    const areas = await areasOfProvince(province);
    if (!areas) return { kind: 'problem', says: `There is no province ${province}: set PANTAU_PROVINCE to one such as 64.` };
    const serverDeviceId = newId();
    const systemOfficerId = newId();
    await trx.insertInto('device').values({ id: serverDeviceId, officer_id: systemOfficerId, name: 'server' }).execute();
    await writeSetting(trx, 'province', province);
    await writeSetting(trx, 'isDemo', false);
    await writeSetting(trx, 'serverDeviceId', serverDeviceId);
    await writeSetting(trx, 'systemOfficerId', systemOfficerId);
    const policyId = newId();
    const acts: OfficeAct[] = [
      {
        type: 'officerRecorded',
        id: systemOfficerId,
        area: province,
        body: { name: 'Sistem Pantau', role: 'administrator', areas: [province], active: true },
      },
      ...areas.map((area): OfficeAct => ({ type: 'areaRecorded', id: area.code, area: area.code, body: area })),
      {
        type: 'policyRecorded',
        id: policyId,
        area: province,
        body: { id: policyId, validFrom: '2000-01-01', parameters: defaultPolicy },
      },
    ];
    await recordSurely(trx, acts, await systemAuthor(trx));
    return { kind: 'founded' };
  });
}

/** Whether nobody has used the office yet: no account, no cooperative. */
export async function holdsNothing(db: Kysely<Schema>): Promise<boolean> {
  const account = await db.selectFrom('account').select('username').limit(1).executeTakeFirst();
  const cooperative = await db.selectFrom('record').select('id').where('noun', '=', 'cooperative').limit(1).executeTakeFirst();
  return !account && !cooperative;
}

/** A regency's row and its province's, recorded when they are first needed; false where there is no such regency. */
export async function ensureRegency(trx: Kysely<Schema>, regency: string): Promise<boolean> {
  const held = await trx.selectFrom('record').select('id').where('area', '=', regency).where('noun', '=', 'area').executeTakeFirst();
  if (held) return true;
  const province = regency.slice(0, 2);
  const areas = await areasOfProvince(province);
  const wanted = areas?.filter(({ code }) => code === province || code === regency) ?? [];
  if (!wanted.some(({ code }) => code === regency)) return false;
  const acts = wanted.map((area): OfficeAct => ({ type: 'areaRecorded', id: area.code, area: area.code, body: area }));
  await recordSurely(trx, acts, await systemAuthor(trx, province));
  return true;
}

const otherProvince = (held: string, wanted: string): Founding => ({
  kind: 'problem',
  says: `This register is of province ${held}, not ${wanted}: set PANTAU_PROVINCE=${held}, or PANTAU_DATA to another folder.`,
});

async function lockFounding(trx: Kysely<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${foundingLock})`.execute(trx);
}
