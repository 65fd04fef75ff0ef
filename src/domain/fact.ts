// A fact: one thing that happened, past tense, immutable and self-describing. Everything else is folded from facts.
import * as z from 'zod/mini';
import { areaCodeSchema, subjectSchema } from './noun.ts';

/** How far the device's clock stood from the office's at the last contact, and how much that is worth. */
export const clockSchema = z.object({
  offsetMs: z.int(),
  confidence: z.enum(['none', 'stale', 'good']),
});
export type Clock = z.infer<typeof clockSchema>;

/** Below this nobody's records stand in a wrong order. */
const worthNotingMs = 60_000;

/** What rows keep of a clock: nothing, where it was sure and less than a minute off. */
export const notedClock = ({ offsetMs, confidence }: Clock): Clock | undefined =>
  confidence === 'good' && Math.abs(offsetMs) < worthNotingMs ? undefined : { offsetMs, confidence };

export const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** The `previousHash` of a device's first fact. */
export const chainStart = '0'.repeat(64);

/** The envelope of every fact; the body belongs to its type (`factRules`). `at` is device time in epoch ms. */
export const factSchema = z.object({
  id: z.uuid(),
  type: z.string().check(z.minLength(1), z.maxLength(60)),
  subject: subjectSchema,
  area: areaCodeSchema,
  officerId: z.uuid(),
  deviceId: z.uuid(),
  deviceSeq: z.int().check(z.minimum(1)),
  at: z.int(),
  clock: clockSchema,
  previousHash: hashSchema,
  body: z.unknown(),
});
export type RawFact = z.infer<typeof factSchema>;

/** A fact whose body has been read by its type's schema. */
export interface Fact<Body = unknown> extends Omit<RawFact, 'body'> {
  body: Body;
}

/** The moment by the office's clock, as well as it is known. */
export const officeTimeOf = (fact: { at: number; clock: Clock }): number => fact.at + fact.clock.offsetMs;
