// An officer of the cooperatives office: who they are and what they may do. Passwords are accounts of the server, never facts.
import * as z from 'zod/mini';
import { blankedProblem, type Changes, changesSchema, mergeChanges, mergeStateShape, neededFieldsOf } from './change.ts';
import { areaCodeSchema } from './noun.ts';
import { type FactRule, refused } from './world.ts';

export const roles = ['officer', 'verifier', 'head', 'administrator'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

export const officerFields = {
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  role: roleSchema,
  areas: z.array(areaCodeSchema).check(z.minLength(1)),
  civilServantId: z.optional(z.string().check(z.maxLength(30))),
  active: z.boolean(),
};
export const officerSchema = z.object({ ...officerFields, ...mergeStateShape });
export type Officer = z.infer<typeof officerSchema>;
export const officerBodySchema = z.object(officerFields);
export const officerChangesSchema = changesSchema(officerFields);

const neededFields = neededFieldsOf(officerFields);

/** The areas an officer may see and write, widened by the regencies below a province. */
export const isOffice = (role: Role): boolean => role !== 'officer';

export const officerRecorded: FactRule<z.infer<typeof officerBodySchema>, 'officer'> = {
  noun: 'officer',
  roles: ['administrator'],
  needs: () => [],
  rootOf: (fact) => fact.subject.id,
  decide: () => undefined,
  apply: (current, fact) =>
    current ? refused('alreadyRecorded') : { kind: 'applied', data: { ...fact.body, recordedBy: fact.officerId, recordedAt: fact.at } },
};

export const officerChanged: FactRule<{ changes: Changes }, 'officer'> = {
  noun: 'officer',
  roles: ['administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'officer', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  decide: (fact) => blankedProblem(fact.body.changes, neededFields),
  apply: (current, fact) => (current ? mergeChanges(current, fact.body.changes, fact) : refused('notRecorded')),
};
