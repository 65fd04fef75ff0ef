// What went wrong, as RFC 9457 tells it: a `code` that the app turns into words; never a stack, never anything about a person.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { QuarantineFull } from '../store/quarantine-room.ts';

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  [extension: string]: unknown;
}

export interface ProblemOptions {
  headers?: Record<string, string | number>;
  /** Members beside those of RFC 9457. */
  more?: Record<string, unknown>;
}

/** Thrown by a route to answer with a problem. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly options: ProblemOptions;
  constructor(status: number, code: string, title: string, options: ProblemOptions = {}) {
    super(title);
    this.status = status;
    this.code = code;
    this.options = options;
  }
}

const busySeconds = 5;
/** The room is made by people at the office, not by waiting. */
const fullSeconds = 600;
const noRoomSeconds = 60;
export const busy = () =>
  new Problem(503, 'busy', 'The office has more to do than it can; nothing was taken in.', { headers: { 'retry-after': busySeconds } });

export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = error instanceof Problem ? error : problemOf(error);
    if (problem.status === 500 || problem.code === 'officeFull') logUnexpected(error, request);
    return sendProblem(reply, problem);
  });
}

export function sendProblem(reply: FastifyReply, { status, code, message, options }: Problem): FastifyReply {
  const body: ProblemBody = { type: `urn:pantau:problem:${code}`, title: message, status, code, ...options.more };
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', ...options.headers })
    .type('application/problem+json')
    .send(JSON.stringify(body));
}

function problemOf(error: FastifyError): Problem {
  if (error.validation) {
    const places = error.validation.map(({ instancePath }) => instancePath).slice(0, 5);
    return new Problem(400, 'malformed', 'The request does not have the shape that this address takes.', { more: { places } });
  }
  if (isDatabaseAway(error)) {
    return new Problem(503, 'databaseAway', 'The database of the office does not answer; nothing was taken in.', {
      headers: { 'retry-after': busySeconds },
    });
  }
  if (isOutOfRoom(error)) {
    return new Problem(503, 'officeFull', 'The office has no room left on its disk or in its memory; nothing was taken in.', {
      headers: { 'retry-after': noRoomSeconds },
    });
  }
  if (error instanceof QuarantineFull) {
    return new Problem(429, 'quarantineFull', 'The office holds too much of this account that it could not read; nothing was taken in.', {
      headers: { 'retry-after': fullSeconds },
    });
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return new Problem(413, 'tooLarge', 'The request is larger than this address takes.');
  if (status === 415) return new Problem(415, 'mediaType', 'This address takes another kind of content.');
  if (status === 429) return new Problem(429, 'tooManyRequests', 'Too many requests from this address in a short time.');
  if (status === 503) return busy();
  if (status >= 400 && status < 500) return new Problem(status, 'malformed', 'The request cannot be read.');
  return new Problem(500, 'unexpected', 'Something unexpected happened at the office. What was sent may be sent again.');
}

const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300']);

/** It was stopped, is starting, or broke the session: it comes back, and the same request then succeeds. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, syscall } = Object(error) as { code?: unknown; message?: unknown; syscall?: unknown };
  if (typeof code === 'string' && (awayCodes.has(code) || code.startsWith('08'))) return code !== 'ENOENT' || syscall === 'connect';
  return (
    typeof message === 'string' &&
    /^Connection terminated|timeout exceeded when trying to connect|^Query read timeout|not queryable/.test(message)
  );
}

/** PostgreSQL's class of insufficient resources, or the disk itself: people have to make room, and until then no tablet need hurry. */
const isOutOfRoom = ({ code }: { code?: unknown }): boolean => typeof code === 'string' && (/^53\d{3}$/.test(code) || code === 'ENOSPC');

/** Messages of a database may quote what somebody wrote, so only the place in the code is logged. */
function logUnexpected(error: Error & { code?: unknown }, request: FastifyRequest): void {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  request.log.error({ name: error.name, code: error.code, places: places.slice(0, 12).map((line) => line.trim()) }, 'unexpected');
}
