/** When a meeting began and ended, between what a time field holds ('HH:MM' in WITA) and moments. */
import { startOf } from '../../domain/day.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A meeting that ends at an earlier hour within this time has gone past midnight; else one of the hours is mistyped. */
const longestPastMidnightMs = 8 * 60 * minuteMs;

/** Epoch ms → '09:05'. */
export function clockOf(at: number): string {
  const minutes = Math.floor((((at - startOf('1970-01-01')) % dayMs) + dayMs) / minuteMs) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function momentOf(day: string, clock: string | undefined): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock ?? '') ?? [];
  return hours === undefined ? undefined : startOf(day) + (Number(hours) * 60 + Number(minutes)) * minuteMs;
}

export interface MeetingHours {
  startedAt: number | undefined;
  endedAt: number | undefined;
  endsNextDay: boolean;
}

export function meetingHoursOf(heldOn: string, start: string | undefined, end: string | undefined): MeetingHours {
  const startedAt = momentOf(heldOn, start);
  const endedAt = momentOf(heldOn, end);
  const nextDay = endedAt === undefined ? undefined : endedAt + dayMs;
  const endsNextDay =
    startedAt !== undefined &&
    endedAt !== undefined &&
    nextDay !== undefined &&
    endedAt < startedAt &&
    nextDay - startedAt <= longestPastMidnightMs;
  return { startedAt, endedAt: endsNextDay ? nextDay : endedAt, endsNextDay };
}
