/** Whether the screen is a phone's, where what stands side by side elsewhere stands one under the other. */
import { signal } from '@preact/signals';

const query = typeof matchMedia === 'function' ? matchMedia('(max-width: 560px)') : undefined;

export const isNarrow = signal(query?.matches ?? false);

query?.addEventListener('change', () => {
  isNarrow.value = query.matches;
});
