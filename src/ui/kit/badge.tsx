/** Small marks: a status as a stamp, always icon and words, and chips that filter. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'good' | 'warn' | 'bad' | 'neutral' | 'info';

const toneIcons: Record<Tone, IconName> = { good: 'check', warn: 'clock', bad: 'warning', neutral: 'minus', info: 'info' };

export function StatusBadge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon ?? toneIcons[tone]} size={18} />
      {children}
    </span>
  );
}

export interface ChipProps {
  pressed: boolean;
  onToggle: () => void;
  icon?: IconName;
  children: ComponentChildren;
}

/** A filter that is on or off; stands in a `<div class="chips">`. */
export function Chip({ pressed, onToggle, icon, children }: ChipProps) {
  const shown = pressed ? 'check' : icon;
  return (
    <button type="button" class="chip" aria-pressed={pressed} onClick={onToggle}>
      {shown && <Icon name={shown} size={18} />}
      {children}
    </button>
  );
}
