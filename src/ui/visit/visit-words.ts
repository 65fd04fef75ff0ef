/** The words of the visit's screens, loaded with them. */
import { visit as visitEn } from '../words/en/visit.ts';
import { visitForm as visitFormEn } from '../words/en/visit-form.ts';
import { visit as visitId } from '../words/id/visit.ts';
import { visitForm as visitFormId } from '../words/id/visit-form.ts';
import { dictionary } from '../words/words.ts';

export const visitWords = dictionary({ ...visitId, ...visitFormId }, { ...visitEn, ...visitFormEn });
