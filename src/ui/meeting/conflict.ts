/** Which conflicts of a row still wait for somebody's word. */
import { sameValue } from '../../domain/canonical.ts';
import type { FieldConflict, MergeState } from '../../domain/change.ts';

/** Decided is a field that was set anew after the clash, or that has come to hold the other value anyway. */
export function openConflictsOf<Row extends MergeState>(row: Row): FieldConflict[] {
  return (row.conflicts ?? []).filter((conflict) => {
    const edited = row.edited?.[conflict.field];
    const held = (row as unknown as Record<string, unknown>)[conflict.field];
    return !(edited && edited.at > conflict.at) && !sameValue(held ?? null, conflict.other);
  });
}
