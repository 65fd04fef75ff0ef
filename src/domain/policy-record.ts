// A policy on record: the office's numbers from a date on, with who set them. The rules only read them.
import * as z from 'zod/mini';
import { policySchema } from './policy.ts';
import type { FactRule } from './world.ts';

export const policyRecordSchema = z.extend(policySchema, { recordedBy: z.string(), recordedAt: z.int() });
export type PolicyRecord = z.infer<typeof policyRecordSchema>;

export const policyRecorded: FactRule<z.infer<typeof policySchema>, 'policy'> = {
  noun: 'policy',
  roles: ['head', 'administrator'],
  needs: () => [],
  rootOf: (fact) => fact.subject.id,
  decide: () => undefined,
  apply: (current, fact) =>
    current
      ? { kind: 'merged', data: current }
      : { kind: 'applied', data: { ...fact.body, recordedBy: fact.officerId, recordedAt: fact.at } },
};
