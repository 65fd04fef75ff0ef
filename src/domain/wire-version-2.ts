// The second version of the exchange: the first one, with proof that both sides hold the same, areas that come and go, and snapshots.
import * as z from 'zod/mini';
import { areaCodeSchema, nounSchema, rowIdSchema } from './noun.ts';
import { areaPageSchema, exchangeRequestSchema, exchangeResponseSchema, wireRowSchema } from './wire.ts';

/** 64 bits: the XOR of rows' marks, or the beginning of a hash over an area's digests (`digestText`). */
export const areaMarkSchema = z.string().check(z.regex(/^[0-9a-f]{16}$/));

const digestSchema = z.object({ count: z.int(), mark: areaMarkSchema });

/** A bucket, area and noun, that differs and is pulled again; `after` the last id that has come. */
export const pullSchema = z.object({ area: areaCodeSchema, noun: nounSchema, after: z.string().check(z.maxLength(200)) });
export type Pull = z.infer<typeof pullSchema>;

/** What one request carries up at the most; the server refuses more. */
export const mostFactsPerExchange = 1000;
export const mostFactBytesPerExchange = 1024 * 1024;

export const exchangeRequest2Schema = z.extend(exchangeRequestSchema, {
  facts: z.array(z.unknown()).check(z.maxLength(mostFactsPerExchange)),
  /** What the tablet holds of each area as of its cursor. */
  marks: z.optional(z.record(areaCodeSchema, areaMarkSchema)),
  pulls: z.optional(z.array(pullSchema).check(z.maxLength(10))),
  /** The number of the last explicit reset that the tablet has carried out. */
  resets: z.optional(z.int()),
  /** Rows whose removal the tablet has refused since its last request, for the office to look into. */
  declined: z.optional(z.int()),
});
export type ExchangeRequest2 = z.infer<typeof exchangeRequest2Schema>;

/** `movedTo` says why a row is a tombstone: it went to that area with its cooperative. */
export const wireRow2Schema = z.extend(wireRowSchema, { movedTo: z.optional(areaCodeSchema) });
export type WireRow2 = z.infer<typeof wireRow2Schema>;

export const areaPage2Schema = z.extend(areaPageSchema, {
  rows: z.array(wireRow2Schema),
  /** What the tablet holds of the area goes first: its cursor is too old, or the office asked for it. */
  reset: z.optional(z.boolean()),
  /** Instead of rows: the area in packed pages at `/api/snapshots/{area}/{seq}/{page}`, of which the tail comes after. */
  snapshot: z.optional(z.object({ seq: z.int(), pages: z.int() })),
});
export type AreaPage2 = z.infer<typeof areaPage2Schema>;

/** All rows of a bucket with an id behind `after`, up to the last one here; without `more`, up to the end. */
export const bucketPageSchema = z.extend(pullSchema, { rows: z.array(wireRow2Schema), more: z.boolean() });
export type BucketPage = z.infer<typeof bucketPageSchema>;

export const exchangeResponse2Schema = z.extend(exchangeResponseSchema, {
  pages: z.array(areaPage2Schema),
  buckets: z.array(bucketPageSchema),
  /** Areas whose mark was the office's own. */
  agreed: z.array(areaCodeSchema),
  /** What the office holds of the other areas of which the tablet now has everything. */
  digests: z.array(z.object({ area: areaCodeSchema, nouns: z.partialRecord(nounSchema, digestSchema) })),
  /** Areas that the officer no longer has. */
  left: z.array(areaCodeSchema),
  resets: z.int(),
});
export type ExchangeResponse2 = z.infer<typeof exchangeResponse2Schema>;

export const snapshotPageSchema = z.object({
  area: areaCodeSchema,
  seq: z.int(),
  page: z.int(),
  rows: z.array(z.object({ noun: nounSchema, id: rowIdSchema, root: rowIdSchema, version: z.int(), data: z.unknown() })),
});
export type SnapshotPage = z.infer<typeof snapshotPageSchema>;
