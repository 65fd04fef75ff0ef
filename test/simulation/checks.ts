// What must be true when the world has come to rest, judged by models of its own and not by the product's folds.

import { strict as assert } from 'node:assert';
import { countDigests } from '../../server/store/digests.ts';
import { rebuildRows } from '../../server/store/rebuild.ts';
import { verifyLog } from '../../server/store/verify.ts';
import { readProof, samenessOf } from '../../src/data/proof.ts';
import { areasOf, readAll } from '../../src/data/rows.ts';
import { areaDigestsOf, readDigests, recount } from '../../src/data/tally.ts';
import { type Digest, wireDigestOf } from '../../src/domain/digest.ts';
import { type KnownFact, ruleFailed } from '../../src/domain/fold.ts';
import { coversArea, nouns } from '../../src/domain/noun.ts';
import { ownFacts } from '../support/own-facts.ts';
import { attendanceAsModelled } from './attendance-model.ts';
import { fieldsAsModelled, openConflictsOf } from './field-model.ts';
import { filesHaveArrived } from './file-checks.ts';
import { isFolded, type LogEntry, readRows, type StoredRow, subjectOf } from './log.ts';
import { meetingsAsModelled } from './meeting-model.ts';
import { isRotten } from './plan.ts';
import type { SimTablet } from './sim-tablet.ts';
import { factsOf, inOrder } from './step-checks.ts';
import { followUpsAsModelled } from './visit-model.ts';
import type { SimWorld } from './world.ts';

export async function checkAtRest({ office, tablets, areas, former, plan }: SimWorld): Promise<void> {
  const { db } = office;
  const log = await office.readLog();
  const rows = await readRows(db);
  const counted = new Map<string, Map<string, Digest>>();
  for (const { code } of await db.selectFrom('area').select('code').execute()) counted.set(code, await countDigests(db, code));
  for (const tablet of tablets) {
    assert.deepEqual(factsOf(log, tablet.deviceIds), inOrder(tablet.saved), `${tablet.name}: what was saved is at the office`);
    await nothingStuck(tablet, log);
    await sameAsOffice(tablet, rows, areas.areasOf(tablet.officer.id));
    await sameDigests(tablet, counted, isRotten(plan));
  }
  if (former) formerHasDelivered(former, log);
  refusedForGoodReason(log);
  foldedOnce(log, rows);
  attendanceAsModelled(log, rows);
  meetingsAsModelled(log, rows);
  fieldsAsModelled(log, rows);
  followUpsAsModelled(log, rows);
  for (const tablet of tablets) await callsForWhatIsOpen(tablet, rows, areas.areasOf(tablet.officer.id));
  assert.deepEqual((await verifyLog(db)).problems, [], 'the chains of the log');
  if (areas.changes() > 0 || plan.seed % 8 === 0) assert.deepEqual((await rebuildRows(db)).problems, [], 'rows built again from the log');
  if (plan.photos) await filesHaveArrived(office, tablets, log, rows);
}

/** A fact waits with good reason for a row that was refused, or that a refused one would have made: it is held, and nothing else is. */
async function nothingStuck({ name, db }: SimTablet, log: readonly LogEntry[]): Promise<void> {
  const made = new Set(log.filter(isFolded).map(({ fact }) => subjectOf(fact)));
  const outbox = await ownFacts(db());
  const stuck = outbox.filter(({ state, folding, verdict }) => {
    const { waitingFor } = verdict ?? {};
    if (state === 'waiting' && waitingFor) return made.has(`${waitingFor.noun}/${waitingFor.id}`);
    return state === 'unsent' || state === 'waiting' || folding === 1;
  });
  assert.deepEqual(stuck, [], `${name}: nothing is stuck`);
}

async function sameAsOffice({ name, db }: SimTablet, rows: readonly StoredRow[], areas: readonly string[]): Promise<void> {
  for (const noun of nouns) {
    const here = (await readAll(db(), noun)).map(({ area, id, version, data }) => ({ area, id, version, data }));
    const there = rows
      .filter((row) => row.noun === noun && (coversArea(areas, row.area) || row.area.length === 2))
      .map(({ area, id, version, data }) => ({ area, id, version, data }));
    assert.deepEqual(sorted(here), sorted(there), `${name} shows each ${noun} as the office does`);
  }
}

/** As the tablet tells its officer, and counted from the rows of both sides. */
async function sameDigests(
  tablet: SimTablet,
  atOffice: ReadonlyMap<string, ReadonlyMap<string, Digest>>,
  isMended: boolean,
): Promise<void> {
  const db = tablet.db();
  assert.equal((await samenessOf(db)).kind, 'same', `${tablet.name} tells`);
  // Mending hides faults, so here nothing may have needed it; and what is no longer the officer's lies nowhere.
  if (!isMended) assert.deepEqual((await readProof(db)).pulledAt, {}, `${tablet.name} had to pull again`);
  const areas = await areasOf(db);
  const buckets = [...(await db.page.toCollection().primaryKeys()), ...(await db.row.toArray()).map((row) => row.bucket)];
  assert.deepEqual(
    buckets.filter((bucket) => !areas.includes(bucket.slice(0, bucket.indexOf('/')))),
    [],
    `${tablet.name} keeps nothing of a lost area`,
  );
  const counted = await readDigests(db);
  await db.transaction('rw', [db.page, db.row, db.tally, db.setting], async () => recount(db));
  const here = await readDigests(db);
  for (const area of areas) {
    const there = [...(atOffice.get(area) ?? [])].map(([key, digest]) => [key.slice(area.length + 1), wireDigestOf(digest)]);
    assert.deepEqual(areaDigestsOf(here, area), Object.fromEntries(there), `${tablet.name} ${area} counted on both sides`);
    assert.deepEqual(areaDigestsOf(counted, area), areaDigestsOf(here, area), `${tablet.name} ${area} counted as it was written`);
  }
}

const sorted = (rows: { area: string; id: string }[]) => [...rows].sort((a, b) => (`${a.area} ${a.id}` < `${b.area} ${b.id}` ? -1 : 1));

/** An own change calls for its officer as long as its value waits beside the shown one, and no longer. */
async function callsForWhatIsOpen({ name, db }: SimTablet, rows: readonly StoredRow[], areas: readonly string[]): Promise<void> {
  const held = new Map(rows.map((row) => [`${row.noun}/${row.id}`, row]));
  for (const { id, state, verdict, subject } of await ownFacts(db())) {
    const row = held.get(subject);
    // Who no longer has its area cannot see whether anybody has decided.
    if (verdict?.kind !== 'conflict' || verdict.rule === 'I2' || !row || row.noun === 'attendance' || !coversArea(areas, row.area))
      continue;
    const isOpen = openConflictsOf(row).some(([, , factId]) => factId === id);
    assert.equal(state, isOpen ? 'conflict' : 'settled', `${name} calls for what is open`);
  }
}

/** No fact twice, none out of its device's order on its subject, and each row as many facts old as were folded into it. */
function foldedOnce(log: readonly LogEntry[], rows: readonly StoredRow[]): void {
  const versions = new Map<string, number>();
  const newest = new Map<string, number>();
  const ids = new Set<string>();
  for (const entry of log.filter(isFolded)) {
    const { fact } = entry;
    assert.ok(!ids.has(fact.id), 'no fact stands twice');
    ids.add(fact.id);
    const subject = subjectOf(fact);
    versions.set(subject, (versions.get(subject) ?? 0) + 1);
    const line = `${fact.deviceId} ${subject}`;
    assert.ok(fact.deviceSeq > (newest.get(line) ?? 0), `${fact.type} in the order of its device`);
    newest.set(line, fact.deviceSeq);
  }
  const held = new Map(rows.map(({ noun, id, version }) => [`${noun}/${id}`, version]));
  assert.equal(held.size, rows.length, 'no row stands in two areas');
  assert.deepEqual(new Map([...held].sort()), new Map([...versions].sort()), 'each row has the effect of each of its facts once');
}

/** Rules that can meet what the tablet could not know; any other refusal would have been told before it was recorded. */
const goodReasons = new Set([
  'alreadyOpened',
  'I5',
  'meetingAdjourned',
  'rosterFrozen',
  'notOnRoster',
  'conflictNotOpen',
  'conflictNotYours',
  'alreadyVerified',
  'notReturned',
  'notWaiting',
  'notHeld',
  'otherMinutes',
  'notAsRatified',
  'area',
  'areaMoved',
  'areaOfSubject',
  'I2',
  'I4',
]);

function refusedForGoodReason(log: readonly LogEntry[]): void {
  const odd = log.filter(({ verdict }) => verdict.kind === 'refused' && !goodReasons.has(verdict.rule ?? ''));
  assert.deepEqual(odd, [], `nothing is refused without a reason, least of all by ${ruleFailed}`);
}

function formerHasDelivered({ unsent, verdicts }: NonNullable<SimWorld['former']>, log: readonly LogEntry[]): void {
  assert.deepEqual(unsent, [], 'the former release has delivered everything');
  const held = new Set<KnownFact['id']>(log.map(({ fact }) => fact.id));
  assert.deepEqual(
    [...verdicts.keys()].filter((id) => !held.has(id)),
    [],
    'what it was answered about is in the log',
  );
}
