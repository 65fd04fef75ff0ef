// A photo or a scanned sheet: facts name it by the SHA-256 of its bytes, which travel apart from them.
import * as z from 'zod/mini';
import { hashSchema } from './fact.ts';

export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export const fileTypeSchema = z.enum(fileTypes);
export type FileType = z.infer<typeof fileTypeSchema>;

export const mostFileBytes = 10 * 1024 * 1024;
/** What one request carries: a link that breaks every few seconds still gets a piece across, and a cut costs at most one. */
export const fileChunkBytes = 256 * 1024;
export const mostPhotosPerVisit = 12;
export const mostSheetsPerMeeting = 40;

/** `takenAt` is device time: when it was kept on the tablet. */
export const fileReferenceSchema = z.object({
  sha256: hashSchema,
  bytes: z.int().check(z.minimum(1), z.maximum(mostFileBytes)),
  type: fileTypeSchema,
  takenAt: z.int(),
  caption: z.optional(z.string().check(z.maxLength(200))),
});
export type FileReference = z.infer<typeof fileReferenceSchema>;

/** Adds to a list what it does not hold yet; undefined when there is nothing to add. */
export function added<Item>(held: readonly Item[] = [], more: readonly Item[], keyOf: (item: Item) => string): Item[] | undefined {
  const keys = new Set(held.map(keyOf));
  const fresh = more.filter((item) => !keys.has(keyOf(item)));
  return fresh.length > 0 ? [...held, ...fresh] : undefined;
}
