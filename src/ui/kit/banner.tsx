/** A message that stays: what happened, what is safe, what to do. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface BannerProps {
  tone: 'info' | 'good' | 'warn' | 'bad';
  /** What happened. */
  title: string;
  /** What is safe, and what to do. */
  children?: ComponentChildren;
  actions?: ComponentChildren;
  /** Read out at once: for what appears in answer to an act. */
  urgent?: boolean;
}

const icons: Record<BannerProps['tone'], IconName> = { info: 'info', good: 'check', warn: 'warning', bad: 'warning' };

export function Banner({ tone, title, children, actions, urgent }: BannerProps) {
  return (
    <div class={`banner ${tone}`} role={urgent ? 'alert' : undefined}>
      <Icon name={icons[tone]} size={28} />
      <strong>{title}</strong>
      {children && <div>{children}</div>}
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}
