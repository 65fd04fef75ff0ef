/** Parts of one page behind tabs, moved through with the arrow keys. */
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { showCount } from './figures.ts';

export interface Tab<Key extends string> {
  key: Key;
  label: string;
  count?: number;
}

export interface TabsProps<Key extends string> {
  /** Names the group for screen readers. */
  label: string;
  tabs: readonly Tab<Key>[];
  value: Key;
  onValue: (key: Key) => void;
  /** The content of the chosen tab. */
  children: ComponentChildren;
}

export function Tabs<Key extends string>({ label, tabs, value, onValue, children }: TabsProps<Key>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const place = tabs.findIndex((tab) => tab.key === value);
    const targets: Record<string, number> = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 };
    const target = targets[event.key];
    const chosen = target === undefined ? undefined : tabs[(target + tabs.length) % tabs.length];
    if (!chosen) return;
    event.preventDefault();
    onValue(chosen.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${chosen.key}"]`)?.focus();
  };
  return (
    <div class="stack">
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={step}>
        {tabs.map((tab) => (
          <button
            type="button"
            key={tab.key}
            data-key={tab.key}
            id={`${id}-${tab.key}`}
            class="tab"
            role="tab"
            aria-selected={tab.key === value}
            aria-controls={tab.key === value ? `${id}-panel` : undefined}
            tabIndex={tab.key === value ? 0 : -1}
            onClick={() => onValue(tab.key)}
          >
            {tab.label}
            {tab.count !== undefined && <span class="tally">{showCount(tab.count)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} class="stack">
        {children}
      </div>
    </div>
  );
}
