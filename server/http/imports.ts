// The door where the office hands in a register file: looked at first, then taken in, whole or not at all.
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { dayOf, daySchema } from '../../src/domain/day.ts';
import { areaCodeSchema, coversArea } from '../../src/domain/noun.ts';
import type { RegisterMapping } from '../../src/domain/register-columns.ts';
import type { RegisterWords } from '../../src/domain/register-issue.ts';
import { registerLimits } from '../../src/domain/register-limits.ts';
import { readRegisterFile } from '../import/register-file.ts';
import { importRegister } from '../store/register-import.ts';
import { deviceOf, officeRoles } from './access.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

const flag = z.optional(z.enum(['0', '1', 'true', 'false']));

const importQuerySchema = z.object({
  regency: areaCodeSchema.check(z.length(5)),
  /** The day that the register shows; today when it is not said. */
  asOf: z.optional(daySchema),
  dryRun: flag,
  /** JSON of `{ heading: field }` for columns that are named by hand. */
  mapping: z.optional(z.string().check(z.maxLength(20_000))),
  sheet: z.optional(z.string().check(z.maxLength(200))),
  fileName: z.optional(z.string().check(z.maxLength(300))),
});

const mappingSchema = z.record(z.string(), z.string());

export async function importRoutes(app: App, { db, counters, now }: Office): Promise<void> {
  await app.register(async (plain) => {
    plain.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    plain.withTypeProvider<ZodTypeProvider>().post(
      '/api/imports',
      {
        bodyLimit: registerLimits.fileBytes,
        config: { access: officeRoles },
        schema: { summary: 'Hand in a register file', consumes: ['application/octet-stream'], querystring: importQuerySchema },
      },
      async (request) => {
        const { regency, dryRun, mapping, sheet, fileName } = request.query;
        const { officer } = deviceOf(request);
        if (!coversArea(officer.areas, regency)) throw problem(403, 'area', notYours);
        const at = now();
        const asOf = request.query.asOf ?? dayOf(at);
        const reading = await readRegisterFile(bytesOf(request.body), {
          asOf,
          ...(mapping === undefined ? {} : { mapping: mappingOf(mapping) }),
          ...(sheet === undefined ? {} : { sheet }),
        });
        if (reading.kind === 'refused') {
          counters.add('imports', reading.code);
          throw problem(422, reading.code, reading.message, { headings: reading.headings ?? [] });
        }
        const isLook = dryRun === '1' || dryRun === 'true';
        const imported = await importRegister(db, reading, { regency, asOf, now: at, dryRun: isLook, author: officer });
        counters.add('imports', imported.kind === 'refused' ? imported.code : isLook ? 'looked' : 'imported');
        if (imported.kind === 'refused') throw problem(422, imported.code, imported.message);
        const { mapping: read, unknownColumns, format, encoding, sheet: shown } = reading;
        return { ...imported.report, mapping: read, unknownColumns, format, encoding, sheet: shown, fileName };
      },
    );
  });
}

/** An empty body has no content type and is not parsed. */
const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());

function mappingOf(text: string): RegisterMapping {
  try {
    // Which fields there are, the reading of the file knows and says in words.
    return mappingSchema.parse(JSON.parse(text)) as RegisterMapping;
  } catch {
    throw problem(400, 'malformed', badMapping);
  }
}

const problem = (status: number, code: string, message: RegisterWords, more: Record<string, unknown> = {}) =>
  new Problem(status, code, message.en, { more: { message, ...more } });

const notYours: RegisterWords = {
  id: 'Kabupaten/kota ini di luar wilayah kerja akun Anda. Tidak ada yang diimpor.',
  en: 'This regency is outside the areas of your account. Nothing was imported.',
};
const badMapping: RegisterWords = {
  id: 'Pemetaan kolom tidak dapat dibaca. Tidak ada yang diimpor.',
  en: 'The mapping of columns cannot be read. Nothing was imported.',
};
