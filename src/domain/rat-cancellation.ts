// The plan of a meeting is called off, with the reason. What was opened is not called off any more: it is adjourned, or held.
import type * as z from 'zod/mini';
import { type cancellationSchema, heldOnOf } from './rat-meeting.ts';
import { type FactRule, refused } from './world.ts';

/**
 * A tablet that has not heard of it may open the meeting all the same: the hall is full, and what is recorded there counts. So this is
 * refused once the office knows of an opening, and an opening that comes after it stands.
 */
export const ratMeetingCancelled: FactRule<z.infer<typeof cancellationSchema>, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: (fact) => [{ kind: 'row', noun: 'ratMeeting', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => {
    const meeting = world.read('ratMeeting', fact.subject.id)?.data;
    if (!meeting) return undefined;
    if (heldOnOf(meeting)) return refused('I5');
    return meeting.opening ? refused('alreadyOpened') : undefined;
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    if (current.cancellation) return { kind: 'merged', data: current };
    return { kind: 'applied', data: { ...current, cancellation: { ...fact.body, officerId: fact.officerId } } };
  },
};
