// Own facts that the office's rows do not contain yet, folded again over what has arrived, in device order.
import type { Noun } from '../domain/noun.ts';
import type { Row } from '../domain/world.ts';
import { bucketOf } from './bucket.ts';
import type { FieldDatabase, LaidRow, OutboxFact, PackedRow } from './database.ts';
import { openLocalWorld } from './local-world.ts';
import { foldLocally } from './record.ts';
import { areasOf, findRows } from './rows.ts';
import { officeTimeAt, readSetting } from './settings.ts';

/** What a row is folded from: the office's row, or nothing. */
interface Base {
  noun: Noun;
  id: string;
  key: string;
  area: string;
  base: PackedRow | null;
  laid: LaidRow | undefined;
}

export async function foldPendingAgain(db: FieldDatabase, keys: ReadonlySet<string>, now: number): Promise<void> {
  if (keys.size === 0) return;
  const session = await readSetting(db, 'session');
  const officeTime = officeTimeAt(await readSetting(db, 'clock'), now);
  if (!session) return;
  const pending = await db.outbox.where('folding').equals(1).sortBy('deviceSeq');
  const areas = await areasOf(db);
  for (const key of keys) {
    const mine = pending.filter((fact) => fact.subject === key);
    const laid = await db.row.get(key);
    const [first] = mine;
    if (!first) {
      if (laid?.base !== undefined) await settleRow(db, laid, laid.base);
      continue;
    }
    const from = await baseOf(db, first, laid, areas);
    await foldOver(db, openLocalWorld(db, session.officer, officeTime), from, mine, session.officer.areas);
  }
}

async function baseOf(db: FieldDatabase, { subject: key, fact }: OutboxFact, laid: LaidRow | undefined, areas: string[]): Promise<Base> {
  const { noun, id } = fact.subject;
  if (laid) {
    const { area, root, version, data } = laid;
    return { noun, id, key, area, laid, base: laid.base === undefined ? { id, root, version, data } : laid.base };
  }
  const [found] = await findRows(db, [{ noun, id }], areas);
  return { noun, id, key, area: found?.row?.area ?? fact.area, laid, base: found?.packed ?? null };
}

async function settleRow(db: FieldDatabase, held: LaidRow, base: PackedRow | null): Promise<void> {
  const { base: _dropped, ...rest } = held;
  if (base) await db.row.put({ ...rest, ...base });
  else await db.row.delete(held.key);
}

async function foldOver(
  db: FieldDatabase,
  world: ReturnType<typeof openLocalWorld>,
  { noun, id, key, area, base, laid }: Base,
  mine: readonly OutboxFact[],
  areas: readonly string[],
): Promise<void> {
  const start: Row | undefined = base ? { noun, area, ...base } : undefined;
  world.forget(noun, id, start);
  let row = start;
  for (const { fact } of mine) {
    const outcome = await foldLocally(world, fact, areas);
    // What no longer fits stays in the outbox: the office judges it and its verdict will say so.
    if (outcome.kind !== 'refused' && outcome.kind !== 'waiting') row = outcome.row;
  }
  if (!row) {
    if (laid) await settleRow(db, laid, base);
    return;
  }
  const { root, version, data } = row;
  await db.row.put({ key, bucket: bucketOf(row.area, noun, root), noun, area: row.area, id, root, version, data, base });
}
