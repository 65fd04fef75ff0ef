// What is said of files between tablet and office: which a fact names, which have arrived.
import * as z from 'zod/mini';
import { hashSchema } from './fact.ts';
import { type FileReference, fileReferenceSchema } from './file.ts';

/** What the office says has arrived whole. */
export const receivedSchema = z.object({ files: z.array(hashSchema).check(z.minLength(1), z.maxLength(200)) });

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

/** What the office answers when it is asked about files: those it has whole and proved, and those that it threw away. */
export const filesAskedSchema = z.object({ files: z.array(hashSchema).check(z.minLength(1), z.maxLength(100)) });
export const filesHeldSchema = z.object({
  held: z.array(hashSchema),
  thrownAway: z.array(z.object({ sha256: hashSchema, code: z.string() })),
});
export type FilesHeld = z.infer<typeof filesHeldSchema>;
