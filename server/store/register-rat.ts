// The last RAT that a row of a register tells of, as a meeting of the book year that had ended before it.
import { type Day, lastEndedBookYear, ratDeadline } from '../../src/domain/day.ts';
import type { MeetingBody } from '../../src/domain/rat-meeting.ts';
import type { RegisterRow } from '../../src/domain/register-row.ts';
import { newId } from './id.ts';
import type { HeldRat } from './register-held.ts';
import { heldWarning, type PlaceInFile, type ReportedIssue } from './register-words.ts';
import type { OfficeAct } from './server-device.ts';

/** Before the republic there are no book years to hold a RAT for. */
export const firstBookYear = 1945;

/** A register says no more of a RAT than its day. */
const asRegistersMeanIt = { kind: 'rat', callNumber: 1, mode: 'inPerson', system: 'direct' } as const;

export interface RowRat {
  bookYear: number;
  heldOn: Day;
  /** Whether the file gives the day, or only says that the RAT was held. */
  isDated: boolean;
}

/**
 * Where the file says `held` and no day, the RAT stands on the last day of which both can be true: that the register knew
 * of it, and that it was in time. Nobody is called late for a date that an office did not write down.
 */
export function ratOf(row: RegisterRow, asOf: Day, bookYearEndMonth: number): RowRat | undefined {
  if (row.ratOn !== undefined) {
    const bookYear = lastEndedBookYear(row.ratOn, bookYearEndMonth);
    return bookYear < firstBookYear ? undefined : { bookYear, heldOn: row.ratOn, isDated: true };
  }
  if (row.bookYear === undefined) return undefined;
  const deadline = ratDeadline(row.bookYear, bookYearEndMonth);
  return { bookYear: row.bookYear, heldOn: deadline < asOf ? deadline : asOf, isDated: false };
}

/** Nobody has recorded the RAT yet, an officer has, or an earlier file has. */
export type RatPlan = { kind: 'new'; act: OfficeAct } | { kind: 'officers' | 'registers'; issue?: ReportedIssue };

/** A book year that has its RAT keeps it: an officer's always, and that of an earlier file because a held meeting has one day. */
export function ratActOf(
  { bookYear, heldOn, isDated }: RowRat,
  held: readonly HeldRat[],
  { cooperativeId, area, line, placeOf }: { cooperativeId: string; area: string; line: number; placeOf: PlaceInFile },
): RatPlan {
  const rivals = held.filter(({ bookYears }) => bookYears.includes(bookYear));
  const [rival] = rivals;
  if (!rival) {
    const body: MeetingBody = { cooperativeId, source: 'register', heldOn, bookYears: [bookYear], ...asRegistersMeanIt };
    return { kind: 'new', act: { type: 'ratMeetingRecorded', id: newId(), area, body } };
  }
  const isOfficers = rivals.some(({ source }) => source === 'officer');
  const kind = isOfficers ? 'officers' : 'registers';
  if (rivals.some((each) => each.heldOn === heldOn || (!isDated && each.heldOn !== null))) return { kind };
  const place = placeOf(line, 'ratOn', isDated ? heldOn : '');
  if (isOfficers) return { kind, issue: heldWarning('ratByOfficer', place, String(bookYear)) };
  return { kind, issue: heldWarning('ratDateDiffers', place, rival.heldOn ?? '-') };
}
