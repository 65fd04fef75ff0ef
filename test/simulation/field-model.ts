// What the fields of each record must come to, by a plain model of the rules that shares no code with the product's folds.
import { strict as assert } from 'node:assert';
import type { KnownFact } from '../../src/domain/fold.ts';
import { isFolded, type LogEntry, type StoredRow, subjectOf } from './log.ts';

type Decisions = Record<string, { others: string[]; from: unknown; to: unknown }>;
type Changes = Record<string, { from: unknown; to: unknown }>;
type Open = [field: string, value: unknown, factId: string];

interface Record_ {
  shown: Map<string, unknown>;
  open: Open[];
  decided: Set<string>;
  resolutions: number;
  /** Every value that anybody wrote or saw. */
  written: [field: string, value: unknown][];
  seen: Set<string>;
}

const recording = new Set(['cooperativeRecorded', 'visitRecorded', 'figuresRecorded', 'ratMeetingRecorded', 'minutesSigned']);
const changing = new Set(['cooperativeChanged', 'visitAmended', 'figuresChanged', 'ratMeetingChanged', 'minutesAmended']);
const deciding = /^(cooperative|figures|visit|ratMeeting|minutes)ConflictResolved$/;
/** Two who open a meeting may freeze different numbers; that is a field to decide like any other. */
const voters = 'opening.registeredVoters';

/**
 * In the server's order: a change whose `from` holds is shown, any other value is kept open; a decision closes what it names, and is
 * itself kept open where somebody else had decided first or had written something else.
 */
export function fieldsAsModelled(log: readonly LogEntry[], rows: readonly StoredRow[]): void {
  const records = new Map<string, Record_>();
  for (const { fact } of log.filter(isFolded)) {
    const key = subjectOf(fact);
    const record = records.get(key) ?? begun();
    if (take(record, fact)) records.set(key, record);
  }
  const held = new Map(rows.map((row) => [`${row.noun}/${row.id}`, row]));
  for (const [key, record] of records) {
    const row = held.get(key);
    assert.ok(row, `${key} is there`);
    for (const [field, value] of record.shown) assert.deepEqual(heldAt(row.data, field), value, `${key} shows the expected ${field}`);
    assert.deepEqual(openConflictsOf(row), record.open, `${key} keeps open what the model does`);
    const { resolutions = [] } = row.data as { resolutions?: Resolution[] };
    assert.equal(resolutions.length, record.resolutions, `${key} has every decision in its trail`);
    everyValueIsSomewhere(key, row, record);
  }
}

/** What a tablet must show of a record while own changes wait: the office's row, and they in the order in which they were made. */
export function shownOverBase(base: object | null, pending: readonly KnownFact[]): Map<string, unknown> {
  const record = begun();
  const fields = pending.flatMap(({ body }) => Object.keys((body as { changes?: Changes }).changes ?? {}));
  for (const field of fields) record.shown.set(field, heldAt(base ?? {}, field));
  for (const fact of pending) take(record, fact);
  return new Map(fields.map((field) => [field, shownOf(record, field)]));
}
export const isChange = ({ type }: KnownFact): boolean => changing.has(type);

const begun = (): Record_ => ({ shown: new Map(), open: [], decided: new Set(), resolutions: 0, written: [], seen: new Set() });

/** Whether it is a fact about fields at all. */
function take(record: Record_, fact: KnownFact): boolean {
  const body = fact.body as { changes?: Changes; decisions?: Decisions; content?: object; registeredVoters?: number; regencyCode?: string };
  if (recording.has(fact.type)) {
    const content = Object.entries(body.content ?? body).filter(([field]) => field !== 'meetingId' && field !== 'source');
    const isFirst = record.shown.size === 0;
    for (const [field, value] of content) {
      if (isFirst) record.shown.set(field, value);
      else if (fact.type === 'figuresRecorded' && !keys.has(field)) change(record, fact.id, field, { from: null, to: value });
    }
    return true;
  }
  if (fact.type === 'cooperativeMoved') {
    record.shown.set('regencyCode', body.regencyCode);
    return true;
  }
  if (fact.type === 'ratMeetingOpened') {
    const { registeredVoters } = body;
    if (!record.shown.has(voters)) record.shown.set(voters, registeredVoters);
    else if (record.shown.get(voters) !== registeredVoters) keepOpen(record, [voters, registeredVoters, fact.id]);
    return true;
  }
  if (changing.has(fact.type)) for (const [field, changed] of Object.entries(body.changes ?? {})) change(record, fact.id, field, changed);
  else if (deciding.test(fact.type))
    for (const [field, decision] of Object.entries(body.decisions ?? {})) decide(record, fact.id, field, decision);
  else return false;
  return true;
}

const keys = new Set(['cooperativeId', 'bookYear']);
const shownOf = (record: Record_, field: string): unknown => record.shown.get(field) ?? null;
const keepOpen = (record: Record_, open: Open): void => {
  record.open.push(open);
  record.written.push([open[0], open[1]]);
};

function change(record: Record_, id: string, field: string, { from, to }: { from: unknown; to: unknown }): void {
  const held = shownOf(record, field);
  record.written.push([field, to]);
  record.seen.add(JSON.stringify([field, from]));
  if (same(held, to)) return;
  if (same(held, from)) record.shown.set(field, to);
  else record.open.push([field, to, id]);
}

function decide(record: Record_, id: string, field: string, { others, from, to }: Decisions[string]): void {
  const rivalled = others.some((other) => record.decided.has(`${field} ${other}`));
  const held = shownOf(record, field);
  record.written.push([field, to]);
  record.seen.add(JSON.stringify([field, from]));
  record.open = record.open.filter(([of, , factId]) => of !== field || !others.includes(factId));
  if (!same(held, to) && (rivalled || !same(held, from))) record.open.push([field, to, id]);
  else record.shown.set(field, to);
  for (const other of others) record.decided.add(`${field} ${other}`);
  record.resolutions += 1;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
export const heldAt = (data: object, field: string): unknown =>
  field.split('.').reduce((held: unknown, name) => Object(held)[name], data) ?? null;

interface Conflict {
  field: string;
  shown: unknown;
  other: unknown;
  otherFactId: string;
}
interface Resolution {
  field: string;
  value: unknown;
  conflicts: Conflict[];
}

export const openConflictsOf = ({ data }: StoredRow): Open[] =>
  ((data as { conflicts?: Conflict[] }).conflicts ?? []).map(({ field, other, otherFactId }) => [field, other, otherFactId]);

/** What anybody wrote is shown, waits beside it, stands in the trail of decisions, or was changed by somebody who saw it. */
function everyValueIsSomewhere(key: string, { data }: StoredRow, { written, seen, shown }: Record_): void {
  const { conflicts = [], resolutions = [] } = data as { conflicts?: Conflict[]; resolutions?: Resolution[] };
  const traces = new Set(seen);
  const trace = (field: string, value: unknown) => traces.add(JSON.stringify([field, value ?? null]));
  for (const { field, other, shown: beside } of [...conflicts, ...resolutions.flatMap((resolution) => resolution.conflicts)]) {
    trace(field, other);
    trace(field, beside);
  }
  for (const { field, value } of resolutions) trace(field, value);
  for (const [field, value] of shown) trace(field, value);
  const lost = written.filter(([field, value]) => !traces.has(JSON.stringify([field, value ?? null])));
  assert.deepEqual(lost, [], `${key}: every value is somewhere`);
}
