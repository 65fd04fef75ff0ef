/** The words of rescue files, for every screen that has to do with them. */
import { rescue as wordsEn } from '../words/en/rescue.ts';
import { rescue as wordsId } from '../words/id/rescue.ts';
import { dictionary } from '../words/words.ts';

export const rescueWords = dictionary(wordsId, wordsEn);
