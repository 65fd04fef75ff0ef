// Where an emptied tablet asks which of the numbers that it had used have reached the office by another way.
import * as z from 'zod/mini';
import { missingFactsAnswerSchema, missingFactsPath } from '../../src/domain/missing-facts.ts';
import { missingWithin } from '../store/missing-facts.ts';
import { deviceOf } from './access.ts';
import type { App, Office } from './office.ts';

const numberSchema = z.string().check(z.regex(/^[1-9]\d{0,14}$/));

export function missingFactsRoutes(app: App, { db }: Office): void {
  app.get(
    missingFactsPath,
    {
      schema: {
        summary: 'Which of these numbers of this tablet the office does not have',
        querystring: z.object({ from: numberSchema, to: numberSchema }),
        response: { 200: missingFactsAnswerSchema },
      },
    },
    (request) => missingWithin(db, deviceOf(request).deviceId, { from: Number(request.query.from), to: Number(request.query.to) }),
  );
}
