// Whether an own fact is still in conflict: once somebody has decided, it no longer calls for its officer.
import { type Attendance, disputeOf } from '../domain/attendance.ts';
import { rivalsOf } from '../domain/rat-meeting.ts';
import type { Row } from '../domain/world.ts';
import type { FieldDatabase, OutboxFact } from './database.ts';
import { readRow, readUnder } from './rows.ts';

/** An own fact in conflict calls for its officer until the conflict has been decided, by whomever. */
export async function settleDecided(db: FieldDatabase): Promise<void> {
  for (const held of await db.outbox.where('state').equals('conflict').toArray()) {
    // Until the row has come from the office, it does not tell.
    if (held.folding === 0 && !(await isStillOpen(db, held))) await db.outbox.update(held.deviceSeq, { state: 'settled' });
  }
}

async function isStillOpen(db: FieldDatabase, { id, fact, verdict }: OutboxFact): Promise<boolean> {
  const row = await readRow(db, fact.subject.noun, fact.subject.id);
  if (!row) return true;
  if (row.noun === 'attendance') {
    const { markIds = [], against = [] } = disputeOf(row.data as Attendance) ?? {};
    return markIds.includes(id) || against.includes(id);
  }
  if (verdict?.rule === 'I2') return isRivalled(db, row as Row<'ratMeeting'>);
  return 'conflicts' in row.data && (row.data.conflicts ?? []).some(({ otherFactId }) => otherFactId === id);
}

async function isRivalled(db: FieldDatabase, meeting: Row<'ratMeeting'>): Promise<boolean> {
  const rivals = rivalsOf(meeting.data, meeting.id, await readUnder(db, 'ratMeeting', meeting.data.cooperativeId, meeting.area));
  return rivals.length > 0 && ![meeting, ...rivals].some(({ data }) => data.verified);
}
