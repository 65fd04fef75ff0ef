// Marks a schema whose value is personal data (UU 27/2022), so that storage can encrypt it and logs can leave it out.
import * as z from 'zod/mini';

export function personal<S extends z.ZodMiniType>(schema: S): S {
  z.globalRegistry.add(schema, { personal: true });
  return schema;
}

export function isPersonal(schema: z.ZodMiniType): boolean {
  return z.globalRegistry.get(schema)?.personal === true;
}
