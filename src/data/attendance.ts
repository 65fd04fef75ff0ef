// The attendance of one meeting in memory: read whole at first and after each exchange, own marks taken over as they are committed.
import { liveQuery } from 'dexie';
import type { Attendance } from '../domain/attendance.ts';
import type { Row } from '../domain/world.ts';
import type { FieldDatabase } from './database.ts';
import type { RecordResult } from './record.ts';
import { readUnder } from './rows.ts';
import { readSetting } from './settings.ts';

export type AttendanceList = ReadonlyMap<string, Attendance>;

export interface AttendanceWatch {
  /** After an own act has been committed: takes over the rows that it left, instead of reading the whole list again. */
  keep(done: Extract<RecordResult, { kind: 'recorded' }>): void;
  /** Reads the list anew: another tab may have marked while this one was out of sight. */
  refresh(): Promise<void>;
  stop(): void;
}

/**
 * `take` gets the list by member key whenever it has changed: by this screen, or by another tablet through the office. Every exchange
 * sets the clock, and a mark does not: watching the clock tells one from the other without reading hundreds of rows after each tap.
 */
export function watchAttendance(
  db: FieldDatabase,
  meeting: { id: string; area: string },
  take: (list: AttendanceList) => void,
  fail: (error: unknown) => void,
): AttendanceWatch {
  let list = new Map<string, Attendance>();
  let stopped = false;
  let loading = false;
  let stale = false;

  const refresh = async () => {
    stale = true;
    if (loading) return;
    loading = true;
    try {
      while (stale && !stopped) {
        stale = false;
        const rows = await readUnder(db, 'attendance', meeting.id, meeting.area);
        if (stale || stopped) continue;
        list = new Map(rows.map((row) => [row.data.memberKey, row.data]));
        take(list);
      }
    } catch (error) {
      fail(error);
    } finally {
      loading = false;
    }
  };

  // A timer leaves the live query's zone: it must watch the clock alone.
  const subscription = liveQuery(() => readSetting(db, 'clock')).subscribe({ next: () => void setTimeout(refresh), error: fail });

  return {
    keep: ({ rows }) => {
      // A full reading that began before the act would bring back what was there before it.
      stale ||= loading;
      list = new Map(list);
      for (const row of rows) if (isAttendance(row)) list.set(row.data.memberKey, row.data);
      if (!stopped) take(list);
    },
    refresh,
    stop: () => {
      stopped = true;
      subscription.unsubscribe();
    },
  };
}

const isAttendance = (row: Row): row is Row<'attendance'> => row.noun === 'attendance';
