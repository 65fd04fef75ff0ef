// The few single values of a tablet: its session, its number of facts, its clock, its cursors.
import * as z from 'zod/mini';
import { type Clock, clockSchema, hashSchema } from '../domain/fact.ts';
import { areaCodeSchema, type Noun } from '../domain/noun.ts';
import { sessionOfficerSchema } from '../domain/wire.ts';
import type { Pull } from '../domain/wire-version-2.ts';
import type { FieldDatabase } from './database.ts';
import type { Loss } from './loss.ts';

export const sessionSchema = z.object({
  token: z.string(),
  officer: sessionOfficerSchema,
  province: areaCodeSchema,
  isDemo: z.boolean(),
  signedInAt: z.int(),
});
export type Session = z.infer<typeof sessionSchema>;

/** `nextSeq` and `lastHash` continue the device's gapless, chained sequence of facts. */
export const deviceSchema = z.object({ deviceId: z.uuid(), nextSeq: z.int(), lastHash: hashSchema });
export type Device = z.infer<typeof deviceSchema>;

/** `checkedAt` is device time of the last contact; time running backwards behind it is noticed. */
export const clockStateSchema = z.extend(clockSchema, { checkedAt: z.int() });
export type ClockState = z.infer<typeof clockStateSchema>;

/** How the last exchange went, for the officer to see. */
export const syncStateSchema = z.object({
  startedAt: z.optional(z.int()),
  lastSuccessAt: z.optional(z.int()),
  lastFailureAt: z.optional(z.int()),
  failure: z.optional(z.enum(['unreachable', 'serverError', 'signedOut', 'outdated', 'storage', 'busy'])),
  running: z.optional(z.boolean()),
  sent: z.optional(z.int()),
  toSend: z.optional(z.int()),
  received: z.optional(z.int()),
  more: z.optional(z.boolean()),
});
export type SyncState = z.infer<typeof syncStateSchema>;

export const cursorsSchema = z.record(z.string(), z.int());

/** Whether the tablet holds what the office holds, as of the last exchange that said so. */
export interface Proof {
  areas: Record<string, { checkedAt: number; different: Noun[] }>;
  /** Buckets that differ and are being pulled again. */
  pulls: Pull[];
  /** When a bucket, `area/noun`, was pulled again, so that one that cannot be mended does not cost the whole day's data. */
  pulledAt: Record<string, number>;
  /** The last time that rows were counted one by one. */
  countedAt?: number;
  /** Rows that the last pull would have removed and that were kept. */
  declined?: { rows: number; at: number };
}

/** The keys of rescue files: the tablet's own, whose private half cannot be read even by the app, and the office's. */
export interface RescueKeys {
  privateKey: CryptoKey;
  /** In base64, as the office was given it. */
  publicKey: string;
  /** Of the office; without it the office has not heard of this tablet's key either. */
  recipient?: string;
  /** When the office was asked last. */
  askedAt?: number;
}

interface SettingOf {
  session: Session;
  device: Device;
  clock: ClockState;
  cursors: Record<string, number>;
  sync: SyncState;
  proof: Proof;
  /** Of areas that come in packed pages, the page that is fetched next; their cursors are set with the last one. */
  snapshots: Record<string, { seq: number; pages: number; next: number }>;
  /** What was lost with the database that stood here before. */
  loss: Loss;
  /** The number of the office's last explicit reset that was carried out. */
  resets: number;
  rescue: RescueKeys;
  /** Counts up whenever a row that the register shows has changed. */
  registerVersion: number;
}

export async function readSetting<K extends keyof SettingOf>(db: FieldDatabase, key: K): Promise<SettingOf[K] | undefined> {
  return (await db.setting.get(key))?.value as SettingOf[K] | undefined;
}

/** Several of them in one question. */
export async function readSettings<K extends keyof SettingOf>(
  db: FieldDatabase,
  keys: readonly K[],
): Promise<{ [Key in K]: SettingOf[Key] | undefined }> {
  // All of them come in one answer, where each by its key would be a way there and back.
  const held = new Map((await db.setting.toArray()).map(({ key, value }) => [key, value]));
  return Object.fromEntries(keys.map((key) => [key, held.get(key)])) as { [Key in K]: SettingOf[Key] | undefined };
}

export async function writeSetting<K extends keyof SettingOf>(db: FieldDatabase, key: K, value: SettingOf[K]): Promise<void> {
  await db.setting.put({ key, value });
}

/** A day without contact, or a clock that went back, makes the offset doubtful. */
export function clockAt(state: ClockState | undefined, now: number): Clock {
  if (!state) return { offsetMs: 0, confidence: 'none' };
  const age = now - state.checkedAt;
  const fresh = age >= 0 && age < 86_400_000 * 14;
  return { offsetMs: state.offsetMs, confidence: fresh ? state.confidence : 'stale' };
}

/** Office time as far as this tablet can know it: not before the first contact, nor on a clock that has gone back behind the last one. */
export const officeTimeAt = (state: ClockState | undefined, now: number): number | undefined =>
  state && now >= state.checkedAt ? now + state.offsetMs : undefined;
