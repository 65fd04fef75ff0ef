/** The words of the minutes' screens. */
import { minutes as en } from '../words/en/minutes.ts';
import { minutes as id } from '../words/id/minutes.ts';
import { dictionary } from '../words/words.ts';

export const minutesWords = dictionary(id, en);
export type MinutesWords = typeof id;
