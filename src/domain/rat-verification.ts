// The office's word on a RAT: verified, or returned with a reason; and the officer's answer to a return.
import * as z from 'zod/mini';
import { rowIdSchema } from './noun.ts';
import { heldOnOf, meetingStateOf, rivalsOf } from './rat-meeting.ts';
import { type FactRule, type Need, refused, type World } from './world.ts';

export const verificationSchema = z.object({ cooperativeId: rowIdSchema, note: z.optional(z.string().check(z.maxLength(2000))) });
export const returnSchema = z.object({ reason: z.string().check(z.minLength(1), z.maxLength(2000)) });
export const resubmissionSchema = z.object({ note: z.optional(z.string().check(z.maxLength(2000))) });

const officeRoles = ['verifier', 'head', 'administrator'] as const;
const own = (id: string): Need => ({ kind: 'row', noun: 'ratMeeting', id, must: true });
const meetingOf = (world: World, id: string) => world.read('ratMeeting', id)?.data;

export const ratVerified: FactRule<z.infer<typeof verificationSchema>, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: officeRoles,
  needs: (fact) => [own(fact.subject.id), { kind: 'under', noun: 'ratMeeting', root: fact.body.cooperativeId }],
  rootOf: (fact) => fact.body.cooperativeId,
  decide: (fact, world) => {
    const meeting = meetingOf(world, fact.subject.id);
    if (!meeting) return undefined;
    // The rivals are those of the cooperative that the fact names.
    if (meeting.cooperativeId !== fact.body.cooperativeId) return refused('subjectId', { field: 'cooperativeId' });
    if (!heldOnOf(meeting)) return refused('notHeld');
    const rival = rivalsOf(meeting, fact.subject.id, world.under('ratMeeting', meeting.cooperativeId)).find(({ data }) => data.verified);
    return rival ? refused('I2', { detail: { bookYear: meeting.bookYears[0] ?? 0 } }) : undefined;
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    if (current.verified) return { kind: 'merged', data: current };
    const verified = { officerId: fact.officerId, at: fact.at, note: fact.body.note };
    return { kind: 'applied', data: { ...current, verified, returned: undefined } };
  },
};

export const ratReturned: FactRule<z.infer<typeof returnSchema>, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: officeRoles,
  needs: (fact) => [own(fact.subject.id)],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => {
    const meeting = meetingOf(world, fact.subject.id);
    if (!meeting) return undefined;
    return meetingStateOf(meeting) === 'waitingForVerification' ? undefined : refused('notWaiting');
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const returned = { officerId: fact.officerId, at: fact.at, reason: fact.body.reason };
    return { kind: 'applied', data: { ...current, returned, returns: [...(current.returns ?? []), returned] } };
  },
};

export const ratResubmitted: FactRule<z.infer<typeof resubmissionSchema>, 'ratMeeting'> = {
  noun: 'ratMeeting',
  roles: ['officer', ...officeRoles],
  needs: (fact) => [own(fact.subject.id)],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => {
    const meeting = meetingOf(world, fact.subject.id);
    return meeting && !meeting.returned ? refused('notReturned') : undefined;
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    // The office's clock and the tablet's differ: an answer always stands after the return that it answers.
    const at = Math.max(fact.at, (current.returned?.at ?? 0) + 1);
    const resubmitted = { officerId: fact.officerId, at, note: fact.body.note };
    return { kind: 'applied', data: { ...current, resubmitted, resubmissions: [...(current.resubmissions ?? []), resubmitted] } };
  },
};
