/** The words of the office's screens. */
import { office as officeEn } from '../words/en/office.ts';
import { office as officeId } from '../words/id/office.ts';
import { dictionary } from '../words/words.ts';

export const officeWords = dictionary(officeId, officeEn);
