// What one tablet shows another at the door of the same hall: the meeting and its roster, so that the second one can mark without a network.
import * as z from 'zod/mini';
import { areaCodeSchema, rowIdSchema } from './noun.ts';
import { ratMeetingSchema } from './rat-meeting.ts';
import { type RosterMember, rosterMemberSchema, rosterSchema } from './roster.ts';
import type { Row } from './world.ts';

/** A member in few characters: key, name, number (1: as the key, 0: none), sex (m, f or nothing), group. */
const shortMemberSchema = z.tuple([z.string(), z.string(), z.union([z.string(), z.literal(0), z.literal(1)]), z.string(), z.string()]);
type ShortMember = z.infer<typeof shortMemberSchema>;

const shownRow = { version: z.int().check(z.minimum(1)) };
export const meetingPassSchema = z.object({
  pass: z.literal(1),
  area: areaCodeSchema,
  meetingId: rowIdSchema,
  meeting: z.object({ ...shownRow, data: ratMeetingSchema }),
  roster: z.object({ ...shownRow, data: z.omit(rosterSchema, { members: true }), members: z.array(shortMemberSchema) }),
});
export type MeetingPass = z.infer<typeof meetingPassSchema>;

export function passOf(meeting: Row<'ratMeeting'>, roster: Row<'roster'>): MeetingPass {
  const { members, ...data } = roster.data;
  return {
    pass: 1,
    area: meeting.area,
    meetingId: meeting.id,
    meeting: { version: meeting.version, data: meeting.data },
    roster: { version: roster.version, data, members: members.map(shortOf) },
  };
}

/** Undefined for anything that is no pass, or one with members that no roster may have. */
export function readPass(input: unknown): { meeting: Row<'ratMeeting'>; roster: Row<'roster'> } | undefined {
  const read = meetingPassSchema.safeParse(input);
  if (!read.success) return undefined;
  const { area, meetingId: id, meeting, roster } = read.data;
  const members = z.array(rosterMemberSchema).safeParse(roster.members.map(memberOf));
  if (!members.success || roster.data.cooperativeId !== meeting.data.cooperativeId) return undefined;
  return {
    meeting: { noun: 'ratMeeting', id, root: meeting.data.cooperativeId, area, version: meeting.version, data: meeting.data },
    roster: { noun: 'roster', id, root: id, area, version: roster.version, data: { ...roster.data, members: members.data } },
  };
}

function shortOf({ memberKey, memberNumber, name, sex, group = '' }: RosterMember): ShortMember {
  const number = memberNumber === undefined ? 0 : memberNumber === memberKey ? 1 : memberNumber;
  return [memberKey, name, number, sex ? sex.slice(0, 1) : '', group];
}

const sexes: Readonly<Record<string, string>> = { m: 'male', f: 'female' };

const memberOf = ([memberKey, name, number, sex, group]: ShortMember) => ({
  memberKey,
  name,
  ...(number === 0 ? {} : { memberNumber: number === 1 ? memberKey : number }),
  // A sex that there is not is left as it came, for the schema to see.
  ...(sex ? { sex: sexes[sex] ?? sex } : {}),
  ...(group ? { group } : {}),
});
