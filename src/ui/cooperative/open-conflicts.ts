/** Fields of a cooperative's records about which two officers said different things, until the office decides. */
import type { FieldConflict } from '../../domain/change.ts';
import type { Noun } from '../../domain/noun.ts';
import type { Row } from '../../domain/world.ts';

export interface OpenConflict extends FieldConflict {
  key: string;
  noun: Noun;
  /** The row in which it stands. */
  rowId: string;
}

export function openConflictsOf(rows: readonly Row[]): OpenConflict[] {
  return rows
    .flatMap(({ noun, id, data }) =>
      (('conflicts' in data && data.conflicts) || []).map((conflict) => ({
        ...conflict,
        key: `${id} ${conflict.otherFactId} ${conflict.field}`,
        noun,
        rowId: id,
      })),
    )
    .sort((one, other) => other.at - one.at);
}
