/** How much of a whole there is, with the line that must be passed: the quorum at a glance from across the hall. */
import type { ComponentChildren } from 'preact';
import type { Tone } from './badge.tsx';
import { showCount } from './figures.ts';

export interface MeterProps {
  label: string;
  value: number;
  max: number;
  /** The least value that is enough; drawn as a line. */
  needed?: number;
  neededLabel?: string;
  tone?: Tone;
  /** The verdict in words, as a badge: the colour of the bar alone says nothing. */
  status?: ComponentChildren;
}

export function Meter({ label, value, max, needed, neededLabel, tone = 'info', status }: MeterProps) {
  const share = (part: number) => `${max > 0 ? Math.min(100, (part / max) * 100) : 0}%`;
  return (
    <div class={`meter ${tone}`}>
      <div class="meter-head">
        <strong>{label}</strong>
        {status}
      </div>
      <div class="meter-value">
        {showCount(value)} <small>/ {showCount(max)}</small>
      </div>
      <meter class="unseen" aria-label={label} min={0} max={max} value={value} />
      <div class="meter-track" aria-hidden="true">
        <div class="meter-fill" style={{ width: share(value) }} />
        {needed !== undefined && <div class="meter-mark" style={{ left: share(needed) }} />}
      </div>
      {neededLabel && <div class="small muted">{neededLabel}</div>}
    </div>
  );
}

export interface ProgressProps {
  label: string;
  /** Undefined while it is not known how much there is. */
  value?: number;
  max: number;
}

export function Progress({ label, value, max }: ProgressProps) {
  return (
    <div class="meter info">
      <div class="meter-head">
        <strong>{label}</strong>
        {value !== undefined && (
          <span class="figure">
            {showCount(value)} / {showCount(max)}
          </span>
        )}
      </div>
      <progress class="unseen" aria-label={label} max={max} value={value} />
      <div class="meter-track" aria-hidden="true">
        <div
          class={value === undefined ? 'meter-fill unsure' : 'meter-fill'}
          style={{ width: value === undefined ? '30%' : `${max > 0 ? (value / max) * 100 : 0}%` }}
        />
      </div>
    </div>
  );
}
