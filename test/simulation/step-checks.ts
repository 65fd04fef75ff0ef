// What must be true after every step, in the middle of whatever goes wrong.

import { strict as assert } from 'node:assert';
import type { OutboxFact } from '../../src/data/database.ts';
import { readAll } from '../../src/data/rows.ts';
import { readSettings } from '../../src/data/settings.ts';
import { standingMarksOf } from '../../src/domain/attendance.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import { ownFacts } from '../support/own-facts.ts';
import { heldAt, isChange, shownOverBase } from './field-model.ts';
import { type LogEntry, subjectOf } from './log.ts';
import { isRotten } from './plan.ts';
import type { SimTablet } from './sim-tablet.ts';
import type { SimWorld } from './world.ts';

export const factsOf = (log: readonly LogEntry[], deviceIds: ReadonlySet<string>): KnownFact[] =>
  inOrder(log.map(({ fact }) => fact).filter(({ deviceId }) => deviceIds.has(deviceId)));

export const inOrder = (facts: readonly KnownFact[]): KnownFact[] =>
  [...facts].sort((a, b) => (a.deviceId === b.deviceId ? a.deviceSeq - b.deviceSeq : a.deviceId < b.deviceId ? -1 : 1));

export async function checkStep({ office, areas, plan }: SimWorld, tablet: SimTablet): Promise<void> {
  const log = await office.readLog();
  const outbox = await ownFacts(tablet.db());
  await keepsWhatWasSaved(tablet, outbox);
  isToldTheTruth(tablet, outbox, log);
  // What moved may be on its way from one area's pages to the other's, and what was lost with an area is not shown.
  if (areas.changes() > 0 || isRotten(plan)) return;
  await showsOwnMarks(tablet, outbox, log);
  await showsOwnChanges(tablet, outbox);
}

/** While own changes wait, they stand in their order over what the office last sent. */
async function showsOwnChanges(tablet: SimTablet, outbox: readonly OutboxFact[]): Promise<void> {
  const waiting = outbox.filter(({ folding }) => folding === 1).map(({ fact }) => fact);
  for (const { key, noun, base, data } of await tablet.db().row.toArray()) {
    const pending = waiting.filter((fact) => subjectOf(fact) === key);
    // Whatever else waits may not fit any more, which the tablet leaves to the office.
    const isPlain = base && (noun === 'cooperative' || noun === 'visit' || noun === 'yearlyFigures') && pending.every(isChange);
    if (!isPlain) continue;
    for (const [field, value] of shownOverBase(base.data, pending)) {
      assert.deepEqual(heldAt(data, field), value, `${tablet.name} shows its own ${field} while it waits`);
    }
  }
}

/** Whatever the officer was told is saved lies in the outbox as it was saved, and the next number is free. */
async function keepsWhatWasSaved(tablet: SimTablet, outbox: readonly OutboxFact[]): Promise<void> {
  const { device } = await readSettings(tablet.db(), ['device']);
  const facts = outbox.map(({ fact }) => fact);
  assert.deepEqual(facts, tablet.here(), `${tablet.name} keeps what was saved`);
  const last = facts.at(-1)?.deviceSeq;
  if (last !== undefined) assert.equal(device?.nextSeq, last + 1, `${tablet.name} goes on numbering`);
}

/** Whatever the tablet takes for answered stands in the log as it is here, with that answer. */
function isToldTheTruth(tablet: SimTablet, outbox: readonly OutboxFact[], log: readonly LogEntry[]): void {
  const held = new Map(log.map((entry) => [entry.fact.id, entry]));
  for (const { fact, verdict, folding } of outbox) {
    if (!verdict) {
      assert.equal(folding, 1, `${tablet.name} folds what is unanswered`);
      continue;
    }
    const entry = held.get(fact.id);
    assert.deepEqual(entry?.fact, fact, `${tablet.name} was answered about what the office does not have`);
    // What waited may have been judged since.
    if (verdict.kind !== 'waiting') assert.equal(verdict.kind, entry?.verdict.kind, `${tablet.name} was answered otherwise`);
  }
}

/** A tablet shows what its officer marked, unless a void of anyone's names that mark, or the office has refused it. */
async function showsOwnMarks(tablet: SimTablet, outbox: readonly OutboxFact[], log: readonly LogEntry[]): Promise<void> {
  const voided = new Set([...log.map(({ fact }) => fact), ...tablet.saved].flatMap(voidedBy));
  const refused = new Set(log.filter(({ verdict }) => verdict.kind === 'refused').map(({ fact }) => fact.id));
  const rows = await readAll(tablet.db(), 'attendance');
  const shown = new Set(rows.flatMap((row) => standingMarksOf(row.data).map((mark) => mark.factId)));
  const held = new Set(outbox.map(({ id }) => id));
  const missing = tablet.saved.filter(
    ({ id, type }) => type === 'attendanceMarked' && held.has(id) && !voided.has(id) && !refused.has(id) && !shown.has(id),
  );
  assert.deepEqual(missing, [], `${tablet.name} no longer shows its own marks`);
}

/** Named by a void, or by a decision that the member was not there. */
function voidedBy({ type, body }: KnownFact): string[] {
  const { markIds, present } = body as { markIds: string[]; present?: boolean };
  return type === 'attendanceVoided' || (type === 'attendanceConflictResolved' && !present) ? markIds : [];
}
