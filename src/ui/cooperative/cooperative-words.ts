/** The words of a cooperative's page, for every part of it. */
import { cooperative as wordsEn } from '../words/en/cooperative.ts';
import { cooperative as wordsId } from '../words/id/cooperative.ts';
import { dictionary } from '../words/words.ts';

export const cooperativeWords = dictionary(wordsId, wordsEn);
export type CooperativeWords = typeof wordsId;
