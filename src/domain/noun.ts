// The nouns that facts are about, and how their rows are grouped.
import * as z from 'zod/mini';

export const nouns = [
  'area',
  'officer',
  'policy',
  'cooperative',
  'yearlyFigures',
  'visit',
  'ratMeeting',
  'roster',
  'attendance',
  'minutes',
] as const;
export const nounSchema = z.enum(nouns);
export type Noun = z.infer<typeof nounSchema>;

/** Nouns whose rows hang on one meeting; every other row hangs on its cooperative or stands alone. */
export const meetingNouns: ReadonlySet<Noun> = new Set<Noun>(['roster', 'attendance', 'minutes']);

export const areaCodeSchema = z.string().check(z.regex(/^\d{2}(\.\d{2})?$/));
export const rowIdSchema = z.string().check(z.minLength(1), z.maxLength(200));
export const subjectSchema = z.object({ noun: nounSchema, id: rowIdSchema });
export type Subject = z.infer<typeof subjectSchema>;

/** `64` covers every regency of the province (`64.02`), a regency only itself. */
export const coversArea = (areas: readonly string[], area: string): boolean =>
  areas.some((held) => held === area || (held.length === 2 && area.startsWith(`${held}.`)));

export const provinceOf = (area: string): string => area.slice(0, 2);
