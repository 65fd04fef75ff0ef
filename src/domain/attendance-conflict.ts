// Deciding a member's attendance that was marked at one door and voided at another, neither officer knowing of the other.
import * as z from 'zod/mini';
import { type Attendance, disputeOf, markedAndVoided, shareAny, signedBy, standingMarksOf } from './attendance.ts';
import { rowIdSchema } from './noun.ts';
import { noteSchema } from './resolution.ts';
import { type FactRule, refused } from './world.ts';

const ids = z.array(z.string()).check(z.minLength(1), z.maxLength(100));
export const attendanceResolutionSchema = z.object({
  meetingId: rowIdSchema,
  /** Whether the member was there: false voids the marks in dispute too. */
  present: z.boolean(),
  markIds: ids,
  against: ids,
  note: noteSchema,
});
export type AttendanceResolution = z.infer<typeof attendanceResolutionSchema>;

type Decision = NonNullable<Attendance['decisions']>[number];

const decidedBefore = ({ decisions = [] }: Attendance, body: AttendanceResolution): Decision[] =>
  decisions.filter(({ factId, markIds, against }) => {
    const isDecidedOver = body.against.includes(factId);
    return !isDecidedOver && shareAny(markIds, body.markIds) && shareAny(against, body.against);
  });

/** Whoever stands at the doors may decide it, as they may mark and void; after the sealing nobody changes who was there (I5). */
export const attendanceConflictResolved: FactRule<AttendanceResolution, 'attendance'> = {
  noun: 'attendance',
  roles: ['officer', 'verifier', 'head', 'administrator'],
  needs: ({ body, subject }) => [
    { kind: 'row', noun: 'ratMeeting', id: body.meetingId, must: true },
    { kind: 'row', noun: 'minutes', id: body.meetingId },
    { kind: 'row', noun: 'attendance', id: subject.id, must: true },
  ],
  rootOf: (fact) => fact.body.meetingId,
  decide: ({ body, subject, officerId }, world) => {
    const attendance = world.read('attendance', subject.id)?.data;
    if (!attendance) return undefined;
    if (attendance.meetingId !== body.meetingId) return refused('subjectId');
    const past = decidedBefore(attendance, body);
    const { markIds = [], against = [] } = disputeOf(attendance) ?? {};
    const known = new Set([...markIds, ...against, ...past.flatMap((decision) => [...decision.markIds, ...decision.against])]);
    const isOwn = past.some((decision) => decision.officerId === officerId);
    if (isOwn || [...body.markIds, ...body.against].some((id) => !known.has(id))) return refused('conflictNotOpen');
    if (!body.present && body.note === undefined) return refused('reasonRequired', { field: 'note' });
    const sealed = world.read('ratMeeting', body.meetingId)?.data.holding || world.read('minutes', body.meetingId);
    const standing = standingMarksOf(attendance).some(({ factId }) => body.markIds.includes(factId));
    return sealed && standing !== body.present ? refused('I5') : undefined;
  },
  apply: (current, fact) => {
    if (!current) return refused('notRecorded');
    const { present, markIds, against, note } = fact.body;
    const past = decidedBefore(current, fact.body).filter(({ contested }) => !contested);
    const said: Decision = { ...signedBy(fact), present, markIds, against, ...(note === undefined ? {} : { note }) };
    const decisions = current.decisions ?? [];
    if (past.some((decision) => decision.present !== present)) {
      const data = { ...current, decisions: [...decisions, { ...said, contested: true as const }] };
      return { kind: 'conflict', rule: markedAndVoided, data };
    }
    const standing = standingMarksOf(current).filter(({ factId }) => markIds.includes(factId));
    const voids = present ? [] : standing.map(({ factId: markId }) => ({ ...signedBy(fact), markId, reason: note ?? '' }));
    const data = { ...current, voids: [...current.voids, ...voids], decisions: [...decisions, said] };
    return { kind: past.length > 0 ? 'merged' : 'applied', data };
  },
};
