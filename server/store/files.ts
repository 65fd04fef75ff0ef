// What the office knows of files: which it has, which records name them, who may see them, and which nobody needs.
import { type Kysely, sql } from 'kysely';
import type { FileType } from '../../src/domain/file.ts';
import { coversArea } from '../../src/domain/noun.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import type { Schema } from './schema.ts';
import { type OfficeAct, recordAtOffice, systemAuthor } from './server-device.ts';

export interface StoredFile {
  sha256: string;
  bytes: number;
  type: FileType;
}

/** Whole and proved. A file that is there already stays as it is. */
export async function noteStored(db: Kysely<Schema>, file: StoredFile, by: { deviceId: string; officerId: string }): Promise<void> {
  await db
    .insertInto('file')
    .values({ ...file, device_id: by.deviceId, officer_id: by.officerId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function storedAmong(db: Kysely<Schema>, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db.selectFrom('file').select('sha256').where('sha256', 'in', hashes).execute();
  return new Set(rows.map((row) => row.sha256));
}

/** A file that hangs on a record of the officer's areas; the record's present area counts, wherever it was when the photo was taken. */
export async function fileForOfficer(
  db: Kysely<Schema>,
  officer: Pick<SessionOfficer, 'areas'>,
  sha256: string,
): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile & { area: string }>`
    select f.sha256, f.bytes, f.type, r.area
    from file f
    join file_reference n on n.sha256 = f.sha256
    join area a on true
    join record r on r.area = a.code and r.noun = n.noun and r.id = n.subject_id and r.data is not null
    where f.sha256 = ${sha256}`.execute(db);
  const found = rows.find(({ area }) => coversArea(officer.areas, area));
  return found && { sha256: found.sha256, bytes: found.bytes, type: found.type };
}

const receivedTypes = { visit: 'visitPhotosReceived', ratMeeting: 'ratSheetsReceived' } as const;

/**
 * Records for every record that names a file the office has that it has arrived, once; so each tablet hears of it with its rows.
 * Called after either of the two has come: the bytes, or the fact that names them.
 */
export async function tellArrivals(db: Kysely<Schema>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ sha256: string; noun: string; subjectId: string; area: string }>`
      select n.sha256, n.noun, n.subject_id as "subjectId", r.area
      from file_reference n
      join file f on f.sha256 = n.sha256
      join area a on true
      join record r on r.area = a.code and r.noun = n.noun and r.id = n.subject_id and r.data is not null
      where not n.told
      order by n.noun, n.subject_id, n.sha256
      limit 500
      for update of n skip locked`.execute(trx);
    const acts = new Map<string, OfficeAct>();
    for (const { sha256, noun, subjectId, area } of rows) {
      const type = receivedTypes[noun as keyof typeof receivedTypes];
      if (!type) continue;
      const key = `${noun}/${subjectId}`;
      const act = acts.get(key) ?? { type, id: subjectId, area, body: { files: [] as string[] } };
      (act.body as { files: string[] }).files.push(sha256);
      acts.set(key, act);
    }
    if (rows.length === 0) return 0;
    await recordAtOffice(trx, [...acts.values()], await systemAuthor(trx, ...new Set(rows.map((row) => row.area))));
    await sql`
      update file_reference n set told = true
      from unnest(${rows.map((row) => row.sha256)}::text[], ${rows.map((row) => row.noun)}::text[], ${rows.map((row) => row.subjectId)}::text[])
        as w (sha256, noun, subject_id)
      where n.sha256 = w.sha256 and n.noun = w.noun and n.subject_id = w.subject_id`.execute(trx);
    return rows.length;
  });
}

/**
 * Forgets the files that were stored before a moment and that no fact names, not even one in quarantine; answers their hashes, whose bytes
 * may then go. The lock lets no fact that names one of them slip in between.
 */
export async function forgetUnnamed(db: Kysely<Schema>, storedBefore: number, isTrial: boolean): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    await sql`lock table file_reference in share mode`.execute(trx);
    const { rows } = await sql<{ sha256: string }>`
      select f.sha256 from file f
      where f.stored_at < ${new Date(storedBefore)}
        and not exists (select 1 from file_reference n where n.sha256 = f.sha256)
        and not exists (select 1 from quarantine q where position(convert_to(f.sha256, 'UTF8') in q.raw) > 0)
      order by f.sha256`.execute(trx);
    const hashes = rows.map((row) => row.sha256);
    if (!isTrial && hashes.length > 0) await trx.deleteFrom('file').where('sha256', 'in', hashes).execute();
    return hashes;
  });
}
