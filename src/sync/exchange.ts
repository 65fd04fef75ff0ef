// One round with the office: own facts up, others' news down, until both sides have nothing left to say.
import type { FieldDatabase } from '../data/database.ts';
import { nextUnsent } from '../data/outbox.ts';
import { newPendingIndex } from '../data/pending.ts';
import { countDaily, rowsHeld, statedProof } from '../data/proof.ts';
import { receiveExchange } from '../data/receive.ts';
import { readSetting, type SyncState, writeSetting } from '../data/settings.ts';
import { wireVersion } from '../domain/wire.ts';
import { mostFactBytesPerExchange, mostFactsPerExchange } from '../domain/wire-version-2.ts';
import type { Office, SendFailure } from './send.ts';
import { fetchSnapshots } from './snapshots.ts';

export type RoundResult = { kind: 'done'; sent: number; received: number } | SendFailure | { kind: 'notSignedIn' };

export interface RoundOptions {
  appVersion: string;
  now?: () => number;
  /** How many facts a request carries: to begin with, and at the most where the line answers soon. */
  batches?: { first: number; most: number };
}

/** Room for the envelope of the request itself. */
const mostBytes = mostFactBytesPerExchange - 4096;
/** The first is what a cut costs on a poor line; more at once costs both sides less. */
const usualBatches = { first: 200, most: mostFactsPerExchange };
/** How soon an answer has to come for the line to carry more. */
const quickMs = 3_000;

export async function exchangeAll(db: FieldDatabase, office: Office, options: RoundOptions): Promise<RoundResult> {
  const now = options.now ?? Date.now;
  let sent = 0;
  let received = 0;
  // A first pull takes several rounds where the line breaks or the app is closed: its count goes on from what is there.
  const isFirst = (await readSetting(db, 'sync'))?.lastSuccessAt === undefined;
  const told = async () => (isFirst ? await rowsHeld(db) : received);
  const startedAt = now();
  const toSend = await countUnsent(db);
  let left = toSend;
  const batches = options.batches ?? usualBatches;
  let most = batches.first;
  /** What the office, or a proxy before it, found too large is not tried again in this round. */
  let bearable = batches.most;
  const index = newPendingIndex();
  for (;;) {
    await noteSync(db, { startedAt, running: true, sent, toSend, received: await told() });
    const session = await readSetting(db, 'session');
    if (!session?.token) return failed(db, { kind: 'notSignedIn' }, now());
    const batch = await nextUnsent(db, most, mostBytes);
    const sentAt = now();
    const facts = batch.map((held) => held.fact);
    const cursors = (await readSetting(db, 'cursors')) ?? {};
    const stated = await statedProof(db);
    const request = { wire: wireVersion, appVersion: options.appVersion, sentAt, facts, cursors, ...stated };
    const result = await office.exchange(request, session.token);
    if (result.kind === 'serverError' && result.status === 413 && batch.length > 1) {
      bearable = Math.floor(batch.length / 2);
      most = bearable;
      continue;
    }
    if (result.kind !== 'answered') return failed(db, result, now());
    const waited = now() - sentAt;
    most = Math.min(bearable, waited >= 0 && waited < quickMs ? batches.most : batches.first);
    const { rows, more } = await receiveExchange(db, result.answer, sentAt, now(), index);
    sent += batch.length;
    received += rows;
    const fetched = await fetchSnapshots(db, office, session.token, {
      now,
      onPage: async (count) => {
        received += count;
        return noteSync(db, { startedAt, running: true, sent, toSend, received: await told() });
      },
    });
    if (fetched.kind !== 'fetched') return failed(db, fetched, now());
    const before = left;
    left = await countUnsent(db);
    // An office that leaves facts without a verdict must not be asked for ever: they wait for the next round.
    if (!more && (left === 0 || left >= before)) break;
  }
  await countDaily(db, now());
  await noteSync(db, { running: false, lastSuccessAt: now(), failure: undefined, sent, toSend, received: await told() });
  return { kind: 'done', sent, received };
}

async function failed<F extends SendFailure | { kind: 'notSignedIn' }>(db: FieldDatabase, failure: F, at: number): Promise<F> {
  const kind = failure.kind === 'notSignedIn' ? 'signedOut' : failure.kind;
  await noteSync(db, { running: false, lastFailureAt: at, failure: kind });
  return failure;
}

const countUnsent = (db: FieldDatabase): Promise<number> => db.outbox.where('state').equals('unsent').count();

async function noteSync(db: FieldDatabase, news: SyncState): Promise<void> {
  await db.transaction('rw', db.setting, async () => {
    await writeSetting(db, 'sync', { ...(await readSetting(db, 'sync')), ...news });
  });
}
