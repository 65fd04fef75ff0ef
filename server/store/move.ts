// Rows that change their area: a cooperative with all that hangs on it, and the way there for facts that came after it had left.
import { type Kysely, sql } from 'kysely';
import { ruleOf } from '../../src/domain/fact-types.ts';
import { type KnownFact, needsOf } from '../../src/domain/fold.ts';
import { meetingNouns } from '../../src/domain/noun.ts';
import { refreshDigests } from './digests.ts';
import type { Schema } from './schema.ts';

export interface Crossing {
  area: string;
  /** The area's last sequence so far; each row takes the next one. */
  seq: number;
}

/**
 * Every row of the cooperative leaves a tombstone that says where it went, and enters the other area as it is; the caller holds the locks of
 * both. This is the only work that needs two areas in one transaction. Answers how many rows crossed.
 */
export async function moveFamily(trx: Kysely<Schema>, cooperativeId: string, from: Crossing, to: Crossing): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with family as (
      select noun, id, root, version, data, row_number() over (order by noun, id) as place from record
      where area = ${from.area} and data is not null and (
        (noun = 'cooperative' and id = ${cooperativeId}) or root = ${cooperativeId}
        or root in (select id from record where area = ${from.area} and root = ${cooperativeId} and noun = 'ratMeeting'))),
    entered as (
      insert into record (area, noun, id, root, seq, version, data)
      select ${to.area}, noun, id, root, ${to.seq}::bigint + place, version, data from family
      on conflict (area, noun, id) do update set root = excluded.root, seq = excluded.seq, version = excluded.version, data = excluded.data,
        moved_to = null, left_at = null),
    gone as (
      update record set data = null, moved_to = ${to.area}, left_at = now(), seq = ${from.seq}::bigint + family.place
      from family where record.area = ${from.area} and record.noun = family.noun and record.id = family.id)
    select count(*) as count from family`.execute(trx);
  await refreshDigests(trx, [from.area, to.area]);
  return rows[0]?.count ?? 0;
}

export const movedToBy = (fact: KnownFact): string | undefined => ruleOf(fact.type).movesTo?.(fact);

/** The facts up to the first one that moves something, which is the last: those behind it find the rows elsewhere. */
export function untilMove(facts: readonly KnownFact[]): readonly KnownFact[] {
  const place = facts.findIndex((fact) => movedToBy(fact) !== undefined);
  return place < 0 ? facts : facts.slice(0, place + 1);
}

/** Of facts whose subject, or a row that they need, has left the area they name: where it stands now. */
export async function areasAfterMoves(trx: Kysely<Schema>, facts: readonly KnownFact[]): Promise<Map<KnownFact, string>> {
  const found = new Map<KnownFact, string>();
  let open = facts.map((fact) => ({ fact, area: fact.area }));
  // What moved twice left a tombstone at each station; the last one stands where there is none.
  while (open.length > 0) {
    open = [...(await targetsOf(trx, open))].map(([fact, area]) => ({ fact, area }));
    for (const { fact, area } of open) found.set(fact, area);
  }
  return found;
}

/** By the area that a fact names and the row that it made or changed. */
export type Followed = Map<string, string>;

const placeOf = (area: string, { noun, id }: { noun: string; id: string }): string => `${area} ${noun}/${id}`;

/** The row of a fact stands elsewhere than it says, because its family does. */
export function noteFollowed(followed: Followed, { area, subject }: KnownFact, standsIn: string): void {
  if (standsIn !== area) followed.set(placeOf(area, subject), standsIn);
}

/** What hangs on a row of the same batch goes with it. */
export function followedArea(followed: Followed, fact: KnownFact): string | undefined {
  for (const need of needsOf(fact)) {
    const area = need.kind === 'row' ? followed.get(placeOf(fact.area, need)) : undefined;
    if (area !== undefined) return area;
  }
  return undefined;
}

/** Whether the office has such a regency: what went to one that nobody has would be seen by nobody. */
export async function isRegency(db: Kysely<Schema>, code: string): Promise<boolean> {
  const row = await db.selectFrom('record').select('id').where('area', '=', code).where('noun', '=', 'area').executeTakeFirst();
  return row !== undefined;
}

/**
 * By the tombstone of a row that the fact needs; or, of a row that was recorded after its family had left and so never stood here, by that
 * of its cooperative. The look-ups of the second kind are made only for what has to be there and is not.
 */
async function targetsOf(trx: Kysely<Schema>, open: readonly { fact: KnownFact; area: string }[]): Promise<Map<KnownFact, string>> {
  const wanted = open.flatMap(({ fact, area }, place) =>
    needsOf(fact).flatMap((need) =>
      need.kind === 'row'
        ? [{ place, area, noun: need.noun, id: need.id, must: need.must === true, hangsOnMeeting: meetingNouns.has(need.noun) }]
        : [],
    ),
  );
  const { rows } = await sql<{ place: number; to: string }>`
    select w.place, coalesce(own.moved_to, family.moved_to) as "to"
    from unnest(${wanted.map(({ place }) => place)}::int[], ${wanted.map(({ area }) => area)}::text[],
      ${wanted.map(({ noun }) => noun)}::text[], ${wanted.map(({ id }) => id)}::text[], ${wanted.map(({ must }) => must)}::boolean[],
      ${wanted.map(({ hangsOnMeeting }) => hangsOnMeeting)}::boolean[]) as w (place, area, noun, id, must, hangs_on_meeting)
    left join lateral (select data, moved_to from record where area = w.area and noun = w.noun and id = w.id limit 1) own on true
    left join lateral (
      select cooperative.moved_to
      from area elsewhere
      cross join lateral (
        select root from record where area = elsewhere.code and noun = w.noun and id = w.id and data is not null limit 1) row
      cross join lateral (
        select moved_to from record
        where area = w.area and noun = 'cooperative' and data is null and moved_to is not null and id =
          case when w.hangs_on_meeting
            then (select root from record where area = elsewhere.code and noun = 'ratMeeting' and id = row.root limit 1)
            else row.root end
        limit 1) cooperative
      where w.must and own.data is null and own.moved_to is null
      limit 1) family on true
    where own.data is null and coalesce(own.moved_to, family.moved_to) is not null`.execute(trx);
  return new Map(rows.flatMap(({ place, to }) => (open[place] ? [[open[place].fact, to] as const] : [])));
}
