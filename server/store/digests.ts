// The digests of the office's rows: changed in the transaction that changes rows, read with a page, counted anew to prove them.
import { type Kysely, sql } from 'kysely';
import { type AreaDigests, type Digest, digestText, emptyDigest, markOf, wireDigestOf, withMark } from '../../src/domain/digest.ts';
import type { Noun } from '../../src/domain/noun.ts';
import type { Schema } from './schema.ts';
import { hashOf } from './server-hash.ts';

export interface RowVersion {
  area: string;
  noun: Noun;
  id: string;
  version: number;
}

export async function readDigests(db: Kysely<Schema>, areas: readonly string[]): Promise<Map<string, AreaDigests>> {
  const rows = await db
    .selectFrom('digest')
    .selectAll()
    .where('area', '=', sql<string>`any(${areas}::text[])`)
    .where('count', '>', 0)
    .execute();
  const found = new Map<string, AreaDigests>(areas.map((area) => [area, {}]));
  for (const { area, noun, count, mark } of rows) Object.assign(found.get(area) ?? {}, { [noun]: { count, mark } });
  return found;
}

/** `before` leave the digests and `after` enter them; the caller holds the areas' locks. */
export async function changeDigests(trx: Kysely<Schema>, before: readonly RowVersion[], after: readonly RowVersion[]): Promise<void> {
  const steps = new Map<string, Digest>();
  count(steps, before, -1);
  count(steps, after, 1);
  if (steps.size === 0) return;
  const held = await trx
    .selectFrom('digest')
    .selectAll()
    .where('area', 'in', [...new Set([...steps.keys()].map(areaOf))])
    .execute();
  for (const { area, noun, count: rows, mark } of held) {
    const key = `${area}/${noun}`;
    const step = steps.get(key);
    if (step) steps.set(key, { ...withMark(step, halvesOf(mark), 1), count: step.count + rows });
  }
  await writeDigests(trx, steps);
}

/** Of the rows themselves, whatever the table beside them says; some thousand are in memory at a time. */
export async function countDigests(db: Kysely<Schema>, area: string): Promise<Map<string, Digest>> {
  const digests = new Map<string, Digest>();
  for (let after = { noun: '', id: '' }; ; ) {
    const { rows } = await sql<RowVersion>`
      select area, noun, id, version from record
      where area = ${area} and (noun, id) > (${after.noun}, ${after.id}) and data is not null
      order by noun, id limit ${rowsPerRead}`.execute(db);
    count(digests, rows, 1);
    const last = rows.at(-1);
    if (!last || rows.length < rowsPerRead) return digests;
    after = last;
  }
}

const rowsPerRead = 5_000;

/** In the transaction that changed rows by other ways than `writeRows`. */
export async function refreshDigests(trx: Kysely<Schema>, areas: readonly string[]): Promise<void> {
  await trx.deleteFrom('digest').where('area', 'in', areas).execute();
  for (const area of areas) await writeDigests(trx, await countDigests(trx, area));
}

/** As the tablet says it in one word (`areaMarkSchema`). */
export const areaMarkOf = (digests: AreaDigests): string => hashOf(digestText(digests)).slice(0, 16);

const areaOf = (key: string): string => key.slice(0, key.indexOf('/'));

function count(digests: Map<string, Digest>, rows: readonly RowVersion[], by: 1 | -1): void {
  for (const { area, noun, id, version } of rows) {
    const key = `${area}/${noun}`;
    digests.set(key, withMark(digests.get(key) ?? emptyDigest, markOf(noun, id, version), by));
  }
}

const halvesOf = (mark: string) => ({ high: Number.parseInt(mark.slice(0, 8), 16), low: Number.parseInt(mark.slice(8), 16) });

async function writeDigests(trx: Kysely<Schema>, digests: ReadonlyMap<string, Digest>): Promise<void> {
  if (digests.size === 0) return;
  const values = [...digests].map(([key, digest]) => ({
    area: areaOf(key),
    noun: key.slice(key.indexOf('/') + 1),
    ...wireDigestOf(digest),
  }));
  await trx
    .insertInto('digest')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['area', 'noun'])
        .doUpdateSet((update) => ({ count: update.ref('excluded.count'), mark: update.ref('excluded.mark') })),
    )
    .execute();
}
