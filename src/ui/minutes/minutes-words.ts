/** The words of the minutes' screens: those of the form, and those of signing, mending and printing. */
import { minutes as formEn } from '../words/en/minutes.ts';
import { signing as signingEn } from '../words/en/signing.ts';
import { minutes as formId } from '../words/id/minutes.ts';
import { signing as signingId } from '../words/id/signing.ts';
import { dictionary } from '../words/words.ts';

/** Documents name things in Indonesian, whatever language the app is used in. */
export const documentWords = { ...formId, ...signingId };
export type MinutesWords = typeof documentWords;

export const minutesWords = dictionary(documentWords, { ...formEn, ...signingEn });
