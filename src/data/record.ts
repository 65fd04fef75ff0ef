// The officer's act: judged, folded into rows and put into the outbox, all in one transaction or not at all.
import type { BodyOf, FactTypeName } from '../domain/fact-types.ts';
import { isResolution, ruleOf } from '../domain/fact-types.ts';
import type { FileReference } from '../domain/file.ts';
import { areaOfNeeds, foldFact, type KnownFact, needsOf } from '../domain/fold.ts';
import type { Refusal, Row, Waiting } from '../domain/world.ts';
import { bucketOf } from './bucket.ts';
import { type FieldDatabase, type LaidRow, type OutboxFact, rowKeyOf } from './database.ts';
import { handOver, putFile, type TakenFile } from './files.ts';
import { bytesOf, factHashOf } from './hash.ts';
import { newId } from './id.ts';
import { type LocalWorld, type LocalWorldOptions, openLocalWorld } from './local-world.ts';
import { touchRegister } from './register-version.ts';
import { clockAt, officeTimeAt, readSettings, writeSetting } from './settings.ts';
import { settleDecided } from './settle-conflicts.ts';

/** A wish of the screen: what happened, to which subject. The device gives the rest. */
export type Act = { [T in FactTypeName]: { type: T; id: string; area: string; body: BodyOf<T> } }[FactTypeName];

/** `rows` are the rows as the acts left them, so that a screen need not read them back. */
export type RecordResult =
  | { kind: 'recorded'; facts: KnownFact[]; rows: Row[]; outcome: 'applied' | 'merged' | 'conflict' }
  | Refusal
  | Waiting;

class Declined extends Error {
  readonly outcome: Refusal | Waiting;
  constructor(outcome: Refusal | Waiting) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/** What an act and the drafts it completes touch. */
export const recordedTables = (db: FieldDatabase) => [db.page, db.row, db.outbox, db.setting, db.draft];
/** And the files that were taken for a draft, or came with the acts. */
export const recordedWithFiles = (db: FieldDatabase) => [...recordedTables(db), db.file, db.fileContent];

export interface RecordOptions extends Pick<LocalWorldOptions, 'root' | 'known'> {
  /** A draft that the acts complete: it goes in the same transaction. */
  doneDraft?: string;
  /** Bytes that the first act names, kept in the same transaction. */
  files?: readonly (TakenFile & { reference: FileReference })[];
  now?: number;
}

/**
 * Records acts that belong together.
 * Answers only after the commit; any failure of the database throws, with everything as it was.
 */
export async function recordActs(db: FieldDatabase, acts: readonly Act[], options: RecordOptions = {}): Promise<RecordResult> {
  try {
    // Dexie keeps a transaction open over native awaits only below a function that is `async` itself.
    const tables = options.files || options.doneDraft !== undefined ? recordedWithFiles(db) : recordedTables(db);
    return await db.transaction('rw', tables, async () => recordInside(db, acts, options));
  } catch (error) {
    const declined =
      error instanceof Declined ? error : error instanceof Error && error.cause instanceof Declined ? error.cause : undefined;
    if (declined) return declined.outcome;
    throw error;
  }
}

async function recordInside(db: FieldDatabase, acts: readonly Act[], options: RecordOptions): Promise<RecordResult> {
  const now = options.now ?? Date.now();
  const read = await readSettings(db, ['session', 'device', 'clock', 'cursors', 'snapshots']);
  const { session, device, clock: clockState, cursors, snapshots } = read;
  if (!session || !device) throw new Error('nobody is signed in on this database');
  const clock = clockAt(clockState, now);
  const isSubject = (row: Row) => acts.some((act) => act.id === row.id && ruleOf(act.type).noun === row.noun);
  const world = openLocalWorld(db, session.officer, officeTimeAt(clockState, now), {
    areas: Object.keys({ ...cursors, ...snapshots }),
    root: options.root,
    known: (options.known ?? []).filter((row) => !isSubject(row)),
  });
  const facts: KnownFact[] = [];
  const rows = new Map<string, Row>();
  let { nextSeq, lastHash } = device;
  let outcome: 'applied' | 'merged' | 'conflict' = 'applied';
  for (const act of acts) {
    const fact: KnownFact = {
      id: newId(now),
      type: act.type,
      subject: { noun: ruleOf(act.type).noun, id: act.id },
      area: act.area,
      officerId: session.officer.id,
      deviceId: device.deviceId,
      deviceSeq: nextSeq,
      at: now,
      clock,
      previousHash: lastHash,
      body: blanksDropped(act.body),
    };
    const folded = await foldLocally(world, fact, session.officer.areas);
    if (folded.kind === 'refused' || folded.kind === 'waiting') throw new Declined(folded);
    if (folded.kind !== 'applied') outcome = folded.kind;
    rows.set(rowKeyOf(folded.row.noun, folded.row.id), folded.row);
    facts.push(fact);
    lastHash = factHashOf(fact);
    nextSeq += 1;
  }
  // Written side by side: each would otherwise wait for the one before it to come back from the database.
  await Promise.all([
    db.row.bulkPut([...rows.values()].map((row) => laidOver(row, world))),
    db.outbox.bulkAdd(facts.map(unsentOf)),
    writeSetting(db, 'device', { ...device, nextSeq, lastHash }),
    options.doneDraft === undefined ? undefined : db.draft.delete(options.doneDraft),
    touchRegister(
      db,
      facts.map((fact) => fact.subject.noun),
    ),
  ]);
  if (facts.some(({ type }) => isResolution(type))) await settleDecided(db);
  if (options.doneDraft !== undefined) await handOver(db, options.doneDraft, facts);
  for (const { reference, bytes } of options.files ?? []) {
    const owner = facts[0] && rowKeyOf(facts[0].subject.noun, facts[0].subject.id);
    if (owner) await putFile(db, { ...reference, owner, area: facts[0]?.area ?? '', state: 'unsent' }, bytes);
  }
  return { kind: 'recorded', facts, rows: [...rows.values()], outcome };
}

/** JSON knows no undefined: a fact holds exactly what will travel. */
const blanksDropped = <Body>(body: Body): Body => JSON.parse(JSON.stringify(body)) as Body;

/** Judges and folds one fact in a local world, where its subject stands by now, and lays the result into that world. */
export async function foldLocally(world: LocalWorld, fact: KnownFact, areas: readonly string[]) {
  const needs = needsOf(fact);
  await world.load(
    needs.filter((need) => need.kind === 'row'),
    fact.area,
  );
  const area = areaOfNeeds(fact, world) ?? fact.area;
  await world.load(needs, area);
  const outcome = foldFact(area === fact.area ? fact : { ...fact, area }, world, areas);
  if (outcome.kind !== 'refused' && outcome.kind !== 'waiting') world.put(outcome.row);
  return outcome;
}

const unsentOf = (fact: KnownFact): OutboxFact => ({
  deviceSeq: fact.deviceSeq,
  id: fact.id,
  subject: rowKeyOf(fact.subject.noun, fact.subject.id),
  fact,
  bytes: bytesOf(fact),
  state: 'unsent',
  folding: 1,
});

/** A row changed by own facts, over what the office last sent, which stays beside it until the facts have come back. */
function laidOver(row: Row, world: LocalWorld): LaidRow {
  const { laid, packed } = world.heldOf(row.noun, row.id) ?? {};
  const arrived = laid && { id: laid.id, root: laid.root, version: laid.version, data: laid.data };
  return {
    key: rowKeyOf(row.noun, row.id),
    bucket: bucketOf(row.area, row.noun, row.root),
    noun: row.noun,
    area: row.area,
    id: row.id,
    root: row.root,
    version: row.version,
    data: row.data,
    base: laid?.base !== undefined ? laid.base : (arrived ?? packed ?? null),
    ...(laid?.lent ? { lent: laid.lent } : {}),
  };
}
