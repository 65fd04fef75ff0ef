/** The language on screen: Indonesian unless the officer chose English on this tablet. */
import { effect, signal } from '@preact/signals';
import { recall, remember } from '../kit/remembered.ts';

export type Language = 'id' | 'en';

const key = 'pantau.language';

export const language = signal<Language>(recall(key) === 'en' ? 'en' : 'id');

export function chooseLanguage(chosen: Language): void {
  language.value = chosen;
  remember(key, chosen);
}

effect(() => {
  if (typeof document !== 'undefined') document.documentElement.lang = language.value;
});
