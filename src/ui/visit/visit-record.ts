/** Finishing a visit: its fact, and the figures seen at it, recorded together or not at all. */
import type { FieldDatabase } from '../../data/database.ts';
import { type Act, type RecordResult, recordActs } from '../../data/record.ts';
import { readUnder } from '../../data/rows.ts';
import type { YearlyFigures } from '../../domain/yearly-figures.ts';
import { bodyOf, changesOf } from './visit-content.ts';
import type { VisitDraft } from './visit-draft.ts';
import { figuresActs } from './visit-figures.ts';

export interface FinishedVisit {
  visitId: string;
  cooperativeId: string;
  area: string;
  draft: VisitDraft;
  /** The latest ended book year. */
  ended: number;
}

export const visitDraftKey = (visitId: string): string => `visit:${visitId}`;

/** For a draft that the checks found nothing wrong with. */
export function actsOf(finished: FinishedVisit, held: readonly YearlyFigures[]): Act[] {
  const { visitId, cooperativeId, area, draft, ended } = finished;
  const body = bodyOf(draft, cooperativeId, ended);
  if (!body) throw new Error('a visit without its purpose or day was let through');
  const { amendment } = draft;
  const figures = figuresActs({ cooperativeId, area, after: body, before: amendment?.of, held });
  if (!amendment) return [{ type: 'visitRecorded', id: visitId, area, body }, ...figures];
  const changes = changesOf(draft, ended);
  if (!changes) throw new Error('an amendment that changes nothing was let through');
  return [{ type: 'visitAmended', id: visitId, area, body: { changes, reason: amendment.reason.trim() } }, ...figures];
}

/** Answers only after the commit; a failure of the database throws, with the draft as it was. */
export async function recordVisit(db: FieldDatabase, finished: FinishedVisit, options: { now?: number } = {}): Promise<RecordResult> {
  const held = await readUnder(db, 'yearlyFigures', finished.cooperativeId, finished.area);
  const acts = actsOf(
    finished,
    held.map((row) => row.data),
  );
  return recordActs(db, acts, { ...options, doneDraft: visitDraftKey(finished.visitId) });
}
