// Facts out of a rescue file, into the same log by the same rules as if their tablet had sent them; or into quarantine, all of them.
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { type ReadFact, readFact } from '../../src/domain/fact-types.ts';
import type { Officer } from '../../src/domain/officer.ts';
import { mostMoment, type RescuedFact, type RescueProof, type RescueReport } from '../../src/domain/rescue.ts';
import type { SessionOfficer, Verdict } from '../../src/domain/wire.ts';
import { isTooDeep } from './json-depth.ts';
import { knownFacts } from './known-facts.ts';
import { quarantine, quarantinedVerdict, unstorableIn } from './quarantine.ts';
import { keepWithinRoom } from './quarantine-room.ts';
import { again } from './retry.ts';
import type { Schema } from './schema.ts';
import { factHashOf } from './server-hash.ts';
import { settingsOf } from './setting.ts';
import { takeUp } from './take-up.ts';

export interface RescueSender {
  officer: SessionOfficer;
  /** Whether an exchange of this tablet would be answered, but for its token. */
  standing: 'active' | 'deviceRevoked' | 'accountDisabled';
}

/** Undefined for a tablet that never signed in here. */
export async function rescueSender(db: Kysely<Schema>, deviceId: string): Promise<RescueSender | undefined> {
  const { province } = await settingsOf(db);
  const { rows } = await sql<{ officerId: string; data: Officer | null; revoked: boolean; disabled: boolean }>`
    select d.officer_id as "officerId", r.data, d.revoked_at is not null as revoked,
      not exists (select from account a where a.officer_id = d.officer_id and a.disabled_at is null) as disabled
    from device d
    left join record r on r.area = ${province} and r.noun = 'officer' and r.id = d.officer_id::text
    where d.id = ${deviceId}`.execute(db);
  const [row] = rows;
  if (!row?.data) return undefined;
  const { name, role, areas, active } = row.data;
  const standing = row.revoked ? 'deviceRevoked' : row.disabled || !active ? 'accountDisabled' : 'active';
  return { officer: { id: row.officerId, name, role, areas }, standing };
}

export interface RescuedFacts {
  deviceId: string;
  /** Each fact as its tablet wrote it. */
  lines: readonly Buffer[];
  proof: RescueProof;
  /** Who bears what goes into quarantine without proof. */
  handedBy: string;
  sender: RescueSender | undefined;
}

/** Judges in slices, each a transaction of its own: broken off in the middle, the same file again goes on where it stopped. */
export async function takeRescued(db: Kysely<Schema>, facts: RescuedFacts, now: number): Promise<RescuedFact[]> {
  const each: RescuedFact[] = [];
  for (const lines of slicesOf(facts.lines)) {
    each.push(...(await again(() => db.transaction().execute((trx) => takeSlice(trx, { ...facts, lines }, now)))));
  }
  return each;
}

class OnlyLooked extends Error {}

/** What taking them in would come to, undone before anybody sees it. */
export async function lookAtRescued(db: Kysely<Schema>, facts: RescuedFacts, now: number): Promise<RescuedFact[]> {
  let each: RescuedFact[] = [];
  const look = async (trx: Kysely<Schema>) => {
    each = [];
    for (const lines of slicesOf(facts.lines)) each.push(...(await takeSlice(trx, { ...facts, lines }, now)));
    throw new OnlyLooked();
  };
  await again(() => db.transaction().execute(look)).catch((error) => {
    if (!(error instanceof OnlyLooked)) throw error;
  });
  return each;
}

/** As many as an exchange carries. */
const perSlice = 200;

function* slicesOf(lines: readonly Buffer[]): Generator<readonly Buffer[]> {
  for (let from = 0; from < lines.length; from += perSlice) yield lines.slice(from, from + perSlice);
}

async function takeSlice(trx: Kysely<Schema>, { deviceId, lines, proof, handedBy, sender }: RescuedFacts, now: number) {
  const inputs = lines.map(parsed);
  if (proof !== 'proved' || !sender) return holdSlice(trx, { deviceId, lines, inputs, problem: proof, handedBy });
  const { verdicts } = await takeUp(trx, { deviceId, officer: sender.officer }, inputs, { now, bytes: () => lines });
  return verdicts.map((verdict) => rescued(verdict, inputs));
}

interface Held {
  deviceId: string;
  lines: readonly Buffer[];
  inputs: readonly unknown[];
  problem: string;
  handedBy: string;
}

/** What the log has already, byte for byte the same, needs no decision; everything else waits for one. */
async function holdSlice(trx: Kysely<Schema>, { deviceId, lines, inputs, problem, handedBy }: Held): Promise<RescuedFact[]> {
  const reads = inputs.map(
    (input): ReadFact => (unstorableIn(input) === undefined ? readFact(input) : { kind: 'unreadable', problem: '' }),
  );
  const readable = reads.flatMap((read) => (read.kind === 'fact' ? [read.fact] : []));
  const known = await knownFacts(trx, readable);
  const each: RescuedFact[] = [];
  for (const [place, read] of reads.entries()) {
    const before = read.kind === 'fact' ? known.get(read.fact.id) : undefined;
    if (before && read.kind === 'fact' && before.hash === factHashOf(read.fact)) {
      each.push(rescued(before.verdict, inputs));
      continue;
    }
    await quarantine(trx, deviceId, lines[place] ?? Buffer.alloc(0), problem, handedBy);
    each.push(rescued({ ...quarantinedVerdict(inputs[place], problem), rule: problem }, inputs));
  }
  if (each.some(({ kind }) => kind === 'quarantined')) await keepWithinRoomOf(trx, handedBy);
  return each;
}

async function keepWithinRoomOf(trx: Kysely<Schema>, deviceId: string): Promise<void> {
  const device = await trx.selectFrom('device').select('officer_id').where('id', '=', deviceId).executeTakeFirstOrThrow();
  await keepWithinRoom(trx, device.officer_id);
}

/** Undefined where it is not JSON that can be walked through: it then goes to quarantine as it stands. */
function parsed(line: Buffer): unknown {
  const text = line.toString('utf8');
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rescued({ id, deviceSeq, kind, rule }: Verdict, inputs: readonly unknown[]): RescuedFact {
  const { type, at } = Object(inputs.find((input) => Object(input).id === id)) as { type?: unknown; at?: unknown };
  return {
    deviceSeq,
    type: typeof type === 'string' ? type.slice(0, 60) : '',
    at: typeof at === 'number' && Number.isSafeInteger(at) && Math.abs(at) <= mostMoment ? at : 0,
    kind,
    ...(rule === undefined ? {} : { rule }),
  };
}

export async function noteRescueFile(db: Kysely<Schema>, bytes: number, handedBy: string, report: RescueReport): Promise<void> {
  await db
    .insertInto('rescue_file')
    .values({ sha256: report.sha256, bytes, handed_by: handedBy, report: JSON.stringify(report) })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ report: JSON.stringify(report) }))
    .execute();
}

export async function rescueFileTaken(db: Kysely<Schema>, sha256: string): Promise<RescueReport | undefined> {
  return (await db.selectFrom('rescue_file').select('report').where('sha256', '=', sha256).executeTakeFirst())?.report;
}
