/** What the register knows, beside the field where it is asked again, with a way to take it over. */
import type { ComponentChildren } from 'preact';
import { Button } from '../kit/button.tsx';
import { useWords } from '../words/words.ts';
import { visitWords } from './visit-words.ts';

export interface KnownValueProps {
  /** The value in words; without it only the field stands here. */
  text: string | undefined;
  /** Offered while the field says something else. */
  onTake?: (() => void) | undefined;
  children: ComponentChildren;
}

export function KnownValue({ text, onTake, children }: KnownValueProps) {
  const words = useWords(visitWords);
  return (
    <div class="known-value">
      {children}
      {text && (
        <div class="known-line">
          <span>{text}</span>
          {onTake && (
            <Button look="quiet" icon="down" label={words.takeWhat(text)} onClick={onTake}>
              {words.take}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
