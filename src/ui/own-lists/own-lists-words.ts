/** The words of the lists of visits and of meetings. */
import { ownLists as wordsEn } from '../words/en/own-lists.ts';
import { ownLists as wordsId } from '../words/id/own-lists.ts';
import { dictionary } from '../words/words.ts';

export const ownListsWords = dictionary(wordsId, wordsEn);
