/** The words on what was lost, in both languages. */
import { loss as lossEn } from '../words/en/loss.ts';
import { loss as lossId } from '../words/id/loss.ts';
import { dictionary } from '../words/words.ts';

export const lossWords = dictionary(lossId, lossEn);
