/** The words of taking a meeting over from another tablet. */
import { join as wordsEn } from '../words/en/join.ts';
import { join as wordsId } from '../words/id/join.ts';
import { dictionary } from '../words/words.ts';

export const joinWords = dictionary(wordsId, wordsEn);
