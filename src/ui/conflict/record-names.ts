/** What a record is called among the differences, and where it stands. */
import type { DisputableNoun } from '../../domain/conflict-rules.ts';
import type { Row } from '../../domain/world.ts';
import { fieldValue } from '../field-words.ts';
import { showDay } from '../kit/figures.ts';
import type { ConflictWords } from './conflict-words.ts';

const isOf = <N extends DisputableNoun>(row: Row<DisputableNoun>, noun: N): row is Row<N> => row.noun === noun;

export function recordName(row: Row<DisputableNoun>, { records }: ConflictWords): string {
  if (isOf(row, 'yearlyFigures')) return records.yearlyFigures(String(row.data.bookYear), fieldValue('source', row.data.source));
  if (isOf(row, 'visit')) return records.visit(showDay(row.data.visitedOn));
  if (isOf(row, 'ratMeeting')) return records.ratMeeting(row.data.bookYears.join(', '));
  if (isOf(row, 'minutes')) return records.minutes(row.data.bookYears.join(', '));
  return records.cooperative;
}

export function recordHref({ noun, id }: Row<DisputableNoun>, cooperativeId: string): string {
  const cooperative = `/koperasi/${cooperativeId}`;
  if (noun === 'visit') return `${cooperative}/kunjungan/${id}`;
  if (noun === 'ratMeeting') return `${cooperative}/rat/${id}`;
  return noun === 'minutes' ? `${cooperative}/rat/${id}/berita-acara` : cooperative;
}
