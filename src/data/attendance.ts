// The attendance of one meeting in memory: read whole at first and after each exchange, own marks taken over as they are committed.
import { liveQuery } from 'dexie';
import type { Attendance } from '../domain/attendance.ts';
import type { Row } from '../domain/world.ts';
import type { FieldDatabase } from './database.ts';
import type { RecordResult } from './record.ts';
import { readUnder } from './rows.ts';
import { readSettings } from './settings.ts';

export type AttendanceList = ReadonlyMap<string, Attendance>;

export interface AttendanceWatch {
  /** After an own act has been committed: takes over the rows that it left, instead of reading the whole list again. */
  keep(done: Extract<RecordResult, { kind: 'recorded' }>): void;
  stop(): void;
}

/** Long enough for a screen that has just recorded to say so itself. */
const ownActMs = 1_000;

/** `take` gets the list by member key whenever it has changed: by this screen, another tab, or another tablet through the office. */
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
  let exchange: string | undefined;
  let knownSeq = 0;
  let latestSeq = 0;

  const load = async () => {
    stale = true;
    if (loading) return;
    loading = true;
    try {
      while (stale && !stopped) {
        stale = false;
        const seq = latestSeq;
        const rows = await readUnder(db, 'attendance', meeting.id, meeting.area);
        if (stale || stopped) continue;
        knownSeq = Math.max(knownSeq, seq);
        list = new Map(rows.map((row) => [row.data.memberKey, row.data]));
        take(list);
      }
    } catch (error) {
      fail(error);
    } finally {
      loading = false;
    }
  };

  const subscription = liveQuery(async () => {
    const { cursors, clock, device } = await readSettings(db, ['cursors', 'clock', 'device']);
    return { exchange: JSON.stringify([cursors, clock?.checkedAt]), nextSeq: device?.nextSeq ?? 1 };
  }).subscribe({
    next: (now) => {
      latestSeq = now.nextSeq - 1;
      if (now.exchange !== exchange) {
        exchange = now.exchange;
        // A timer leaves the live query's zone: it must watch these settings alone, not every row of the list.
        setTimeout(load);
      } else {
        setTimeout(() => knownSeq < latestSeq && load(), ownActMs);
      }
    },
    error: fail,
  });

  return {
    keep: ({ facts, rows }) => {
      // A full reading that began before the act would bring back what was there before it.
      stale ||= loading;
      list = new Map(list);
      for (const row of rows) if (isAttendance(row)) list.set(row.data.memberKey, row.data);
      knownSeq = Math.max(knownSeq, facts.at(-1)?.deviceSeq ?? 0);
      if (!stopped) take(list);
    },
    stop: () => {
      stopped = true;
      subscription.unsubscribe();
    },
  };
}

const isAttendance = (row: Row): row is Row<'attendance'> => row.noun === 'attendance';
