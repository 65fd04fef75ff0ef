/** The words of photos, loaded with the screens that show them. */
import { photos as photosEn } from '../words/en/photos.ts';
import { photos as photosId } from '../words/id/photos.ts';
import { dictionary } from '../words/words.ts';

export const photoWords = dictionary(photosId, photosEn);
