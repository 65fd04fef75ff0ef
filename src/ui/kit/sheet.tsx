/** A document: drawn as a sheet of paper on screen, alone on A4 when printed. */
import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';
import { Button, type ButtonLook } from './button.tsx';

export function Sheet({ title, letterhead, children }: { title: string; letterhead?: ComponentChildren; children: ComponentChildren }) {
  return (
    <article class="sheet" aria-label={title} lang="id">
      {letterhead && <div class="letterhead">{letterhead}</div>}
      {children}
    </article>
  );
}

export function PrintButton({ look = 'primary' }: { look?: ButtonLook }) {
  const words = useWords();
  return (
    <Button look={look} icon="print" onClick={() => window.print()}>
      {words.print}
    </Button>
  );
}
