// Reading JSON from strangers: nothing is refused for the names of its keys, which schemas judge, but a depth that no fact has is.
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route needs the body as it came besides what it says. */
    keepsBytes?: boolean;
  }
  interface FastifyRequest {
    bodyBytes: Buffer | null;
  }
}

const deepest = 64;

export function readJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.decorateRequest('bodyBytes', null);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (request.routeOptions.config.keepsBytes) request.bodyBytes = body as Buffer;
    const text = body.toString('utf8');
    if (text === '') return done(null, undefined);
    if (isTooDeep(text)) return done(unreadable());
    try {
      done(null, JSON.parse(text));
    } catch {
      done(unreadable());
    }
  });
}

const unreadable = () => new Problem(400, 'malformed', 'The request is not JSON that can be read.');

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}
