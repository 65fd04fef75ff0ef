/** The words of the list of cooperatives, for every part of it. */
import { cooperatives as wordsEn } from '../words/en/cooperatives.ts';
import { cooperatives as wordsId } from '../words/id/cooperatives.ts';
import { dictionary } from '../words/words.ts';

export const cooperativesWords = dictionary(wordsId, wordsEn);
