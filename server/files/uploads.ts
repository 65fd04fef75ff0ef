// Files on their way in, by the tus protocol: pieces that survive any cut, and the proof when the last one has come.
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import * as z from 'zod/mini';
import { hashSchema } from '../../src/domain/fact.ts';
import { fileTypeSchema, mostFileBytes } from '../../src/domain/file.ts';
import type { FilesHeld } from '../../src/domain/file-exchange.ts';
import { areaCodeSchema, coversArea } from '../../src/domain/noun.ts';
import type { Database } from '../store/database.ts';
import { storedAmong } from '../store/files.ts';
import type { SignedInDevice } from '../store/take-up.ts';
import { keepFile } from './keeping.ts';
import type { Vault } from './vault.ts';

export interface Uploads {
  /** Answers one request of the protocol. The caller has let the device in. */
  handle(request: IncomingMessage, response: ServerResponse, device: SignedInDevice): Promise<void>;
  /** Which of these the office has whole; what lies here complete and unproved is proved first. */
  heldOf(device: SignedInDevice, hashes: readonly string[]): Promise<FilesHeld>;
  /** Throws away what nobody finished in time; answers how many. */
  collect(now: number): Promise<number>;
}

export const uploadsPath = '/api/files/uploads';
const dayMs = 86_400_000;
export const unfinishedForMs = 7 * dayMs;
/** A tablet sends one file at a time; more than this are no tablet's. */
const mostUnfinished = 50;

const metadataSchema = z.object({ sha256: hashSchema, type: fileTypeSchema, area: areaCodeSchema });
const idPattern = /^([0-9a-f]{64})\.([0-9a-f-]{36})$/;

/** What the protocol's server throws for the client to read. */
const problem = (status_code: number, code: string) => ({ status_code, body: JSON.stringify({ status: status_code, code }) });

export function openUploads(db: Database, vault: Vault, folder: string): Uploads {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = new FileStore({ directory: folder, expirationPeriodInMilliseconds: unfinishedForMs });
  const devices = new WeakMap<object, SignedInDevice>();
  const proving = new Map<string, Promise<'fileHash' | 'fileType' | undefined>>();

  const senderOf = (request: { runtime?: { node?: { req: object } | undefined } | undefined }): SignedInDevice => {
    const raw = request.runtime?.node?.req;
    const device = raw && devices.get(raw);
    if (!device) throw problem(401, 'signedOut');
    return device;
  };

  const server = new Server({
    path: uploadsPath,
    datastore: store,
    maxSize: mostFileBytes,
    relativeLocation: true,
    allowedOrigins: [],
    // Named by file and tablet: whoever comes again after a cut finds the upload without having kept its address.
    namingFunction: (request, metadata) => {
      const read = metadataSchema.safeParse(metadata);
      if (!read.success) throw problem(400, 'malformed');
      const { officer, deviceId } = senderOf(request);
      if (!coversArea(officer.areas, read.data.area)) throw problem(403, 'area');
      return `${read.data.sha256}.${deviceId}`;
    },
    // An upload of another tablet is not there for this one.
    getFileIdFromRequest: (request, last) => {
      const [id, , deviceId] = idPattern.exec(last ?? '') ?? [];
      return id !== undefined && deviceId === senderOf(request).deviceId ? id : undefined;
    },
    onUploadCreate: async (_request, upload) => {
      if (upload.size === undefined || upload.size < 1) throw problem(400, 'malformed');
      // Whose last answer was lost comes again: the office has it, and needs none of its bytes.
      if ((await storedAmong(db, [upload.id.slice(0, 64)])).size > 0) throw problem(409, 'held');
      // Creating it once more would empty it: the client asks where it stands instead.
      if (await isUnderWay(upload.id)) throw problem(409, 'underWay');
      if ((await unfinishedOf(upload.id)) >= mostUnfinished) throw problem(429, 'tooManyUploads');
      return {};
    },
    onUploadFinish: async (request, upload) => {
      const refusal = await prove(upload.id, senderOf(request));
      if (refusal) throw problem(422, refusal);
      return {};
    },
    onResponseError: (_request, error) => ('body' in error ? error : problem(500, 'unexpected')),
  });

  async function isUnderWay(id: string): Promise<boolean> {
    const upload = await store.getUpload(id).catch(() => undefined);
    return upload !== undefined && Date.now() - Date.parse(upload.creation_date ?? '') < unfinishedForMs;
  }

  async function unfinishedOf(id: string): Promise<number> {
    const deviceId = id.split('.')[1] ?? '';
    return (await readdir(folder)).filter((name) => name.endsWith(`.${deviceId}.json`)).length;
  }

  /** One at a time for each upload: the last piece and the question whether it arrived may come together. */
  function prove(id: string, device: SignedInDevice) {
    const underWay = proving.get(id) ?? proveNow(id, device).finally(() => proving.delete(id));
    proving.set(id, underWay);
    return underWay;
  }

  async function proveNow(id: string, { deviceId, officer }: SignedInDevice): Promise<'fileHash' | 'fileType' | undefined> {
    const [sha256 = ''] = id.split('.');
    const bytes = await readFile(join(folder, id)).catch(() => undefined);
    // Proved by the request that came just before.
    if (!bytes) return undefined;
    const kept = await keepFile(db, vault, { sha256, bytes, deviceId, officerId: officer.id });
    await forget(id);
    if (kept.kind === 'kept') return undefined;
    return kept.code === 'fileType' ? 'fileType' : 'fileHash';
  }

  const forget = async (id: string) => {
    await rm(join(folder, id), { force: true });
    await rm(join(folder, `${id}.json`), { force: true });
  };

  return {
    handle: async (request, response, device) => {
      devices.set(request, device);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('cache-control', 'no-store');
      await server.handle(request, response);
    },
    heldOf: async (device, hashes) => {
      const thrownAway: FilesHeld['thrownAway'] = [];
      const there = await storedAmong(db, hashes);
      for (const sha256 of hashes) {
        if (there.has(sha256)) continue;
        const id = `${sha256}.${device.deviceId}`;
        const upload = await store.getUpload(id).catch(() => undefined);
        if (!upload || upload.offset !== upload.size) continue;
        const code = await prove(id, device);
        if (code) thrownAway.push({ sha256, code });
      }
      const held = await storedAmong(db, hashes);
      return { held: hashes.filter((sha256) => held.has(sha256)), thrownAway };
    },
    collect: async (now) => {
      const names = await readdir(folder);
      const ids = new Set(names.map((name) => name.replace(/\.json$/, '')));
      let thrownAway = 0;
      for (const id of ids) {
        if (now - (await begunAt(folder, id)) < unfinishedForMs) continue;
        await forget(id);
        thrownAway += 1;
      }
      return thrownAway;
    },
  };
}

/** Its description is written once, when it begins; where that is lost, the bytes themselves tell. */
async function begunAt(folder: string, id: string): Promise<number> {
  const found = await stat(join(folder, `${id}.json`)).catch(() => stat(join(folder, id)).catch(() => undefined));
  return found?.mtimeMs ?? Date.now();
}
