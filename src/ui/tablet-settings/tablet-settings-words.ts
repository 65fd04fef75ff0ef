/** The words of Setelan and Tentang. */
import { tabletSettings as wordsEn } from '../words/en/tablet-settings.ts';
import { tabletSettings as wordsId } from '../words/id/tablet-settings.ts';
import { dictionary } from '../words/words.ts';

export const tabletSettingsWords = dictionary(wordsId, wordsEn);
