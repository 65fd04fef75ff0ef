// Tablets and rescue files around an office with its doors open: making, carrying and handing in, as the app does it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { keepForDraft } from '../../src/data/files.ts';
import { recordActs } from '../../src/data/record.ts';
import { type Delivery, deliver } from '../../src/data/rescue-delivery.ts';
import { makeRescueFile, type RescueFile } from '../../src/data/rescue-file.ts';
import { fileChunkBytes } from '../../src/domain/file.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import { settleRescue } from '../../src/sync/rescue.ts';
import { officeAt } from '../../src/sync/send.ts';
import { emptyDraft } from '../../src/ui/visit/visit-draft.ts';
import { recordVisit, visitDraftKey } from '../../src/ui/visit/visit-record.ts';
import type { OfficeWithFiles } from './office-with-files.ts';
import { hashOfBytes } from './photo.ts';
import { cooperativeBody, idOf, kukar } from './world.ts';

export const ask = (office: OfficeWithFiles, token: string) => {
  const door = officeAt(office.url).rescue?.(token);
  if (!door) throw new Error('the office has no door for rescue files');
  return door;
};

/** A round with the office, keys and carried files included, as the loop makes it. */
export async function syncWith(office: OfficeWithFiles, db: FieldDatabase) {
  const result = await exchangeAll(db, officeAt(office.url), { appVersion: 'test' });
  if (result.kind === 'done') await settleRescue(db, officeAt(office.url));
  return result;
}

/** A new cooperative and a visit to it with these photos, recorded and not sent: two facts. */
export async function workInField(db: FieldDatabase, number: number, photos: readonly Uint8Array<ArrayBuffer>[] = [], area = kukar) {
  const [cooperativeId, visitId] = [idOf(0x1c000 + number), idOf(0x1e000 + number)];
  await recordActs(db, [{ type: 'cooperativeRecorded', id: cooperativeId, area, body: { ...cooperativeBody, regencyCode: area } }]);
  for (const photo of photos) {
    const draft = { key: visitDraftKey(visitId), kind: 'visit' as const, cooperativeId, content: emptyDraft() };
    await keepForDraft(db, draft, { bytes: photo.buffer, takenAt: Date.now() }, 12);
  }
  const draft = { ...emptyDraft(), purpose: 'monitoring' as const, visitedOn: '2026-07-06' };
  await recordVisit(db, { visitId, cooperativeId, area, draft, ended: 2025 });
  return { cooperativeId, visitId };
}

export async function rescueOf(db: FieldDatabase): Promise<RescueFile & { bytes: Buffer }> {
  const made = await makeRescueFile(db, { appVersion: 'test' });
  if (made.kind !== 'made') throw new Error(made.kind);
  return { ...made, bytes: Buffer.from(await made.blob.arrayBuffer()) };
}

/** As the office's screen hands a file in. */
export const handIn = (office: OfficeWithFiles, token: string, bytes: Buffer): Promise<Delivery> =>
  deliver(ask(office, token), {
    sha256: hashOfBytes(bytes),
    bytes: bytes.length,
    read: async (at) => new Blob([new Uint8Array(bytes.subarray(at, at + fileChunkBytes))], { type: 'application/octet-stream' }),
  });

export function onDisk(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-rescue-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'file.pantau');
  writeFileSync(path, bytes);
  return path;
}

export const logOf = (office: OfficeWithFiles, deviceId: string) =>
  office.db.selectFrom('fact').selectAll().where('device_id', '=', deviceId).orderBy('device_seq').execute();
export const quarantineOf = (office: OfficeWithFiles, deviceId: string) =>
  office.db.selectFrom('quarantine').selectAll().where('device_id', '=', deviceId).orderBy('id').execute();
