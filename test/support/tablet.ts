// A tablet with an officer signed in, on an IndexedDB in memory that survives a restart of the app.
import { bucketOf } from '../../src/data/bucket.ts';
import { type FieldDatabase, openFieldDatabase, rowKeyOf } from '../../src/data/database.ts';
import { keepSession } from '../../src/data/keep-session.ts';
import { writeSetting } from '../../src/data/settings.ts';
import { chainStart } from '../../src/domain/fact.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import type { Row } from '../../src/domain/world.ts';
import { province, today } from './world.ts';

let opened = 0;

export interface TabletOptions {
  deviceId: string;
  token?: string;
  now?: number;
  name?: string;
}

export async function tabletOf(officer: SessionOfficer, options: TabletOptions): Promise<FieldDatabase> {
  opened += 1;
  const now = options.now ?? today;
  const db = openFieldDatabase(options.name ?? `tablet-${opened}`);
  const answer = { token: options.token ?? 'token', officer, now, deviceSeq: 0, lastHash: chainStart, province, isDemo: false };
  await keepSession(db, options.deviceId, answer, { now });
  await writeSetting(db, 'cursors', Object.fromEntries([province, ...officer.areas].map((area) => [area, 0])));
  return db;
}

/** A row as the office sent it. */
export async function arrive(db: FieldDatabase, row: Row): Promise<void> {
  const { noun, id, root, area, version, data } = row;
  await db.row.put({ key: rowKeyOf(noun, id), bucket: bucketOf(area, noun, root), noun, id, root, area, version, data });
}
