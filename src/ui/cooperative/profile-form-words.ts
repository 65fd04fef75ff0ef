/** The words of the profile's form, for every part of it. */
import { profileForm as wordsEn } from '../words/en/profile-form.ts';
import { profileForm as wordsId } from '../words/id/profile-form.ts';
import { dictionary } from '../words/words.ts';

export const profileFormWords = dictionary(wordsId, wordsEn);
