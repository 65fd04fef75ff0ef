/** Buttons, and links that look like them. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'quiet';

interface Looks {
  look?: ButtonLook;
  icon?: IconName;
  /** Stretches over the whole width. */
  full?: boolean;
  children?: ComponentChildren;
}

export interface ButtonProps extends Looks {
  onClick?: (event: MouseEvent) => void;
  type?: 'button' | 'submit';
  /** The act is under way: shown turning, and a second tap does nothing. */
  busy?: boolean;
  disabled?: boolean;
  /** Needed when the button shows only its icon. */
  label?: string;
  pressed?: boolean;
  id?: string;
}

const classOf = ({ look = 'secondary', full, children }: Looks) =>
  `button ${look}${full ? ' full' : ''}${children === undefined ? ' icon-only' : ''}`;

export function Button({ onClick, type = 'button', busy, disabled, label, pressed, id, ...looks }: ButtonProps) {
  const icon = busy ? 'sync' : looks.icon;
  return (
    <button
      id={id}
      type={type}
      class={classOf(looks)}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-label={label}
      aria-pressed={pressed}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} size={22} />}
      {looks.children}
    </button>
  );
}

export interface LinkButtonProps extends Looks {
  href: string;
  label?: string;
  download?: string;
}

export function LinkButton({ href, label, download, ...looks }: LinkButtonProps) {
  return (
    <a class={classOf(looks)} href={href} aria-label={label} download={download}>
      {looks.icon && <Icon name={looks.icon} size={22} />}
      {looks.children}
    </a>
  );
}
