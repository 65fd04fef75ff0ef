/** The words of the visit's screens, loaded with them. */
import { visit as visitEn } from '../words/en/visit.ts';
import { visit as visitId } from '../words/id/visit.ts';
import { dictionary } from '../words/words.ts';

export const visitWords = dictionary(visitId, visitEn);
