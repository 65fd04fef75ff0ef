// A record that is recorded once more under its id, as by a second tab that had the same draft open: what it says otherwise is kept.
import { type MergeAuthor, type MergeState, mergeChanges } from './change.ts';

/**
 * The first stays shown, whatever is blank in it: a finished record is filled in by a change, not by a repeat. Each other value of these
 * fields becomes an open conflict; a field that the repeat leaves blank says nothing.
 */
export function recordedAgain<D extends MergeState>(current: D, body: object, fields: readonly string[], fact: MergeAuthor) {
  const said = fields.flatMap((field) => {
    const value: unknown = (body as Record<string, unknown>)[field];
    // As a change from what it is itself, it never takes a field over: it is there already, or it is another value.
    return value === undefined ? [] : [[field, { from: value, to: value }] as const];
  });
  return mergeChanges(current, Object.fromEntries(said), fact);
}
