/** The words of Sinkron, for every part of it. */
import { sync as wordsEn } from '../words/en/sync.ts';
import { sync as wordsId } from '../words/id/sync.ts';
import { dictionary } from '../words/words.ts';

export const syncWords = dictionary(wordsId, wordsEn);
export type SyncWords = typeof wordsId;
