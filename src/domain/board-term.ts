// A seat on a cooperative's board or among its supervisors, with its term (UU 25/1992 art. 29: five years at most).
import * as z from 'zod/mini';
import { daySchema } from './day.ts';
import { personal } from './personal.ts';

export const boardRoles = ['chair', 'secretary', 'treasurer', 'supervisor', 'manager'] as const;
export const boardTermSchema = z.object({
  personName: personal(z.string().check(z.minLength(1), z.maxLength(200))),
  role: z.enum(boardRoles),
  phone: z.optional(personal(z.string().check(z.maxLength(30)))),
  fromOn: z.optional(daySchema),
  toOn: z.optional(daySchema),
});
export type BoardTerm = z.infer<typeof boardTermSchema>;
