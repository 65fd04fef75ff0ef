/** The words of deciding differences. */
import { conflict as conflictEn } from '../words/en/conflict.ts';
import { conflict as conflictId } from '../words/id/conflict.ts';
import { dictionary } from '../words/words.ts';

export const conflictWords = dictionary(conflictId, conflictEn);
export type ConflictWords = typeof conflictId;
