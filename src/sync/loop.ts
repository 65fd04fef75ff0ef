// When to exchange: on the button, at start, when the network or the screen comes back, soon after something was recorded where the office
// answered last, every five minutes; one sender a tablet.
import type { FieldDatabase } from '../data/database.ts';
import { watchNewestFact } from '../data/outbox.ts';
import { exchangeAll, type RoundOptions, type RoundResult } from './exchange.ts';
import { settleRescue } from './rescue.ts';
import type { Office } from './send.ts';

const everyMs = 5 * 60_000;
/** After the last fact: a roll call is not disturbed between two taps, and the office sees soon what was just decided. */
const soonMs = 5_000;
/** After the first fact, for hands that never rest. */
const latestMs = 60_000;
const firstRetryMs = 5_000;
const lastRetryMs = 10 * 60_000;

/** Grows with each failure and is spread, so that fifty tablets in one office do not come back in the same second. */
export function retryDelay(failures: number, random: () => number): number {
  const most = Math.min(lastRetryMs, firstRetryMs * 2 ** Math.max(0, failures - 1));
  return Math.round(most / 2 + (random() * most) / 2);
}

export interface SyncLoop {
  /** Exchanges now, or joins the round that is under way. */
  now(): Promise<RoundResult>;
  stop(): void;
}

export interface LoopOptions extends RoundOptions {
  random?: () => number;
  locks?: Pick<LockManager, 'request'> | undefined;
  /** Told after each round in which both sides said all they had. */
  onDone?: () => void;
}

/** Runs a round under the tablet's lock, so that two tabs and the service worker never send at once. */
export async function exchangeLocked(db: FieldDatabase, office: Office, options: LoopOptions): Promise<RoundResult> {
  const round = () => exchangeAll(db, office, options);
  return options.locks ? options.locks.request(`${db.name}-sync`, round) : round();
}

export function startSyncLoop(db: FieldDatabase, office: Office, options: LoopOptions): SyncLoop {
  const random = options.random ?? Math.random;
  let failures = 0;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<RoundResult> | undefined;
  let newest: number | undefined;
  let sendBy: number | undefined;

  const plan = (delayMs: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void now().catch(() => undefined), delayMs);
  };
  /** Not where the office did not answer: there the retries have their own pace, and the battery is worth more. */
  const soon = () => {
    if (failures > 0 || underWay) return;
    const now = Date.now();
    sendBy ??= now + latestMs;
    plan(Math.max(0, Math.min(soonMs, sendBy - now)));
  };
  const stopWatching = watchNewestFact(db, (deviceSeq) => {
    const isNews = newest !== undefined && deviceSeq > newest;
    newest = deviceSeq;
    if (isNews) soon();
  });
  const now = (): Promise<RoundResult> => {
    underWay ??= run().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  const run = async (): Promise<RoundResult> => {
    let result: RoundResult | undefined;
    const newestAtStart = newest;
    sendBy = undefined;
    try {
      result = await exchangeLocked(db, office, options);
      return result;
    } finally {
      failures = result?.kind === 'done' ? 0 : failures + 1;
      if (result?.kind === 'done') {
        options.onDone?.();
        // Whatever stands in the way, the next round asks again.
        void settleRescue(db, office, options.locks).catch(() => undefined);
      }
      const asked = result?.kind === 'busy' ? result.retryAfterMs : 0;
      const ifDone = newestAtStart === undefined || newest === newestAtStart ? everyMs : soonMs;
      plan(failures === 0 ? ifDone : Math.max(asked, retryDelay(failures, random)));
    }
  };
  plan(0);
  return {
    now,
    stop: () => {
      stopped = true;
      stopWatching();
      clearTimeout(timer);
    },
  };
}
