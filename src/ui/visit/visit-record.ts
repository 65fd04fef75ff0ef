/** Finishing a visit: its fact, and the figures seen at it, recorded together or not at all. */
import type { FieldDatabase, HeldFile } from '../../data/database.ts';
import { filesOf } from '../../data/held-files.ts';
import { type Act, type RecordResult, recordActs } from '../../data/record.ts';
import { readRow, readUnder } from '../../data/rows.ts';
import { added, type FileReference } from '../../domain/file.ts';
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

/** The photos that were taken for the draft lie beside it; with them it says all that the visit will. */
export function withPhotos(draft: VisitDraft, taken: readonly HeldFile[]): VisitDraft {
  const references = taken.map(({ sha256, bytes, type, takenAt, caption }): FileReference => {
    const said = caption?.trim();
    return { sha256, bytes, type, takenAt, ...(said ? { caption: said } : {}) };
  });
  const photos = added(draft.photos, references, ({ sha256 }) => sha256) ?? draft.photos;
  return photos ? { ...draft, photos } : draft;
}

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

/** Another tab with the same draft was faster: nothing was recorded. */
export type RecordedElsewhere = { kind: 'recordedElsewhere' };

/** Answers only after the commit; a failure of the database throws, with the draft as it was. */
export async function recordVisit(
  db: FieldDatabase,
  finished: FinishedVisit,
  options: { now?: number } = {},
): Promise<RecordResult | RecordedElsewhere> {
  const { visitId, cooperativeId, draft } = finished;
  if (!draft.amendment && (await readRow(db, 'visit', visitId, cooperativeId))) return { kind: 'recordedElsewhere' };
  const held = await readUnder(db, 'yearlyFigures', finished.cooperativeId, finished.area);
  const taken = await filesOf(db, visitDraftKey(finished.visitId));
  const acts = actsOf(
    { ...finished, draft: withPhotos(finished.draft, taken) },
    held.map((row) => row.data),
  );
  return recordActs(db, acts, { ...options, doneDraft: visitDraftKey(finished.visitId) });
}
