// A village's radio link between a tablet and the office: so many bytes a second, and broken off again and again.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface NarrowLink {
  url: string;
  /** What the tablet has put on the air, headers and repeats included; and what it did not want to hear twice. */
  readonly bytesUp: number;
  readonly cuts: number;
  close(): Promise<void>;
}

export interface LinkOptions {
  bytesPerSecond: number;
  /** Every connection breaks off when this much more has been put on the air, whatever the machine's pace; never without it. */
  cutEveryBytes?: number;
}

/** Before the office at `port` of this machine. */
export async function narrowLinkTo(port: number, { bytesPerSecond, cutEveryBytes = Infinity }: LinkOptions): Promise<NarrowLink> {
  let bytesUp = 0;
  let cuts = 0;
  let nextCut = cutEveryBytes;
  const open = new Set<Socket>();
  const server = createServer((tablet) => {
    const office = connect(port, '127.0.0.1');
    for (const end of [tablet, office]) {
      open.add(end);
      end.on('error', () => undefined);
      end.on('close', () => open.delete(end));
    }
    office.on('close', () => tablet.destroy());
    // What had come across before a cut, the office reads to its end.
    tablet.on('close', () => office.end());
    office.pipe(tablet);
    tablet.on('data', (piece) => {
      bytesUp += piece.length;
      if (bytesUp >= nextCut) {
        nextCut += cutEveryBytes;
        cuts += 1;
        tablet.destroy();
        return;
      }
      office.write(piece);
      // The air is busy for as long as the piece takes.
      tablet.pause();
      setTimeout(() => tablet.resume(), (1000 * piece.length) / bytesPerSecond);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get bytesUp() {
      return bytesUp;
    },
    get cuts() {
      return cuts;
    },
    close: async () => {
      for (const end of open) end.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
