/** A passing word about what was just done, with a way to take it back. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface Toast {
  text: string;
  undo?: () => void;
}

const shown = signal<(Toast & { number: number }) | undefined>(undefined);
let count = 0;

const plainMs = 5_000;
const undoMs = 10_000;

/** Shows one at a time: a second word replaces the first. */
export function showToast(toast: Toast): void {
  count += 1;
  shown.value = { ...toast, number: count };
}

export function hideToast(): void {
  shown.value = undefined;
}

/** Stands once in the frame. */
export function Toasts() {
  const words = useWords();
  const toast = shown.value;
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(
      () => {
        if (shown.value?.number === toast.number) hideToast();
      },
      toast.undo ? undoMs : plainMs,
    );
    return () => clearTimeout(timer);
  }, [toast]);
  const { undo } = toast ?? {};
  return (
    <div class="toasts" aria-live="polite">
      {toast && (
        <div class="toast" key={toast.number}>
          <Icon name="check" size={22} />
          <span>{toast.text}</span>
          {undo ? (
            <Button
              look="quiet"
              icon="undo"
              onClick={() => {
                hideToast();
                undo();
              }}
            >
              {words.undo}
            </Button>
          ) : (
            <Button look="quiet" icon="cross" label={words.close} onClick={hideToast} />
          )}
        </div>
      )}
    </div>
  );
}
