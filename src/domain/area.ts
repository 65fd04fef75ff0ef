// An area of the province: the province itself, or a regency with its districts and villages (codes of Kemendagri).
import * as z from 'zod/mini';
import { areaCodeSchema } from './noun.ts';
import type { FactRule } from './world.ts';

export const villageSchema = z.object({ code: z.string(), name: z.string(), kind: z.enum(['desa', 'kelurahan']) });
export const districtSchema = z.object({ code: z.string(), name: z.string(), villages: z.array(villageSchema) });
export const areaSchema = z.object({
  code: areaCodeSchema,
  level: z.enum(['province', 'regency']),
  name: z.string().check(z.minLength(1)),
  districts: z.array(districtSchema),
});
export type Area = z.infer<typeof areaSchema>;
export type District = z.infer<typeof districtSchema>;
export type Village = z.infer<typeof villageSchema>;

export const areaRecorded: FactRule<Area, 'area'> = {
  noun: 'area',
  roles: ['administrator'],
  needs: () => [],
  rootOf: (fact) => fact.subject.id,
  decide: () => undefined,
  apply: (_current, fact) => ({ kind: 'applied', data: fact.body }),
};
