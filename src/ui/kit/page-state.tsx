/** What stands where content is missing: nothing yet, still opening, or unreadable. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

export interface EmptyStateProps {
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}

export function EmptyState({ icon = 'document', title, children, action }: EmptyStateProps) {
  return (
    <div class="state">
      <Icon name={icon} size={40} />
      <h3>{title}</h3>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

// Most queries answer in a few frames; a sign that flashes up only makes the tablet look slow.
const patienceMs = 250;

export function Loading({ label }: { label?: string }) {
  const words = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <output class="state plain">
      {late && <Icon name="sync" size={32} class="spin" />}
      {late && <span>{label ?? words.loading}</span>}
    </output>
  );
}

export interface ErrorStateProps {
  /** What happened; without it, that the tablet's data cannot be read. */
  title?: string;
  children?: ComponentChildren;
  onRetry?: () => void;
}

export function ErrorState({ title, children, onRetry }: ErrorStateProps) {
  const words = useWords();
  return (
    <Banner
      tone="bad"
      urgent
      title={title ?? words.readFailure.title}
      actions={
        onRetry && (
          <Button icon="sync" onClick={onRetry}>
            {words.tryAgain}
          </Button>
        )
      }
    >
      {children ?? `${words.readFailure.safe} ${words.readFailure.act}`}
    </Banner>
  );
}
