// The tablet's half of the proof: which versions lie in each bucket, and the digests that follow from them.
import { type AreaDigests, type Digest, emptyDigest, markOf, wireDigestOf, withMark } from '../domain/digest.ts';
import type { Noun } from '../domain/noun.ts';
import type { FieldDatabase, LaidRow, Tally } from './database.ts';

/** By `area/noun`. */
export type Digests = Record<string, Digest>;

export type TallyTables = Pick<FieldDatabase, 'page' | 'row' | 'tally' | 'setting'>;

/** `version` undefined: the row is no longer there. */
export interface CountedRow {
  id: string;
  version: number | undefined;
}

/** The tallies within one transaction; nothing is written before `save`. */
export interface TallyBook {
  /** To be asked for before a bucket is counted in; all in one question, which Dexie's transaction over hundreds of awaits does not outlive. */
  open(buckets: Iterable<string>): Promise<void>;
  set(bucket: string, rows: readonly CountedRow[]): void;
  /** The bucket of each row of an area and noun, by id. */
  bucketsOf(area: string, noun: Noun): Promise<Map<string, string>>;
  countOf(bucket: string): number;
  countIn(bucket: string, ids: readonly string[]): number;
  dropArea(area: string): Promise<void>;
  /** After a recount: what was read before no longer holds. */
  forget(): Promise<void>;
  digestsOf(area: string): AreaDigests;
  /** All rows of the office on this tablet. */
  total(): number;
  save(): Promise<void>;
}

const groupOf = (bucket: string): string => bucket.slice(0, bucket.indexOf('/', bucket.indexOf('/') + 1));
const nounOf = (group: string) => group.slice(group.indexOf('/') + 1) as Noun;

export async function openTallies(db: TallyTables): Promise<TallyBook> {
  let digests = await readDigests(db);
  const held = new Map<string, Tally>();
  const changed = new Set<string>();

  const of = (bucket: string): Tally => {
    const opened = held.get(bucket);
    if (!opened) throw new Error(`the tally of ${bucket} was not opened`);
    return opened;
  };
  const save = async () => {
    await db.tally.bulkPut([...changed].flatMap((bucket) => held.get(bucket) ?? []));
    changed.clear();
    await db.setting.put({ key: 'digests', value: digests });
  };

  return {
    open: async (buckets) => {
      const wanted = [...new Set(buckets)].filter((bucket) => !held.has(bucket));
      const found = wanted.length > 0 ? await db.tally.bulkGet(wanted) : [];
      for (const [place, key] of wanted.entries()) held.set(key, found[place] ?? { key, versions: {} });
    },
    set: (bucket, rows) => {
      const { versions } = of(bucket);
      const group = groupOf(bucket);
      const noun = nounOf(group);
      let digest = digests[group] ?? emptyDigest;
      for (const { id, version } of rows) {
        const before = versions[id];
        if (before !== undefined) digest = withMark(digest, markOf(noun, id, before), -1);
        if (version !== undefined) digest = withMark(digest, markOf(noun, id, version), 1);
        if (version === undefined) delete versions[id];
        else versions[id] = version;
      }
      digests[group] = digest;
      changed.add(bucket);
    },
    bucketsOf: async (area, noun) => {
      await save();
      const tallies = await db.tally.where('key').startsWith(`${area}/${noun}/`).toArray();
      return new Map(tallies.flatMap(({ key, versions }) => Object.keys(versions).map((id) => [id, key] as const)));
    },
    countOf: (bucket) => Object.keys(of(bucket).versions).length,
    countIn: (bucket, ids) => {
      const { versions } = of(bucket);
      return ids.filter((id) => versions[id] !== undefined).length;
    },
    dropArea: async (area) => {
      await save();
      held.clear();
      await db.tally.where('key').startsWith(`${area}/`).delete();
      for (const group of Object.keys(digests)) if (group.startsWith(`${area}/`)) delete digests[group];
    },
    forget: async () => {
      held.clear();
      changed.clear();
      digests = await readDigests(db);
    },
    digestsOf: (area) => areaDigestsOf(digests, area),
    total: () => rowsIn(digests),
    save,
  };
}

export async function readDigests(db: Pick<FieldDatabase, 'setting'>): Promise<Digests> {
  return { ...((await db.setting.get('digests'))?.value as Digests | undefined) };
}

export const rowsIn = (digests: Digests): number => Object.values(digests).reduce((sum, { count }) => sum + count, 0);

export function areaDigestsOf(digests: Digests, area: string): AreaDigests {
  const found: AreaDigests = {};
  for (const [group, digest] of Object.entries(digests)) {
    if (group.startsWith(`${area}/`) && digest.count !== 0) found[nounOf(group)] = wireDigestOf(digest);
  }
  return found;
}

/**
 * Counts from the rows as they lie in the database, in the caller's transaction: what storage has lost without a word then differs from
 * the office. Without an area, all.
 */
export async function recount(db: TallyTables, area?: string): Promise<void> {
  const prefix = area === undefined ? '' : `${area}/`;
  const tallies = new Map<string, Tally>();
  const of = (key: string): Tally => {
    const held = tallies.get(key) ?? { key, versions: {} };
    tallies.set(key, held);
    return held;
  };
  await db.page
    .where('key')
    .startsWith(prefix)
    .each((page) => {
      const { versions } = of(page.key);
      for (const { id, version } of Object.values(page.rows)) versions[id] = version;
    });
  for (const laid of await db.row.where('bucket').startsWith(prefix).toArray()) {
    const version = officeVersionOf(laid);
    const { versions } = of(laid.bucket);
    if (version === undefined) delete versions[laid.id];
    else versions[laid.id] = version;
  }
  const digests = await readDigests(db);
  for (const group of Object.keys(digests)) if (group.startsWith(prefix)) delete digests[group];
  for (const { key, versions } of tallies.values()) {
    const group = groupOf(key);
    for (const [id, version] of Object.entries(versions)) {
      digests[group] = withMark(digests[group] ?? emptyDigest, markOf(nounOf(group), id, version), 1);
    }
  }
  await db.tally.where('key').startsWith(prefix).delete();
  await db.tally.bulkPut([...tallies.values()]);
  await db.setting.put({ key: 'digests', value: digests });
}

/** Own facts are no part of what the office holds. */
const officeVersionOf = (laid: LaidRow): number | undefined => (laid.base === undefined ? laid.version : laid.base?.version);
