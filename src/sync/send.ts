// One request to the office, and every way it can end, as a value.
import * as z from 'zod/mini';
import type { RescueAnswer, RescueAsk } from '../data/rescue-delivery.ts';
import { type SignInRequest, type SignInResponse, signInResponseSchema } from '../domain/wire.ts';
import {
  type ExchangeRequest2,
  type ExchangeResponse2,
  exchangeResponse2Schema,
  type SnapshotPage,
  snapshotPageSchema,
} from '../domain/wire-version-2.ts';

export type SendFailure =
  /** No reply came: no network, no server, or it took too long. */
  | { kind: 'unreachable' }
  /** The office asks to come back later. */
  | { kind: 'busy'; retryAfterMs: number }
  /** The token is no longer valid. */
  | { kind: 'signedOut' }
  /** The app is too old, or the office is. */
  | { kind: 'outdated' }
  /** A reply that cannot be used; `code` as the office named it. */
  | { kind: 'serverError'; status: number; code: string };

export type Sent<T> = { kind: 'answered'; answer: T } | SendFailure;

/** The office as the tablet reaches it; tests put another one in its place. */
export interface Office {
  exchange(request: ExchangeRequest2, token: string): Promise<Sent<ExchangeResponse2>>;
  snapshotPage(area: string, seq: number, page: number, token: string): Promise<Sent<SnapshotPage>>;
  signIn(request: SignInRequest): Promise<Sent<SignInResponse>>;
  /** The doors for rescue files. */
  rescue?(token: string): RescueAsk;
}

const patienceMs = 60_000;
/** A shorter request fits into one packet as it is. */
const worthPacking = 1024;
/** The office reads a large file twice before it answers. */
const rescuePatienceMs = 240_000;
const problemSchema = z.object({ code: z.optional(z.string()) });

export function officeAt(origin: string, fetchFrom: typeof fetch = fetch): Office {
  async function ask<T>(path: string, body: object | undefined, schema: z.ZodMiniType<T>, token?: string): Promise<Sent<T>> {
    let response: Response;
    let text: string;
    try {
      const { headers, ...content } = body ? await contentOf(JSON.stringify(body)) : {};
      response = await fetchFrom(`${origin}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
        ...content,
        cache: 'no-store',
        signal: AbortSignal.timeout(patienceMs),
      });
      text = await response.text();
    } catch {
      return { kind: 'unreachable' };
    }
    return answerOf(response, text, schema);
  }
  return {
    exchange: (request, token) => ask('/api/sync', request, exchangeResponse2Schema, token),
    snapshotPage: (area, seq, page, token) => ask(`/api/snapshots/${area}/${seq}/${page}`, undefined, snapshotPageSchema, token),
    signIn: (request) => ask('/api/session', request, signInResponseSchema),
    rescue: (token) => (method, path, body) => askRescue(fetchFrom, `${origin}${path}`, { method, token, body }),
  };
}

/** Facts say much the same again and again: packed, a fifth of them goes over a village's radio link. */
async function contentOf(text: string): Promise<{ headers?: Record<string, string>; body?: string | ArrayBuffer }> {
  const headers = { 'content-type': 'application/json' };
  if (text.length < worthPacking || typeof CompressionStream === 'undefined') return { headers, body: text };
  const packing = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: await new Response(packing).arrayBuffer() };
}

async function askRescue(
  fetchFrom: typeof fetch,
  url: string,
  { method, token, body }: { method: 'GET' | 'POST'; token: string; body?: Blob | object | undefined },
): Promise<RescueAnswer> {
  const type = body instanceof Blob ? 'application/octet-stream' : 'application/json';
  try {
    const response = await fetchFrom(url, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': type } : {}) },
      body: body === undefined || body instanceof Blob ? (body ?? null) : JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(rescuePatienceMs),
    });
    const answer = parsed(await response.text());
    // The sign-in page of some hotspot is not the office.
    if (answer === undefined) return { kind: 'failed', failure: 'unreachable' };
    if (response.ok) return { kind: 'answered', body: answer };
    if (response.status === 401) return { kind: 'failed', failure: 'signedOut' };
    return { kind: 'failed', failure: response.status >= 500 ? 'serverError' : 'refused', body: answer };
  } catch {
    return { kind: 'failed', failure: 'unreachable' };
  }
}

/** What a reply says, whatever door it came from. */
export function answerOf<T>(response: Response, text: string, schema: z.ZodMiniType<T>): Sent<T> {
  const held = parsed(text);
  if (response.ok) {
    const answer = schema.safeParse(held);
    return answer.success
      ? { kind: 'answered', answer: answer.data }
      : { kind: 'serverError', status: response.status, code: 'unreadable' };
  }
  const problem = problemSchema.safeParse(held);
  const code = (problem.success && problem.data.code) || 'unknown';
  if (response.status === 401) return { kind: 'signedOut' };
  if (response.status === 426) return { kind: 'outdated' };
  if (response.status === 429 || response.status === 503) {
    return { kind: 'busy', retryAfterMs: 1000 * (Number(response.headers.get('retry-after')) || 5) };
  }
  return { kind: 'serverError', status: response.status, code };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
