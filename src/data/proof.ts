// Whether the tablet holds what the office holds: compared after every round, mended bucket by bucket, and told to the officer.
import { type AreaDigests, differingNouns, digestText } from '../domain/digest.ts';
import type { Noun } from '../domain/noun.ts';
import type { ExchangeResponse2 } from '../domain/wire-version-2.ts';
import type { FieldDatabase } from './database.ts';
import { hashOf } from './hash.ts';
import { type Proof, readSetting, readSettings, writeSetting } from './settings.ts';
import { areaDigestsOf, readDigests, recount, rowsIn, type TallyBook } from './tally.ts';

/** A bucket that pulling did not mend is left alone for this long. */
const pullAgainMs = 6 * 3_600_000;
const countAgainMs = 24 * 3_600_000;

/** Made anew each time: it is written into, and a second officer on this tablet begins with nothing. */
const emptyProof = (): Proof => ({ areas: {}, pulls: [], pulledAt: {} });

export const readProof = async (db: FieldDatabase): Promise<Proof> => ({ ...emptyProof(), ...(await readSetting(db, 'proof')) });

/** What the tablet states of itself in a request: a mark for each area whose rows it has in full. */
export async function statedProof(db: FieldDatabase) {
  const { cursors = {}, resets = 0 } = await readSettings(db, ['cursors', 'resets']);
  const proof = await readProof(db);
  const digests = await readDigests(db);
  const mending = new Set(proof.pulls.map(({ area }) => area));
  const areas = Object.keys(cursors).filter((area) => !mending.has(area));
  return {
    marks: Object.fromEntries(areas.map((area) => [area, areaMarkOf(areaDigestsOf(digests, area))])),
    pulls: proof.pulls.slice(0, 10),
    resets,
    ...(proof.declined ? { declined: proof.declined.rows } : {}),
  };
}

/** All rows of the office on this tablet. */
export const rowsHeld = async (db: Pick<FieldDatabase, 'setting'>): Promise<number> => rowsIn(await readDigests(db));

/** An area in one word (`areaMarkSchema`). */
const areaMarkOf = (digests: AreaDigests): string => hashOf(digestText(digests)).slice(0, 16);

/** In the transaction of the answer; true when there is something to pull again. */
export async function judgeProof(
  db: FieldDatabase,
  { agreed, digests, left }: Pick<ExchangeResponse2, 'agreed' | 'digests' | 'left'>,
  tallies: TallyBook,
  { declined, now }: { declined: number; now: number },
): Promise<boolean> {
  const proof = await readProof(db);
  for (const area of left) delete proof.areas[area];
  for (const area of agreed) proof.areas[area] = { checkedAt: now, different: [] };
  for (const { area, nouns } of digests) {
    let different = differingNouns(tallies.digestsOf(area), nouns);
    if (different.length > 0) {
      // Counting wrongly costs the network nothing, so that is looked for first.
      await recount(db, area);
      await tallies.forget();
      different = differingNouns(tallies.digestsOf(area), nouns);
    }
    proof.areas[area] = { checkedAt: now, different };
    for (const noun of different) planPull(proof, area, noun, now);
  }
  proof.pulls = proof.pulls.filter(({ area }) => !left.includes(area));
  delete proof.declined;
  if (declined > 0) {
    proof.declined = { rows: declined, at: now };
    // Planned again when the buckets may be asked for again.
    proof.pulls = [];
  }
  await writeSetting(db, 'proof', proof);
  return proof.pulls.length > 0;
}

function planPull(proof: Proof, area: string, noun: Noun, now: number): void {
  const key = `${area}/${noun}`;
  const before = proof.pulledAt[key];
  if (before !== undefined && Math.abs(now - before) < pullAgainMs) return;
  proof.pulledAt[key] = now;
  proof.pulls.push({ area, noun, after: '' });
}

/** Where a bucket goes on to be pulled, or that it has come whole. */
export async function notePulled(db: FieldDatabase, { area, noun, rows, more }: ExchangeResponse2['buckets'][number]): Promise<void> {
  const proof = await readProof(db);
  const last = rows.at(-1)?.id;
  proof.pulls = proof.pulls.flatMap((pull) => {
    if (pull.area !== area || pull.noun !== noun) return [pull];
    return more ? [{ ...pull, after: last ?? pull.after }] : [];
  });
  await writeSetting(db, 'proof', proof);
}

/** Once a day every row is counted as it lies in the database, an area at a time: what storage lost is then found by the next exchange. */
export async function countDaily(db: FieldDatabase, now: number): Promise<void> {
  const proof = await readProof(db);
  if (proof.countedAt !== undefined && Math.abs(now - proof.countedAt) < countAgainMs) return;
  for (const area of Object.keys((await readSetting(db, 'cursors')) ?? {})) {
    await db.transaction('rw', [db.page, db.row, db.tally, db.setting], async () => recount(db, area));
  }
  await db.transaction('rw', db.setting, async () => writeSetting(db, 'proof', { ...(await readProof(db)), countedAt: now }));
}

export type Sameness =
  | { kind: 'unknown' }
  | { kind: 'same'; checkedAt: number }
  | { kind: 'different'; checkedAt: number; buckets: { area: string; noun: Noun }[]; isMending: boolean }
  /** The office wanted more rows gone than can be right. */
  | { kind: 'declined'; rows: number; at: number };

/** As the officer is told: the same only when every area is. */
export async function samenessOf(db: FieldDatabase): Promise<Sameness> {
  const { cursors = {}, snapshots = {} } = await readSettings(db, ['cursors', 'snapshots']);
  const { areas, pulls, declined } = await readProof(db);
  if (declined) return { kind: 'declined', ...declined };
  // An area that is still coming in packed pages has no cursor yet, and what was found of it before tells nothing.
  const coming = Object.keys(snapshots).map((area) => ({ area, checkedAt: undefined, different: [] }));
  const judged = [...Object.keys(cursors).map((area) => ({ area, ...areas[area] })), ...coming];
  const times = judged.flatMap(({ checkedAt }) => checkedAt ?? []);
  if (times.length === 0) return { kind: 'unknown' };
  const checkedAt = Math.min(...times);
  const buckets = judged.flatMap(({ area, different = [] }) => different.map((noun) => ({ area, noun })));
  if (buckets.length > 0) return { kind: 'different', checkedAt, buckets, isMending: pulls.length > 0 };
  return times.length === judged.length ? { kind: 'same', checkedAt } : { kind: 'unknown' };
}
