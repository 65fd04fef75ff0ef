// The areas that a batch of facts writes into: locked for its time, each with its counter and the end of its chain.
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';
import { hashOf } from './server-hash.ts';

export interface AreaState {
  seq: number;
  chain: string;
}

export function link(areas: Map<string, AreaState>, area: string, hash: string): string {
  const state = stateOf(areas, area);
  state.chain = hashOf(`${state.chain}${hash}`);
  return state.chain;
}

export function stateOf(areas: Map<string, AreaState>, area: string): AreaState {
  const state = areas.get(area);
  if (!state) throw new Error(`area ${area} is not locked`);
  return state;
}

/**
 * An area that has not been seen before gets its row, and loses it again when all its facts are refused: otherwise every tablet would be told of
 * an area that somebody made up. The locks are taken in one order, so that none wait for each other.
 */
export async function lockAreas(trx: Kysely<Schema>, codes: readonly string[]) {
  const opened = await sql<{ code: string }>`
    insert into area (code) select unnest(${codes}::text[]) on conflict do nothing returning code`.execute(trx);
  const rows = await trx.selectFrom('area').selectAll().where('code', 'in', codes).orderBy('code').forUpdate().execute();
  const areas = new Map(rows.map(({ code, seq, chain }): [string, AreaState] => [code, { seq, chain }]));
  return { areas, unopened: new Set(opened.rows.map(({ code }) => code)) };
}
