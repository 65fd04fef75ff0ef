// Handing a rescue file in at the office: looked at from outside, sent in pieces from where the office stands, then the office's word on it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fileChunkBytes } from '../domain/file.ts';
import {
  mostRescueBytes,
  type RescueReceipt,
  type RescueRefusal,
  type RescueStanding,
  rescuePathOf,
  rescueRefusals,
  rescueStandingSchema,
  rescueStart,
} from '../domain/rescue.ts';

export type RescueAnswer =
  | { kind: 'answered'; body: unknown }
  | { kind: 'failed'; failure: 'unreachable' | 'signedOut' | 'refused' | 'serverError'; body?: unknown };

export type RescueAsk = (method: 'GET' | 'POST', path: string, body?: Blob | object) => Promise<RescueAnswer>;

/** `refused`: the office takes nothing of it, now or later. `failed`: nothing is lost, and it can be tried again. */
export type Delivery =
  | { kind: 'taken'; receipt: NonNullable<RescueStanding['receipt']> }
  | { kind: 'refused'; code: RescueRefusal }
  | { kind: 'failed'; failure: 'unreachable' | 'signedOut' | 'serverError' | 'busy' };

export interface Delivered {
  sha256: string;
  bytes: number;
  /** The bytes from there on, as many as fit one request. */
  read(at: number): Promise<Blob>;
  onProgress?(at: number): void;
}

/** More answers without a step forward than any honest office gives. */
const mostStandstills = 5;

export async function deliver(ask: RescueAsk, { sha256, bytes, read, onProgress }: Delivered): Promise<Delivery> {
  const path = rescuePathOf(sha256);
  const first = readStanding(await ask('GET', path));
  if (first.kind !== 'standing') return first;
  if (first.receipt) return { kind: 'taken', receipt: first.receipt };
  let { at } = first;
  for (let standstills = 0; at < bytes && standstills < mostStandstills; ) {
    onProgress?.(at);
    const next = readStanding(await ask('POST', `${path}/pieces?at=${at}`, await read(at)));
    if (next.kind !== 'standing') return next;
    if (next.at <= at) standstills += 1;
    at = next.at;
  }
  onProgress?.(bytes);
  const last = readStanding(await ask('POST', `${path}/take`, {}));
  if (last.kind !== 'standing') return last;
  return last.receipt ? { kind: 'taken', receipt: last.receipt } : { kind: 'failed', failure: 'serverError' };
}

type Standing = { kind: 'standing'; at: number; receipt?: RescueReceipt | undefined };

function readStanding(answer: RescueAnswer): Standing | Exclude<Delivery, { kind: 'taken' }> {
  if (answer.kind === 'answered') {
    const standing = rescueStandingSchema.safeParse(answer.body);
    return standing.success ? { kind: 'standing', ...standing.data } : { kind: 'failed', failure: 'serverError' };
  }
  if (answer.failure !== 'refused') return { kind: 'failed', failure: answer.failure };
  const { code, at } = Object(answer.body) as { code?: unknown; at?: unknown };
  if (code === 'place' && typeof at === 'number') return { kind: 'standing', at };
  // There is room again once the others have arrived or are a week old.
  const refusal = rescueRefusals.find((each) => each === code && each !== 'noRoom');
  if (refusal) return { kind: 'refused', code: refusal };
  const isLater = code === 'noRoom' || code === 'quarantineFull' || code === 'tooManyRequests';
  return { kind: 'failed', failure: isLater ? 'busy' : 'serverError' };
}

/** What can be seen of a file without any key. */
export async function judgeOutside(file: Blob): Promise<RescueRefusal | undefined> {
  if (file.size === 0) return 'empty';
  if (file.size > mostRescueBytes) return 'tooLarge';
  const begin = await file.slice(0, rescueStart.length).text();
  if (begin === rescueStart) return undefined;
  return rescueStart.startsWith(begin) ? 'damaged' : 'notRescue';
}

/** By pieces, since a file may be larger than a tablet's memory; the screen is let to breathe in between. */
export async function hashOfBlob(file: Blob, onProgress?: (at: number) => void): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += fileChunkBytes) {
    hash.update(new Uint8Array(await file.slice(at, at + fileChunkBytes).arrayBuffer()));
    onProgress?.(at);
  }
  return bytesToHex(hash.digest());
}
