/** A document: drawn as a sheet of paper on screen, alone on A4 when printed. */
import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';

export function Sheet({ title, letterhead, children }: { title: string; letterhead?: ComponentChildren; children: ComponentChildren }) {
  return (
    <article class="sheet" aria-label={title} lang="id">
      {letterhead && <div class="letterhead">{letterhead}</div>}
      {children}
    </article>
  );
}

export function PrintButton() {
  const words = useWords();
  return (
    <Button look="primary" icon="print" onClick={() => window.print()}>
      {words.print}
    </Button>
  );
}
