// Taking in facts: each judged and folded once, behind unique ids and device sequences, all in the caller's transaction.
import type { Kysely } from 'kysely';
import { foldFact, type KnownFact, needsOf } from '../../src/domain/fold.ts';
import { coversArea } from '../../src/domain/noun.ts';
import type { Role } from '../../src/domain/officer.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import type { Row } from '../../src/domain/world.ts';
import { type AreaState, link, lockAreas, stateOf } from './area-lock.ts';
import { writeReferences } from './file-references.ts';
import { answerAgain, hashBefore, knownFacts, placeOf, refusedFor } from './known-facts.ts';
import { areasAfterMoves, type Followed, followedArea, isRegency, movedToBy, moveFamily, noteFollowed, untilMove } from './move.ts';
import type { Schema } from './schema.ts';
import { factHashOf } from './server-hash.ts';
import { openServerWorld, type ServerWorld } from './server-world.ts';
import { awaitedAmong, openWaitingRoom, readWaitingFor, type WaitingFact, writeJudged } from './waiting.ts';
import { numberFolds, writeFacts, writeRows } from './write-batch.ts';

export interface Author {
  id: string;
  role: Role;
  areas: readonly string[];
}

/** A fact with the verdict on it; `linked` tells whether it continued its device's chain. */
export interface JudgedFact {
  fact: KnownFact;
  /** In whose log it stands: that of the fact, or the one to which its subject had moved. */
  area: string;
  hash: string;
  linked: boolean;
  verdict: Verdict;
  chain: string;
  /** Its place in the order in which facts became part of their rows; counted within the batch until it is written. */
  folded?: number;
}

export interface AcceptOptions {
  now: number;
  /** Hash of the device's last fact at the office, and its number. */
  lastHash: string;
  lastSeq?: number;
}

export interface Accepted {
  /** In the order of the facts handed in. */
  verdicts: Verdict[];
  /** Facts that came under the id or in the place of another one: the log has no place for them, and yet they must not be lost. */
  differing: { fact: KnownFact; problem: string }[];
  lastHash: string;
}

/**
 * Judges facts of one author in their order. A repeat is answered with the verdict it got the first time.
 * The caller holds the device's row lock; the areas' locks are taken here, in one order, and held until the commit.
 */
export async function acceptFacts(
  trx: Kysely<Schema>,
  facts: readonly KnownFact[],
  author: Author,
  options: AcceptOptions,
): Promise<Accepted> {
  if (facts.length === 0) return { verdicts: [], differing: [], lastHash: options.lastHash };
  const { areas, unopened } = await lockAreas(trx, [...new Set(facts.flatMap(areasOfFact))].sort());
  const known = await knownFacts(trx, facts);
  const fresh = facts.filter((fact) => !known.has(fact.id) && !known.has(placeOf(fact)));
  const bench = openBench(trx, areas, options.now, author);
  await layOut(bench, fresh);
  const mayWait = openWaitingRoom(trx);
  const judged: JudgedFact[] = [];
  const answers: { verdict: Verdict }[] = [];
  const differing: Accepted['differing'] = [];
  let { lastHash, lastSeq = 0 } = options;
  for (const fact of facts) {
    const before = known.get(fact.id) ?? known.get(placeOf(fact));
    const hash = factHashOf(fact);
    if (before) {
      const again = answerAgain(fact, before);
      answers.push(again);
      if (again !== before || before.hash !== hash)
        differing.push({ fact, problem: again === before ? 'contentDiffers' : (again.verdict.rule ?? '') });
      continue;
    }
    // One that comes after its followers, out of the quarantine, is not what the next one continues.
    const isNewest = fact.deviceSeq > lastSeq;
    const linked = fact.previousHash === (isNewest ? lastHash : await hashBefore(trx, fact));
    const { area = followedArea(bench.followed, fact) ?? fact.area, isTheirs = true } = bench.placed.get(fact) ?? {};
    const movesTo = movedToBy(fact);
    const judgement: Judgement = !isTheirs
      ? { verdict: refusedAtHome(fact, 'areaMoved', area) }
      : movesTo !== undefined && !(await isRegency(trx, movesTo))
        ? { verdict: refusedAtHome(fact, 'unknownArea', movesTo) }
        : judge(bench, fact, author, area);
    const { row, folded } = judgement;
    if (row) noteFollowed(bench.followed, fact, area);
    const hasRoom = judgement.verdict.kind !== 'waiting' || (await mayWait(fact.officerId));
    const verdict = hasRoom ? judgement.verdict : { ...refusedFor(fact, 'tooManyWaiting'), area };
    if (verdict.kind === 'refused' && unopened.has(verdict.area)) {
      answers.push({ verdict });
      differing.push({ fact, problem: verdict.rule ?? '' });
      continue;
    }
    unopened.delete(verdict.area);
    const chain = link(areas, verdict.area, hash);
    const entry: JudgedFact = { fact, area: verdict.area, hash, linked, verdict, chain, ...(folded ? { folded } : {}) };
    judged.push(entry);
    answers.push(entry);
    known.set(fact.id, entry);
    known.set(placeOf(fact), entry);
    if (isNewest) {
      lastHash = hash;
      lastSeq = fact.deviceSeq;
    }
    if (verdict.waitingFor) bench.waiting.push({ fact, area, author, waitingFor: rowKey(verdict.waitingFor), fresh: entry });
    if (row) await judgeWaiting(bench, row, fact.area);
    if (movesTo === undefined) continue;
    if (row) await carryOver(bench, row, movesTo);
    await layOut(bench, facts.slice(facts.indexOf(fact) + 1));
  }
  await writeRows(trx, bench.world.changed(), bench.seqs);
  await numberFolds(trx, [...judged, ...bench.waiting.flatMap((entry) => entry.judged ?? [])], bench.folds);
  await writeFacts(trx, judged);
  await writeReferences(
    trx,
    judged.map(({ fact, area }) => ({ ...fact, area })),
  );
  await writeJudged(trx, bench.waiting);
  if (unopened.size > 0)
    await trx
      .deleteFrom('area')
      .where('code', 'in', [...unopened])
      .execute();
  for (const [code, state] of areas) await trx.updateTable('area').set(state).where('code', '=', code).execute();
  return { verdicts: answers.map((answer) => answer.verdict), differing, lastHash };
}

/** `isTheirs`: the author may touch that area. */
interface Placement {
  area: string;
  isTheirs: boolean;
}

interface Bench {
  trx: Kysely<Schema>;
  author: Author;
  world: ServerWorld;
  areas: Map<string, AreaState>;
  /** Where facts are judged whose subject has left the area that they name. */
  placed: Map<KnownFact, Placement>;
  /** Where rows of this batch have come to stand instead of the area that their facts name. */
  followed: Followed;
  /** The last sequence given to each changed row. */
  seqs: Map<string, number>;
  now: number;
  /** Facts of this batch that wait, and those of the log whose row has arrived. */
  waiting: WaitingFact[];
  /** By area and row: whether facts of the log wait for it that have not been read. */
  awaited: Map<string, boolean>;
  /** How many facts of this batch have been folded. */
  folds: number;
}

const openBench = (trx: Kysely<Schema>, areas: Map<string, AreaState>, now: number, author: Author): Bench => ({
  trx,
  author,
  world: openServerWorld(trx),
  areas,
  placed: new Map(),
  followed: new Map(),
  seqs: new Map(),
  now,
  waiting: [],
  awaited: new Map(),
  folds: 0,
});

function areasOfFact(fact: KnownFact): string[] {
  const movesTo = movedToBy(fact);
  return movesTo === undefined ? [fact.area] : [fact.area, movesTo];
}

/** Reads what the facts need, where it stands by now. Two who lock crosswise here are parted by PostgreSQL, and one of them does it again. */
async function layOut(bench: Bench, all: readonly KnownFact[]): Promise<void> {
  const { trx, author, world, areas, placed } = bench;
  const facts = untilMove(all);
  placed.clear();
  const further = new Set<string>();
  for (const [fact, area] of await areasAfterMoves(trx, facts)) {
    const isTheirs = coversArea(author.areas, area);
    placed.set(fact, { area, isTheirs });
    if (isTheirs && !areas.has(area)) further.add(area);
  }
  if (further.size > 0) for (const [code, state] of (await lockAreas(trx, [...further].sort())).areas) areas.set(code, state);
  await world.load(facts.map((fact) => ({ area: placed.get(fact)?.area ?? fact.area, needs: needsOf(fact) })));
  const bringing = facts.flatMap((fact) => [fact.area, placed.get(fact)?.area ?? fact.area].map((area) => ({ area, fact })));
  await askAwaited(bench, bringing);
}

/** The one fact that touches two areas: what was folded before it is written, then all goes over. */
async function carryOver(bench: Bench, row: Row, movesTo: string): Promise<void> {
  await writeRows(bench.trx, bench.world.changed(), bench.seqs);
  const [from, to] = [stateOf(bench.areas, row.area), stateOf(bench.areas, movesTo)];
  const count = await moveFamily(bench.trx, row.id, { area: row.area, seq: from.seq }, { area: movesTo, seq: to.seq });
  from.seq += count;
  to.seq += count;
  bench.seqs.clear();
  bench.world = openServerWorld(bench.trx);
}

type PlacedVerdict = Verdict & { area: string };

interface Judgement {
  verdict: PlacedVerdict;
  row?: Row;
  folded?: number;
}

/** Refused where it was meant to be, so that its tablet, which does not see the other area, finds the verdict there. */
const refusedAtHome = ({ id, deviceSeq, area }: KnownFact, rule: string, to: string): PlacedVerdict => ({
  id,
  deviceSeq,
  area,
  kind: 'refused',
  rule,
  detail: { to },
});

function judge(bench: Bench, fact: KnownFact, author: Author, area: string): Judgement {
  const placed = area === fact.area ? fact : { ...fact, area };
  const outcome = foldFact(placed, { ...bench.world, author, now: bench.now }, author.areas);
  const head = { id: fact.id, deviceSeq: fact.deviceSeq, area };
  if (outcome.kind === 'waiting') return { verdict: { ...head, kind: 'waiting', waitingFor: outcome.for } };
  if (outcome.kind === 'refused') {
    const { kind, rule, field, detail, until } = outcome;
    if (until) return { verdict: { ...head, kind: 'waiting', waitingFor: until } };
    return { verdict: { ...head, kind, rule, ...(field ? { field } : {}), ...(detail ? { detail } : {}) } };
  }
  const { row } = outcome;
  bench.world.put(row);
  const state = stateOf(bench.areas, row.area);
  state.seq += 1;
  bench.seqs.set(rowKey(row), state.seq);
  bench.folds += 1;
  const verdict = { ...head, kind: outcome.kind, seq: state.seq, ...(outcome.rule ? { rule: outcome.rule } : {}) };
  return { verdict, row, folded: bench.folds };
}

/**
 * A row that has arrived lets the facts that waited for it be judged, and those that waited for them in turn; where its cooperative has
 * moved meanwhile, also those that wait in the area that it was meant for.
 */
async function judgeWaiting(bench: Bench, arrived: Row, meantFor: string): Promise<void> {
  const key = rowKey(arrived);
  for (const area of new Set([arrived.area, meantFor])) await readAwaited(bench, area, key, arrived.area);
  const released = bench.waiting.filter(({ waitingFor, area }) => waitingFor === key && (area === arrived.area || area === meantFor));
  if (released.length === 0) return;
  await bench.world.load(released.map(({ fact }) => ({ area: arrived.area, needs: needsOf(fact) })));
  for (const entry of released) {
    const isTheirs = coversArea(entry.author.areas, arrived.area);
    const { verdict, row, folded } = isTheirs
      ? judge(bench, entry.fact, entry.author, arrived.area)
      : ({ verdict: refusedAtHome(entry.fact, 'areaMoved', arrived.area) } as Judgement);
    entry.waitingFor = verdict.waitingFor && rowKey(verdict.waitingFor);
    const place = folded ? { folded } : {};
    if (entry.fresh) Object.assign(entry.fresh, { verdict, ...place });
    else entry.judged = { verdict, seq: seqToTell(bench, entry.area, arrived.area), ...place };
    if (row) await judgeWaiting(bench, row, entry.fact.area);
  }
}

async function readAwaited(bench: Bench, area: string, key: string, arrivedIn: string): Promise<void> {
  const place = `${area} ${key}`;
  if (!bench.awaited.get(place)) return;
  bench.awaited.set(place, false);
  const found = await readWaitingFor(bench.trx, { area, key });
  const bringing = found.flatMap(({ fact }) => [area, arrivedIn].map((each) => ({ area: each, fact })));
  await askAwaited(bench, bringing);
  bench.waiting = [...found, ...bench.waiting];
}

/** Asks once for each row that these facts may bring. */
async function askAwaited({ trx, awaited }: Bench, bringing: readonly { area: string; fact: KnownFact }[]): Promise<void> {
  const rows = new Map<string, { area: string; key: string }>(
    bringing.map(({ area, fact: { subject } }) => [`${area} ${rowKey(subject)}`, { area, key: rowKey(subject) }] as const),
  );
  for (const place of awaited.keys()) rows.delete(place);
  for (const place of rows.keys()) awaited.set(place, false);
  for (const { area, key } of await awaitedAmong(trx, [...rows.values()])) awaited.set(`${area} ${key}`, true);
}

/** Where the verdict fell in another area, its own moves on by one: only a later cursor of it tells that the device has heard. */
function seqToTell(bench: Bench, area: string, judgedIn: string): number {
  const state = stateOf(bench.areas, area);
  if (area !== judgedIn) state.seq += 1;
  return state.seq;
}

const rowKey = (row: { noun: string; id: string }): string => `${row.noun}/${row.id}`;
