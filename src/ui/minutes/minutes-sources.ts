/** The rows that the minutes of a meeting are made of, read together so that they belong to one moment. */
import type { FieldDatabase } from '../../data/database.ts';
import { readAll, readRow, readUnder } from '../../data/rows.ts';
import type { Attendance } from '../../domain/attendance.ts';
import type { Cooperative } from '../../domain/cooperative.ts';
import type { Minutes } from '../../domain/minutes.ts';
import { type Policy, policyAt } from '../../domain/policy.ts';
import type { RatMeeting } from '../../domain/rat-meeting.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Row } from '../../domain/world.ts';
import type { YearlyFigures } from '../../domain/yearly-figures.ts';

export interface MinutesSources {
  cooperativeId: string;
  meetingId: string;
  area: string;
  cooperative: Cooperative;
  meeting: RatMeeting;
  /** Every meeting of the cooperative, this one among them. */
  meetings: Row<'ratMeeting'>[];
  roster: Roster | undefined;
  attendance: Attendance[];
  minutes: Minutes | undefined;
  figures: YearlyFigures[];
  /** The policy that the opening froze, else the one of the day. */
  policy: Policy | undefined;
}

/** Undefined when the tablet knows no such meeting. */
export async function readMinutesSources(db: FieldDatabase, cooperativeId: string, meetingId: string): Promise<MinutesSources | undefined> {
  const [cooperative, meeting] = await Promise.all([
    readRow(db, 'cooperative', cooperativeId),
    readRow(db, 'ratMeeting', meetingId, cooperativeId),
  ]);
  if (!cooperative || !meeting || meeting.root !== cooperativeId) return undefined;
  const { area } = cooperative;
  const [meetings, roster, attendance, minutes, figures, policies] = await Promise.all([
    readUnder(db, 'ratMeeting', cooperativeId, area),
    readRow(db, 'roster', meetingId, meetingId),
    readUnder(db, 'attendance', meetingId, area),
    readRow(db, 'minutes', meetingId, meetingId),
    readUnder(db, 'yearlyFigures', cooperativeId, area),
    readAll(db, 'policy'),
  ]);
  const known = policies.map((row) => row.data);
  const { opening } = meeting.data;
  return {
    cooperativeId,
    meetingId,
    area,
    cooperative: cooperative.data,
    meeting: meeting.data,
    meetings,
    roster: roster?.data,
    attendance: attendance.map((row) => row.data),
    minutes: minutes?.data,
    figures: figures.map((row) => row.data),
    policy: known.find(({ id }) => id === opening?.policyId) ?? (opening && policyAt(known, opening.heldOn)),
  };
}
