/** Everything the tablet holds of one cooperative, read at once and again whenever any of it changes. */
import type { Draft, FieldDatabase } from '../../data/database.ts';
import { readAll, readRow, readUnder } from '../../data/rows.ts';
import type { Row } from '../../domain/world.ts';

export interface CooperativeReading {
  row: Row<'cooperative'>;
  meetings: Row<'ratMeeting'>[];
  visits: Row<'visit'>[];
  figures: Row<'yearlyFigures'>[];
  drafts: Draft[];
  /** Names of officers by their id. */
  officers: ReadonlyMap<string, string>;
}

/** Null when the tablet does not hold the cooperative. */
export async function readCooperative(db: FieldDatabase, id: string): Promise<CooperativeReading | null> {
  const row = await readRow(db, 'cooperative', id);
  if (!row) return null;
  const [meetings, visits, figures, drafts, officers] = await Promise.all([
    readUnder(db, 'ratMeeting', id, row.area),
    readUnder(db, 'visit', id, row.area),
    readUnder(db, 'yearlyFigures', id, row.area),
    db.draft.where('cooperativeId').equals(id).toArray(),
    readAll(db, 'officer'),
  ]);
  return { row, meetings, visits, figures, drafts, officers: new Map(officers.map(({ id: officerId, data }) => [officerId, data.name])) };
}
