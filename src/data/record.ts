// The officer's act: judged, folded into rows and put into the outbox, all in one transaction or not at all.
import type { Fact } from '../domain/fact.ts';
import type { BodyOf, FactTypeName } from '../domain/fact-types.ts';
import { ruleOf } from '../domain/fact-types.ts';
import { foldFact, type KnownFact, needsOf } from '../domain/fold.ts';
import type { Refusal, Row, Waiting } from '../domain/world.ts';
import { bucketOf } from './bucket.ts';
import { type FieldDatabase, type LaidRow, rowKeyOf } from './database.ts';
import { factHashOf } from './hash.ts';
import { newId } from './id.ts';
import { type LocalWorld, openLocalWorld } from './local-world.ts';
import { touchRegister } from './register-version.ts';
import { clockAt, readSetting, writeSetting } from './settings.ts';

/** A wish of the screen: what happened, to which subject. The device gives the rest. */
export type Act = { [T in FactTypeName]: { type: T; id: string; area: string; body: BodyOf<T> } }[FactTypeName];

export type RecordResult = { kind: 'recorded'; facts: KnownFact[]; outcome: 'applied' | 'merged' | 'conflict' } | Refusal | Waiting;

class Declined extends Error {
  readonly outcome: Refusal | Waiting;
  constructor(outcome: Refusal | Waiting) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/** What an act and the drafts it completes touch. */
export const recordedTables = (db: FieldDatabase) => [db.page, db.row, db.outbox, db.setting, db.draft];

/**
 * Records acts that belong together. `doneDraft` names a draft that they complete: it goes in the same transaction.
 * Answers only after the commit; any failure of the database throws, with everything as it was.
 */
export async function recordActs(
  db: FieldDatabase,
  acts: readonly Act[],
  options: { doneDraft?: string; now?: number } = {},
): Promise<RecordResult> {
  try {
    // Dexie keeps a transaction open over native awaits only below a function that is `async` itself.
    return await db.transaction('rw', recordedTables(db), async () => recordInside(db, acts, options));
  } catch (error) {
    const declined =
      error instanceof Declined ? error : error instanceof Error && error.cause instanceof Declined ? error.cause : undefined;
    if (declined) return declined.outcome;
    throw error;
  }
}

async function recordInside(db: FieldDatabase, acts: readonly Act[], options: { doneDraft?: string; now?: number }): Promise<RecordResult> {
  const now = options.now ?? Date.now();
  const [session, device, clockState] = await Promise.all([
    readSetting(db, 'session'),
    readSetting(db, 'device'),
    readSetting(db, 'clock'),
  ]);
  if (!session || !device) throw new Error('nobody is signed in on this database');
  const clock = clockAt(clockState, now);
  const world = openLocalWorld(db, session.officer, clock.confidence === 'none' ? undefined : now + clock.offsetMs);
  const facts: KnownFact[] = [];
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
    await layOwn(db, folded.row);
    await db.outbox.add({
      deviceSeq: nextSeq,
      id: fact.id,
      subject: rowKeyOf(fact.subject.noun, fact.subject.id),
      fact,
      bytes: JSON.stringify(fact).length,
      state: 'unsent',
      folding: 1,
    });
    facts.push(fact);
    lastHash = factHashOf(fact);
    nextSeq += 1;
  }
  await writeSetting(db, 'device', { ...device, nextSeq, lastHash });
  if (options.doneDraft) await db.draft.delete(options.doneDraft);
  await touchRegister(
    db,
    facts.map((fact) => fact.subject.noun),
  );
  return { kind: 'recorded', facts, outcome };
}

/** JSON knows no undefined: a fact holds exactly what will travel. */
const blanksDropped = <Body>(body: Body): Body => JSON.parse(JSON.stringify(body)) as Body;

/** Judges and folds one fact in a local world, and lays the result into that world. */
export async function foldLocally(world: LocalWorld, fact: Fact & { type: FactTypeName }, areas: readonly string[]) {
  await world.load(needsOf(fact), fact.area);
  const outcome = foldFact(fact, world, areas);
  if (outcome.kind !== 'refused' && outcome.kind !== 'waiting') world.put(outcome.row);
  return outcome;
}

/** Lays a row changed by an own fact over what the office last sent, which stays beside it until the fact has come back. */
async function layOwn(db: FieldDatabase, row: Row): Promise<void> {
  const key = rowKeyOf(row.noun, row.id);
  const bucket = bucketOf(row.area, row.noun, row.root);
  const held = await db.row.get(key);
  const laid: LaidRow = { key, bucket, noun: row.noun, area: row.area, id: row.id, root: row.root, version: row.version, data: row.data };
  if (!held) {
    laid.base = (await db.page.get(bucket))?.rows[row.id] ?? null;
  } else if (held.base !== undefined) {
    laid.base = held.base;
  } else {
    laid.base = { id: held.id, root: held.root, version: held.version, data: held.data };
  }
  await db.row.put(laid);
}
