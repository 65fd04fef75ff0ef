// The built app over HTTP and nothing else: for tests of what a tablet does without the office's server.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const client = fileURLToPath(new URL('../../dist/client', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export type StaticServer = { url: string; close(): Promise<void> };

/** Serves `dist/client` under the strict policy that the app is made for; a page that is no file is the app. */
export async function serveBuiltApp(port = 0): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = join(client, normalize(new URL(request.url ?? '/', 'http://tablet').pathname));
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
    if (!isFile && extname(path) !== '') return void response.writeHead(404).end();
    const file = isFile ? path : join(client, 'index.html');
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'self'; img-src 'self' data: blob:; object-src 'none'",
      'cache-control': 'no-cache',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
