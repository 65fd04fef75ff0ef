// Who must be present, by a plain model of the rules that shares no code with the product's folds.
import { strict as assert } from 'node:assert';
import type { Attendance } from '../../src/domain/attendance.ts';
import { disputeOf, isPresent } from '../../src/domain/attendance.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import { isFolded, type LogEntry, type StoredRow } from './log.ts';

interface MarkBody {
  knownVoids?: string[];
}
interface ResolutionBody {
  present: boolean;
  markIds: string[];
  against: string[];
}

/** One member: marks with who took each back, and everything that said they were not there. */
interface Member {
  marks: { id: string; deviceId: string; known: string[]; takenBackBy: Set<string> }[];
  absences: { id: string; deviceId: string; names: string[] }[];
  decisions: (ResolutionBody & { id: string; contested: boolean })[];
}

/** In the server's order. A decision that another one has met first changes nothing and is told as a conflict. */
export function attendanceAsModelled(log: readonly LogEntry[], rows: readonly StoredRow[]): void {
  const members = new Map<string, Member>();
  for (const { fact, verdict } of log.filter(isFolded)) {
    if (fact.subject.noun !== 'attendance') continue;
    const member = members.get(fact.subject.id) ?? { marks: [], absences: [], decisions: [] };
    members.set(fact.subject.id, member);
    if (fact.type === 'attendanceMarked') {
      const known = (fact.body as MarkBody).knownVoids ?? [];
      const takenBackBy = new Set(member.absences.filter(({ names }) => names.includes(fact.id)).map(({ id }) => id));
      member.marks.push({ id: fact.id, deviceId: fact.deviceId, known, takenBackBy });
    } else if (fact.type === 'attendanceVoided') takeBack(member, fact, (fact.body as { markIds: string[] }).markIds);
    else decide(member, fact, verdict);
  }
  const attendances = rows.filter((row) => row.noun === 'attendance');
  const present = attendances.filter((row) => isPresent(row.data as Attendance)).map((row) => row.id);
  assert.deepEqual(
    sorted(present),
    sorted([...members].filter(([, member]) => standing(member).length > 0).map(([id]) => id)),
    'present as modelled',
  );
  const disputed = attendances.filter((row) => disputeOf(row.data as Attendance)).map((row) => row.id);
  assert.deepEqual(
    sorted(disputed),
    sorted([...members].filter(([, member]) => isDisputed(member)).map(([id]) => id)),
    'disputed as modelled',
  );
}

const sorted = (ids: readonly string[]) => [...ids].sort();
const standing = ({ marks }: Member) => marks.filter(({ takenBackBy }) => takenBackBy.size === 0);

function takeBack(member: Member, { id, deviceId }: KnownFact, names: string[]): void {
  member.absences.push({ id, deviceId, names });
  for (const mark of member.marks) if (names.includes(mark.id)) mark.takenBackBy.add(id);
}

function decide(member: Member, fact: KnownFact, verdict: Verdict): void {
  const body = fact.body as ResolutionBody;
  const { present, markIds, against } = body;
  const contested = member.decisions.some(
    (past) =>
      !past.contested &&
      past.present !== present &&
      !against.includes(past.id) &&
      past.markIds.some((id) => markIds.includes(id)) &&
      past.against.some((id) => against.includes(id)),
  );
  assert.equal(verdict.kind === 'conflict', contested, 'a decision that comes second is told as a conflict');
  member.decisions.push({ ...body, id: fact.id, contested });
  if (contested) return;
  if (present) {
    for (const mark of member.marks) if (markIds.includes(mark.id)) for (const id of against) mark.takenBackBy.delete(id);
    return;
  }
  const names = standing(member).flatMap(({ id }) => (markIds.includes(id) ? [id] : []));
  if (names.length > 0) takeBack(member, fact, names);
}

/** Somebody is there by a mark and gone by a void, neither knowing of the other, and nobody has decided that. */
function isDisputed(member: Member): boolean {
  const isOpen = (markId: string, absenceId: string) =>
    !member.decisions.some((decision) => decision.markIds.includes(markId) && decision.against.includes(absenceId));
  const pair = standing(member).some((mark) =>
    member.absences.some(({ id, deviceId }) => deviceId !== mark.deviceId && !mark.known.includes(id) && isOpen(mark.id, id)),
  );
  return pair || member.decisions.some(({ id, contested }) => contested && !member.decisions.some(({ against }) => against.includes(id)));
}
