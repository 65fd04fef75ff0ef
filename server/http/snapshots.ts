// Where a tablet that has nothing of an area fetches it: pages that were packed once and go out as they lie.
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import * as z from 'zod/mini';
import { areaCodeSchema } from '../../src/domain/noun.ts';
import { readableAreas } from '../store/down.ts';
import { readSnapshotPage } from '../store/snapshot.ts';
import { deviceOf } from './access.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

const unpack = promisify(brotliDecompress);
const wholeNumber = z.string().check(z.regex(/^\d{1,15}$/));
/** The database counts pages in a smaller number. */
const pageNumber = z.string().check(z.regex(/^\d{1,9}$/));

export function snapshotRoutes(app: App, { db, counters }: Office): void {
  app.get(
    '/api/snapshots/:area/:seq/:page',
    {
      config: { compress: false },
      schema: { summary: 'A page of an area', params: z.object({ area: areaCodeSchema, seq: wholeNumber, page: pageNumber }) },
    },
    async (request, reply) => {
      const { area, seq, page } = request.params;
      const isTheirs = (await readableAreas(db, deviceOf(request).officer)).includes(area);
      const content = isTheirs ? await readSnapshotPage(db, area, Number(seq), Number(page)) : undefined;
      if (!content) throw new Problem(404, 'snapshotGone', 'There is no such page any more: the next exchange names the newest.');
      counters.add('snapshots', 'page');
      reply
        .type('application/json')
        .header('cache-control', 'no-store')
        .header('vary', 'accept-encoding')
        .header('etag', `"${area}-${seq}-${page}"`);
      if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(await unpack(content));
      return reply.header('content-encoding', 'br').send(content);
    },
  );
}
