// What the rows must come to, by a plain model of the rules that shares no code with the product's folds.
import { expect } from 'vitest';
import type { Attendance } from '../../src/domain/attendance.ts';
import { disputeOf, isPresent } from '../../src/domain/attendance.ts';
import type { Cooperative } from '../../src/domain/cooperative.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import { cooperativeId } from '../support/world.ts';

interface LogEntry {
  fact: KnownFact;
  verdict: Verdict;
}
interface StoredRow {
  noun: string;
  id: string;
  data: unknown;
}

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
  for (const { fact, verdict } of log) {
    if (fact.subject.noun !== 'attendance' || verdict.seq === undefined) continue;
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
  expect(new Set(present)).toEqual(new Set([...members].filter(([, member]) => standing(member).length > 0).map(([id]) => id)));
  const disputed = attendances.filter((row) => disputeOf(row.data as Attendance)).map((row) => row.id);
  expect(new Set(disputed)).toEqual(new Set([...members].filter(([, member]) => isDisputed(member)).map(([id]) => id)));
}

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
  expect(verdict.kind === 'conflict', fact.id).toBe(contested);
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

type Decisions = Record<string, { others: string[]; from: unknown; to: unknown }>;
type Changes = Record<string, { from: unknown; to: unknown }>;

/**
 * In the server's order: a change whose `from` holds is shown, any other value is kept open; a decision closes what it names, and is
 * itself kept open where somebody else had decided first or had written something else.
 */
export function cooperativeAsModelled(log: readonly LogEntry[], rows: readonly StoredRow[]): void {
  const shown: Record<string, unknown> = {};
  const decided = new Set<string>();
  let open: [field: string, value: unknown, factId: string][] = [];
  let resolutions = 0;
  for (const { fact, verdict } of log) {
    if (verdict.seq === undefined) continue;
    if (fact.type === 'cooperativeChanged') {
      for (const [field, change] of Object.entries((fact.body as { changes: Changes }).changes)) {
        const held = shown[field] ?? null;
        if (held === change.to) continue;
        if (held === change.from) shown[field] = change.to;
        else open.push([field, change.to, fact.id]);
      }
    }
    if (fact.type !== 'cooperativeConflictResolved') continue;
    for (const [field, { others, from, to }] of Object.entries((fact.body as { decisions: Decisions }).decisions)) {
      const rivalled = others.some((id) => decided.has(`${field} ${id}`));
      const held = shown[field] ?? null;
      open = open.filter(([of, , id]) => of !== field || !others.includes(id));
      if (held !== to && (rivalled || held !== from)) open.push([field, to, fact.id]);
      else shown[field] = to;
      for (const id of others) decided.add(`${field} ${id}`);
      resolutions += 1;
    }
  }
  const cooperative = rows.find((row) => row.id === cooperativeId)?.data as Cooperative;
  for (const [field, value] of Object.entries(shown)) expect((cooperative as Record<string, unknown>)[field] ?? null, field).toBe(value);
  expect((cooperative.conflicts ?? []).map(({ field, other, otherFactId }) => [field, other, otherFactId])).toEqual(open);
  expect(cooperative.resolutions ?? []).toHaveLength(resolutions);
  everyValueIsSomewhere(log, cooperative, shown);
}

/** What anybody wrote is shown, waits beside it, stands in the trail of decisions, or was changed by somebody who saw it. */
function everyValueIsSomewhere(log: readonly LogEntry[], cooperative: Cooperative, shown: Record<string, unknown>): void {
  const traces = new Set<string>();
  const trace = (field: string, value: unknown) => traces.add(JSON.stringify([field, value ?? null]));
  const written: [string, unknown][] = [];
  for (const { field, other, shown: beside } of [
    ...(cooperative.conflicts ?? []),
    ...(cooperative.resolutions ?? []).flatMap(({ conflicts }) => conflicts),
  ]) {
    trace(field, other);
    trace(field, beside);
  }
  for (const { field, value } of cooperative.resolutions ?? []) trace(field, value);
  for (const [field, value] of Object.entries(shown)) trace(field, value);
  for (const { fact, verdict } of log) {
    if (verdict.seq === undefined) continue;
    const { changes = {}, decisions = {} } = fact.body as { changes?: Changes; decisions?: Decisions };
    if (fact.subject.noun !== 'cooperative') continue;
    for (const [field, { from, to }] of [...Object.entries(changes), ...Object.entries(decisions)]) {
      trace(field, from);
      written.push([field, to]);
    }
  }
  expect(written.filter(([field, value]) => !traces.has(JSON.stringify([field, value ?? null])))).toEqual([]);
}
