/** The words of the papers' screens. The papers themselves speak Indonesian, as the office and the law ask. */
import { paper as wordsEn } from '../words/en/paper.ts';
import { paper as wordsId } from '../words/id/paper.ts';
import { dictionary } from '../words/words.ts';

export const paperWords = dictionary(wordsId, wordsEn);
