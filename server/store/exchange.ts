// One exchange with a device: its facts are taken in, and what its areas have that it has not yet is handed out.
import type { Kysely } from 'kysely';
import type { AreaPage, ExchangeResponse } from '../../src/domain/wire.ts';
import type { AreaPage2, ExchangeRequest2, ExchangeResponse2 } from '../../src/domain/wire-version-2.ts';
import { readDown } from './down.ts';
import { again } from './retry.ts';
import type { Schema } from './schema.ts';
import { type SnapshotOptions, usualSnapshots } from './snapshot.ts';
import { storable } from './storable.ts';
import { noteSeen, type SignedInDevice, takeUp } from './take-up.ts';
import { tellLater } from './waiting.ts';

export interface ExchangeOptions {
  mostRows?: number;
  snapshots?: SnapshotOptions;
  /** Each fact of the request byte for byte, asked for only where one cannot be taken in. */
  bytes?: () => readonly Buffer[];
}

/** An answer in the version of its request: tablets of the version before are served until they have updated. */
export async function exchange(
  db: Kysely<Schema>,
  device: SignedInDevice,
  request: ExchangeRequest2,
  now: number,
  { mostRows, bytes, snapshots = usualSnapshots }: ExchangeOptions = {},
): Promise<ExchangeResponse | ExchangeResponse2> {
  const seen = { last_seen_at: new Date(now), app_version: storable(request.appVersion) };
  const up =
    request.facts.length === 0
      ? await again(() => noteSeen(db, device.deviceId, seen))
      : await again(() => db.transaction().execute((trx) => takeUp(trx, device, request.facts, { now, bytes, seen })));
  const isFirstVersion = request.wire === 1;
  const resetting = !isFirstVersion && up.resets > (request.resets ?? 0);
  const down = await readDown(db, device.officer, request, { mostRows, resetting, snapshots: isFirstVersion ? undefined : snapshots });
  const later = await tellLater(db, device.deviceId, request.cursors);
  const answered = new Set(up.verdicts.map((verdict) => verdict.id));
  const verdicts = [...up.verdicts, ...later.filter((verdict) => !answered.has(verdict.id))];
  const head = { wire: request.wire, now, deviceSeq: up.deviceSeq, verdicts, officer: device.officer };
  return isFirstVersion ? { ...head, pages: firstVersionPages(down.pages) } : { ...head, ...down, resets: up.resets };
}

/** The first version knows neither resets nor why a row is gone. */
const firstVersionPages = (pages: readonly AreaPage2[]): AreaPage[] =>
  pages.map(({ area, cursor, more, rows }) => ({ area, cursor, more, rows: rows.map(({ movedTo: _movedTo, ...row }) => row) }));
