// Reading JSON from strangers: nothing is refused for the names of its keys, which schemas judge, but a depth that no fact has is.
import type { FastifyInstance } from 'fastify';
import { isTooDeep } from '../store/json-depth.ts';
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
