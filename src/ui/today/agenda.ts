/** What of the register concerns the officer today: meetings of these days, cooperatives whose RAT is due. */
import type { Register, RegisterEntry } from '../../data/register.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { meetingStateOf, type RatMeeting } from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';
import { standingOf } from '../standing.ts';

export interface MeetingAhead {
  row: Row<'ratMeeting'>;
  /** Undefined while the cooperative itself has not arrived. */
  entry: RegisterEntry | undefined;
  plannedOn: Day;
}

export interface Agenda {
  /** Planned for today, or open since. */
  today: MeetingAhead[];
  /** Planned for the six days after it. */
  week: MeetingAhead[];
  /** Planned for a day that has passed and neither held nor adjourned. */
  overdue: MeetingAhead[];
  /** Sent back by the office. */
  returned: MeetingAhead[];
}

const byDay = (one: MeetingAhead, other: MeetingAhead): number => (keyOf(one) < keyOf(other) ? -1 : 1);
const keyOf = ({ plannedOn, row }: MeetingAhead): string => `${plannedOn} ${row.data.plannedTime ?? ''}`;

export function agendaOf(register: Pick<Register, 'unsettled' | 'byId'>, day: Day): Agenda {
  const agenda: Agenda = { today: [], week: [], overdue: [], returned: [] };
  const lastDay = addDays(day, 6);
  for (const row of register.unsettled) {
    const ahead = { row, entry: register.byId.get(row.data.cooperativeId), plannedOn: row.data.plannedOn ?? '' };
    const state = meetingStateOf(row.data);
    if (state === 'returned') agenda.returned.push(ahead);
    else if (state === 'open') agenda.today.push(ahead);
    else if (state !== 'planned' || !ahead.plannedOn || ahead.plannedOn > lastDay) continue;
    else if (ahead.plannedOn === day) agenda.today.push(ahead);
    else if (ahead.plannedOn > day) agenda.week.push(ahead);
    else if (isStillAhead(row.data, day)) agenda.overdue.push(ahead);
  }
  for (const list of Object.values(agenda)) list.sort(byDay);
  return agenda;
}

/** A plan forgotten for half a year is history, not work. */
const isStillAhead = ({ plannedOn }: RatMeeting, day: Day): boolean => (plannedOn ?? '') >= addDays(day, -183);

export interface DueCooperatives {
  count: number;
  /** Those past the office's own date first, then by missed years, then by name. */
  first: { entry: RegisterEntry; overdue: boolean; missed: number }[];
}

export function dueOf(register: Register, day: Day, most: number): DueCooperatives {
  const due = register.entries.flatMap((entry) => {
    if (entry.cooperative.legalStatus !== 'active') return [];
    const standing = standingOf(register, entry, day);
    if (standing?.rat.status !== 'due') return [];
    return [{ entry, overdue: standing.rat.flags.adminOverdue ?? false, missed: standing.missed.count }];
  });
  due.sort((one, other) => Number(other.overdue) - Number(one.overdue) || other.missed - one.missed);
  return { count: due.length, first: due.slice(0, most) };
}
