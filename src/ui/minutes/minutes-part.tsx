/** One part of the minutes' form: a heading that tells how far it is, and folds its fields away. */
import type { ComponentChildren } from 'preact';
import { StatusBadge, type Tone } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { useWords } from '../words/words.ts';
import type { MinutesPartName } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

export interface PartState {
  /** 'Terisi 3 dari 5'. */
  text: string;
  tone: Tone;
}

export interface MinutesPartProps {
  name: MinutesPartName;
  number: number;
  state: PartState;
  open: boolean;
  onToggle: () => void;
  next: { label: string; go: () => void } | undefined;
  children: ComponentChildren;
}

export function MinutesPart({ name, number, state, open, onToggle, next, children }: MinutesPartProps) {
  const words = useWords(minutesWords);
  return (
    <section class={open ? 'minutes-part open' : 'minutes-part'} id={`bagian-${name}`}>
      <h2>
        <button type="button" class="minutes-part-head" aria-expanded={open} aria-controls={`isi-${name}`} onClick={onToggle}>
          <span class="minutes-part-number figure" aria-hidden="true">
            {number}
          </span>
          <span class="minutes-part-name">{words.parts[name]}</span>
          <StatusBadge tone={state.tone}>{state.text}</StatusBadge>
          <Icon name="down" size={22} class="minutes-part-mark" />
        </button>
      </h2>
      <div id={`isi-${name}`} class="minutes-part-body stack" hidden={!open}>
        {open && (
          <>
            {children}
            {next && (
              <div class="actions">
                <Button icon="down" onClick={next.go}>
                  {next.label}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/** A place in the form that a problem can lead to. */
export function Place({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div class="minutes-place" id={id}>
      {children}
    </div>
  );
}
