// Own facts that the office's rows do not contain yet, folded again over what has arrived, in device order.
import type { Noun } from '../domain/noun.ts';
import type { Row } from '../domain/world.ts';
import { bucketOf } from './bucket.ts';
import type { FieldDatabase, LaidRow, OutboxFact, PackedRow } from './database.ts';
import { openLocalWorld } from './local-world.ts';
import type { PendingFacts } from './pending.ts';
import { foldLocally } from './record.ts';
import { areasOf, findRows } from './rows.ts';
import { officeTimeAt, readSetting } from './settings.ts';

/** What a row is folded from: the office's row, the one another tablet lent, or nothing. */
interface Base {
  noun: Noun;
  id: string;
  key: string;
  area: string;
  base: PackedRow | null;
  laid: LaidRow | undefined;
}

/** `pending` has the facts of these rows; a row that has none any more goes back to what the office holds. */
export async function foldPendingAgain(db: FieldDatabase, keys: ReadonlySet<string>, pending: PendingFacts, now: number): Promise<void> {
  if (keys.size === 0) return;
  const session = await readSetting(db, 'session');
  const officeTime = officeTimeAt(await readSetting(db, 'clock'), now);
  if (!session) return;
  const done = [...keys].filter((key) => !pending.has(key));
  await settleRows(db, await db.row.bulkGet(done));
  if (done.length === keys.size) return;
  const areas = await areasOf(db);
  for (const key of keys) {
    const mine = pending.get(key);
    if (!mine?.[0]) continue;
    const from = await baseOf(db, mine[0], await db.row.get(key), areas);
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

/** What another tablet showed stands until the office has as much. */
const isNewer = (lent: PackedRow | undefined, base: PackedRow | null): lent is PackedRow =>
  lent !== undefined && (base === null || lent.version > base.version);

async function settleRows(db: FieldDatabase, laid: readonly (LaidRow | undefined)[]): Promise<void> {
  const unsettled = laid.filter((row) => row?.base !== undefined) as LaidRow[];
  await db.row.bulkDelete(unsettled.filter(({ base, lent }) => base === null && !lent).map(({ key }) => key));
  await db.row.bulkPut(
    unsettled.flatMap(({ base = null, lent, ...rest }) =>
      isNewer(lent, base) ? [{ ...rest, ...lent, base, lent }] : base ? [{ ...rest, ...base }] : [],
    ),
  );
}

async function foldOver(
  db: FieldDatabase,
  world: ReturnType<typeof openLocalWorld>,
  { noun, id, key, area, base, laid }: Base,
  mine: readonly OutboxFact[],
  areas: readonly string[],
): Promise<void> {
  const lent = isNewer(laid?.lent, base) ? laid?.lent : undefined;
  const from = lent ?? base;
  const start: Row | undefined = from ? { noun, area, ...from } : undefined;
  world.forget(noun, id, start);
  let row = start;
  for (const { fact } of mine) {
    const outcome = await foldLocally(world, fact, areas);
    // What no longer fits stays in the outbox: the office judges it and its verdict will say so.
    if (outcome.kind !== 'refused' && outcome.kind !== 'waiting') row = outcome.row;
  }
  if (!row) {
    if (laid) await settleRows(db, [{ ...laid, base }]);
    return;
  }
  const { root, version, data } = row;
  await db.row.put({
    key,
    bucket: bucketOf(row.area, noun, root),
    noun,
    area: row.area,
    id,
    root,
    version,
    data,
    base,
    ...(lent ? { lent } : {}),
  });
}
