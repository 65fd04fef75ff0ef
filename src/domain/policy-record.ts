// A policy on record: the office's numbers from a date on, with who set them. The rules only read them.
import * as z from 'zod/mini';
import { sameValue } from './canonical.ts';
import { policySchema } from './policy.ts';
import { type FactRule, refused } from './world.ts';

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
      ? sameValue({ ...current, ...fact.body }, current)
        ? { kind: 'merged', data: current }
        : refused('alreadyRecorded')
      : { kind: 'applied', data: { ...fact.body, recordedBy: fact.officerId, recordedAt: fact.at } },
};
