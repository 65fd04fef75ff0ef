// What every route of the office stands on.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Database } from '../store/database.ts';
import type { Counters } from './counters.ts';

export interface Office {
  db: Database;
  counters: Counters;
  now: () => number;
  version: string;
}

/** Fastify with bodies and queries read by Zod schemas. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;
