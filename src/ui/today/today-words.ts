/** The words of Hari ini, for every part of it. */
import { today as wordsEn } from '../words/en/today.ts';
import { today as wordsId } from '../words/id/today.ts';
import { dictionary } from '../words/words.ts';

export const todayWords = dictionary(wordsId, wordsEn);
