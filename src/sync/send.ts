// One request to the office, and every way it can end, as a value.
import * as z from 'zod/mini';
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
}

const patienceMs = 60_000;
/** A shorter request fits into one packet as it is. */
const worthPacking = 1024;
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
  };
}

/** Facts say much the same again and again: packed, a fifth of them goes over a village's radio link. */
async function contentOf(text: string): Promise<{ headers?: Record<string, string>; body?: string | ArrayBuffer }> {
  const headers = { 'content-type': 'application/json' };
  if (text.length < worthPacking || typeof CompressionStream === 'undefined') return { headers, body: text };
  const packing = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: await new Response(packing).arrayBuffer() };
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
