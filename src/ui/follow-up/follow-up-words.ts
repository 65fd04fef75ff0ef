/** The words of what visits have left to be done. */
import { followUp as wordsEn } from '../words/en/follow-up.ts';
import { followUp as wordsId } from '../words/id/follow-up.ts';
import { dictionary } from '../words/words.ts';

export const followUpWords = dictionary(wordsId, wordsEn);
