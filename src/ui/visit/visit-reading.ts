/** A finished visit with all that its page shows: who wrote it, whether the office has it, a change under way. */
import type { FieldDatabase, OutboxFact, OutboxState } from '../../data/database.ts';
import { rowKeyOf } from '../../data/database.ts';
import { readDraft } from '../../data/drafts.ts';
import { readAll, readRow } from '../../data/rows.ts';
import type { Visit } from '../../domain/visit.ts';
import type { Row } from '../../domain/world.ts';
import { visitDraftKey } from './visit-record.ts';

export type Delivery = 'atOffice' | 'unsent' | 'waiting' | 'conflict' | 'quarantined' | 'refused';

export interface VisitReading {
  cooperative: Row<'cooperative'> | undefined;
  visit: Visit | undefined;
  delivery: Delivery;
  /** Names of officers by id, as far as the tablet knows them. */
  names: ReadonlyMap<string, string>;
  hasDraft: boolean;
}

export async function readVisit(db: FieldDatabase, cooperativeId: string, visitId: string): Promise<VisitReading> {
  const [cooperative, visit, facts, officers, draft] = await Promise.all([
    readRow(db, 'cooperative', cooperativeId),
    readRow(db, 'visit', visitId, cooperativeId),
    db.outbox.where('subject').equals(rowKeyOf('visit', visitId)).toArray(),
    readAll(db, 'officer'),
    readDraft(db, visitDraftKey(visitId)),
  ]);
  return {
    cooperative,
    visit: visit?.data,
    delivery: deliveryOf(facts),
    names: new Map(officers.map(({ id, data }) => [id, data.name])),
    hasDraft: draft !== undefined,
  };
}

const states: Record<OutboxState, Delivery> = {
  unsent: 'unsent',
  settled: 'atOffice',
  applied: 'atOffice',
  merged: 'atOffice',
  waiting: 'waiting',
  conflict: 'conflict',
  quarantined: 'quarantined',
  refused: 'refused',
};
const gravity: readonly Delivery[] = ['atOffice', 'unsent', 'waiting', 'conflict', 'quarantined', 'refused'];

/** The gravest of what happened to a visit's facts; a visit without facts of this tablet came from the office. */
export function deliveryOf(facts: readonly Pick<OutboxFact, 'state'>[]): Delivery {
  return facts
    .map(({ state }) => states[state])
    .reduce<Delivery>((gravest, next) => (gravity.indexOf(next) > gravity.indexOf(gravest) ? next : gravest), 'atOffice');
}
