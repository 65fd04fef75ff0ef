// The office's act that a cooperative belongs to another regency.
import type { Kysely } from 'kysely';
import type { Verdict } from '../../src/domain/wire.ts';
import { ensureRegency } from './bootstrap.ts';
import { again } from './retry.ts';
import type { Schema } from './schema.ts';
import { recordAtOffice, systemAuthor } from './server-device.ts';

export type CooperativeMove = { kind: 'judged'; from: string; verdict: Verdict } | { kind: 'unknown' } | { kind: 'noRegency' };

export const moveCooperative = (db: Kysely<Schema>, id: string, to: string, reason: string): Promise<CooperativeMove> =>
  again(() => db.transaction().execute((trx) => moveInside(trx, id, to, reason)));

async function moveInside(trx: Kysely<Schema>, id: string, to: string, reason: string): Promise<CooperativeMove> {
  const held = await trx
    .selectFrom('record')
    .select('area')
    .where('noun', '=', 'cooperative')
    .where('id', '=', id)
    .where('data', 'is not', null)
    .executeTakeFirst();
  if (!held) return { kind: 'unknown' };
  if (to.length !== 5 || !(await ensureRegency(trx, to))) return { kind: 'noRegency' };
  const author = await systemAuthor(trx, held.area, to);
  const acts = [{ type: 'cooperativeMoved' as const, id, area: held.area, body: { regencyCode: to, reason } }];
  const [recorded] = await recordAtOffice(trx, acts, author);
  if (!recorded) throw new Error('the move was not recorded');
  return { kind: 'judged', from: held.area, verdict: recorded.verdict };
}
