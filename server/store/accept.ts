// Taking in facts: each judged and folded once, behind unique ids and device sequences, all in the caller's transaction.
import { type Kysely, sql } from 'kysely';
import { foldFact, type KnownFact, needsOf } from '../../src/domain/fold.ts';
import type { Role } from '../../src/domain/officer.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import type { Row } from '../../src/domain/world.ts';
import type { Schema } from './schema.ts';
import { factHashOf, hashOf } from './server-hash.ts';
import { openServerWorld, type ServerWorld } from './server-world.ts';
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
  if (facts.length === 0) return { verdicts: [], lastHash: options.lastHash };
  const areas = await lockAreas(trx, [...new Set(facts.map((fact) => fact.area))]);
  const known = await knownFacts(trx, facts);
  const fresh = facts.filter((fact) => !known.has(fact.id) && !known.has(placeOf(fact)));
  const bench: Bench = { world: openServerWorld(trx), areas, seqs: new Map(), now: options.now };
  await bench.world.load(fresh.map((fact) => ({ area: fact.area, needs: needsOf(fact) })));
  const waiting = await waitingFacts(trx, [...areas.keys()]);
  const judged: JudgedFact[] = [];
  const verdicts: Verdict[] = [];
  let { lastHash } = options;
  for (const fact of facts) {
    const before = known.get(fact.id) ?? known.get(placeOf(fact));
    if (before) {
      verdicts.push(before.id === fact.id ? before : { id: fact.id, deviceSeq: fact.deviceSeq, kind: 'refused', rule: 'deviceSeqTaken' });
      continue;
    }
    const { verdict, row } = judge(bench, fact, author);
    const hash = factHashOf(fact);
    judged.push({ fact, hash, linked: fact.previousHash === lastHash, verdict, chain: link(areas, fact.area, hash) });
    known.set(fact.id, verdict);
    known.set(placeOf(fact), verdict);
    verdicts.push(verdict);
    lastHash = hash;
    if (row && waiting.length > 0) await judgeWaiting(trx, bench, waiting, row);
  }
  await writeRows(trx, bench.world.changed(), bench.seqs);
  await writeFacts(trx, judged);
  for (const [code, state] of areas) await trx.updateTable('area').set(state).where('code', '=', code).execute();
  return { verdicts, lastHash };
}

interface Bench {
  world: ServerWorld;
  areas: Map<string, AreaState>;
  /** The last sequence given to each changed row. */
  seqs: Map<string, number>;
  now: number;
}

const placeOf = (fact: KnownFact): string => `${fact.deviceId}#${fact.deviceSeq}`;

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
  const state = bench.areas.get(row.area);
  if (!state) throw new Error(`area ${row.area} is not locked`);
  state.seq += 1;
  bench.seqs.set(rowKey(row), state.seq);
  return { verdict: { ...head, kind: outcome.kind, seq: state.seq, ...(outcome.rule ? { rule: outcome.rule } : {}) }, row };
}

function link(areas: Map<string, AreaState>, area: string, hash: string): string {
  const state = areas.get(area);
  if (!state) throw new Error(`area ${area} is not locked`);
  state.chain = hashOf(`${state.chain}${hash}`);
  return state.chain;
}

/** An area that has not been seen before gets its row; the locks are taken in one order, so that none wait for each other. */
async function lockAreas(trx: Kysely<Schema>, codes: readonly string[]): Promise<Map<string, AreaState>> {
  await sql`insert into area (code) select unnest(${codes}::text[]) on conflict do nothing`.execute(trx);
  const rows = await trx.selectFrom('area').selectAll().where('code', 'in', codes).orderBy('code').forUpdate().execute();
  return new Map(rows.map(({ code, seq, chain }) => [code, { seq: Number(seq), chain }]));
}

/** Verdicts given before, by id and by place in the device's sequence. */
async function knownFacts(trx: Kysely<Schema>, facts: readonly KnownFact[]): Promise<Map<string, Verdict>> {
  const { rows } = await sql<{ place: string; verdict: Verdict }>`
    select f.device_id || '#' || f.device_seq as place, f.verdict
    from fact f
    join unnest(${facts.map((fact) => fact.id)}::uuid[], ${facts.map((fact) => fact.deviceId)}::uuid[], ${facts.map((fact) => fact.deviceSeq)}::bigint[])
      as w (id, device_id, device_seq)
      on f.id = w.id or (f.device_id = w.device_id and f.device_seq = w.device_seq)`.execute(trx);
  return new Map(rows.flatMap(({ place, verdict }) => [[verdict.id, verdict] as const, [place, verdict] as const]));
}

interface WaitingFact {
  fact: KnownFact;
  waitingFor: string;
  author: Author;
}

async function waitingFacts(trx: Kysely<Schema>, areas: readonly string[]): Promise<WaitingFact[]> {
  const rows = await trx
    .selectFrom('fact')
    .innerJoin('record', (join) => join.onRef('record.id', '=', sql`fact.officer_id::text`).on('record.noun', '=', 'officer'))
    .select(['fact.content', 'fact.waiting_for', 'record.id as officerId', 'record.data as officer'])
    .where('fact.kind', '=', 'waiting')
    .where('fact.area', 'in', areas)
    .orderBy('fact.device_id')
    .orderBy('fact.device_seq')
    .execute();
  return rows.map((row) => ({
    fact: row.content as KnownFact,
    waitingFor: row.waiting_for ?? '',
    author: { ...(row.officer as Author), id: row.officerId },
  }));
}

/** A row that has arrived lets the facts that waited for it be judged, and those that waited for them in turn. */
async function judgeWaiting(trx: Kysely<Schema>, bench: Bench, waiting: WaitingFact[], arrived: Row): Promise<void> {
  const key = rowKey(arrived);
  const released = waiting.filter((entry) => entry.waitingFor === key);
  for (const entry of released) {
    waiting.splice(waiting.indexOf(entry), 1);
    await bench.world.load([{ area: entry.fact.area, needs: needsOf(entry.fact) }]);
    const { verdict, row } = judge(bench, entry.fact, entry.author);
    const waitingFor = verdict.waitingFor ? `${verdict.waitingFor.noun}/${verdict.waitingFor.id}` : null;
    await trx
      .updateTable('fact')
      .set({ kind: verdict.kind, verdict: JSON.stringify(verdict), waiting_for: waitingFor, told: false })
      .where('id', '=', entry.fact.id)
      .execute();
    if (waitingFor) waiting.push({ ...entry, waitingFor });
    else if (row) await judgeWaiting(trx, bench, waiting, row);
  }
}

const rowKey = (row: { noun: string; id: string }): string => `${row.noun}/${row.id}`;
