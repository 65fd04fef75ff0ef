// The members with a right to vote at one meeting. Two officers who prepare it apart add up to one roster.
import * as z from 'zod/mini';
import { rowIdSchema } from './noun.ts';
import { personal } from './personal.ts';
import { type FactRule, refused } from './world.ts';

/** `memberKey` is unique within a roster: the member's number, or a key made up for members without one. */
export const memberKeySchema = z.string().check(z.regex(/^[\w.\-/]{1,60}$/));
export const rosterMemberSchema = z.object({
  memberKey: memberKeySchema,
  memberNumber: z.optional(z.string().check(z.maxLength(40))),
  name: personal(z.string().check(z.minLength(1), z.maxLength(200))),
  sex: z.optional(z.enum(['male', 'female'])),
  group: z.optional(z.string().check(z.maxLength(100))),
});
export type RosterMember = z.infer<typeof rosterMemberSchema>;

/** The most members one fact carries: above it a roster travels as several, so that none is too large for a request. */
export const membersPerFact = 1000;
/** Where the list came from, so that the opened meeting can say on what its number of voters stands. */
export const rosterSources = ['lastYear', 'pasted', 'imported', 'typed'] as const;
export type RosterSource = (typeof rosterSources)[number];
export const rosterBodySchema = z.object({
  cooperativeId: rowIdSchema,
  members: z.array(rosterMemberSchema).check(z.minLength(1), z.maxLength(membersPerFact)),
  source: z.optional(z.enum(rosterSources)),
});
export const strikeSchema = z.object({
  memberKeys: z.array(memberKeySchema).check(z.minLength(1), z.maxLength(membersPerFact)),
  reason: z.optional(z.string().check(z.maxLength(500))),
});
export const rosterSchema = z.object({
  cooperativeId: rowIdSchema,
  members: z.array(rosterMemberSchema),
  source: z.optional(z.enum(rosterSources)),
  recordedBy: z.string(),
  recordedAt: z.int(),
});
export type Roster = z.infer<typeof rosterSchema>;

export const memberOf = (roster: Roster | undefined, memberKey: string): RosterMember | undefined =>
  roster?.members.find((member) => member.memberKey === memberKey);

const fieldRoles = ['officer', 'verifier', 'head', 'administrator'] as const;

/** Once the meeting is open the roster is frozen (I4). */
const frozen = (opened: unknown) => (opened ? refused('rosterFrozen') : undefined);

/** The subject's id is the meeting's: one roster a meeting. */
export const rosterRecorded: FactRule<z.infer<typeof rosterBodySchema>, 'roster'> = {
  noun: 'roster',
  roles: fieldRoles,
  needs: (fact) => [{ kind: 'row', noun: 'ratMeeting', id: fact.subject.id, must: true }],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => frozen(world.read('ratMeeting', fact.subject.id)?.data.opening),
  apply: (current, fact) => {
    const members = new Map((current?.members ?? []).map((member) => [member.memberKey, member]));
    let known = 0;
    for (const member of fact.body.members) {
      if (members.has(member.memberKey)) known += 1;
      else members.set(member.memberKey, member);
    }
    const data: Roster = {
      cooperativeId: fact.body.cooperativeId,
      ...(fact.body.source ? { source: fact.body.source } : {}),
      recordedBy: fact.officerId,
      recordedAt: fact.at,
      ...current,
      members: [...members.values()],
    };
    return { kind: known > 0 ? 'merged' : 'applied', data };
  },
};

export const rosterMembersStruck: FactRule<z.infer<typeof strikeSchema>, 'roster'> = {
  noun: 'roster',
  roles: fieldRoles,
  needs: (fact) => [
    { kind: 'row', noun: 'ratMeeting', id: fact.subject.id, must: true },
    { kind: 'row', noun: 'roster', id: fact.subject.id, must: true },
  ],
  rootOf: (fact) => fact.subject.id,
  decide: (fact, world) => frozen(world.read('ratMeeting', fact.subject.id)?.data.opening),
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const struck = new Set(fact.body.memberKeys);
    return { kind: 'applied', data: { ...current, members: current.members.filter((member) => !struck.has(member.memberKey)) } };
  },
};
