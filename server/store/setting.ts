// What the office has settled about itself once: its province, whether it is a demo, its own device and officer.
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export interface Settings {
  province: string;
  isDemo: boolean;
  serverDeviceId: string;
  systemOfficerId: string;
}

export async function readSettings(db: Kysely<Schema>): Promise<Settings | undefined> {
  const rows = await db.selectFrom('setting').selectAll().execute();
  const held = Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Partial<Settings>;
  const { province, isDemo, serverDeviceId, systemOfficerId } = held;
  if (province === undefined || serverDeviceId === undefined || systemOfficerId === undefined) return undefined;
  return { province, isDemo: isDemo ?? false, serverDeviceId, systemOfficerId };
}

/** Settings of an office that has been founded. */
export async function settingsOf(db: Kysely<Schema>): Promise<Settings> {
  const settings = await readSettings(db);
  if (!settings) throw new Error('the office has not been founded');
  return settings;
}

export async function writeSetting<K extends keyof Settings>(db: Kysely<Schema>, key: K, value: Settings[K]): Promise<void> {
  const text = JSON.stringify(value);
  await db
    .insertInto('setting')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}
