// The rescue file: what it says of itself, what the office answers to it, and how much of it there may be. Its bytes: docs/RESCUE-FORMAT.md.
import * as z from 'zod/mini';
import { hashSchema } from './fact.ts';
import { fileTypeSchema, mostFileBytes } from './file.ts';
import { verdictKinds } from './wire.ts';

export const rescueFormat = 'pantau-rescue';
export const rescueVersion = 1;
export const rescueEnding = '.pantau';

/** How every rescue file begins: the first line of the age format, whatever is inside. */
export const rescueStart = 'age-encryption.org/v1\n';

/** Days of photos; what one tablet, one courier and one request of the office can still bear. */
export const mostRescueBytes = 500 * 1024 * 1024;
export const mostRescueFacts = 20_000;
export const mostRescueFactBytes = 64 * 1024 * 1024;
/** As much as an exchange takes as a whole. */
export const mostRescueLineBytes = 1024 * 1024;
export const mostRescueFiles = 5_000;
export const mostManifestBytes = 2 * 1024 * 1024;

/** Entries of the archive, in this order; `files/<sha256>` come last. */
export const rescueEntries = { manifest: 'manifest.json', signature: 'manifest.sig', facts: 'facts.jsonl', files: 'files/' } as const;

/** A key of the office, as the age format writes it. */
export const recipientSchema = z.string().check(z.regex(/^age1[02-9ac-hj-np-z]{58}$/));
/** The tablet's key for signing: an uncompressed point of P-256 in base64. */
export const publicKeySchema = z.string().check(z.regex(/^[A-Za-z0-9+/]{87}=$/));

/** What a date can hold. */
export const mostMoment = 8_640_000_000_000_000;
const momentSchema = z.int().check(z.minimum(-mostMoment), z.maximum(mostMoment));

/** What is read before anything else of a newer file, so that it can be called newer instead of broken. */
export const manifestHeadSchema = z.object({ format: z.literal(rescueFormat), version: z.int() });

export const rescueManifestSchema = z.object({
  format: z.literal(rescueFormat),
  version: z.literal(rescueVersion),
  /** Device time. */
  madeAt: momentSchema,
  appVersion: z.string().check(z.maxLength(60)),
  deviceId: z.uuid(),
  officerId: z.uuid(),
  /** The office that it is meant for: its words for nobody else count. */
  office: recipientSchema,
  /** SHA-256 of the public key whose private half signed this. */
  key: hashSchema,
  facts: z.object({
    count: z.int().check(z.minimum(0), z.maximum(mostRescueFacts)),
    bytes: z.int().check(z.minimum(0), z.maximum(mostRescueFactBytes)),
    sha256: hashSchema,
  }),
  files: z
    .array(z.object({ sha256: hashSchema, bytes: z.int().check(z.minimum(1), z.maximum(mostFileBytes)), type: fileTypeSchema }))
    .check(z.maxLength(mostRescueFiles)),
});
export type RescueManifest = z.infer<typeof rescueManifestSchema>;

/** What the tablet signs: a signature for this purpose is none for another. */
export function signedBytes(manifest: Uint8Array): Uint8Array<ArrayBuffer> {
  const purpose = `${rescueFormat}/${rescueVersion}\n`;
  const all = new Uint8Array(purpose.length + manifest.length);
  for (let place = 0; place < purpose.length; place += 1) all[place] = purpose.charCodeAt(place);
  all.set(manifest, purpose.length);
  return all;
}

export const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Why the office takes nothing of a file. `tooLarge`, `empty` and `notRescue` a tablet sees for itself. */
export const rescueRefusals = [
  'empty',
  'notRescue',
  'otherOffice',
  'newerVersion',
  'damaged',
  'malformed',
  'tooLarge',
  'wrongSignature',
  'noRoom',
] as const;
export type RescueRefusal = (typeof rescueRefusals)[number];

/** `proved`: the tablet's own signature. The others go into quarantine as a whole, until somebody at the office decides. */
export const rescueProofs = ['proved', 'unproved', 'deviceRevoked', 'accountDisabled'] as const;
export const rescueProofSchema = z.enum(rescueProofs);
export type RescueProof = z.infer<typeof rescueProofSchema>;

/** The office's word that everything of a file is durable there; nothing in it tells what the file says. */
export const rescueReceiptSchema = z.object({
  sha256: hashSchema,
  takenAt: z.int(),
  proof: rescueProofSchema,
  /** How many facts got which verdict, repeats of what the office had among them. */
  facts: z.partialRecord(z.enum(verdictKinds), z.int()),
  /** `refused`: not what their name says, or of no kind that the office takes. `missing`: the tablet had lost them. */
  files: z.object({ kept: z.int(), refused: z.int(), missing: z.int() }),
});
export type RescueReceipt = z.infer<typeof rescueReceiptSchema>;

/** One fact of the file as the office's own people see it. */
export const rescuedFactSchema = z.object({
  deviceSeq: z.int(),
  type: z.string(),
  at: z.int(),
  kind: z.enum(verdictKinds),
  rule: z.optional(z.string()),
});
export type RescuedFact = z.infer<typeof rescuedFactSchema>;

/** For the office's own people besides: whose file it is, and each fact with its verdict. */
export const rescueReportSchema = z.extend(rescueReceiptSchema, {
  deviceId: z.uuid(),
  officer: z.optional(z.string()),
  madeAt: z.int(),
  each: z.array(rescuedFactSchema),
});
export type RescueReport = z.infer<typeof rescueReportSchema>;

export const rescuePathOf = (sha256: string): string => `/api/rescue/files/${sha256}`;

/** Where a file stands at the office: how much of it has arrived, or that it has been taken in. */
export const rescueStandingSchema = z.object({ at: z.int(), receipt: z.optional(z.union([rescueReportSchema, rescueReceiptSchema])) });
export type RescueStanding = z.infer<typeof rescueStandingSchema>;

export const rescueKeyAskedSchema = z.object({ publicKey: publicKeySchema });
export const rescueKeyAnswerSchema = z.object({ recipient: recipientSchema });
