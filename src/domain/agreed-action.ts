// What a cooperative and an officer agreed on at a visit, and what became of it: the tasks that a visit leaves behind.
import type * as z from 'zod/mini';
import type { Day } from './day.ts';
import { type ActionDone, type actionDoneBodySchema, isFuture, type Visit } from './visit.ts';
import { type FactRule, refused } from './world.ts';

/** By any officer of the area: whoever passes by sees whether it was done. An action whose words were amended meanwhile keeps its result. */
export const agreedActionDone: FactRule<z.infer<typeof actionDoneBodySchema>, 'visit'> = {
  noun: 'visit',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'visit', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => (isFuture(fact.body.doneOn, world) ? refused('futureDay', { field: 'doneOn' }) : undefined),
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const entry: ActionDone = { ...fact.body, factId: fact.id, officerId: fact.officerId, at: fact.at };
    return { kind: 'applied', data: { ...current, actionsDone: [...(current.actionsDone ?? []), entry] } };
  },
};

export interface AgreedAction {
  text: string;
  person?: string | undefined;
  dueOn?: Day | undefined;
  /** The last word on it; undefined while it is open. */
  done: ActionDone | undefined;
}

/** In the order in which they were agreed. */
export const agreedActionsOf = ({ actions = [], actionsDone = [] }: Pick<Visit, 'actions' | 'actionsDone'>): AgreedAction[] =>
  actions.map(({ text, person, dueOn }) => ({ text, person, dueOn, done: actionsDone.findLast(({ action }) => action === text) }));

/** Due before `day`, so that somebody should have looked; one without a date is never overdue. */
export const isOverdue = ({ dueOn, done }: AgreedAction, day: Day): boolean => done === undefined && dueOn !== undefined && dueOn < day;
