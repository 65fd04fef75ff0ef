// After a round with the office: whether what was lost with the tablet's storage has come there by another way.
import type { FieldDatabase } from '../data/database.ts';
import { lossToAsk, noteLossStanding } from '../data/loss.ts';
import type { RescueAsk } from '../data/rescue-delivery.ts';
import { missingFactsAnswerSchema, missingFactsPath } from '../domain/missing-facts.ts';

/** An office of a former release does not know the question: the loss then stands as it was told. */
export async function askAboutLoss(db: FieldDatabase, ask: RescueAsk): Promise<void> {
  const loss = await lossToAsk(db);
  if (!loss) return;
  const asked = await ask('GET', `${missingFactsPath}?from=${loss.from}&to=${loss.to}`);
  const answer = asked.kind === 'answered' ? missingFactsAnswerSchema.safeParse(asked.body) : undefined;
  if (answer?.success) await noteLossStanding(db, loss, answer.data);
}
