/** The rows of an attendance list: who is present, members by number, guests and observers apart. */
import { type Attendance, isMarkedTwice, isPresent } from '../../domain/attendance.ts';

export type AttendanceMode = Attendance['mode'];

export interface AttendanceRows {
  voters: Attendance[];
  /** Observers and guests: they have no vote and are not counted. */
  others: Attendance[];
  markedTwice: number;
}

// '2' stands before '10', and members without a number after all others.
const byNumber = new Intl.Collator('id', { numeric: true });

export function attendanceRowsOf(attendance: readonly Attendance[]): AttendanceRows {
  const present = attendance.filter(isPresent);
  const voters = present.filter(({ role }) => role === 'voter').sort(compare);
  const others = present.filter(({ role }) => role !== 'voter').sort((one, other) => one.arrivedAt - other.arrivedAt);
  return { voters, others, markedTwice: voters.filter(isMarkedTwice).length };
}

function compare(one: Attendance, other: Attendance): number {
  if (one.memberNumber && other.memberNumber) return byNumber.compare(one.memberNumber, other.memberNumber);
  if (one.memberNumber || other.memberNumber) return one.memberNumber ? -1 : 1;
  return byNumber.compare(one.name, other.name);
}
