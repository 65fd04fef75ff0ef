/** The look of the app: daylight, or pure black and white for hard sun and weak eyes. */
import { effect, signal } from '@preact/signals';
import { recall, remember } from './remembered.ts';

export type Theme = 'daylight' | 'contrast';

const key = 'pantau.theme';

const firstTheme = (): Theme => {
  const kept = recall(key);
  if (kept === 'daylight' || kept === 'contrast') return kept;
  return typeof matchMedia === 'function' && matchMedia('(prefers-contrast: more)').matches ? 'contrast' : 'daylight';
};

export const theme = signal<Theme>(firstTheme());

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  remember(key, chosen);
}

effect(() => {
  if (typeof document !== 'undefined') document.documentElement.dataset.theme = theme.value;
});
