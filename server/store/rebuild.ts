// Proof that the rows follow from the log: all of them built again from the facts, beside the real ones, and compared one by one.
import { type Kysely, sql } from 'kysely';
import { type KnownFact, needsOf, refold } from '../../src/domain/fold.ts';
import { movedToBy, moveFamily, untilMove } from './move.ts';
import type { Schema } from './schema.ts';
import { openServerWorld, type ServerWorld } from './server-world.ts';
import { writeRows } from './write-batch.ts';

export interface RowProblem {
  /** `missing`: the log says that there is such a row. `surplus`: no fact made it. `digest`: a digest beside the rows is not theirs. */
  kind: 'missing' | 'surplus' | 'version' | 'content' | 'digest';
  area: string;
  noun: string;
  id: string;
  /** As it stands, and as the log has it. */
  version: number | undefined;
  rebuilt: number | undefined;
}

export interface Rebuilt {
  rows: number;
  differing: number;
  /** The first of them, an area after the other. */
  problems: RowProblem[];
}

export interface RebuildOptions {
  onProgress?: (done: number) => void;
  mostProblems?: number;
}

const factsPerBatch = 1_000;
const usualProblems = 100;

/** Works beside a running office, on what it held when it began; the memory of both programs stays as it is, the rows lie in tables of this session. */
export function rebuildRows(db: Kysely<Schema>, options: RebuildOptions = {}): Promise<Rebuilt> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(trx);
      const schema = rows[0]?.schema ?? 'public';
      // A session's own tables come before all others of their name, so that the store writes into them as it always does.
      for (const table of ['record', 'digest']) {
        await sql`create temp table ${sql.table(table)} (like ${sql.id(schema, table)} including defaults including indexes) on commit drop`.execute(
          trx,
        );
      }
      await foldAll(trx, options.onProgress ?? (() => {}));
      return compareAll(trx, schema, options.mostProblems ?? usualProblems);
    });
}

async function foldAll(trx: Kysely<Schema>, onProgress: (done: number) => void): Promise<void> {
  let done = 0;
  for (let last = 0; ; ) {
    const facts = await trx
      .selectFrom('fact')
      .select(['content', 'verdict', 'folded'])
      .where('folded', '>', last)
      .orderBy('folded')
      .limit(factsPerBatch)
      .execute();
    await foldBatch(
      trx,
      facts.map(({ content, verdict }) => ({ ...content, area: verdict.area ?? content.area })),
    );
    last = facts.at(-1)?.folded ?? last;
    // The planner takes a table that is being filled for an empty one.
    if (done === 0) await sql`analyze record`.execute(trx);
    done += facts.length;
    onProgress(done);
    if (facts.length < factsPerBatch) return;
  }
}

async function foldBatch(trx: Kysely<Schema>, facts: readonly KnownFact[]): Promise<void> {
  const here = untilMove(facts);
  if (here.length === 0) return;
  const world = openServerWorld(trx);
  await world.load(here.map((fact) => ({ area: fact.area, needs: needsOf(fact) })));
  for (const fact of here) foldInto(world, fact);
  await writeRows(trx, world.changed(), new Map());
  const last = here.at(-1);
  const to = last && movedToBy(last);
  if (last && to) await moveFamily(trx, last.subject.id, { area: last.area, seq: 0 }, { area: to, seq: 0 });
  await foldBatch(trx, facts.slice(here.length));
}

/** One that no longer folds leaves its row behind, which the comparison tells. */
function foldInto(world: ServerWorld, fact: KnownFact): void {
  const outcome = refold(fact, { ...world, author: { id: fact.officerId, role: 'administrator' }, now: undefined });
  if (outcome.kind !== 'refused' && outcome.kind !== 'waiting') world.put(outcome.row);
}

async function compareAll(trx: Kysely<Schema>, schema: string, most: number): Promise<Rebuilt> {
  const found: Rebuilt = { rows: 0, differing: 0, problems: [] };
  const areas = await trx.selectFrom('area').select('code').orderBy('code').execute();
  for (const { code } of areas) {
    const { rows } = await sql<{ rows: number }>`
      select count(*) as rows from ${sql.id(schema, 'record')} where area = ${code} and data is not null`.execute(trx);
    found.rows += rows[0]?.rows ?? 0;
    const problems = [...(await differingRows(trx, schema, code)), ...(await differingDigests(trx, schema, code))];
    found.differing += problems.length;
    found.problems.push(...problems.slice(0, most - found.problems.length));
  }
  return found;
}

async function differingRows(trx: Kysely<Schema>, schema: string, area: string): Promise<RowProblem[]> {
  const { rows } = await sql<RowProblem>`
    select ${area}::text as area, coalesce(held.noun, built.noun) as noun, coalesce(held.id, built.id) as id,
      held.version, built.version as rebuilt,
      case when held.id is null then 'missing' when built.id is null then 'surplus'
        when held.version <> built.version then 'version' else 'content' end as kind
    from (select * from ${sql.id(schema, 'record')} where area = ${area} and data is not null) held
    full join (select * from record where area = ${area} and data is not null) built using (noun, id)
    where held.id is null or built.id is null or held.version <> built.version or held.root <> built.root or held.data <> built.data
    order by 2, 3 limit 10000`.execute(trx);
  return rows.map((row) => ({ ...row, version: row.version ?? undefined, rebuilt: row.rebuilt ?? undefined }));
}

async function differingDigests(trx: Kysely<Schema>, schema: string, area: string): Promise<RowProblem[]> {
  const { rows } = await sql<{ noun: string; count: number | null; rebuilt: number | null }>`
    select noun, held.count, built.count as rebuilt
    from (select * from ${sql.id(schema, 'digest')} where area = ${area} and count > 0) held
    full join (select * from digest where area = ${area} and count > 0) built using (noun)
    where held.count is distinct from built.count or held.mark is distinct from built.mark order by 1`.execute(trx);
  return rows.map(({ noun, count, rebuilt }) => ({
    kind: 'digest' as const,
    area,
    noun,
    id: '',
    version: count ?? undefined,
    rebuilt: rebuilt ?? undefined,
  }));
}
