/** The attendance list of the roll call, in memory and live. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type AttendanceList, type AttendanceWatch, watchAttendance } from '../../data/attendance.ts';
import type { FieldDatabase } from '../../data/database.ts';

export interface LiveAttendance {
  /** By member key; undefined until it has been read. */
  list: AttendanceList | undefined;
  /** The same for the rows, each of which watches its own member. */
  live: ReadonlySignal<AttendanceList>;
  error: Error | undefined;
  retry: () => void;
  keep: AttendanceWatch['keep'];
}

const nobody: AttendanceList = new Map();

export function useAttendance(db: FieldDatabase, meetingId: string, area: string): LiveAttendance {
  const [list, setList] = useState<AttendanceList>();
  const live = useSignal<AttendanceList>(nobody);
  const [error, setError] = useState<Error>();
  const [attempt, setAttempt] = useState(0);
  const watch = useRef<AttendanceWatch>(undefined);
  useEffect(() => {
    setError(undefined);
    const take = (next: AttendanceList) => {
      live.value = next;
      setList(next);
    };
    const fail = (cause: unknown) => setError(cause instanceof Error ? cause : new Error(String(cause)));
    watch.current = watchAttendance(db, { id: meetingId, area }, take, fail);
    const comeBack = () => {
      if (document.visibilityState === 'visible') void watch.current?.refresh();
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      document.removeEventListener('visibilitychange', comeBack);
      watch.current?.stop();
    };
  }, [db, meetingId, area, attempt]);
  const keep = useCallback<AttendanceWatch['keep']>((done) => watch.current?.keep(done), []);
  return { list, live, error, retry: () => setAttempt(attempt + 1), keep };
}
