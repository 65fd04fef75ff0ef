// What tablets have recorded and the office never got: stretches that are missing in the numbering of their facts.
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

export interface MissingFacts {
  deviceId: string;
  username: string | undefined;
  /** The first and the last number that did not come, and when the fact behind them did. */
  from: number;
  to: number;
  noticedAt: string;
  /** Facts of this tablet in quarantine, whose numbers cannot be relied on: some of the missing may be among them. */
  quarantined: number;
}

export async function missingFacts(db: Kysely<Schema>): Promise<MissingFacts[]> {
  const { rows } = await sql<Omit<MissingFacts, 'noticedAt' | 'username'> & { username: string | null; noticedAt: Date }>`
    select g.device_id as "deviceId", a.username, g.before + 1 as "from", g.device_seq - 1 as "to", g.received_at as "noticedAt",
      (select count(*)::int from quarantine q where q.device_id = g.device_id and q.released_at is null) as quarantined
    from (
      select device_id, device_seq, received_at, lag(device_seq, 1, 0::bigint) over (partition by device_id order by device_seq) as before
      from fact
    ) g
    join device d on d.id = g.device_id
    left join account a on a.officer_id = d.officer_id
    where g.device_seq > g.before + 1
    order by g.received_at, g.device_id, g.device_seq`.execute(db);
  return rows.map(({ username, noticedAt, ...row }) => ({ ...row, username: username ?? undefined, noticedAt: noticedAt.toISOString() }));
}
