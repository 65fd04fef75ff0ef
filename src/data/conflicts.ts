// Conflicts as the tablet holds them: those of one cooperative, and how many are open in all.
import { type Attendance, type Dispute, disputeOf } from '../domain/attendance.ts';
import type { DisputableNoun } from '../domain/conflict-rules.ts';
import { type DuplicateRat, duplicateRatsOf, isDecided } from '../domain/duplicate-rat.ts';
import type { Row } from '../domain/world.ts';
import type { FieldDatabase } from './database.ts';
import { areasOf, readAll, readRow, readUnder } from './rows.ts';

/** The rows of one cooperative in which somebody has to decide, and those in which somebody has. */
export interface CooperativeConflicts {
  cooperative: Row<'cooperative'>;
  fields: Row<DisputableNoun>[];
  attendance: { row: Row<'attendance'>; dispute: Dispute }[];
  duplicates: DuplicateRat[];
  decided: Row<DisputableNoun>[];
  meetings: Row<'ratMeeting'>[];
}

/** Null when the tablet does not hold the cooperative. */
export async function conflictsOf(db: FieldDatabase, cooperativeId: string): Promise<CooperativeConflicts | null> {
  const cooperative = await readRow(db, 'cooperative', cooperativeId);
  if (!cooperative) return null;
  const { area } = cooperative;
  const [figures, visits, meetings] = await Promise.all([
    readUnder(db, 'yearlyFigures', cooperativeId, area),
    readUnder(db, 'visit', cooperativeId, area),
    readUnder(db, 'ratMeeting', cooperativeId, area),
  ]);
  const minutes = (await Promise.all(meetings.map(({ id }) => readRow(db, 'minutes', id)))).filter((row) => row !== undefined);
  const marks = (await Promise.all(meetings.map(({ id }) => readUnder(db, 'attendance', id, area)))).flat();
  const rows: Row<DisputableNoun>[] = [cooperative, ...figures, ...visits, ...meetings, ...minutes];
  return {
    cooperative,
    fields: rows.filter(hasConflicts),
    attendance: marks.flatMap((row) => {
      const dispute = disputeOf(row.data);
      return dispute ? [{ row, dispute }] : [];
    }),
    duplicates: duplicateRatsOf(meetings).filter((duplicate) => !isDecided(duplicate)),
    decided: rows.filter(({ data }) => (data.resolutions?.length ?? 0) > 0),
    meetings,
  };
}

const hasConflicts = ({ data }: Row<DisputableNoun>): boolean => (data.conflicts?.length ?? 0) > 0;

export interface OpenConflictCount {
  cooperativeId: string;
  area: string;
  /** Fields, members and book years about which somebody has to decide. */
  count: number;
}

/** Every cooperative of the tablet's areas with something to decide, the one with the most of it first. */
export async function openConflicts(db: FieldDatabase): Promise<OpenConflictCount[]> {
  const counts = new Map<string, OpenConflictCount>();
  const add = (cooperativeId: string, area: string, count: number) => {
    const held = counts.get(cooperativeId) ?? { cooperativeId, area, count: 0 };
    if (count > 0) counts.set(cooperativeId, { ...held, count: held.count + count });
  };
  const addFields = (rows: readonly Row<DisputableNoun>[], cooperativeOf: (row: Row<DisputableNoun>) => string) => {
    for (const row of rows) add(cooperativeOf(row), row.area, new Set(row.data.conflicts?.map(({ field }) => field)).size);
  };
  // One noun after the other: a province has tens of thousands of rows, and they need not all be held at once.
  addFields(await readAll(db, 'cooperative'), ({ id }) => id);
  for (const noun of ['yearlyFigures', 'visit'] as const) addFields(await readAll(db, noun), ({ root }) => root);
  const meetings = await readAll(db, 'ratMeeting');
  addFields(meetings, ({ root }) => root);
  const cooperativeOf = new Map(meetings.map(({ id, root }) => [id, root]));
  addFields(await readAll(db, 'minutes'), ({ root }) => cooperativeOf.get(root) ?? root);
  const byCooperative = new Map<string, Row<'ratMeeting'>[]>();
  for (const meeting of meetings) byCooperative.set(meeting.root, [...(byCooperative.get(meeting.root) ?? []), meeting]);
  for (const [id, own] of byCooperative) {
    for (const duplicate of own.length > 1 ? duplicateRatsOf(own) : []) if (!isDecided(duplicate)) add(id, own[0]?.area ?? '', 1);
  }
  await eachAttendance(db, (attendance, area) => {
    if (disputeOf(attendance)) add(cooperativeOf.get(attendance.meetingId) ?? attendance.meetingId, area, 1);
  });
  return [...counts.values()].sort((one, other) => other.count - one.count || (one.cooperativeId < other.cooperativeId ? -1 : 1));
}

/** Page by page: attendance is by far the most there is. */
async function eachAttendance(db: FieldDatabase, take: (attendance: Attendance, area: string) => void): Promise<void> {
  for (const area of await areasOf(db)) {
    const prefix = `${area}/attendance/`;
    const laid = new Set<string>();
    await db.row
      .where('bucket')
      .startsWith(prefix)
      .each((row) => {
        laid.add(row.id);
        take(row.data as Attendance, area);
      });
    await db.page
      .where('key')
      .startsWith(prefix)
      .each(({ rows }) => {
        for (const row of Object.values(rows)) if (!laid.has(row.id)) take(row.data as Attendance, area);
      });
  }
}
