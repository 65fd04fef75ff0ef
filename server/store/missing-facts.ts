// What tablets have recorded and the office never got: stretches that are missing in the numbering of their facts.
import { type Kysely, sql } from 'kysely';
import { type MissingFactsAnswer, type Stretch, stretchesOf, withoutStretches } from '../../src/domain/missing-facts.ts';
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

/** Of one tablet's numbers from there to there. What is in the log has arrived, refused or not. */
export async function missingWithin(db: Kysely<Schema>, deviceId: string, { from, to }: Stretch): Promise<MissingFactsAnswer> {
  const { rows: gaps } = await sql<Stretch>`
    select g.before + 1 as "from", g.seq - 1 as "to"
    from (
      select seq, lag(seq, 1, ${from - 1}::bigint) over (order by seq) as before
      from (
        select device_seq as seq from fact where device_id = ${deviceId} and device_seq between ${from} and ${to}
        union all select ${to + 1}::bigint
      ) numbers
    ) g
    where g.seq > g.before + 1
    order by g.seq`.execute(db);
  const { rows: refusals } = await sql<{ seq: number }>`
    select device_seq as seq from fact
    where device_id = ${deviceId} and device_seq between ${from} and ${to} and kind = 'refused' order by device_seq`.execute(db);
  const refused = stretchesOf(refusals.map(({ seq }) => seq));
  if (gaps.length === 0) return { missing: [], held: [], refused };
  // By what stands where a tablet writes its number: what is held need not be readable.
  const { rows: numbers } = await sql<{ seq: number }>`
    select distinct seq from (
      select substring(encode(substring(raw for 2048), 'escape') from '"deviceSeq":([0-9]{1,15})[,}]')::bigint as seq
      from quarantine where device_id = ${deviceId} and released_at is null
    ) q
    where seq between ${from} and ${to} order by seq`.execute(db);
  const gapOf = (seq: number) => gaps.some((gap) => seq >= gap.from && seq <= gap.to);
  const held = stretchesOf(numbers.map(({ seq }) => seq).filter(gapOf));
  return { missing: withoutStretches(gaps, held), held, refused };
}
