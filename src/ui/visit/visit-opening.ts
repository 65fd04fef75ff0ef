/** What the form of a visit opens with: the cooperative, what is known of it, and what was agreed at the visit before. */
import type { FieldDatabase } from '../../data/database.ts';
import { readRow, readUnder } from '../../data/rows.ts';
import { readSetting } from '../../data/settings.ts';
import { type Day, dayOf, lastEndedBookYear } from '../../domain/day.ts';
import { ratRecordOf } from '../../domain/rat-record.ts';
import type { Visit } from '../../domain/visit.ts';
import type { Row } from '../../domain/world.ts';
import type { YearlyFigures } from '../../domain/yearly-figures.ts';

export interface VisitOpening {
  cooperative: Row<'cooperative'> | undefined;
  visit: Visit | undefined;
  figures: YearlyFigures[];
  lastRat: { heldOn: Day; bookYear: number } | undefined;
  boardTermEndsOn: Day | undefined;
  /** The latest finished visit but this one. */
  previous: Visit | undefined;
  /** How far the office's clock is ahead of the tablet's, as far as is known. */
  clockOffsetMs: number;
}

export async function readOpening(db: FieldDatabase, cooperativeId: string, visitId: string): Promise<VisitOpening> {
  const [cooperative, visit, clock] = await Promise.all([
    readRow(db, 'cooperative', cooperativeId),
    readRow(db, 'visit', visitId, cooperativeId),
    readSetting(db, 'clock'),
  ]);
  const area = cooperative?.area ?? '';
  const [figures, meetings, visits] = await Promise.all([
    readUnder(db, 'yearlyFigures', cooperativeId, area),
    readUnder(db, 'ratMeeting', cooperativeId, area),
    readUnder(db, 'visit', cooperativeId, area),
  ]);
  return {
    cooperative,
    visit: visit?.data,
    figures: figures.map((row) => row.data),
    lastRat: lastRatOf(meetings),
    boardTermEndsOn: boardTermEndOf(cooperative?.data.board),
    previous: latestOf(visits.filter((row) => row.id !== visitId).map((row) => row.data)),
    clockOffsetMs: clock?.offsetMs ?? 0,
  };
}

/** The latest book year a RAT can answer for at that moment. */
export const endedBookYear = (opening: VisitOpening, now: number): number =>
  lastEndedBookYear(dayOf(now), opening.cooperative?.data.bookYearEndMonth ?? 12);

function lastRatOf(meetings: readonly Row<'ratMeeting'>[]): VisitOpening['lastRat'] {
  let last: VisitOpening['lastRat'];
  for (const { id, data } of meetings) {
    const record = ratRecordOf(id, data);
    if (!record?.quorumReached || (last && record.heldOn <= last.heldOn)) continue;
    last = { heldOn: record.heldOn, bookYear: Math.max(...record.bookYears) };
  }
  return last;
}

/** The day on which the first of the sitting board's terms ends. */
function boardTermEndOf(board: NonNullable<VisitOpening['cooperative']>['data']['board']): Day | undefined {
  const management = (board ?? []).filter(({ role }) => role === 'chair' || role === 'secretary' || role === 'treasurer');
  return management.flatMap(({ toOn }) => toOn ?? []).sort()[0];
}

const latestOf = (visits: Visit[]): Visit | undefined =>
  visits
    .sort((one, other) =>
      one.visitedOn === other.visitedOn ? one.recordedAt - other.recordedAt : one.visitedOn < other.visitedOn ? -1 : 1,
    )
    .at(-1);
