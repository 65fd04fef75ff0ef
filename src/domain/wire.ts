// What travels between tablet and office: one request, one answer. Its shapes are guarded by a hash test.
import * as z from 'zod/mini';
import { areaCodeSchema, nounSchema, rowIdSchema, subjectSchema } from './noun.ts';
import { roleSchema } from './officer.ts';

/** What this app speaks; what it adds to version 1 stands in `wire-version-2.ts`. */
export const wireVersion = 2;
/** What the office answers, each in its own version: a tablet that was two weeks away hands in its work before it updates. */
export const wireVersions: readonly number[] = [1, 2];
/** What one request of the first version carries up at the most. */
export const mostFactsInFirst = 200;

/** A row as the server holds it; `data` null is a tombstone or an exit from the tablet's areas. `seq` orders the area's rows. */
export const wireRowSchema = z.object({
  noun: nounSchema,
  id: rowIdSchema,
  root: rowIdSchema,
  area: areaCodeSchema,
  version: z.int(),
  seq: z.int(),
  data: z.unknown(),
});
export type WireRow = z.infer<typeof wireRowSchema>;

export const exchangeRequestSchema = z.object({
  wire: z.int(),
  appVersion: z.string().check(z.maxLength(60)),
  /** Device time in epoch ms when the request left, to estimate the clock's offset. */
  sentAt: z.int(),
  /** Facts in device order; each is read by itself, so that one that cannot be read does not hold back the others. */
  facts: z.array(z.unknown()).check(z.maxLength(mostFactsInFirst)),
  /** The last `seq` the tablet holds of each area. An area it has never seen is absent. */
  cursors: z.record(areaCodeSchema, z.int().check(z.minimum(0))),
});
export type ExchangeRequest = z.infer<typeof exchangeRequestSchema>;

export const verdictKinds = ['applied', 'merged', 'conflict', 'refused', 'waiting', 'quarantined'] as const;
/** The server's word on one fact. `seq` is the area's sequence at which its effect stands. */
export const verdictSchema = z.object({
  id: z.string(),
  deviceSeq: z.int(),
  kind: z.enum(verdictKinds),
  area: z.optional(areaCodeSchema),
  seq: z.optional(z.int()),
  rule: z.optional(z.string()),
  field: z.optional(z.string()),
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  waitingFor: z.optional(subjectSchema),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const areaPageSchema = z.object({
  area: areaCodeSchema,
  cursor: z.int(),
  /** Whether more rows wait behind the cursor. */
  more: z.boolean(),
  rows: z.array(wireRowSchema),
});
export type AreaPage = z.infer<typeof areaPageSchema>;

export const sessionOfficerSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: roleSchema,
  areas: z.array(areaCodeSchema),
});
export type SessionOfficer = z.infer<typeof sessionOfficerSchema>;

export const exchangeResponseSchema = z.object({
  wire: z.int(),
  /** Office time in epoch ms. */
  now: z.int(),
  /** The highest `deviceSeq` the office holds of this device: a gap names what is missing. */
  deviceSeq: z.int(),
  /** One for each fact sent, and one for each of this device's facts that waited and has been judged since. */
  verdicts: z.array(verdictSchema),
  pages: z.array(areaPageSchema),
  officer: sessionOfficerSchema,
});
export type ExchangeResponse = z.infer<typeof exchangeResponseSchema>;

export const signInRequestSchema = z.object({
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  deviceId: z.uuid(),
  deviceName: z.optional(z.string().check(z.maxLength(200))),
  appVersion: z.string().check(z.maxLength(60)),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

export const signInResponseSchema = z.object({
  /** Revocable; the office keeps only its hash. */
  token: z.string(),
  officer: sessionOfficerSchema,
  now: z.int(),
  /** What the office already holds of this device: numbering goes on behind it. */
  deviceSeq: z.int(),
  lastHash: z.string(),
  province: areaCodeSchema,
  isDemo: z.boolean(),
});
export type SignInResponse = z.infer<typeof signInResponseSchema>;
