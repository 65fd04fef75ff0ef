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

/** What the office says has arrived whole. */
export const receivedSchema = z.object({ files: z.array(hashSchema).check(z.minLength(1), z.maxLength(200)) });

const starts: readonly (readonly [FileType, at: number, bytes: readonly number[]])[] = [
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['application/pdf', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The type by how the bytes begin: a name or a header may say anything. */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  const found = starts.find(([, at, start]) => start.every((byte, place) => bytes[at + place] === byte));
  if (found?.[0] === 'image/webp' && !isRiff(bytes)) return undefined;
  return found?.[0];
}

const isRiff = (bytes: Uint8Array): boolean => [0x52, 0x49, 0x46, 0x46].every((byte, place) => bytes[place] === byte);

/** Every file that the body of a fact names, old values of a change included: they are part of the log. */
export function filesNamedIn(body: unknown): FileReference[] {
  const found = new Map<string, FileReference>();
  const look = (value: unknown, depth: number) => {
    if (depth > 6 || typeof value !== 'object' || value === null) return;
    const reference = Array.isArray(value) ? undefined : fileReferenceSchema.safeParse(value);
    if (reference?.success) found.set(reference.data.sha256, reference.data);
    else for (const inner of Object.values(value)) look(inner, depth + 1);
  };
  look(placesOfFiles(body), 0);
  return [...found.values()];
}

/** Only where references may stand: a roll of five hundred names is not searched for photos. */
function placesOfFiles(body: unknown): unknown {
  const { photos, files, changes } = Object(body) as { photos?: unknown; files?: unknown; changes?: { photos?: unknown } };
  return [photos, files, Object(changes).photos];
}

/** Those of the references that the office has, and all of them. */
export const arrivedOf = (named: readonly FileReference[], atOffice: readonly string[] = []): FileReference[] =>
  named.filter(({ sha256 }) => atOffice.includes(sha256));

/** Adds to a list what it does not hold yet; undefined when there is nothing to add. */
export function added<Item>(held: readonly Item[] = [], more: readonly Item[], keyOf: (item: Item) => string): Item[] | undefined {
  const keys = new Set(held.map(keyOf));
  const fresh = more.filter((item) => !keys.has(keyOf(item)));
  return fresh.length > 0 ? [...held, ...fresh] : undefined;
}

/** What the office answers when it is asked about files: those it has whole and proved, and those that it threw away. */
export const filesAskedSchema = z.object({ files: z.array(hashSchema).check(z.minLength(1), z.maxLength(100)) });
export const filesHeldSchema = z.object({
  held: z.array(hashSchema),
  thrownAway: z.array(z.object({ sha256: hashSchema, code: z.string() })),
});
export type FilesHeld = z.infer<typeof filesHeldSchema>;
