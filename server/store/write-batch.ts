// Writing what a batch of facts has come to: rows and log in one statement each, whatever their number.
import { type Kysely, sql } from 'kysely';
import type { Row } from '../../src/domain/world.ts';
import type { JudgedFact } from './accept.ts';
import type { Schema } from './schema.ts';

export async function writeRows(trx: Kysely<Schema>, rows: readonly Row[], seqs: ReadonlyMap<string, number>): Promise<void> {
  if (rows.length === 0) return;
  const of = <T>(read: (row: Row) => T) => rows.map(read);
  await sql`
    insert into record (area, noun, id, root, seq, version, data)
    select * from unnest(
      ${of((row) => row.area)}::text[], ${of((row) => row.noun)}::text[], ${of((row) => row.id)}::text[], ${of((row) => row.root)}::text[],
      ${of((row) => seqs.get(`${row.noun}/${row.id}`) ?? 0)}::bigint[], ${of((row) => row.version)}::int[],
      ${jsonColumn(of((row) => row.data))})
    on conflict (area, noun, id) do update
      set root = excluded.root, seq = excluded.seq, version = excluded.version, data = excluded.data`.execute(trx);
}

export async function writeFacts(trx: Kysely<Schema>, judged: readonly JudgedFact[]): Promise<void> {
  if (judged.length === 0) return;
  const of = <T>(read: (entry: JudgedFact) => T) => judged.map(read);
  await sql`
    insert into fact (id, area, device_id, device_seq, officer_id, type, noun, subject_id, at, content, hash, linked, kind, verdict, waiting_for, chain)
    select * from unnest(
      ${of(({ fact }) => fact.id)}::uuid[], ${of(({ fact }) => fact.area)}::text[], ${of(({ fact }) => fact.deviceId)}::uuid[],
      ${of(({ fact }) => fact.deviceSeq)}::bigint[], ${of(({ fact }) => fact.officerId)}::uuid[], ${of(({ fact }) => fact.type)}::text[],
      ${of(({ fact }) => fact.subject.noun)}::text[], ${of(({ fact }) => fact.subject.id)}::text[], ${of(({ fact }) => fact.at)}::bigint[],
      ${jsonColumn(of(({ fact }) => fact))}, ${of(({ hash }) => hash)}::text[], ${of(({ linked }) => linked)}::boolean[],
      ${of(({ verdict }) => verdict.kind)}::text[], ${jsonColumn(of(({ verdict }) => verdict))},
      ${of(({ verdict }) => (verdict.waitingFor ? `${verdict.waitingFor.noun}/${verdict.waitingFor.id}` : null))}::text[],
      ${of(({ chain }) => chain)}::text[])`.execute(trx);
}

const separator = '\u001e';

// An array parameter would escape every quote of every value once more. JSON itself never holds a bare control character.
const jsonColumn = (values: readonly unknown[]) =>
  sql`string_to_array(${values.map((value) => JSON.stringify(value)).join(separator)}, ${separator})::jsonb[]`;
