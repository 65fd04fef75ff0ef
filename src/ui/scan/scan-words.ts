/** The words of reading codes with the camera. */
import { scan as wordsEn } from '../words/en/scan.ts';
import { scan as wordsId } from '../words/id/scan.ts';
import { dictionary } from '../words/words.ts';

export const scanWords = dictionary(wordsId, wordsEn);
