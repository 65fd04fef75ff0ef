// A cooperative that belongs to another regency from now on: everything under it goes there with it.
import * as z from 'zod/mini';
import { areaCodeSchema } from './noun.ts';
import { type FactRule, refused } from './world.ts';

export const moveSchema = z.object({
  /** Where it belongs from now on. */
  regencyCode: areaCodeSchema.check(z.minLength(5)),
  reason: z.string().check(z.minLength(1), z.maxLength(2000)),
});
export type Move = z.infer<typeof moveSchema>;

/** The fact stands in the area that is left; the office then carries the rows over, all in the transaction of the fact. */
export const cooperativeMoved: FactRule<Move, 'cooperative'> = {
  noun: 'cooperative',
  roles: ['head', 'administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'cooperative', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  movesTo: (fact) => fact.body.regencyCode,
  decide: (fact) => (fact.body.regencyCode === fact.area ? refused('sameArea', { field: 'regencyCode' }) : undefined),
  apply: (current, fact) =>
    current ? { kind: 'applied', data: { ...current, regencyCode: fact.body.regencyCode } } : refused('notRecorded'),
};
