/** One part of the form that opens and closes, with how much of it is filled in on its head. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../kit/icon.tsx';
import { useWords } from '../words/words.ts';
import type { Filled } from './visit-content.ts';
import { visitWords } from './visit-words.ts';

export interface FormPartProps {
  letter: string;
  title: string;
  filled: Filled;
  wrong: boolean;
  open: boolean;
  onToggle: () => void;
  /** Brought into sight when it opens: the part above it has closed and moved the page. */
  shownOnOpen: boolean;
  children: ComponentChildren;
}

export function FormPart({ letter, title, filled, wrong, open, onToggle, shownOnOpen, children }: FormPartProps) {
  const words = useWords(visitWords);
  const id = useId();
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open && shownOnOpen) part.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  const state = wrong
    ? (['bad', 'warning', words.hasProblem] as const)
    : filled.answered === 0
      ? (['', undefined, words.notFilled] as const)
      : ([
          'good',
          filled.answered === filled.of ? 'check' : undefined,
          filled.answered === filled.of ? words.complete : words.filled(String(filled.answered), String(filled.of)),
        ] as const);
  const [tone, icon, text] = state;
  return (
    <section class={open ? 'form-part open' : 'form-part'} ref={part} aria-labelledby={`${id}-head`}>
      <h2>
        <button type="button" id={`${id}-head`} class="form-part-head" aria-expanded={open} aria-controls={`${id}-body`} onClick={onToggle}>
          <span class={filled.answered > 0 ? 'form-part-letter begun' : 'form-part-letter'}>{letter}</span>
          <span class="form-part-name">
            {title}
            <small class={`figure ${tone}`}>
              {icon && <Icon name={icon} size={18} />}
              {text}
            </small>
          </span>
          <Icon name="down" size={22} class="form-part-mark" />
        </button>
      </h2>
      <div id={`${id}-body`} class="form-part-body stack" hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
