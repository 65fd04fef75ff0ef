/** Looks up what a screen says: each room of screens keeps its own words in `id/` and `en/`, so lazy screens bring their words along. */
import { app as appEn } from './en/app.ts';
import { app as appId } from './id/app.ts';
import { type Language, language } from './language.ts';

export type Dictionary<Words> = Readonly<Record<Language, Words>>;

/** Pairs the two languages of one room; the Indonesian side is the source of the keys. */
export const dictionary = <Words>(id: Words, en: NoInfer<Words>): Dictionary<Words> => ({ id, en });

export const appWords = dictionary(appId, appEn);

/** The words in the chosen language; a component that calls it is drawn anew when the language changes. */
export function useWords(): typeof appId;
export function useWords<Words>(of: Dictionary<Words>): Words;
export function useWords(of: Dictionary<unknown> = appWords): unknown {
  return of[language.value];
}
