/** The words of handing in a register file. */
import { importing as importingEn } from '../words/en/office-import.ts';
import { importing as importingId } from '../words/id/office-import.ts';
import { dictionary } from '../words/words.ts';

export const importWords = dictionary(importingId, importingEn);
