// How much of what cannot be read is kept for one officer: room for any fault of the app, none for filling the office's disk.
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

const mostBytes = 64 * 1024 * 1024;
/** What a row costs at the least, so that many small ones are not free. */
const bytesPerRow = 1024;

/** Thrown to undo the exchange: the tablet keeps its facts, since the office kept none of them. */
export class QuarantineFull extends Error {}

/** To be asked in the transaction that has just kept something. What came in a rescue file without proof is borne by who brought it. */
export async function keepWithinRoom(trx: Kysely<Schema>, officerId: string, most = mostBytes): Promise<void> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(octet_length(q.raw) + ${bytesPerRow}::int), 0)::bigint as bytes
    from quarantine q join device d on d.id = coalesce(q.handed_by, q.device_id)
    where d.officer_id = ${officerId}`.execute(trx);
  if ((rows[0]?.bytes ?? 0) > most) throw new QuarantineFull();
}
