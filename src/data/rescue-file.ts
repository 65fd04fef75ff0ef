// Writing a rescue file: facts and photos that the office may not have, signed by the tablet, encrypted to the office, piece by piece.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Encrypter } from 'age-encryption';
import { createTarPacker } from 'modern-tar';
import { dayOf, formatTime } from '../domain/day.ts';
import {
  mostRescueBytes,
  mostRescueFactBytes,
  mostRescueFacts,
  mostRescueFiles,
  type RescueManifest,
  rescueEnding,
  rescueEntries,
  rescueFormat,
  rescueVersion,
  signedBytes,
  signingAlgorithm,
} from '../domain/rescue.ts';
import type { FieldDatabase, HeldFile, OutboxFact } from './database.ts';
import { rescuableFacts, rescuableFiles } from './rescuable.ts';
import { type RescueKeys, readSettings } from './settings.ts';

export interface RescueFile {
  kind: 'made';
  name: string;
  blob: Blob;
  /** 1, 2, 3 … of the files that together hold everything. */
  part: number;
  facts: number;
  files: number;
  /** All that the tablet could have rescued when this was made, in this file, before it and behind it. */
  found: { facts: number; files: number };
  /** What the office takes no more of in one file, and where the next one begins. */
  rest?: { facts: number; files: number; after: RescueEnd };
}

/** Where a file ended. Facts go in their order; photos are remembered by name, since a small one may have had room that a large one had not. */
export interface RescueEnd {
  part: number;
  deviceSeq: number;
  files: ReadonlySet<string>;
}

/** As much as the office takes in one file. */
export interface RescueLimits {
  bytes: number;
  facts: number;
  factBytes: number;
  files: number;
}

const officeLimits: RescueLimits = {
  bytes: mostRescueBytes,
  facts: mostRescueFacts,
  factBytes: mostRescueFactBytes,
  files: mostRescueFiles,
};

/** `noKey`: the office's key has not arrived yet. */
export type MadeRescue = RescueFile | { kind: 'nothing' | 'noKey' };

export interface RescueOptions {
  appVersion: string;
  now?: number;
  /** Of the bytes that go in. */
  onProgress?(done: number, all: number): void;
  /** Goes on where the file before ended. */
  after?: RescueEnd | undefined;
  limits?: Partial<RescueLimits>;
}

/** Room for heads, keys and tags. */
const spareBytes = 4 * 1024 * 1024;
const sliceBytes = 256 * 1024;
/** A blob of this size goes to the browser's own store, out of the app's memory. */
const partBytes = 4 * 1024 * 1024;

export async function makeRescueFile(db: FieldDatabase, options: RescueOptions): Promise<MadeRescue> {
  const { now = Date.now(), appVersion, after = { part: 0, deviceSeq: 0, files: new Set() } } = options;
  const limits = { ...officeLimits, ...options.limits };
  const { rescue, session, device } = await readSettings(db, ['rescue', 'session', 'device']);
  if (!rescue?.recipient || !session || !device) return { kind: 'noKey' };
  const rescuable = { facts: await rescuableFacts(db), files: await rescuableFiles(db) };
  const held = rescuable.facts.filter(({ deviceSeq }) => deviceSeq > after.deviceSeq);
  const waiting = rescuable.files.filter((file) => !after.files.has(file.sha256));
  const { lines, facts } = fittingFacts(held, limits);
  const files = fittingFiles(waiting, limits.files, limits.bytes - facts.length - spareBytes);
  if (lines + files.length === 0) return { kind: 'nothing' };
  const manifest: RescueManifest = {
    format: rescueFormat,
    version: rescueVersion,
    madeAt: now,
    appVersion: appVersion.slice(0, 60),
    deviceId: device.deviceId,
    officerId: session.officer.id,
    office: rescue.recipient,
    key: bytesToHex(sha256(Uint8Array.from(atob(rescue.publicKey), (sign) => sign.charCodeAt(0)))),
    facts: { count: lines, bytes: facts.length, sha256: bytesToHex(sha256(facts)) },
    files: files.map(({ sha256: hash, bytes, type }) => ({ sha256: hash, bytes, type })),
  };
  const archive = await archiveOf(db, manifest, facts, rescue, options.onProgress);
  const encrypter = new Encrypter();
  encrypter.addRecipient(rescue.recipient);
  const blob = await collected(await encrypter.encrypt(archive));
  const part = after.part + 1;
  const left = { facts: held.length - lines, files: waiting.length - files.length };
  const hasRest = left.facts + left.files > 0;
  const end: RescueEnd = {
    part,
    deviceSeq: held[lines - 1]?.deviceSeq ?? after.deviceSeq,
    files: new Set([...after.files, ...files.map(({ sha256: hash }) => hash)]),
  };
  return {
    kind: 'made',
    name: nameOf(session.officer.name, now, hasRest || part > 1 ? part : undefined),
    blob,
    part,
    facts: lines,
    files: files.length,
    found: { facts: rescuable.facts.length, files: rescuable.files.length },
    ...(hasRest ? { rest: { ...left, after: end } } : {}),
  };
}

/** In device order, none passed over: what comes later may need what came before. */
function fittingFacts(held: readonly OutboxFact[], { facts: mostFacts, factBytes }: RescueLimits) {
  const encoder = new TextEncoder();
  const lines: Uint8Array[] = [];
  let bytes = 0;
  for (const { fact } of held.slice(0, mostFacts)) {
    const line = encoder.encode(`${JSON.stringify(fact)}\n`);
    if (bytes + line.length > factBytes) break;
    lines.push(line);
    bytes += line.length;
  }
  const facts = new Uint8Array(bytes);
  let at = 0;
  for (const line of lines) {
    facts.set(line, at);
    at += line.length;
  }
  return { lines: lines.length, facts };
}

/** The oldest first: they have waited longest. */
function fittingFiles(files: readonly HeldFile[], most: number, room: number): HeldFile[] {
  let left = room;
  const fitting = files.filter(({ bytes }) => {
    const fits = bytes + 1024 <= left;
    if (fits) left -= bytes + 1024;
    return fits;
  });
  return fitting.slice(0, most);
}

async function archiveOf(
  db: FieldDatabase,
  manifest: RescueManifest,
  facts: Uint8Array<ArrayBuffer>,
  { privateKey }: RescueKeys,
  onProgress: RescueOptions['onProgress'],
): Promise<ReadableStream<Uint8Array>> {
  const text = new TextEncoder().encode(JSON.stringify(manifest));
  const signature = new Uint8Array(await crypto.subtle.sign(signingAlgorithm, privateKey, signedBytes(text)));
  const { readable, controller } = createTarPacker();
  const mtime = new Date(manifest.madeAt);
  const all = facts.length + manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const write = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const entry = controller.add({ name, size: bytes.length, mtime }).getWriter();
    for (let at = 0; at < bytes.length; at += sliceBytes) {
      const slice = bytes.subarray(at, at + sliceBytes);
      await entry.write(slice);
      done += slice.length;
      onProgress?.(Math.min(done, all), all);
      // The streams alone would not let the screen have a turn until everything is encrypted.
      await new Promise((resolve) => setTimeout(resolve));
    }
    await entry.close();
  };
  const writeAll = async () => {
    await write(rescueEntries.manifest, text);
    await write(rescueEntries.signature, signature);
    await write(rescueEntries.facts, facts);
    for (const { sha256: hash, bytes } of manifest.files) {
      const content = (await db.fileContent.get(hash))?.bytes;
      // One that the browser lost or cut meanwhile must not keep the others from being saved.
      if (content?.byteLength === bytes) await write(`${rescueEntries.files}${hash}`, new Uint8Array(content));
    }
    controller.finalize();
  };
  writeAll().catch((error) => controller.error(error));
  return readable;
}

async function collected(stream: ReadableStream<Uint8Array>): Promise<Blob> {
  const parts: Blob[] = [];
  let gathered: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      gathered.push(value as Uint8Array<ArrayBuffer>);
      bytes += value.length;
    }
    if (done || bytes >= partBytes) {
      parts.push(new Blob(gathered));
      gathered = [];
      bytes = 0;
    }
    if (done) return new Blob(parts, { type: 'application/octet-stream' });
  }
}

/** What every system takes as a file's name. */
function nameOf(officer: string, now: number, part: number | undefined): string {
  const who = officer
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 30);
  const when = `${dayOf(now)}-${formatTime(now, 'id').replace(/\D+/g, '-').replace(/-$/, '')}`;
  return `penyelamat-${who || 'petugas'}-${when}${part === undefined ? '' : `-bagian-${part}`}${rescueEnding}`;
}
