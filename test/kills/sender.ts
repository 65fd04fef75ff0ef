// A tablet that never rests: it sends what it records, repeats what was not answered, and remembers what the office has acknowledged.
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../server/store/id.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import { type ExchangeResponse, type SignInResponse, wireVersion } from '../../src/domain/wire.ts';
import { newCooperative, nextFact, type TestTablet } from '../support/founded-office.ts';
import { kukar } from '../support/world.ts';

export interface Sender {
  deviceId: string;
  /** Facts that the office has answered with `applied`, as they were sent. */
  acknowledged: KnownFact[];
  /** Every other answer to a request that could be answered; there must be none. */
  odd: string[];
  /** How often the office asked to come back later. */
  busy: number;
  /** The longest that a request went without any answer, in ms. */
  longestWait: number;
  /** Sends what is still unanswered, then rests. */
  finish(): Promise<void>;
}

const patienceMs = 60_000;

export async function startSender(url: string, username: string, password: string): Promise<Sender> {
  const deviceId = newId();
  const credentials = { username, password, deviceId, appVersion: 'kills' };
  const session = await post<SignInResponse>(`${url}/api/session`, credentials);
  if (typeof session === 'number') throw new Error(`signing in was answered with ${session}`);
  const { token, officer, deviceSeq, lastHash } = session;
  const tablet: TestTablet = { deviceId, token, officer, next: { deviceSeq: deviceSeq + 1, previousHash: lastHash } };
  let stopping = false;
  const sender: Sender = { deviceId, acknowledged: [], odd: [], busy: 0, longestWait: 0, finish: async () => undefined };

  const sendUntilAnswered = async (facts: readonly KnownFact[]) => {
    for (;;) {
      const since = Date.now();
      const request = { wire: wireVersion, appVersion: 'kills', sentAt: since, facts, cursors: {} };
      const answer = await post<ExchangeResponse>(`${url}/api/sync`, request, token);
      sender.longestWait = Math.max(sender.longestWait, Date.now() - since);
      if (typeof answer === 'number') {
        if (answer === 503) sender.busy += 1;
        if (answer !== 0 && answer !== 503) sender.odd.push(`status ${answer}`);
        await pause(50 + Math.random() * 100);
        continue;
      }
      const kinds = new Map(answer.verdicts.map((verdict) => [verdict.id, verdict.kind]));
      for (const fact of facts) {
        if (kinds.get(fact.id) === 'applied') sender.acknowledged.push(fact);
        else sender.odd.push(`${fact.type} ${kinds.get(fact.id) ?? 'without a verdict'}`);
      }
      return;
    }
  };
  const run = async () => {
    while (!stopping) {
      const facts = Array.from({ length: 1 + Math.floor(Math.random() * 20) }, () => nextFact(tablet, newCooperative(kukar)));
      await sendUntilAnswered(facts);
    }
  };
  const running = run();
  sender.finish = async () => {
    stopping = true;
    await running;
  };
  return sender;
}

/** The answer; or its status, 0 where there was none. */
async function post<T>(url: string, body: object, token?: string): Promise<T | number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    return response.ok ? ((await response.json()) as T) : response.status;
  } catch {
    return 0;
  }
}
