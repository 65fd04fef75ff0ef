// The doors for rescue files: keys, the pieces of a file, and the word that it has been taken in.
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { hashSchema } from '../../src/domain/fact.ts';
import {
  type RescueReport,
  type RescueStanding,
  rescueKeyAnswerSchema,
  rescueKeyAskedSchema,
  rescueReceiptSchema,
  rescueStandingSchema,
} from '../../src/domain/rescue.ts';
import type { SessionOfficer } from '../../src/domain/wire.ts';
import type { ArrivingFiles, Taking } from '../rescue/arriving.ts';
import { officeRecipient } from '../rescue/office-key.ts';
import { rescueFileTaken } from '../store/rescue.ts';
import { noteDeviceKey } from '../store/rescue-keys.ts';
import { deviceOf, officeRoles } from './access.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

const mostPieceBytes = 1024 * 1024;

const params = z.object({ sha256: hashSchema });
const pieceQuerySchema = z.object({ at: z.string().check(z.regex(/^\d{1,10}$/)) });

export async function rescueRoutes(app: App, { db, counters, now }: Office, arriving: ArrivingFiles): Promise<void> {
  app.post(
    '/api/rescue/keys',
    {
      schema: {
        summary: 'Hand in the key with which this tablet signs rescue files, and be given that of the office',
        body: rescueKeyAskedSchema,
        response: { 200: rescueKeyAnswerSchema },
      },
    },
    async (request) => {
      const noted = await noteDeviceKey(db, deviceOf(request).deviceId, request.body.publicKey);
      if (noted.kind === 'tooMany') throw new Problem(409, 'tooManyKeys', 'This tablet has handed in more keys than any tablet needs.');
      return { recipient: await officeRecipient(db) };
    },
  );
  app.get(
    '/api/rescue/files/:sha256',
    { schema: { summary: 'Ask where a rescue file stands', params, response: { 200: rescueStandingSchema } } },
    async (request): Promise<RescueStanding> => {
      const device = deviceOf(request);
      const { sha256 } = request.params;
      const report = await rescueFileTaken(db, sha256);
      return { at: await arriving.at(device, sha256), ...(report ? { receipt: shownTo(device.officer, report) } : {}) };
    },
  );
  app.post(
    '/api/rescue/files/:sha256/take',
    { schema: { summary: 'Take in a rescue file that has arrived', params, response: { 200: rescueStandingSchema } } },
    async (request): Promise<RescueStanding> => {
      const device = deviceOf(request);
      const { sha256 } = request.params;
      const taken = await arriving.take(device, sha256, now());
      counters.add('rescues', taken.kind === 'refused' ? taken.code : taken.kind);
      return { at: 0, receipt: shownTo(device.officer, await reportOf(taken, () => rescueFileTaken(db, sha256))) };
    },
  );
  await app.register(async (plain) => {
    plain.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    plain.withTypeProvider<ZodTypeProvider>().post(
      '/api/rescue/files/:sha256/pieces',
      {
        bodyLimit: mostPieceBytes,
        schema: {
          summary: 'The next piece of a rescue file',
          consumes: ['application/octet-stream'],
          params,
          querystring: pieceQuerySchema,
        },
      },
      async (request): Promise<RescueStanding> => {
        const piece = request.body instanceof Uint8Array ? request.body : new Uint8Array();
        const appended = await arriving.append(deviceOf(request), request.params.sha256, Number(request.query.at), piece);
        if (appended.kind === 'refused') throw refusals[appended.code]();
        if (appended.kind === 'place') throw new Problem(409, 'place', 'Another piece comes next.', { more: { at: appended.at } });
        return { at: appended.at };
      },
    );
  });
}

const refusals = {
  tooLarge: () => new Problem(422, 'tooLarge', 'The file is larger than a rescue file can be.'),
  noRoom: () => new Problem(422, 'noRoom', 'Other rescue files of this account are still on their way.'),
};

async function reportOf(taken: Taking, before: () => Promise<RescueReport | undefined>): Promise<RescueReport> {
  if (taken.kind === 'taken') return taken.report;
  if (taken.kind === 'refused') throw new Problem(422, taken.code, 'Nothing of this rescue file can be taken in.');
  if (taken.kind === 'fileHash') throw new Problem(422, 'fileHash', 'What arrived is not the file that was announced.');
  // The answer to the first question may have been lost.
  const report = await before();
  if (!report) throw new Problem(404, 'absent', 'Nothing of this file has arrived.');
  return report;
}

/** Whoever only carries a file learns that it arrived and how it fared in numbers, not whose it is or what it says. */
const shownTo = ({ role }: SessionOfficer, report: RescueReport): RescueStanding['receipt'] =>
  officeRoles.includes(role) ? report : rescueReceiptSchema.parse(report);
