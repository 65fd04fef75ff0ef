// The line between browser and server: every byte of both ways is counted here, and delayed where the line is to be slow.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a line lets through, and how long a byte is on its way; all connections share it. */
export interface Line {
  bytesPerSecond: number;
  oneWayMs: number;
}

export interface Link {
  port: number;
  up: number;
  down: number;
  line: Line | undefined;
  close(): Promise<void>;
}

/** So much of one connection may lie on the line, so that a large answer does not keep all others waiting. */
const mostUnderWay = 32 * 1024;

export async function openLink(to: number): Promise<Link> {
  const open = new Set<Socket>();
  const busyUntil = { up: 0, down: 0 };
  const carry = (from: Socket, into: Socket, way: 'up' | 'down') => {
    let underWay = 0;
    let isFirst = true;
    from.on('data', (piece) => {
      link[way] += piece.length;
      if (!link.line) {
        if (!into.write(piece)) {
          from.pause();
          into.once('drain', () => from.resume());
        }
        return;
      }
      const { bytesPerSecond, oneWayMs } = link.line;
      const now = performance.now();
      busyUntil[way] = Math.max(now, busyUntil[way]) + (1000 * piece.length) / bytesPerSecond;
      // A new connection is greeted and answered before its first byte may leave.
      const greeting = isFirst && way === 'up' ? 2 * oneWayMs : 0;
      isFirst = false;
      underWay += piece.length;
      if (underWay >= mostUnderWay) from.pause();
      setTimeout(
        () => {
          underWay -= piece.length;
          if (!into.destroyed) into.write(piece);
          if (underWay < mostUnderWay) from.resume();
        },
        busyUntil[way] - now + oneWayMs + greeting,
      );
    });
  };
  const server = createServer({ noDelay: true }, (browser) => {
    const office = connect({ port: to, host: '127.0.0.1', noDelay: true });
    for (const end of [browser, office]) {
      open.add(end);
      end.on('error', () => undefined);
      end.on('close', () => open.delete(end));
    }
    carry(browser, office, 'up');
    carry(office, browser, 'down');
    office.on('close', () => setTimeout(() => browser.destroy(), (link.line?.oneWayMs ?? 0) + 50));
    browser.on('close', () => office.destroy());
  });
  const link: Link = {
    port: 0,
    up: 0,
    down: 0,
    line: undefined,
    close: async () => {
      for (const end of open) end.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  link.port = (server.address() as AddressInfo).port;
  return link;
}
