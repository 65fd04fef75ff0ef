// What visits have left to be done: agreed actions of which nobody has said what became of them.
import { agreedActionsOf } from '../domain/agreed-action.ts';
import type { Day } from '../domain/day.ts';
import type { Row } from '../domain/world.ts';

export interface FollowUp {
  visitId: string;
  cooperativeId: string;
  area: string;
  /** The officer who agreed on it. */
  officerId: string;
  visitedOn: Day;
  text: string;
  person: string | undefined;
  dueOn: Day | undefined;
}

/** By date; those without one behind all others, latest visit first. */
export const followUpsOf = (visits: readonly Row<'visit'>[]): FollowUp[] =>
  visits
    .flatMap(({ id, area, data }) =>
      agreedActionsOf(data)
        .filter(({ done }) => done === undefined)
        .map(({ text, person, dueOn }) => ({
          visitId: id,
          cooperativeId: data.cooperativeId,
          area,
          officerId: data.recordedBy,
          visitedOn: data.visitedOn,
          text,
          person,
          dueOn,
        })),
    )
    .sort(byDate);

function byDate(one: FollowUp, other: FollowUp): number {
  if (one.dueOn && other.dueOn) return one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0;
  if (one.dueOn || other.dueOn) return one.dueOn ? -1 : 1;
  return one.visitedOn < other.visitedOn ? 1 : -1;
}
