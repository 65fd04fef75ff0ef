// What a former release leaves behind: its tables on the tablet's disk, and the way it spoke on the wire.
import { openFieldDatabase } from '../../src/data/database.ts';
import { type FormerSchema, formerDatabase } from '../support/former-tablet.ts';
import { ownFacts } from '../support/own-facts.ts';
import { versionOneTablet } from '../support/version-1-tablet.ts';
import { password } from './beginning.ts';
import type { SimOffice } from './sim-office.ts';

/** Settings that the first release did not know. */
const unknownToFirst = new Set(['digests', 'proof', 'resets', 'snapshots']);

/** Puts what lies in a database of this release under the schema of a former one, as that would have kept it. */
export async function leaveAsRelease(name: string, version: FormerSchema): Promise<void> {
  const now = openFieldDatabase(name);
  await now.open();
  const snapshots = (await now.setting.get('snapshots'))?.value ?? {};
  const files = await now.file.count();
  // The first release could not be in the middle of packed pages, and the second took no photos yet.
  if ((version < 3 && files > 0) || (version === 1 && Object.keys(snapshots as object).length > 0)) return now.close();
  const held = new Map<string, unknown[]>();
  const former = formerDatabase(name, version);
  for (const { name: table } of former.tables) {
    const rows: { key?: string }[] = await now.table(table).toArray();
    held.set(table, version === 1 && table === 'setting' ? rows.filter(({ key }) => !unknownToFirst.has(key ?? '')) : rows);
  }
  held.set('outbox', await ownFacts(now));
  await now.delete();
  await former.open();
  for (const [table, rows] of held) await former.table(table).bulkPut(rows);
  former.close();
}

/** A tablet that has not been updated: it speaks the first version of the wire, and everything it does must arrive. */
export function formerTablet(office: SimOffice, username: string) {
  return versionOneTablet(
    async (path, body, token) => {
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
      const response = await office.fetchFrom(`http://office${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    username,
    password,
  );
}
export type FormerTablet = Awaited<ReturnType<typeof formerTablet>>;
