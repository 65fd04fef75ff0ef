// Puts the doors of the server together, with what protects them.
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ArrivingFiles } from '../rescue/arriving.ts';
import type { Database } from '../store/database.ts';
import type { ExchangeOptions } from '../store/exchange.ts';
import { guardAccess } from './access.ts';
import { serveApp } from './app-files.ts';
import { checkRoutes } from './checks.ts';
import { createCounters } from './counters.ts';
import { type FileKeeping, fileRoutes } from './files.ts';
import { healthRoutes } from './health.ts';
import { importRoutes } from './imports.ts';
import { readJsonBodies } from './json-body.ts';
import { missingFactsRoutes } from './missing-facts.ts';
import { type NewsOptions, newsRoutes, usualNews } from './news.ts';
import type { Office } from './office.ts';
import { answerWithProblems, busy, Problem, sendProblem } from './problem.ts';
import { rescueRoutes } from './rescue.ts';
import { type SignInLimits, sessionRoutes, usualSignInLimits } from './session.ts';
import { snapshotRoutes } from './snapshots.ts';
import { syncRoutes } from './sync.ts';

export interface AppOptions {
  version: string;
  /** The folder of the built app; without it only the API is served. */
  appFolder?: string | undefined;
  logLevel?: string;
  signInLimits?: SignInLimits;
  /** Without it the office takes no photos. */
  files?: FileKeeping;
  /** Without it the office takes no rescue files. */
  rescue?: ArrivingFiles;
  /** Milliseconds by which the event loop may lag before work is turned away. */
  mostLagMs?: number;
  now?: () => number;
  news?: NewsOptions;
  /** How much an answer of the exchange carries; the usual is for real offices. */
  answers?: Pick<ExchangeOptions, 'mostRows' | 'snapshots'>;
}

const usualBytes = 64 * 1024;
/** A village's radio link takes minutes for what an office's line takes in a second. */
const patienceMs = 5 * 60_000;

export async function buildApp(db: Database, options: AppOptions): Promise<FastifyInstance> {
  const office: Office = { db, counters: createCounters(Date.now()), now: options.now ?? Date.now, version: options.version };
  const app = Fastify({
    logger: options.logLevel ? { level: options.logLevel } : false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: usualBytes,
    requestTimeout: patienceMs,
    // The proxy for TLS runs beside the server and says whose request it brings; from elsewhere nobody is believed.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
    // What fails before a route is found, such as an address that cannot be decoded.
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, new Problem(400, 'malformed', 'The address cannot be read.')),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  // Answers are typed by the compiler; judging thousands of rows once more at run time would only cost.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  answerWithProblems(app);
  logRequests(app, office);
  await protect(app, options);
  guardAccess(app, db);
  readJsonBodies(app);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Pantau', version: options.version } },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () => app.swagger());
  healthRoutes(app, office);
  sessionRoutes(app, office, options.signInLimits ?? usualSignInLimits);
  syncRoutes(app, office, options.answers);
  snapshotRoutes(app, office);
  missingFactsRoutes(app, office);
  checkRoutes(app, office);
  newsRoutes(app, office, options.news ?? usualNews);
  await importRoutes(app, office);
  if (options.files) await fileRoutes(app, office, options.files);
  if (options.rescue) await rescueRoutes(app, office, options.rescue);
  await serveApp(app, options.appFolder);
  return app;
}

async function protect(app: FastifyInstance, { mostLagMs = 2_000 }: AppOptions): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: mostLagMs,
    // In a shorter one a single piece of work may leave no sample at all, which counts as a lag without end.
    sampleInterval: mostLagMs || 1_000,
    pressureHandler: async (request) => {
      if (!request.routeOptions.config.evenWhenBusy) throw busy();
    },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Signatures and previews of pictures are drawn in the app itself.
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, { global: false });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    // The usual quality of Brotli is for files that are packed once.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
}

/** One line a request: the address as the route writes it, the status, the time. No body, name, query or token. */
function logRequests(app: FastifyInstance, { counters }: Office): void {
  app.addHook('onResponse', async (request, reply) => {
    counters.add('responses', `${Math.trunc(reply.statusCode / 100)}xx`);
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(request.device ? { deviceId: request.device.deviceId } : {}),
      },
      'answered',
    );
  });
}
