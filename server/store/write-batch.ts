// Writing what a batch of facts has come to: rows and log in one statement each, whatever their number.
import { type Kysely, sql } from 'kysely';
import type { Row } from '../../src/domain/world.ts';
import type { JudgedFact } from './accept.ts';
import { changeDigests, type RowVersion } from './digests.ts';
import type { Schema } from './schema.ts';

export async function writeRows(trx: Kysely<Schema>, rows: readonly Row[], seqs: ReadonlyMap<string, number>): Promise<void> {
  if (rows.length === 0) return;
  const of = <T>(read: (row: Row) => T) => rows.map(read);
  const before = await versionsBefore(trx, rows);
  await sql`
    insert into record (area, noun, id, root, seq, version, data)
    select * from unnest(
      ${of((row) => row.area)}::text[], ${of((row) => row.noun)}::text[], ${of((row) => row.id)}::text[], ${of((row) => row.root)}::text[],
      ${of((row) => seqs.get(`${row.noun}/${row.id}`) ?? 0)}::bigint[], ${of((row) => row.version)}::int[],
      ${jsonColumn(of((row) => row.data))})
    on conflict (area, noun, id) do update
      set root = excluded.root, seq = excluded.seq, version = excluded.version, data = excluded.data,
        moved_to = null, left_at = null`.execute(trx);
  await changeDigests(trx, before, rows);
}

/** Of those that there are; by one look-up a row, as in `server-world.ts`. */
async function versionsBefore(trx: Kysely<Schema>, rows: readonly Row[]): Promise<RowVersion[]> {
  const found = await sql<RowVersion>`
    select w.area, w.noun, w.id, r.version
    from unnest(${rows.map((row) => row.area)}::text[], ${rows.map((row) => row.noun)}::text[], ${rows.map((row) => row.id)}::text[])
      as w (area, noun, id)
    cross join lateral (
      select version from record where area = w.area and noun = w.noun and id = w.id and data is not null limit 1) r`.execute(trx);
  return found.rows;
}

export async function writeFacts(trx: Kysely<Schema>, judged: readonly JudgedFact[]): Promise<void> {
  if (judged.length === 0) return;
  const of = <T>(read: (entry: JudgedFact) => T) => judged.map(read);
  await sql`
    insert into fact (id, area, device_id, device_seq, officer_id, type, noun, subject_id, at, content, hash, linked, kind, verdict, waiting_for, chain, folded)
    select * from unnest(
      ${of(({ fact }) => fact.id)}::uuid[], ${of(({ area }) => area)}::text[], ${of(({ fact }) => fact.deviceId)}::uuid[],
      ${of(({ fact }) => fact.deviceSeq)}::bigint[], ${of(({ fact }) => fact.officerId)}::uuid[], ${of(({ fact }) => fact.type)}::text[],
      ${of(({ fact }) => fact.subject.noun)}::text[], ${of(({ fact }) => fact.subject.id)}::text[], ${of(({ fact }) => fact.at)}::bigint[],
      ${jsonColumn(of(({ fact }) => fact))}, ${of(({ hash }) => hash)}::text[], ${of(({ linked }) => linked)}::boolean[],
      ${of(({ verdict }) => verdict.kind)}::text[], ${jsonColumn(of(({ verdict }) => verdict))},
      ${of(({ verdict }) => (verdict.waitingFor ? `${verdict.waitingFor.noun}/${verdict.waitingFor.id}` : null))}::text[],
      ${of(({ chain }) => chain)}::text[], ${of(({ folded }) => folded ?? null)}::bigint[])`.execute(trx);
}

/** Numbers are drawn under the areas' locks, so that their order is that of the folds in every area. */
export async function numberFolds(trx: Kysely<Schema>, entries: readonly { folded?: number }[], count: number): Promise<void> {
  if (count === 0) return;
  const { rows } = await sql<{ number: number }>`select nextval('fact_fold') as number from generate_series(1, ${count}::int)`.execute(trx);
  const numbers = rows.map(({ number }) => number).sort((a, b) => a - b);
  for (const entry of entries) if (entry.folded) Object.assign(entry, { folded: numbers[entry.folded - 1] });
}

const separator = '\u001e';

// An array parameter would escape every quote of every value once more. JSON itself never holds a bare control character.
const jsonColumn = (values: readonly unknown[]) =>
  sql`string_to_array(${values.map((value) => JSON.stringify(value)).join(separator)}, ${separator})::jsonb[]`;
