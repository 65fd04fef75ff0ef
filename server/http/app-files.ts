// The tablet's app as it was built: files named by their hash are kept for ever, what names them is asked for anew each time.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem, sendProblem } from './problem.ts';

const forEver = 'public, max-age=31536000, immutable';
const askAnew = 'no-cache';

/** Every address that is no file and no door of the server is a screen of the app. */
export async function serveApp(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const isBuilt = folder !== undefined && existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(staticFiles, {
      root: folder,
      cacheControl: false,
      // The folder also holds Vite's own list of what it built.
      dotfiles: 'ignore',
      schemaHide: true,
      setHeaders: (response, path) => {
        const isHashed = path.startsWith(join(folder, 'assets'));
        response.setHeader('cache-control', isHashed ? forEver : askAnew);
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const isScreen = request.method === 'GET' && !/^\/(api|assets|\.)/.test(path) && !/\.\w+$/.test(path);
    if (isBuilt && isScreen) return reply.header('cache-control', askAnew).sendFile('index.html');
    return sendProblem(reply, new Problem(404, 'notFound', 'There is nothing at this address.'));
  });
}
