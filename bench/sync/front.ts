// Before the measured server: gives the page out from the same origin, counts requests, and loses replies when the storm wants it.
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Link, openLink } from './link.ts';

export interface Front {
  url: string;
  link: Link;
  requests: number;
  /** What of the link's bytes were bodies, of both ways. */
  bodies: number;
  /** Whose reply is to be lost, asked once the server has answered. */
  loses: (method: string, path: string) => boolean;
  close(): Promise<void>;
}

export const pagePath = '/bench/page';
const page = `<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="${pagePath}.js"></script>`;

export async function openFront(serverPort: number, script: string): Promise<Front> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const count = (piece: Buffer) => {
    front.bodies += piece.length;
  };
  const server = createServer({ keepAliveTimeout: 600_000 }, (asked, answer) => {
    const { method = 'GET', url: path = '/', headers } = asked;
    if (path === pagePath) return answer.setHeader('content-type', 'text/html').end(page);
    if (path === `${pagePath}.js`) return answer.setHeader('content-type', 'text/javascript').end(script);
    if (path === '/favicon.ico') return answer.writeHead(204).end();
    front.requests += 1;
    const onward = request({ port: serverPort, host: '127.0.0.1', method, path, headers, agent }, (reply) => {
      if (front.loses(method, path)) {
        reply.resume().on('end', () => asked.socket.destroy());
        return;
      }
      answer.writeHead(reply.statusCode ?? 502, reply.statusMessage, reply.rawHeaders);
      reply.on('data', count);
      reply.pipe(answer);
    });
    onward.on('error', () => asked.socket.destroy());
    asked.on('data', count);
    asked.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const link = await openLink((server.address() as AddressInfo).port);
  const front: Front = {
    url: `http://127.0.0.1:${link.port}`,
    link,
    requests: 0,
    bodies: 0,
    loses: () => false,
    close: async () => {
      await link.close();
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
  return front;
}
