// Taking in facts: each judged and folded once, behind unique ids and device sequences, all in the caller's transaction.
import { type Kysely, sql } from 'kysely';
import { foldFact, type KnownFact, needsOf } from '../../src/domain/fold.ts';
import type { Role } from '../../src/domain/officer.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import type { Row } from '../../src/domain/world.ts';
import { writeReferences } from './file-references.ts';
import type { Schema } from './schema.ts';
import { factHashOf, hashOf } from './server-hash.ts';
import { openServerWorld, type ServerWorld } from './server-world.ts';
import { awaitedAmong, openWaitingRoom, readWaitingFor, type WaitingFact, writeJudged } from './waiting.ts';
import { writeFacts, writeRows } from './write-batch.ts';

export interface Author {
  id: string;
  role: Role;
  areas: readonly string[];
}

/** A fact with the verdict on it; `linked` tells whether it continued its device's chain. */
export interface JudgedFact {
  fact: KnownFact;
  hash: string;
  linked: boolean;
  verdict: Verdict;
  chain: string;
}

interface AreaState {
  seq: number;
  chain: string;
}

export interface AcceptOptions {
  now: number;
  /** Hash of the device's last fact at the office. */
  lastHash: string;
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
  const { areas, unopened } = await lockAreas(trx, [...new Set(facts.map((fact) => fact.area))].sort());
  const known = await knownFacts(trx, facts);
  const fresh = facts.filter((fact) => !known.has(fact.id) && !known.has(placeOf(fact)));
  const bench: Bench = { trx, world: openServerWorld(trx), areas, seqs: new Map(), now: options.now, waiting: [], awaited: new Map() };
  await bench.world.load(fresh.map((fact) => ({ area: fact.area, needs: needsOf(fact) })));
  await askAwaited(bench, fresh);
  const mayWait = openWaitingRoom(trx);
  const judged: JudgedFact[] = [];
  const answers: { verdict: Verdict }[] = [];
  const differing: Accepted['differing'] = [];
  let { lastHash } = options;
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
    const judgement = judge(bench, fact, author);
    const { row } = judgement;
    const hasRoom = judgement.verdict.kind !== 'waiting' || (await mayWait(fact.officerId));
    const verdict = hasRoom ? judgement.verdict : refusedFor(fact, 'tooManyWaiting');
    if (verdict.kind === 'refused' && unopened.has(fact.area)) {
      answers.push({ verdict });
      differing.push({ fact, problem: verdict.rule ?? '' });
      continue;
    }
    unopened.delete(fact.area);
    const entry = { fact, hash, linked: fact.previousHash === lastHash, verdict, chain: link(areas, fact.area, hash) };
    judged.push(entry);
    answers.push(entry);
    known.set(fact.id, entry);
    known.set(placeOf(fact), entry);
    lastHash = hash;
    if (verdict.waitingFor) bench.waiting.push({ fact, author, waitingFor: rowKey(verdict.waitingFor), fresh: entry });
    if (row) await judgeWaiting(bench, row);
  }
  await writeRows(trx, bench.world.changed(), bench.seqs);
  await writeFacts(trx, judged);
  await writeReferences(
    trx,
    judged.map(({ fact }) => fact),
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

interface Bench {
  trx: Kysely<Schema>;
  world: ServerWorld;
  areas: Map<string, AreaState>;
  /** The last sequence given to each changed row. */
  seqs: Map<string, number>;
  now: number;
  /** Facts of this batch that wait, and those of the log whose row has arrived. */
  waiting: WaitingFact[];
  /** By area and row: whether facts of the log wait for it that have not been read. */
  awaited: Map<string, boolean>;
}

interface KnownVerdict {
  fact: { id: string; deviceId: string; deviceSeq: number };
  hash: string;
  verdict: Verdict;
}

const placeOf = (fact: { deviceId: string; deviceSeq: number }): string => `${fact.deviceId}#${fact.deviceSeq}`;

/** The very same fact gets its verdict again; another one under its id or in its place is not taken for it. */
function answerAgain(fact: KnownFact, before: KnownVerdict): { verdict: Verdict } {
  if (before.fact.id === fact.id && placeOf(before.fact) === placeOf(fact)) return before;
  return { verdict: refusedFor(fact, before.fact.id === fact.id ? 'idTaken' : 'deviceSeqTaken') };
}

const refusedFor = ({ id, deviceSeq }: KnownFact, rule: string): Verdict => ({ id, deviceSeq, kind: 'refused', rule });

function judge(bench: Bench, fact: KnownFact, author: Author): { verdict: Verdict; row?: Row } {
  const outcome = foldFact(fact, { ...bench.world, author, now: bench.now }, author.areas);
  const head = { id: fact.id, deviceSeq: fact.deviceSeq, area: fact.area };
  if (outcome.kind === 'waiting') return { verdict: { ...head, kind: 'waiting', waitingFor: outcome.for } };
  if (outcome.kind === 'refused') {
    const { kind, rule, field, detail } = outcome;
    return { verdict: { ...head, kind, rule, ...(field ? { field } : {}), ...(detail ? { detail } : {}) } };
  }
  const { row } = outcome;
  bench.world.put(row);
  const state = stateOf(bench.areas, row.area);
  state.seq += 1;
  bench.seqs.set(rowKey(row), state.seq);
  return { verdict: { ...head, kind: outcome.kind, seq: state.seq, ...(outcome.rule ? { rule: outcome.rule } : {}) }, row };
}

/** A row that has arrived lets the facts that waited for it be judged, and those that waited for them in turn. */
async function judgeWaiting(bench: Bench, arrived: Row): Promise<void> {
  const key = rowKey(arrived);
  const place = `${arrived.area} ${key}`;
  if (bench.awaited.get(place)) {
    bench.awaited.set(place, false);
    const found = await readWaitingFor(bench.trx, { area: arrived.area, key });
    await askAwaited(
      bench,
      found.map(({ fact }) => fact),
    );
    bench.waiting = [...found, ...bench.waiting];
  }
  const released = bench.waiting.filter((entry) => entry.waitingFor === key && entry.fact.area === arrived.area);
  if (released.length === 0) return;
  await bench.world.load(released.map(({ fact }) => ({ area: fact.area, needs: needsOf(fact) })));
  for (const entry of released) {
    const { verdict, row } = judge(bench, entry.fact, entry.author);
    entry.waitingFor = verdict.waitingFor && rowKey(verdict.waitingFor);
    if (entry.fresh) entry.fresh.verdict = verdict;
    else entry.judged = { verdict, seq: stateOf(bench.areas, entry.fact.area).seq };
    if (row) await judgeWaiting(bench, row);
  }
}

/** Asks once for each row that these facts may bring. */
async function askAwaited({ trx, awaited }: Bench, facts: readonly KnownFact[]): Promise<void> {
  const rows = new Map(facts.map(({ area, subject }) => [`${area} ${rowKey(subject)}`, { area, key: rowKey(subject) }]));
  for (const place of awaited.keys()) rows.delete(place);
  for (const place of rows.keys()) awaited.set(place, false);
  for (const { area, key } of await awaitedAmong(trx, [...rows.values()])) awaited.set(`${area} ${key}`, true);
}

function link(areas: Map<string, AreaState>, area: string, hash: string): string {
  const state = stateOf(areas, area);
  state.chain = hashOf(`${state.chain}${hash}`);
  return state.chain;
}

function stateOf(areas: Map<string, AreaState>, area: string): AreaState {
  const state = areas.get(area);
  if (!state) throw new Error(`area ${area} is not locked`);
  return state;
}

/**
 * An area that has not been seen before gets its row, and loses it again when all its facts are refused: otherwise every tablet would be told of
 * an area that somebody made up. The locks are taken in one order, so that none wait for each other.
 */
async function lockAreas(trx: Kysely<Schema>, codes: readonly string[]) {
  const opened = await sql<{ code: string }>`
    insert into area (code) select unnest(${codes}::text[]) on conflict do nothing returning code`.execute(trx);
  const rows = await trx.selectFrom('area').selectAll().where('code', 'in', codes).orderBy('code').forUpdate().execute();
  const areas = new Map(rows.map(({ code, seq, chain }): [string, AreaState] => [code, { seq, chain }]));
  return { areas, unopened: new Set(opened.rows.map(({ code }) => code)) };
}

/** Verdicts given before, by id and by place in the device's sequence. */
async function knownFacts(trx: Kysely<Schema>, facts: readonly KnownFact[]): Promise<Map<string, KnownVerdict>> {
  const { rows } = await sql<{ id: string; deviceId: string; deviceSeq: number; hash: string; verdict: Verdict }>`
    select f.id, f.device_id as "deviceId", f.device_seq as "deviceSeq", f.hash, f.verdict
    from fact f where f.id = any(${facts.map((fact) => fact.id)}::uuid[])
    union
    select f.id, f.device_id, f.device_seq, f.hash, f.verdict
    from fact f
    join unnest(${facts.map((fact) => fact.deviceId)}::uuid[], ${facts.map((fact) => fact.deviceSeq)}::bigint[]) as w (device_id, device_seq)
      on f.device_id = w.device_id and f.device_seq = w.device_seq`.execute(trx);
  const entries = rows.map(({ verdict, hash, ...fact }) => ({ fact, hash, verdict }));
  return new Map(entries.flatMap((entry) => [[entry.fact.id, entry] as const, [placeOf(entry.fact), entry] as const]));
}

const rowKey = (row: { noun: string; id: string }): string => `${row.noun}/${row.id}`;
