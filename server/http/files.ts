// The doors for photos and sheets: bringing them by tus, asking what the office has, and looking at them.
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { hashSchema } from '../../src/domain/fact.ts';
import type { FileType } from '../../src/domain/file.ts';
import { filesAskedSchema, filesHeldSchema } from '../../src/domain/file-exchange.ts';
import { type Uploads, uploadsPath } from '../files/uploads.ts';
import type { Vault } from '../files/vault.ts';
import { fileForOfficer } from '../store/files.ts';
import { deviceOf } from './access.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

export interface FileKeeping {
  vault: Vault;
  uploads: Uploads;
}

const endings: Record<FileType, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' };

export async function fileRoutes(app: App, { db, counters }: Office, { vault, uploads }: FileKeeping): Promise<void> {
  await app.register(async (plain) => {
    const routes = plain.withTypeProvider<ZodTypeProvider>();
    // The protocol's server reads the body itself, piece by piece.
    plain.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null));
    for (const url of [uploadsPath, `${uploadsPath}/:id`]) {
      plain.route({
        method: url === uploadsPath ? ['POST', 'OPTIONS'] : ['HEAD', 'PATCH'],
        url,
        schema: { hide: true },
        handler: async (request, reply) => {
          const device = deviceOf(request);
          reply.hijack();
          reply.raw.once('finish', () => counters.add('uploads', `${request.method} ${Math.trunc(reply.raw.statusCode / 100)}xx`));
          // Nobody is left to tell when the connection broke in the middle.
          await uploads.handle(request.raw, reply.raw, device).catch(() => reply.raw.destroy());
        },
      });
    }
    routes.post(
      '/api/files/held',
      { schema: { summary: 'Ask which files the office has', body: filesAskedSchema, response: { 200: filesHeldSchema } } },
      async (request) => uploads.heldOf(deviceOf(request), request.body.files),
    );
    routes.get(
      '/api/files/:sha256',
      { schema: { summary: 'Look at a photo or sheet of a record in the areas of the account', params: z.object({ sha256: hashSchema }) } },
      async (request, reply) => {
        const { sha256 } = request.params;
        const file = await fileForOfficer(db, deviceOf(request).officer, sha256);
        const content = file && (await vault.read(sha256));
        if (!file || !content) throw new Problem(404, 'notFound', 'There is no such file, or it hangs on no record of these areas.');
        return reply
          .headers({
            // Neither a cache on the way nor the disk of a shared computer keeps it.
            'cache-control': 'private, no-store',
            'content-disposition': `attachment; filename="${sha256.slice(0, 12)}.${endings[file.type]}"`,
            'content-security-policy': "default-src 'none'; sandbox",
            'content-length': file.bytes,
          })
          .type(file.type)
          .send(content);
      },
    );
  });
}
